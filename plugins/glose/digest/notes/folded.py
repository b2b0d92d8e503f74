"""Text as anchoring compares it: what typography, accents and capitals change is folded away, with every place kept."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import category, normalize

_SAME = {"‘": "'", "’": "'", "ʼ": "'", "′": "'", "‚": "'"} | dict.fromkeys("‐‑‒–—―−", "-")
_DROPPED = frozenset('"“”„‟«»″')
"""Quotation marks: a house sets its own, with or without a space inside."""
_CLOSING = frozenset(",;:!?.)]}%")
"""A house sets a space before some of these, or none."""


class Folded(NamedTuple):
    """One paragraph."""

    text: str
    at: tuple[int, ...]
    """For each character of `text`, the offset that it comes from."""


@cache
def _fold(char: str) -> str:
    if char in _DROPPED or (category(char) in ("Cf", "Mn", "Me", "Cc") and not char.isspace()):
        return ""
    if char.isspace():
        return " "
    if char in _SAME:
        return _SAME[char]
    parts = (one for one in normalize("NFKD", char) if category(one) not in ("Mn", "Me", "Cf"))
    return " ".join("".join(parts).casefold().split()) or " "


@lru_cache(maxsize=1024)
def fold(text: str) -> Folded:
    """The text without quotation marks, accents, capitals and doubled spaces.

    >>> fold("« L’Été » : il  dit").text == fold('"l\\'ete": il dit').text
    True
    """
    out: list[str] = []
    at: list[int] = []
    space = True
    for place, char in enumerate(text):
        for one in _fold(char):
            if one == " ":
                if not space:
                    out.append(one)
                    at.append(place)
                space = True
                continue
            if space and out and one in _CLOSING:
                out.pop()
                at.pop()
            space = False
            out.append(one)
            at.append(place)
    if out and space:
        out.pop()
        at.pop()
    return Folded("".join(out), tuple(at))


class Place(NamedTuple):
    """A stretch of a text, by paragraphs of the original."""

    paragraph: int
    """Number of the paragraph in which it begins, from 0."""
    start: int
    """Offset there, in code points."""
    last: int
    """Number of the paragraph in which it ends."""
    end: int
    """Offset there, exclusive."""


class Text:
    """Paragraphs, folded and joined by single spaces."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.paragraphs = tuple(paragraphs)
        self._parts = [fold(one) for one in self.paragraphs]
        self._starts: list[int] = []
        """Where each paragraph begins in `folded`."""
        at = 0
        for part in self._parts:
            self._starts.append(at)
            at += len(part.text) + (1 if part.text else 0)
        self._edges = frozenset(self._starts)
        self.folded = " ".join(part.text for part in self._parts if part.text)

    def paragraph(self, at: int) -> int:
        """The number, from 0, of the paragraph in which a place of `folded` lies."""
        number = bisect_right(self._starts, at) - 1
        while not self._parts[number].text:  # an empty one begins where the next does
            number -= 1
        return number

    def is_edge(self, at: int) -> bool:
        """True where a paragraph of `folded` begins or ends, with or without the space between two."""
        return at <= 0 or at >= len(self.folded) or bool({at, at + 1} & self._edges)

    def bounds(self, at: int) -> tuple[int, int]:
        """Where in `folded` the paragraph of a place begins and ends."""
        number = self.paragraph(at)
        return self._starts[number], self._starts[number] + len(self._parts[number].text)

    def place(self, start: int, end: int) -> Place:
        """Where `folded[start:end]` stands; marks of a letter and the letter stay together."""
        first, last = self.paragraph(start), self.paragraph(end - 1)
        begin = self._parts[first].at[start - self._starts[first]]
        part = self._parts[last]
        inside = end - 1 - self._starts[last]
        stop = part.at[inside] + 1
        text = self.paragraphs[last]
        while stop < len(text) and category(text[stop]) in ("Mn", "Me", "Cf") and not _fold(text[stop]):
            stop += 1
        return Place(first, begin, last, stop)

    def stretch(self, place: Place) -> tuple[int, int]:
        """Where a place stands in `folded`: from its first letter to after its last; empty where it has none."""
        first, last = self._parts[place.paragraph], self._parts[place.last]
        start = self._starts[place.paragraph] + bisect_left(first.at, place.start)
        end = self._starts[place.last] + bisect_left(last.at, place.end)
        while start < end and self.folded[start] == " ":
            start += 1
        while start < end and self.folded[end - 1] == " ":
            end -= 1
        return start, max(start, end)

    def words(self, place: Place) -> str:
        """The original words of a place."""
        if place.paragraph == place.last:
            return self.paragraphs[place.last][place.start : place.end]
        between = self.paragraphs[place.paragraph + 1 : place.last]
        return "\n".join(
            (
                self.paragraphs[place.paragraph][place.start :],
                *between,
                self.paragraphs[place.last][: place.end],
            )
        )
