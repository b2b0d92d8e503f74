"""What stands above a text, and for it in lists: its standfirst, unless the text says the same."""

from __future__ import annotations

import re
from typing import NamedTuple

from glose.digest.site.lines import bare
from glose.digest.text.similarity import words

SHINGLE = 3
"""Words that are compared together."""
REPEATED = 0.7
"""Share of a standfirst's words, by threes, that stand in the text when it says nothing new."""
LONGEST = 320
"""Characters of a first paragraph in a list."""
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.S)


class Lead(NamedTuple):
    """A text in short."""

    listed: str
    """For lists, feeds and descriptions: the standfirst, or the first paragraph where that says as much."""
    own: str
    """The standfirst that the article's page shows; empty for one that repeats the text."""
    repeated: bool
    """True for a text that came with a standfirst which repeats it."""


def lead(standfirst: str, html: str) -> Lead:
    """Of the text as far as it is shown. `standfirst`: as it came, empty for none."""
    repeated = bool(standfirst) and repeats(standfirst, bare(html))
    if standfirst and not repeated:
        return Lead(standfirst, standfirst, False)
    return Lead(first_paragraph(html), "", repeated)


def repeats(standfirst: str, text: str) -> bool:
    """True when nearly all that the standfirst says is in the text, in the same words."""
    told, known = words(standfirst), words(text)
    size = min(SHINGLE, len(told))
    if not size:
        return True
    found = {tuple(known[at : at + size]) for at in range(len(known) - size + 1)}
    pieces = [tuple(told[at : at + size]) for at in range(len(told) - size + 1)]
    return sum(piece in found for piece in pieces) >= REPEATED * len(pieces)


def first_paragraph(html: str) -> str:
    """The words of the first paragraph, the end of a long one left out; empty for a text without any."""
    found = _PARAGRAPH.search(html)
    text = bare(found[1]).strip() if found else ""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0]} …"
