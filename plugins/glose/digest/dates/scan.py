"""Finds what may be a date in prose: one compiled expression a language, made from its `Lexicon`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from glose.digest.dates import days
from glose.digest.dates.forms import expression
from glose.digest.dates.lexicon import Lexicon, Season, Unit
from glose.digest.dates.names import full_weekdays, months
from glose.digest.dates.parse import by_order

Kind = Literal[
    "date", "number", "weekday", "month", "year", "amount", "phrase", "season", "span", "holiday", "day"
]


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing that may be a date; what its words do not say is None."""

    kind: Kind
    """``number`` is a day that waits for its month: the 3 of "du 3 au 5 mai"."""
    start: int
    """First code point in the paragraph."""
    end: int
    """One past the last."""
    name: int | None = None
    """Where the name of the month or weekday, or a phrase, begins: a capital may make it another word."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until_day: int | None = None
    """The second day of May 3-5."""
    weekday: int | None = None
    turn: int | None = None
    """-1, 0, 1 for last, this, next; of a phrase, how many units away."""
    amount: int = 0
    unit: Unit = "day"
    ago: bool = False
    """True where the words after an amount place it in the past: two days ago."""
    weeks: int = 0
    """Weeks beyond the next such weekday: 1 of vendredi en huit."""
    season: Season | None = None
    holiday: str = ""
    """Key of `named.DAYS`."""
    span: days.Stretch | None = None
    """The days of a decade, century, quarter or half, which need no publication."""
    rule: str = ""
    """The name of the rule that gave `span`."""


_FLAT = (("’", "'"), ("\u00a0", " "), ("\u202f", " "), ("‑", "-"))


class Scanner:
    """A language's expression, and the tables that give its words their meaning."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._months = months(lexicon.lang)
        self._weekdays = full_weekdays(lexicon.lang)
        self._pattern = re.compile(expression(lexicon))

    def flatten(self, text: str) -> str:
        """The text as it is scanned: lower case, one kind of space and apostrophe, of the same length."""
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        if not lower.isascii():
            for found, plain in (*_FLAT, *self.lexicon.same):
                lower = lower.replace(found, plain)
        return lower

    def has_dates(self, flat: str) -> bool:
        """Whether anything in a flattened paragraph may be a date: most paragraphs are done with this look."""
        return self._pattern.search(flat) is not None

    def atoms(self, flat: str) -> Iterator[Atom]:
        """What may be dates in a flattened paragraph, in reading order, disjoint."""
        for match in self._pattern.finditer(flat):
            form = match.lastgroup or ""  # the group around a whole form is the last to close
            yield self._READERS[form](self, match)

    def _iso(self, match: re.Match[str]) -> Atom:
        year, month, day = int(match["iy"]), int(match["im"]), int(match["id"])
        return Atom("date", *match.span(), year=year, month=month, day=day)

    def _numeric(self, match: re.Match[str]) -> Atom:
        found = by_order(int(match["nf"]), int(match["ns"]), int(match["ny"]), self.lexicon.lang)
        if found is None:
            return Atom("date", *match.span())
        return Atom("date", *match.span(), year=found.year, month=found.month, day=found.day)

    def _number(self, match: re.Match[str]) -> Atom:
        weekday = self._weekdays.get(match["bw"])
        return Atom("number", *match.span(), day=int(match["bd"]), weekday=weekday)

    def _date(self, match: re.Match[str]) -> Atom:
        return Atom(
            "date",
            *match.span(),
            name=match.start("dm"),
            year=_int(match["dy"]),
            month=self._months[match["dm"]],
            day=int(match["dd"]),
            weekday=self._weekdays.get(match["dw"]),
            turn=self._turn(match["db"], match["da"] or match["dwt"]),
        )

    def _month_first(self, match: re.Match[str]) -> Atom:
        return Atom(
            "date",
            *match.span(),
            name=match.start("mm"),
            year=_int(match["my"]),
            month=self._months[match["mm"]],
            day=int(match["md"]),
            until_day=_int(match["mu"] or match["ml"]),
            weekday=self._weekdays.get(match["mw"]),
            turn=self._turn(match["mb"], match["mwt"]),
        )

    def _month_year(self, match: re.Match[str]) -> Atom:
        month = self._months[match["yo"]]
        return Atom("month", *match.span(), name=match.start("yo"), year=int(match["yy"]), month=month)

    def _amount(self, match: re.Match[str]) -> Atom:
        words, turn = match["an"], match["at"]
        return Atom(
            "amount",
            *match.span(),
            amount=self.lexicon.numbers.get(words) or int(words),
            unit=self.lexicon.units[match["au"]],
            turn=None if turn is None else self.lexicon.amount_turns[turn],
            ago=match["ago"] is not None,
        )

    def _year(self, match: re.Match[str]) -> Atom:
        return Atom("year", *match.span(), year=int(match["year"]))

    def _weekday(self, match: re.Match[str]) -> Atom:
        turn = self._turn(match["wb"], match["wa"])
        weekday = self._weekdays[match["ww"]]
        name, day = match.start("ww"), _int(match["wd"])
        later = self.lexicon.weeks_later.get(match["wl"], 0)
        return Atom("weekday", *match.span(), name=name, day=day, weekday=weekday, turn=turn, weeks=later)

    def _counted_weekday(self, match: re.Match[str]) -> Atom:
        weeks, weekday = self.lexicon.weeks_from[match["cb"]], self._weekdays[match["cw"]]
        return Atom("weekday", *match.span(), name=match.start("cw"), weekday=weekday, weeks=weeks)

    def _month(self, match: re.Match[str]) -> Atom:
        turn = self._turn(match["ob"], match["oa"])
        month = self._months[match["oo"]]
        return Atom("month", *match.span(), name=match.start("oo"), month=month, turn=turn)

    def _phrase(self, match: re.Match[str]) -> Atom:
        unit, turn = self.lexicon.phrases[match["phrase"]]
        return Atom("phrase", *match.span(), name=match.start(), turn=turn, unit=unit)

    def _season(self, match: re.Match[str]) -> Atom:
        turn, season = self._turn(match["sb"], match["sa"]), self.lexicon.seasons[match["sn"]]
        year, second = _int(match["sy"]), match["sz"]
        if year is None or season != "winter":
            rest = Atom("season", *match.span(), season=season, turn=turn, year=year)
            return rest if second is None else Atom("span", *match.span())
        if second is None or int(second) % 100 != (year + 1) % 100:  # l'hiver 2015 may be either one
            return Atom("span", *match.span())
        return Atom("season", *match.span(), season=season, year=year)

    def _division(self, match: re.Match[str]) -> Atom:
        first, last = self.lexicon.divisions[match["vn"]]
        span = days.whole_months(int(match["vy"]), first, last)
        return Atom("span", *match.span(), span=span, rule="quarter" if last - first < 3 else "half")

    def _decade(self, match: re.Match[str]) -> Atom:
        first = self._counted(match["decade"])
        if first < 100:
            first = 1900 + first if first >= 40 else 0  # the twenties may be either ones
        return Atom("span", *match.span(), span=days.years(first, 10), rule="decade")

    def _century(self, match: re.Match[str]) -> Atom:
        number = self._counted(match["century"])
        span = days.years(100 * number - 99, 100) if number else None
        return Atom("span", *match.span(), span=span, rule="century")

    def _counted(self, words: str) -> int:
        digits = "".join(filter(str.isdigit, words))
        return int(digits) if digits else self.lexicon.counted.get(words) or _roman(words)

    def _holiday(self, match: re.Match[str]) -> Atom:
        turn, key = self._turn(match["hb"], match["ha"]), self.lexicon.holidays[match["hn"]]
        return Atom("holiday", *match.span(), holiday=key, turn=turn, year=_int(match["hy"]))

    def _bare_day(self, match: re.Match[str]) -> Atom:
        return Atom("day", *match.span(), day=self._counted(match["bare"]))

    def _turn(self, before: str | None, after: str | None) -> int | None:
        if before is not None:
            return self.lexicon.turns_before[before]
        return None if after is None else self.lexicon.turns_after[after]

    _READERS: Mapping[str, Callable[[Scanner, re.Match[str]], Atom]] = {
        "iso": _iso,
        "numeric": _numeric,
        "number": _number,
        "date": _date,
        "mdate": _month_first,
        "myear": _month_year,
        "amount": _amount,
        "year": _year,
        "weekday": _weekday,
        "counted": _counted_weekday,
        "month": _month,
        "phrase": _phrase,
        "season": _season,
        "division": _division,
        "ten": _decade,
        "hundred": _century,
        "holiday": _holiday,
        "bareday": _bare_day,
    }


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _roman(words: str) -> int:
    """The number that Roman figures up to XXXIX write."""
    values = [_ROMAN.get(letter, 0) for letter in words]
    following = [*values[1:], 0]
    return sum(-one if one < then else one for one, then in zip(values, following, strict=True))
