"""The expression of a language's dates in prose: one alternative a form, made from its `Lexicon`."""

from __future__ import annotations

import re
from collections.abc import Collection

from glose.digest.dates.lexicon import Lexicon
from glose.digest.dates.names import full_months, full_weekdays, months


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


def expression(lexicon: Lexicon) -> str:
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

    before, after = lexicon.turns_before, lexicon.turns_after

    def turned(name: str) -> str:
        """A turn before a date: next Tuesday, el próximo 13 de abril."""
        return rf"(?:{_any(before, name)} )?"

    def on(name: str) -> str:
        """A weekday before its date: mardi 15, lundi prochain, 21 mars, Freitagabend (24. Mai)."""
        opening, turn = (rf"(?P<{name}p> \()", _any(after, f"{name}t")) if name else (r" \(", _any(after))
        weekday = rf"{_any(weekdays, name)}{_any(lexicon.dayparts)}?(?: {turn})?"
        return rf"(?:{weekday}(?:,? {article}?|{opening}))?"

    # In a group's name the first letters are the form's; then y, m, d, w, u, t: year, month, day, weekday,
    # until, turn.
    forms = (
        r"(?P<iso>(?P<iy>\d{4})-(?P<im>\d\d)-(?P<id>\d\d)(?!\d))",
        r"(?P<numeric>(?P<nf>\d\d?)(?P<gap>[/.-])(?P<ns>\d\d?)(?P=gap)(?P<ny>\d{4})(?!\d))",
        rf"(?P<hundred>{lexicon.centuries})",
        rf"(?P<ten>{lexicon.decades})",
        rf"(?P<division>{_any(lexicon.divisions, 'vn')}{ends},? {_any((*lexicon.of, *lexicon.season_year))}?"
        rf"(?P<vy>{year}))",
        rf"(?P<season>{turned('sb')}{_any(lexicon.seasons, 'sn')}{ends}(?: {_any(after, 'sa')}{ends})?"
        rf"(?: {_any((*lexicon.of, *lexicon.season_year))}?(?P<sy>{year})(?:[-/](?P<sz>{year}|\d\d\b))?)?)",
        rf"(?P<number>{on('bw')}(?P<bd>\d\d?){ordinal}?(?:, \d\d?){{0,4}}"
        rf"(?={join}{on('')}\d\d?{ordinal}? {of}?{month}{ends}))",
        rf"(?P<date>{turned('db')}{on('dw')}(?P<dd>\d\d?){ordinal}? {of}?{_any(names, 'dm')}{twin}{ends}"
        rf"(?:\.?,? {of}?(?P<dy>{year})|(?: {of}?{_any(after, 'da')}{ends})?)(?(dwp)\)?))",
        *(
            [
                rf"(?P<mdate>{turned('mb')}{on('mw')}{_any(names, 'mm')}\.? (?P<md>{day}){ordinal}?"
                rf"(?:{dash}(?P<mu>{day}){ordinal}?)?"
                rf"(?:(?:,? (?:and )?\d\d?){{0,3}}(?:,? and"
                rf"|,) (?P<ml>{day})(?=,? {year}))?(?:,? (?P<my>{year}))?"
                r"(?(mwp)\)?))"
            ]
            if lexicon.month_first
            else []
        ),
        rf"(?P<holiday>{turned('hb')}{_any(lexicon.holidays, 'hn')}{ends}(?: {_any(after, 'ha')}{ends})?"
        rf"(?:,? {of}?(?P<hy>{year}))?)",
        rf"(?P<myear>{_any(names, 'yo')}{twin}\.? {of}?(?P<yy>{year}))",
        rf"(?P<counted>{_any(lexicon.weeks_from, 'cb')} {_any(weekdays, 'cw')}{ends})",
        rf"(?P<amount>(?P<an>\d{{1,3}}|{_any(lexicon.numbers)}) (?:{_any(lexicon.amount_turns, 'at')} )?"
        rf"{units}{ends}{_any(lexicon.ago_after, 'ago')}?)",
        rf"(?P<bareday>{lexicon.bare_day})",
        rf"(?P<year>{year})",
        rf"(?P<weekday>{turned('wb')}{_any(weekdays, 'ww')}"
        rf"{_any(lexicon.dayparts)}?{ends}(?: (?P<wd>{day})(?!\w| \w+[sx]\b| {_any(lexicon.units)}\b)"
        rf"|(?: {_any(after, 'wa')}{ends})?(?: {_any(lexicon.weeks_later, 'wl')}{ends})?))",
        rf"(?P<month>{turned('ob')}{_any(full, 'oo')}{twin}{ends}"
        rf"(?: {_any(after, 'oa')}{ends})?(?! '?\d))",
        rf"(?P<phrase>{_any(lexicon.phrases)}{ends})",
    )
    begins = {*weekdays, *names, *lexicon.numbers, *lexicon.phrases, *before}
    begins |= {*lexicon.seasons, *lexicon.divisions, *lexicon.holidays}
    spans = "|".join(
        f"(?:{re.sub(r'P<[a-z]+>', ':', form)})" for form in (lexicon.centuries, lexicon.decades)
    )
    edge = rf"(?:\b|(?<=\b{lexicon.glued}))" if lexicon.glued else r"\b"
    gate = rf"{edge}(?=\d|{_tree(begins)}|{spans})"  # most words fail here, in one look
    alone = r"(?:(?<!-)|(?<=\d-)|(?<=\bmi-)|(?<=\bmid-))"  # 2011-2013, mi-mars, not Saint-Lundi
    return rf"{gate}{alone}(?:{'|'.join(forms)})"
