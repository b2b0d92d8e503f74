"""Which words are quoted: between quotation marks, inside one paragraph."""

from __future__ import annotations

import re

from plugins.digest.glossary.fold import BREAK

_MARK = re.compile(rf"[«»“”„\"{BREAK}]|\n[ \t]*\n")
_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"', "»": "«"}
"""What ends a quotation, by what began it; Danish and German print turns the guillemets round."""


def quoted(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks, in order. One that is not closed goes to the end of its paragraph."""
    found: list[tuple[int, int]] = []
    since, closing = -1, ""
    for mark in _MARK.finditer(text):
        sign = mark[0]
        if since >= 0 and (sign in closing or (sign not in _CLOSING and sign != "”")):
            found.append((since, mark.start()))
            since = -1
        elif since < 0 and sign in _CLOSING:
            since, closing = mark.end(), _CLOSING[sign]
    if since >= 0:
        found.append((since, len(text)))
    return found
