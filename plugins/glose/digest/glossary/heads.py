"""Which words of a name agree with one another: those before the first preposition or article."""

from __future__ import annotations

import re

from glose.digest.glossary.fold import word_set

_STOPS = word_set(
    "de du des d à au aux en pour par sur sous dans contre avec sans et ou le la les l of in on for to"
    " by at from with against and or the von vom zur zum für gegen über im am der die das und del della"
    " dei di el los las e y con para por contra da do dos"
)
"""Words after which a name does not inflect: "chefs d’État", "states of emergency"."""
_WORD = re.compile(r"[^\W\d_][^\s'’]*|['’]")


def agreeing(text: str) -> list[re.Match[str]]:
    """The words of a name that take its number and gender, in order."""
    words: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if word[0] in "'’" or word[0].lower() in _STOPS:
            if words and word[0] in "'’":
                words.pop()  # the elided word itself
            break
        words.append(word)
    return words
