"""The words right beside a name, as far as a name may go on: shapes that several rules share."""

from __future__ import annotations

import re
from functools import lru_cache

from glose.digest.glossary.bounds import ARTICLES, CONTRACTIONS
from glose.digest.glossary.fold import APOSTROPHES, key

FARTHEST = 50
"""Characters before and after a name that are looked at."""
SHORT = 3
"""Letters of a title that has a capital when it is one: "Me", not "me"."""
GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
WORD = rf"[^\W\d_](?:[^\W_]|[-‐‑.{APOSTROPHES}](?=[^\W_]))*"
_LEFT = re.compile(rf"(?<![^\W_])({WORD})(\.?){GAP}\Z")
RIGHT = re.compile(rf"{GAP}({WORD})")
OF_WORDS = tuple(
    "de la /de l'/de l’/de /du /des /d'/d’/of /von /van /della /dell'/dell’/di /del /do /da /de los ".split(
        "/"
    )
)
OF = f"(?:{'|'.join(OF_WORDS)})"
"""What stands between a street, an office and the name it has."""


def left_of(text: str, start: int) -> re.Match[str] | None:
    """The word before `start`, and the full stop after it; None where none stands beside it."""
    if not start or not text[start - 1].isspace():
        return None
    low = max(0, start - FARTHEST)
    last = text[low:start].rstrip().rfind(" ")  # no word has a space: the search need not begin before it
    return _LEFT.search(text, low + max(last, 0), start)


@lru_cache(maxsize=10_000)
def folded(word: str) -> str:
    """The folded parts of one word, with single spaces; the same few stand beside names again and again."""
    return key(word)


def bare(word: str) -> str:
    """A word without the elided one or the Arabic article before it; empty for a possessive ("Syria’s")."""
    head, _, tail = word.replace("’", "'").rpartition("'")
    if head and folded(tail) in CONTRACTIONS:
        return ""
    article, hyphen, rest = tail.partition("-")
    return rest if hyphen and folded(article) in ARTICLES else tail
