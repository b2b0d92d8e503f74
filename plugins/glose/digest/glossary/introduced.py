"""Abbreviations that a text introduces beside the name that they stand for: ``Long Name (LN)``, ``LN (Long Name)``.

The letters are looked for from the right, first as initials, then anywhere with the first letter as an initial: the
method of A. Schwartz and M. Hearst (2003), which knows no language. Small words in between need no letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

SHORTEST, LONGEST = 2, 10
"""Letters of an abbreviation."""
REACH = 160
"""Characters before a bracket in which the name is looked for."""
_BRACKET = re.compile(r"\(([^()\n]{2,160})\)")
_BEFORE = re.compile(r"([^\W\d_][\w.&/-]*)[\s\u00a0]*\Z")
_SENTENCE = re.compile(r"[.!?;:\n()«»“”\"](?:\s|\Z)|[()«»“”\"\n]")
_WORD = re.compile(r"[^\W_]+")
_QUOTES = " \u00a0\u202f'’\"«»“”„‚‘"


class Introduced(NamedTuple):
    """A name and its abbreviation, side by side."""

    start: int
    """First code point of the two."""
    end: int
    long: str
    short: str


def introduced(text: str) -> Iterator[Introduced]:
    """Every abbreviation that `text` introduces, from left to right.

    >>> [one[2:] for one in introduced("The Sample Front for Change (SFC) and the LOS (League of Samples).")]
    [('Sample Front for Change', 'SFC'), ('League of Samples', 'LOS')]
    """
    for bracket in _BRACKET.finditer(text):
        inside = re.split(r"[,;:=]| – ", bracket[1])[0].strip(_QUOTES)
        before = text[max(0, bracket.start() - REACH) : bracket.start()]
        before = before[max((cut.end() for cut in _SENTENCE.finditer(before.rstrip())), default=0) :]
        offset = bracket.start() - len(before)
        if is_short(inside):
            start = beginning(inside, before.rstrip(_QUOTES))
            if start is not None and not same(before[start:], inside):
                yield Introduced(offset + start, bracket.end(), before[start:].strip(_QUOTES), inside)
        elif (last := _BEFORE.search(before)) and is_short(last[1]) and beginning(last[1], inside) == 0:
            yield Introduced(offset + last.start(), bracket.end(), inside, last[1])


def is_short(word: str) -> bool:
    """True for what may be an abbreviation: one word with two capitals, or one of a few letters with a capital."""
    letters = [letter for letter in word if letter.isalpha()]
    if not SHORTEST <= len(letters) <= LONGEST or any(sign.isspace() for sign in word):
        return False
    capitals = sum(letter.isupper() for letter in letters)
    caseless = not any(letter.lower() != letter.upper() for letter in letters)
    return caseless or capitals >= 2 or (letters[0].isupper() and len(letters) <= 6)


def beginning(short: str, long: str) -> int | None:
    """Where in `long` the name begins that `short` stands for and that ends with it; None if there is none."""
    letters = [plain(letter) for letter in short if letter.isalpha()]
    words = [(found.start(), found[0]) for found in _WORD.finditer(long)]
    words = words[-(3 * len(letters) + 2) :]
    if not words or (start := _initials(letters, words)) is None:
        # In a word of small letters only initials prove anything: any word holds some letters of the text before it.
        proves = sum(letter.isupper() for letter in short) >= 2 or short.lower() == short.upper()
        start = _anywhere(letters, words) if words and proves else None
    if start is None or (long[start].lower() != long[start].upper() and not long[start].isupper()):
        return None
    return start


def _initials(letters: list[str], words: list[tuple[int, str]]) -> int | None:
    """The last word must give its initial; small words and single others may be passed over."""
    left, passed = len(letters), 0
    for number, (start, word) in enumerate(reversed(words)):
        if plain(word[0]) == letters[left - 1]:
            left -= 1
            if not left:
                return start
        elif number == 0:
            return None
        elif not (len(word) <= 3 or word[0].islower()):
            passed += 1
            if passed > 1:
                return None
    return None


def _anywhere(letters: list[str], words: list[tuple[int, str]]) -> int | None:
    left = len(letters)
    for start, word in reversed(words):
        for place in range(len(word) - 1, -1, -1):
            if plain(word[place]) == letters[left - 1] and (left > 1 or place == 0):
                left -= 1
                if not left:
                    return start
    return None


def plain(letter: str) -> str:
    """A letter without accents and case."""
    return unicodedata.normalize("NFD", letter.casefold())[:1]


def same(long: str, short: str) -> bool:
    """True when the name is but the abbreviation itself."""
    return [plain(one) for one in long if one.isalpha()] == [plain(one) for one in short if one.isalpha()]
