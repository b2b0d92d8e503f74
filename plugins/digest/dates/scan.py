"""Finds what may be a date in prose: one compiled expression a language, made from its `Lexicon`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from plugins.digest.dates.lexicon import Lexicon, Unit
from plugins.digest.dates.names import full_months, full_weekdays, months
from plugins.digest.dates.parse import by_order

Kind = Literal["date", "number", "weekday", "month", "year", "amount", "phrase"]


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


_FLAT = (("’", "'"), ("\u00a0", " "), ("\u202f", " "), ("‑", "-"))


def _tree(words: Collection[str]) -> str:
    """An expression of the words that shares their beginnings and prefers the longest."""
    after: dict[str, set[str]] = {}
    for word in words:
        if word:
            after.setdefault(word[0], set()).add(word[1:])
    branches = "|".join(re.escape(letter) + _tree(rest) for letter, rest in sorted(after.items()))
    if "" in words:
        return f"(?:{branches})?" if branches else ""
    return f"(?:{branches})" if len(after) > 1 else branches


def _any(words: Collection[str], name: str = "") -> str:
    """One of the words, in a group of that name; it never matches where there are none."""
    return f"({f'?P<{name}>' if name else '?:'}{_tree(words) if words else '(?!)'})"


def _expression(lexicon: Lexicon) -> str:
    """The language's expression: an alternative a form, each in a group that bears the form's name.

    No repetition stands inside another, and every repetition is bounded: time is linear in the text.
    """
    names, full, weekdays = months(lexicon.lang), full_months(lexicon.lang), full_weekdays(lexicon.lang)
    of, ordinal, article = _any(lexicon.of), _any(lexicon.ordinals), _any(lexicon.articles)
    month, twin = _any(names), rf"(?:/{_any(names)})?" if lexicon.twin_months else ""
    join, units = _any(lexicon.ranges), _any(lexicon.units, "au")
    dash = _any([join for join, openers in lexicon.ranges.items() if "" in openers])
    measured = rf"(?! {_any(lexicon.measured)}\b)"
    year = rf"(?:1\d|2[01])\d\d(?![\w%]|[.,]\d| %){measured}"
    day = rf"\d\d?(?![\d%]|[.:,]\d| %){measured}"
    ends = r"(?!\w|-[^\W\d])"

    def on(name: str) -> str:
        """A weekday before its date: mardi 15, Tuesday, March 15, Freitagabend (24. Mai)."""
        opening = rf"(?P<{name}p> \()" if name else r" \("
        return rf"(?:{_any(weekdays, name)}{_any(lexicon.dayparts)}?(?:,? {article}?|{opening}))?"

    # In a group's name the first letter is the form's; then y, m, d, w, u: year, month, day, weekday, until.
    forms = (
        r"(?P<iso>(?P<iy>\d{4})-(?P<im>\d\d)-(?P<id>\d\d)(?!\d))",
        r"(?P<numeric>(?P<nf>\d\d?)(?P<gap>[/.])(?P<ns>\d\d?)(?P=gap)(?P<ny>\d{4})(?!\d))",
        rf"(?P<number>{on('bw')}(?P<bd>\d\d?){ordinal}?(?:, \d\d?){{0,4}}"
        rf"(?={join}{on('')}\d\d?{ordinal}? {of}?{month}{ends}))",
        rf"(?P<date>{on('dw')}(?P<dd>\d\d?){ordinal}? {of}?{_any(names, 'dm')}{twin}{ends}"
        rf"(?:\.?,? {of}?(?P<dy>{year}))?(?(dwp)\)?))",
        *(
            [
                rf"(?P<mdate>{on('mw')}{_any(names, 'mm')}\.? (?P<md>{day}){ordinal}?"
                rf"(?:{dash}(?P<mu>{day}){ordinal}?)?"
                rf"(?:(?:,? (?:and )?\d\d?){{0,3}}(?:,? and|,) (?P<ml>{day})(?=,? {year}))?(?:,? (?P<my>{year}))?"
                r"(?(mwp)\)?))"
            ]
            if lexicon.month_first
            else []
        ),
        rf"(?P<myear>{_any(names, 'yo')}{twin}\.? {of}?(?P<yy>{year}))",
        rf"(?P<amount>(?P<an>\d{{1,3}}|{_any(lexicon.numbers)}) (?:{_any(lexicon.amount_turns, 'at')} )?"
        rf"{units}{ends}{_any(lexicon.ago_after, 'ago')}?)",
        rf"(?P<year>{year})",
        rf"(?P<weekday>(?:{_any(lexicon.turns_before, 'wb')} )?{_any(weekdays, 'ww')}"
        rf"{_any(lexicon.dayparts)}?{ends}(?: (?P<wd>{day})(?!\w| \w+[sx]\b| {_any(lexicon.units)}\b)"
        rf"|(?: {_any(lexicon.turns_after, 'wa')}{ends})?))",
        rf"(?P<month>(?:{_any(lexicon.turns_before, 'ob')} )?{_any(full, 'oo')}{twin}{ends}"
        rf"(?: {_any(lexicon.turns_after, 'oa')}{ends})?(?! '?\d))",
        rf"(?P<phrase>{_any(lexicon.phrases)}{ends})",
    )
    begins = {*weekdays, *names, *lexicon.numbers, *lexicon.phrases, *lexicon.turns_before}
    gate = rf"\b(?=\d|{_tree(begins)})"  # most words fail here, in one look
    alone = r"(?:(?<!-)|(?<=\d-)|(?<=\bmi-)|(?<=\bmid-))"  # 2011-2013, mi-mars, not Saint-Lundi
    return rf"{gate}{alone}(?:{'|'.join(forms)})"


class Scanner:
    """A language's expression, and the tables that give its words their meaning."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._months = months(lexicon.lang)
        self._weekdays = full_weekdays(lexicon.lang)
        self._pattern = re.compile(_expression(lexicon))

    def flatten(self, text: str) -> str:
        """The text as it is scanned: lower case, one kind of space and apostrophe, of the same length."""
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        if not lower.isascii():
            for found, plain in (*_FLAT, *self.lexicon.same):
                lower = lower.replace(found, plain)
        return lower

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
        return Atom("weekday", *match.span(), name=name, day=day, weekday=weekday, turn=turn)

    def _month(self, match: re.Match[str]) -> Atom:
        turn = self._turn(match["ob"], match["oa"])
        month = self._months[match["oo"]]
        return Atom("month", *match.span(), name=match.start("oo"), month=month, turn=turn)

    def _phrase(self, match: re.Match[str]) -> Atom:
        unit, turn = self.lexicon.phrases[match["phrase"]]
        return Atom("phrase", *match.span(), name=match.start(), turn=turn, unit=unit)

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
        "month": _month,
        "phrase": _phrase,
    }


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None
