"""Where in a text the words of a note stand now: exactly, else nearly, and never where there is a doubt.

The score of a place is 50 parts its words, 20 what stands before, 20 what stands after, 2 the paragraph's number
(Hypothesis's weights), over those that the note gives. Below `FLOOR` nothing is the place: the note is an orphan.

A score says how good a place is, not that it is the right one: sentences are like each other. So a place that is not
letter for letter as the note has it must be the only one that can be it, and `doubt` asks whether it is a twin.

Text is that which pages show, a paragraph a string: of the body without pull quotes, captions, marks of other notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from glose.digest.notes.candidates import KEPT, Candidate, Candidates
from glose.digest.notes.doubt import (
    EDITS,
    is_close,
    is_left_behind,
    is_possible,
    is_rival,
    is_sure,
    is_witnessed,
    sentences,
)
from glose.digest.notes.folded import Text
from glose.digest.notes.note import Note, Quotation

__all__ = ("EDITS", "KEPT", "Anchor", "Finding", "anchor", "find", "suggestions")

FLOOR = 0.80
"""Least score of a place."""
LOOSE = 0.4
"""Edits up to which a place is worth showing to the editor of an orphan."""
SHOWN = 3
"""Places that are shown."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the words stand. Offsets are code points, the end exclusive; paragraphs are counted from 0."""

    paragraph: int
    start: int
    end: int
    score: float
    last: int
    """The paragraph in which they end, and to which `end` belongs."""


State = Literal["found", "ambiguous", "orphan"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of looking for a note's words."""

    state: State
    anchor: Anchor | None
    """None unless found."""
    best: tuple[Anchor, ...]
    """The places that were considered, the best first."""
    words: float = 0.0
    """Likeness of the found words to those of the note: 1 when they are the same."""
    around: float = 0.0
    """Likeness of what stands around them; 1 when the note does not say."""


def anchor(note: Note, paragraphs: Sequence[str]) -> Anchor | None:
    """Where the note's words stand in a text; None where that is in doubt.

    >>> from datetime import date
    >>> note = Note("n1", "context", Quotation("le pont", "a dit que "), {}, "", date(2016, 3, 15), ())
    >>> found = anchor(note, ["Le maire.", "Il a dit que le pont est ouvert."])
    >>> found.paragraph, found.start, found.end
    (1, 13, 20)
    """
    return find(note.on, Text(paragraphs), note.hint).anchor


def find(on: Quotation, text: Text, hint: int = 0) -> Finding:
    """Looks for a quotation in a text. `hint`: number of its paragraph, from 1; 0 for none."""
    search = Candidates(on, text, hint)
    if not search.needle:
        return Finding("orphan", None, ())
    places = search.exact()
    if not any(one.is_verbatim for one in places):
        places += (
            one
            for one in search.near(EDITS)
            if all(one.end <= other.start or one.start >= other.end for other in places)
        )
    places.sort(key=lambda one: (-one.total, one.start))
    shown = tuple(_anchor(one, search) for one in places[:SHOWN])
    best = _best(places, search)
    if isinstance(best, str):
        return Finding(best, None, shown)
    return Finding("found", _anchor(best, search), shown, best.words, best.around)


def suggestions(on: Quotation, text: Text, hint: int = 0) -> tuple[Anchor, ...]:
    """Places where an orphan's words may once have stood: for an editor to look at."""
    search = Candidates(on, text, hint)
    if not search.needle:
        return ()
    places = sorted(search.near(LOOSE), key=lambda one: -one.total)
    return tuple(_anchor(one, search) for one in places[:SHOWN])


def _best(places: Sequence[Candidate], search: Candidates) -> Candidate | State:
    """The place, or why there is none. `places` begin with the best."""
    possible = [one for one in places if one.is_verbatim or is_possible(one, search)]
    if not possible or possible[0].total < FLOOR:
        return "orphan"
    first = possible[0]
    if any(is_close(one, first, search) for one in places if one not in possible):
        return "ambiguous"
    rivals = [one for one in possible if one is first or is_rival(one, first, search.hint)]
    if len({sentences(one, search) for one in rivals}) > 1:
        return "ambiguous"
    if not is_sure(first, search):
        return "orphan"
    if is_left_behind(first, possible, search) or not is_witnessed(first, search):
        return "ambiguous"
    alike = [one for one in rivals if (one.words, one.around) == (first.words, first.around)]
    if len(alike) > 1 and not search.hint:
        return "ambiguous"
    return min(alike, key=lambda one: abs(one.paragraph + 1 - search.hint))


def _anchor(one: Candidate, search: Candidates) -> Anchor:
    place = search.text.place(*search.whole_words(one.start, one.end))
    return Anchor(place.paragraph, place.start, place.end, round(one.total, 4), place.last)
