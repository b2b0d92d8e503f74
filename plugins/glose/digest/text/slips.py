"""What somebody meant who wrote a word that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The known word that was probably meant, as advice; else `otherwise`, or all that are known."""
    words = list(known)
    near = get_close_matches(word, words, 1)
    return f"did you mean {near[0]!r}?" if near else otherwise or f"write one of {', '.join(words)}"
