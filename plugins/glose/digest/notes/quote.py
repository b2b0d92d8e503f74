"""Words that an editor chose become a quotation that stands once: as much of what is around them as that takes."""

from __future__ import annotations

import re
from itertools import accumulate

from glose.digest.notes.anchor import find
from glose.digest.notes.folded import Place, Text, fold
from glose.digest.notes.note import Quotation

AROUND = 32
"""Characters kept before and after, widened to whole words: as Hypothesis keeps."""
MOST = 160
"""More of them tells nothing new."""


def occurrences(words: str, text: Text) -> tuple[Place, ...]:
    """Where those words stand, whatever quotation marks, accents and spaces they are written with."""
    needle, whole = fold(words).text, text.folded
    found: list[Place] = []
    at = whole.find(needle) if needle else -1
    while at >= 0:
        found.append(text.place(at, at + len(needle)))
        at = whole.find(needle, at + len(needle))
    return tuple(found)


def quotation(place: Place, text: Text) -> tuple[Quotation, int]:
    """The words of that place as a note names them, and the number of their paragraph, from 1."""
    whole = " ".join(text.paragraphs)
    starts = [0, *accumulate(len(one) + 1 for one in text.paragraphs)]
    begin, end = starts[place.paragraph] + place.start, starts[place.last] + place.end
    own = _first_letter(text.paragraphs[place.paragraph], place.start)
    hint, size = place.paragraph + 1, AROUND
    while True:
        made = Quotation(
            _line(whole[begin:end]).strip(), _before(whole, begin, size), _after(whole, end, size)
        )
        found = find(made, text)
        if size >= MOST or (
            found.anchor and (found.anchor.paragraph, found.anchor.start) == (place.paragraph, own)
        ):
            return made, hint
        size *= 2


def _first_letter(paragraph: str, at: int) -> int:
    """The first place from `at` on that counts when texts are compared: no quotation mark, no space."""
    while at < len(paragraph) and not fold(paragraph[at]).text:
        at += 1
    return at


def _before(whole: str, begin: int, size: int) -> str:
    start = max(0, begin - size)
    while start and not whole[start - 1].isspace() and begin - start < 2 * size:
        start -= 1
    return _line(whole[start:begin]).lstrip()


def _after(whole: str, end: int, size: int) -> str:
    stop = min(len(whole), end + size)
    while stop < len(whole) and not whole[stop].isspace() and stop - end < 2 * size:
        stop += 1
    return _line(whole[end:stop]).rstrip()


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
