"""The dates that an article mentions, each resolved against its day of publication."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache

from plugins.digest.dates.arabic import ARABIC
from plugins.digest.dates.english import ENGLISH
from plugins.digest.dates.french import FRENCH
from plugins.digest.dates.german import GERMAN
from plugins.digest.dates.lexicon import Cue, Lexicon
from plugins.digest.dates.names import primary_tag
from plugins.digest.dates.resolve import (
    Resolved,
    resolve,
    resolve_amount,
    resolve_range,
    resolve_within,
    under,
)
from plugins.digest.dates.scan import Atom, Scanner
from plugins.digest.dates.spanish import SPANISH
from plugins.digest.model.article import DateMention

LEXICONS: tuple[Lexicon, ...] = (FRENCH, ENGLISH, SPANISH, GERMAN, ARABIC)
"""The languages whose prose is read; in another no mention is found."""

_AHEAD = frozenset({"until", "by", "before", "start", "next"})
_WORDS = 4
"""Words: the longest cue."""
_NEAR = 64
"""Characters before a date in which its cue, its name or its verb stands."""
_VERB_TO_DATE = 6
"""Words at most between a verb in the future and the date it throws ahead."""
_OPENING = "\"'«“‘([—–-"
_CLAUSE_END = re.compile(r"[.,;:!?\"«»“”()]")


@dataclass(frozen=True, slots=True)
class _Expression:
    """One atom, or two that make a stretch, with the opener of the stretch."""

    start: int
    end: int
    first: Atom
    last: Atom | None = None


def mentioned(paragraphs: Sequence[str], published: date | None, lang: str) -> tuple[DateMention, ...]:
    """The dates that the paragraphs mention, in reading order, each with its words verbatim.

    A bare weekday is the latest such day up to the publication, its own day included; so is a day and month
    without a year, unless the words look forward (d'ici, jusqu'au, avant le, prévu le, a verb in the future).
    A weekday that contradicts its date gives the rule ``contradiction`` and no days. Without `published`,
    only full dates, months and years resolve; the rest is ``unresolved``, and nothing is invented.
    The rules' names are those of `resolve`, after ``since``, ``until``, ``by``, ``before`` or ``start``
    where the words say so.

    >>> [(m.text, m.rule) for m in mentioned(["Il l'a dit mardi."], date(2016, 3, 15), "fr")]
    [('mardi', 'latest-weekday')]
    """
    scanner = _scanner(primary_tag(lang))
    if scanner is None:
        return ()
    day = published.date() if isinstance(published, datetime) else published
    return tuple(mention for text in paragraphs for mention in _in_paragraph(text, day, scanner))


@lru_cache(maxsize=64)
def _scanner(lang: str) -> Scanner | None:
    return next((Scanner(lexicon) for lexicon in LEXICONS if lexicon.lang == lang), None)


def _in_paragraph(text: str, published: date | None, scanner: Scanner) -> Iterator[DateMention]:
    flat, lexicon = scanner.flatten(text), scanner.lexicon
    for expression in _expressions(tuple(scanner.atoms(flat)), flat, lexicon):
        if _is_name(expression, text, flat, lexicon):
            continue
        if expression.first.kind == "amount":
            found = _amount(expression, flat, published, lexicon)
        else:
            found = _dated(expression, flat, published, lexicon)
        if found is not None:
            start, (since, until, rule) = found
            yield DateMention(text[start : expression.end], since, until, rule)


def _expressions(atoms: Sequence[Atom], flat: str, lexicon: Lexicon) -> Iterator[_Expression]:
    """Atoms, those joined to a stretch together, in reading order."""
    index = 0
    while index < len(atoms):
        first, last = atoms[index], atoms[index + 1] if index + 1 < len(atoms) else None
        start = None if last is None else _range_start(first, last, flat, lexicon)
        if last is None or start is None:
            yield _Expression(first.start, first.end, first)
            index += 1
            continue
        index += 2
        habit = first.kind == "weekday" and first.day is None and flat[start : first.start] in lexicon.habits
        if not habit:
            yield _Expression(start, last.end, first, last)


def _range_start(first: Atom, last: Atom, flat: str, lexicon: Lexicon) -> int | None:
    """Where the stretch between two atoms begins, its opener included; None where they make none."""
    join = flat[first.end : last.start].removeprefix(".")  # du 28 déc. au 3 jan
    if last.kind == "phrase":
        whole = {"weekday": "week", "date": "year", "month": "year"}.get(first.kind)
        linked = last.unit == whole and first.year is None and join in lexicon.links
        return first.start if linked else None
    if first.kind not in ("date", "number", "weekday", "month", "year"):
        return None
    if last.kind != ("date" if first.kind == "number" else first.kind):
        return None
    openers = lexicon.ranges.get(join, ())
    if first.kind == "number" and first.weekday is not None:
        openers = (*openers, "")  # samedi 12 et dimanche 13 mars
    for opener in openers:
        start = first.start - len(opener)
        if flat.endswith(opener, 0, first.start) and not (opener and flat[start - 1 : start].isalnum()):
            return start
    return None


def _dated(
    expression: _Expression, flat: str, published: date | None, lexicon: Lexicon
) -> tuple[int, Resolved] | None:
    """Where the mention begins, its cue included, and what it means; None where it is no date at all."""
    first, last = expression.first, expression.last
    start = expression.start
    if first.kind in ("month", "year"):
        start = next((start - len(part) for part in lexicon.parts if flat.endswith(part, 0, start)), start)
    narrowed = start != expression.start
    cue, begin = _cue(flat, start, lexicon.cues, lexicon.articles)
    if cue != "in" or first.kind in ("month", "year"):
        start = begin
    if last is None and not (cue or narrowed) and _is_bare(first):
        return None
    ahead = cue in _AHEAD or (cue != "since" and _thrown_ahead(flat[max(0, start - _NEAR) : start], lexicon))
    if last is None:
        found = resolve(first, published, ahead=ahead)
    elif last.kind == "phrase":
        found = resolve_within(first, last, published)
    else:
        found = resolve_range(first, last, published, ahead=ahead)
    return start, under(cue, found, published)


def _is_bare(atom: Atom) -> bool:
    """Whether it takes a cue to tell this from another word or number."""
    return atom.kind in ("year", "number") or (
        atom.kind == "month" and atom.year is None and atom.turn is None
    )


def _amount(
    expression: _Expression, flat: str, published: date | None, lexicon: Lexicon
) -> tuple[int, Resolved] | None:
    """The same of an amount of time; None for a mere duration, or one counted from another moment."""
    atom = expression.first
    cue, start = _cue(flat, atom.start, lexicon.amount_cues, ())
    if atom.ago:
        cue = "ago"
    elif atom.turn is not None:
        cue = "within" if atom.turn > 0 else "past"
    if cue is None or flat.startswith(lexicon.amount_not_before, expression.end):
        return None
    return start, resolve_amount(atom, cue, published)


def _cue(flat: str, start: int, cues: Mapping[str, Cue], articles: Collection[str]) -> tuple[Cue | None, int]:
    """What the words before a date say of it, and where they begin; no cue leaves the date's own start."""
    before = flat[max(0, start - _NEAR) : start]
    for article in (*articles, ""):
        if not before.endswith(f" {article}"):
            continue
        words = before[: len(before) - len(article) - 1].rsplit(" ", _WORDS)[-_WORDS:]
        for count in range(len(words), 0, -1):
            said = " ".join(words[-count:]).lstrip(_OPENING)
            for phrase in (said, said.partition("'")[2]):  # qu'en 2011
                if phrase in cues:
                    return cues[phrase], start - len(article) - 1 - len(phrase)
    return None, start


def _is_name(expression: _Expression, text: str, flat: str, lexicon: Lexicon) -> bool:
    """Whether the words are part of a name or a habit, or another word: Journal du Dimanche, chaque lundi."""
    named = expression.last or expression.first
    if any(_wrong_capital(atom, text, lexicon) for atom in (expression.first, named)):
        return True
    if named.kind in ("weekday", "month") and named.year is None:
        capital = text[expression.end + 1 : expression.end + 2].isupper()
        if flat.startswith(lexicon.not_before, expression.end) and (capital or not lexicon.capitals):
            return True
    if expression.first.kind not in ("weekday", "date", "phrase"):
        return False
    words = flat[max(0, expression.start - _NEAR) : expression.start].rsplit(None, 2)
    return bool(words) and (words[-1] in lexicon.not_after or " ".join(words[-2:]) in lexicon.not_after)


def _wrong_capital(atom: Atom, text: str, lexicon: Lexicon) -> bool:
    """Whether a capital, or its lack, makes the name of a month or weekday, or a phrase, another word."""
    if atom.name is None:
        return False
    capital = text[atom.name].isupper()
    if lexicon.capitals and atom.kind != "phrase":
        return not capital
    if not capital or atom.kind == "date" or atom.year is not None or text[atom.name + 1].isupper():
        return False
    before = text[max(0, atom.name - _NEAR) : atom.name].rstrip()
    return bool(before) and before[-1] not in f".!?:;…»”{_OPENING}"


def _thrown_ahead(before: str, lexicon: Lexicon) -> bool:
    """Whether the clause before a date has a verb in the future that governs it: se réunira mardi."""
    clause = _CLAUSE_END.split(before)[-1]
    verbs = [verb.end() for verb in _verbs(lexicon.future).finditer(clause)]
    if not verbs:
        return False
    between = clause[verbs[-1] :].split()
    return len(between) <= _VERB_TO_DATE and lexicon.past.isdisjoint(between)


@cache
def _verbs(future: str) -> re.Pattern[str]:
    return re.compile(future)
