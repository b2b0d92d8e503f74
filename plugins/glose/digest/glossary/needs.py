"""Which capitals a word of a text must have to stand for a word of a name."""

from __future__ import annotations

from enum import IntEnum

from glose.digest.glossary.bounds import ARTICLES
from glose.digest.glossary.fold import DIGITS, key
from glose.digest.glossary.term import Case

LONGEST_UNIT = 3
"""Characters of a unit with its raised digit, whose letters keep their case: m², km²."""


class Need(IntEnum):
    """What a word of the text must have."""

    NOTHING = 0
    CAPITAL = 1
    CAPITALS = 2
    SAME = 3
    """The capitals that the name has, or all."""


def needed(word: str, case: Case, *, alone: bool) -> Need:
    """What a word of the text must have to stand for this word of a name."""
    if case == "any":
        return Need.NOTHING
    if case == "acronym":
        return Need.CAPITALS
    if word.isupper() and len(word) > 1:
        return Need.CAPITALS
    if len(word) <= LONGEST_UNIT and word[-1:] in DIGITS:
        return Need.SAME
    if word[:1].isupper():
        return Need.NOTHING if key(word) in ARTICLES and not alone else Need.CAPITAL
    return Need.SAME if any(c.isupper() for c in word) else Need.NOTHING
