"""The time of day in a date line: 17:42, 17h42, 5.42 pm, T093000Z, 17.42 Uhr, 오후 5:42."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from datetime import timezone as fixed_zone
from zoneinfo import ZoneInfo

_HOURS: Mapping[str, int] = {
    **dict.fromkeys(("z", "utc", "gmt", "ut", "wet"), 0),
    **{"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7},
    **dict.fromkeys(("cet", "mez", "west", "bst"), 1),
    **dict.fromkeys(("cest", "mesz", "eet"), 2),
    **{"eest": 3, "msk": 3, "jst": 9, "kst": 9, "aest": 10, "aedt": 11},
}
"""Hours east of Greenwich; the American names as RFC 2822, 4.3 defines them."""

_PLACES: Mapping[str, str] = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
"""Names that leave summer time to the date; read after am or pm only (``et`` is a French word)."""

_DOUBTFUL = frozenset({"ist", "ast", "gst", "sst", "amt", "ect"})
"""Names that several zones bear: a time with one of them is not placed at all."""

_FURTHEST = 14
"""Hours: no zone is further from Greenwich (UTC+14, Line Islands)."""

_HALF = r"(?:(?P<half>上午|下午|午前|午後|오전|오후) ?)?"
_NOON = r"(?: ?(?P<noon>[ap]\.? ?m|ص|م|صباحا|مساء)\b\.?)?"
_ZONE = (
    rf"(?: ?uhr)?(?: ?\(?(?P<zone>{'|'.join((*_HOURS, *_DOUBTFUL))})\b\)?|(?:(?<=m)|(?<=m\.)) (?P<place>[ecmp]t)\b)?"
    r"(?: ?(?P<sign>[+-])(?P<east>\d\d):?(?P<past>\d\d)?(?![\d/.-]))?"
)
_FORMS = tuple(
    re.compile(form + _NOON + _ZONE)
    for form in (
        # 20190121T093000Z, before the colon forms: its digits touch the date
        r"(?<=\dt)(?P<hour>\d\d)(?:(?P<minute>\d\d)(?P<second>\d\d)?)?(?:[.,]\d{1,9})?(?![\d:])",
        r"(?<=(?<!\d)\d{8})(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?!\d)",
        rf"{_HALF}(?<![\d:])(?P<hour>\d\d?) ?: ?(?P<minute>\d\d)"
        r"(?: ?: ?(?P<second>\d\d)(?:[.,]\d{1,9})?)?(?![\d:])",
        r"(?<![\d:.,/-])(?P<hour>\d\d?)(?P<gap> ?)[hu](?P=gap)(?P<minute>\d\d)(?!\d)",
        r"(?:(?<=\bore )|(?<=\bklo )|(?<=\bkl )|(?<=\bkl\. ))(?P<hour>\d\d?)[.](?P<minute>\d\d)(?![.\d])",
        r"(?<![\d:.,/-])(?P<hour>\d\d?)[.](?P<minute>\d\d)(?= ?(?:uhr|h\b|[ap]\.? ?m\b))",
        rf"{_HALF}(?<!\d)(?P<hour>\d\d?) ?[時时點点시] ?(?:(?P<minute>\d\d?) ?[分분])?",
        r"(?<![\d:.,/-])(?P<hour>\d\d?)(?: ?(?:h|heures?|uhr)\b(?! de\b)|(?= ?[ap]\.? ?m\b))",
    )
)
_SIGN = {"+": 1, "-": -1}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as a date line gives it."""

    time: time
    zone: tzinfo | None
    """None where the line names no zone."""
    doubtful: bool = False
    """True where it names one that cannot be told from others."""

    def on(self, day: date, timezone: str | None) -> date | datetime:
        """The moment on that day, in its own zone, else in `timezone`; the day when neither is known."""
        if self.doubtful:
            return day
        zone = self.zone or (ZoneInfo(timezone) if timezone else None)
        return day if zone is None else datetime.combine(day, self.time, tzinfo=zone)


def take_clocks(text: str) -> tuple[str, tuple[Clock, ...]]:
    """The folded text with ``@`` in the place of each time of day, and the times.

    >>> take_clocks("publie le 15/03/2016 a 17h42")
    ('publie le 15/03/2016 a @', (Clock(time=datetime.time(17, 42), zone=None, doubtful=False),))
    """
    clocks: list[Clock] = []

    def replace(match: re.Match[str]) -> str:
        clock = _read(match)
        if clock is not None:
            clocks.append(clock)
        return " @ " if match.string[match.start() - 1 : match.start()].isdigit() else "@"

    for form in _FORMS:
        text = form.sub(replace, text)
    return text, tuple(clocks)


def _read(match: re.Match[str]) -> Clock | None:
    """The time that a form matched; None when there is no such hour or minute."""
    found = match.groupdict()
    hour = int(found["hour"])
    if half := found.get("half") or found["noon"]:
        hour = hour % 12 + (12 if half[0] in "pم下" or half in ("午後", "오후") else 0)
    try:
        clock = time(hour, int(found.get("minute") or 0), int(found.get("second") or 0))
    except ValueError:
        return None
    zone, doubtful = _zone(found)
    return Clock(clock, zone, doubtful)


def _zone(found: Mapping[str, str | None]) -> tuple[tzinfo | None, bool]:
    sign, east, name, place = found["sign"], found["east"], found["zone"], found["place"]
    if sign and east and int(east) <= _FURTHEST:
        return fixed_zone(_SIGN[sign] * timedelta(hours=int(east), minutes=int(found["past"] or 0))), False
    if place:
        return ZoneInfo(_PLACES[place]), False
    if name:
        return (None, True) if name in _DOUBTFUL else (fixed_zone(timedelta(hours=_HOURS[name])), False)
    return None, bool(sign)
