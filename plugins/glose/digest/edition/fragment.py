"""Links to the very words: text fragments (WICG ScrollToTextFragment)."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

CONTEXT = 3
"""Words on each side that tell one place from another."""


@lru_cache(1_000)
def fragment(before: str, words: str, after: str) -> str:
    """The part of an address that leads a browser to `words` between `before` and `after`.

    A browser that does not know text fragments opens the page at its top. Commas, ampersands and hyphens mean
    something in the syntax, so they are always encoded; ``quote`` leaves the hyphen alone.

    >>> fragment("où le", "Front al-Nosra", "n’est pas")
    '#:~:text=o%C3%B9%20le-,Front%20al%2DNosra,-n%E2%80%99est%20pas'
    """
    head = " ".join(before.replace("…", " ").split(" ")[-CONTEXT - 1 :]).strip(" ")
    tail = " ".join(after.replace("…", " ").split(" ")[: CONTEXT + 1]).strip(" ")
    parts = (f"{_encode(head)}-," if head else "", _encode(words), f",-{_encode(tail)}" if tail else "")
    return "#:~:text=" + "".join(parts)


class _Encoded(dict[int, str]):
    """How each character is written, as far as it was asked: ``quote`` asks for each byte anew."""

    def __missing__(self, character: int) -> str:
        encoded = self[character] = quote(chr(character), safe="").replace("-", "%2D")
        return encoded


_ENCODED = _Encoded()


def _encode(text: str) -> str:
    return text.translate(_ENCODED)
