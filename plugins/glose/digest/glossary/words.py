"""A text as folded words, each with its place in the raw text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import accumulate

from glose.digest.glossary.fold import Folded, fold

_SMALL = re.compile(r"[^\W\d_A-ZÀ-Þ]")
FEW = 20
"""Words for each of which the text is looked through; when more are asked for, all its small ones are gathered."""
WIDE = 4
"""Separators that are looked through for each word, when words around a place are wanted."""


class Words:
    """The folded words of a text. An empty word stands between two separators that follow each other."""

    __slots__ = ("_asked", "_ends", "_small", "folded", "text", "words")

    def __init__(self, text: str, folded: Folded) -> None:
        self.text = text
        self.folded = folded
        self.words = folded.text.split(" ")
        self._ends = list(accumulate(map(len, self.words)))
        """How many letters there are up to the end of each word, without the separators."""
        self._asked = 0
        self._small: frozenset[str] | None = None

    def start(self, at: int, skip: int = 0) -> int:
        """The raw offset at which word number `at` begins, or its character number `skip`."""
        offset = self._ends[at] + at - len(self.words[at]) + skip
        return self.folded.raw(offset) if self.folded.at else offset

    def end(self, at: int, upto: int = -1) -> int:
        """The raw offset after word number `at`, or after `upto` of its characters, with the marks on the last."""
        offset = self._ends[at] + at
        if upto >= 0:
            offset += upto - len(self.words[at])
        if not self.folded.at:
            return offset
        end = self.folded.raw_end(offset)
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return end

    def number(self, start: int) -> int:
        """The number of the word that begins at that raw offset; -1 where none does."""
        if not self.words:
            return -1
        low, high = 0, len(self.words) - 1
        while low < high:
            middle = (low + high) // 2
            if self.start(middle) < start:
                low = middle + 1
            else:
                high = middle
        while low < len(self.words) and not self.words[low] and self.start(low) == start:
            low += 1
        return low if low < len(self.words) and self.start(low) == start else -1

    def after(self, at: int) -> int:
        """The number of the next word after `at` that is not empty; the number of words at the end."""
        words = self.words
        at += 1
        while at < len(words) and not words[at]:
            at += 1
        return at

    def has_small(self, word: str) -> bool:
        """True where the text has that folded word without a capital."""
        self._asked += 1
        if self._asked <= FEW:
            return any(map(self._is_small, self._places(word)))
        if self._small is None:
            self._small = frozenset(word for at, word in enumerate(self.words) if self._is_small(at))
        return word in self._small

    def _places(self, word: str) -> Iterator[int]:
        at = -1
        with suppress(ValueError):
            while True:
                yield (at := self.words.index(word, at + 1))

    def _is_small(self, at: int) -> bool:
        return _SMALL.match(self.text, self.start(at)) is not None

    def around(self, first: int, last: int, within: int) -> list[str]:
        """The `within` words before word `first` and after word `last`, in order, an empty one between."""
        wide = WIDE * within
        before = [word for word in self.words[max(0, first - wide) : first] if word]
        after = [word for word in self.words[last + 1 : last + 1 + wide] if word]
        return [*before[-within:], "", *after[:within]]


@lru_cache(4)
def page_words(text: str) -> Words:
    """The words of a page's text, which several look at one after the other."""
    return Words(text, fold(text))
