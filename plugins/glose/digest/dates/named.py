"""Days that have a name: fixed ones, and those that follow Easter or a weekday."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from glose.digest.dates import days


def easter(year: int) -> date | None:
    """Easter Sunday of the western churches, by the anonymous Gregorian algorithm (Nature, 20 April 1876).

    >>> easter(2016).isoformat()
    '2016-03-27'
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, shift = divmod(century, 4)
    lunar = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - lunar + 15) % 30
    weekday = (32 + 2 * shift + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return days.day_of(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], date | None]:
    return lambda year: days.day_of(year, month, day)


def _from_easter(distance: int) -> Callable[[int], date | None]:
    def found(year: int) -> date | None:
        sunday = easter(year)
        return None if sunday is None else days.moved(sunday, distance)

    return found


def _thanksgiving(year: int) -> date | None:
    """The fourth Thursday of November (5 U.S.C. 6103)."""
    first = days.day_of(year, 11, 1)
    return None if first is None else days.moved(first, (3 - first.weekday()) % 7 + 21)


DAYS: Mapping[str, Callable[[int], date | None]] = {
    "new-year": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "valentine": _fixed(2, 14),
    "may-day": _fixed(5, 1),
    "victory-1945": _fixed(5, 8),
    "independence-us": _fixed(7, 4),
    "bastille": _fixed(7, 14),
    "assumption": _fixed(8, 15),
    "halloween": _fixed(10, 31),
    "all-saints": _fixed(11, 1),
    "armistice": _fixed(11, 11),
    "thanksgiving": _thanksgiving,
    "christmas-eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing": _fixed(12, 26),
    "new-years-eve": _fixed(12, 31),
    "ash-wednesday": _from_easter(-46),
    "palm-sunday": _from_easter(-7),
    "good-friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter-monday": _from_easter(1),
    "ascension": _from_easter(39),
    "pentecost": _from_easter(49),
    "whit-monday": _from_easter(50),
    "september-11": lambda _: date(2001, 9, 11),
}
"""What each named day is in a year."""

ONCE = frozenset({"september-11"})
"""Named after one day of one year, whatever the year of the text."""


def named_from(published: date, key: str, turn: int | None, ahead: bool) -> date | None:
    """The latest such day up to the publication, or the next from it; strictly before or after with a turn."""
    found = [day for step in (-1, 0, 1) if (day := DAYS[key](published.year + step))]
    if turn == 0:
        return DAYS[key](published.year)
    if ahead if turn is None else turn > 0:
        return next((day for day in found if (day >= published if turn is None else day > published)), None)
    gone = [day for day in found if (day <= published if turn is None else day < published)]
    return gone[-1] if gone else None
