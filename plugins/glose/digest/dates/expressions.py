"""Atoms joined to expressions, and told from names and other words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from glose.digest.dates.lexicon import Lexicon
from glose.digest.dates.scan import Atom

NEAR = 64
"""Characters before a date in which its cue or its name stands."""
OPENING = "\"'«“‘([—–-"


@dataclass(frozen=True, slots=True)
class Expression:
    """One atom, or two that make a stretch, with the opener of the stretch."""

    start: int
    end: int
    first: Atom
    last: Atom | None = None


def expressions(atoms: Sequence[Atom], flat: str, lexicon: Lexicon) -> Iterator[Expression]:
    """Atoms, those joined to a stretch together, in reading order."""
    index = 0
    while index < len(atoms):
        first, last = atoms[index], atoms[index + 1] if index + 1 < len(atoms) else None
        start = None if last is None else _range_start(first, last, flat, lexicon)
        if last is None or start is None:
            yield Expression(first.start, first.end, first)
            index += 1
            continue
        index += 2
        if _is_pair(first, last, flat[start : first.start], flat[first.end : last.start], lexicon):
            yield Expression(
                first.start, first.end, replace(first, kind="date", month=last.month, year=last.year)
            )
            yield Expression(last.start, last.end, last)
            continue
        habit = first.kind == "weekday" and first.day is None and flat[start : first.start] in lexicon.habits
        if not habit:
            yield Expression(start, last.end, first, last)


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
    if first.kind == "number" and (first.weekday is not None or join in lexicon.both):
        openers = (*openers, "")  # samedi 12 et dimanche 13 mars, 1 and 2 April
    for opener in openers:
        start = first.start - len(opener)
        if flat.endswith(opener, 0, first.start) and not (opener and flat[start - 1 : start].isalnum()):
            return start
    return None


def _is_pair(first: Atom, last: Atom, opener: str, join: str, lexicon: Lexicon) -> bool:
    """Whether two numbered days stand apart: on 3 and 9 April, but not between them nor one after the other."""
    if first.kind != "number" or join not in lexicon.both or opener in lexicon.between:
        return False
    return last.day is not None and last.day - (first.day or 0) != 1


def is_undated(expression: Expression, flat: str, lexicon: Lexicon) -> bool:
    """Whether a season or a named day is spoken of without dating anything: marché de Noël, vêtements d'été."""
    atom, before = expression.first, flat[max(0, expression.start - NEAR) : expression.start]
    if atom.year is not None or atom.turn is not None or atom.kind not in ("season", "holiday"):
        return False
    openers = lexicon.season_in if atom.kind == "season" else (*lexicon.holiday_after, *_spaced(lexicon.cues))
    if atom.kind == "season":
        if flat.startswith(lexicon.season_not_before, expression.end):
            return True
        if flat[atom.start : atom.end] in lexicon.season_words:
            openers = tuple(opener for opener in openers if " " in opener.strip())
    return not any(
        before.endswith(opener) and not before[: -len(opener)][-1:].isalnum() for opener in openers
    )


def _spaced(words: Collection[str]) -> Iterator[str]:
    return (f"{word} " for word in words)


def is_name(expression: Expression, text: str, flat: str, lexicon: Lexicon) -> bool:
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
    words = flat[max(0, expression.start - NEAR) : expression.start].rsplit(None, 2)
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
    before = text[max(0, atom.name - NEAR) : atom.name].rstrip()
    return bool(before) and before[-1] not in f".!?:;…»”{OPENING}"


def is_bare(atom: Atom) -> bool:
    """Whether it takes a cue to tell this from another word or number."""
    return atom.kind in ("year", "number") or (
        atom.kind == "month" and atom.year is None and atom.turn is None
    )
