"""Plain text to blocks, in any layout: blank lines between paragraphs, one line a paragraph, hard-wrapped, indented."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from plugins.digest.model.article import Block

WIDEST_WRAP = 100
"""Characters; wires wrap at 69 or less (IPTC 7901), mail at 78."""

NARROWEST_WRAP = 30
"""Below it lines are verses, names or numbers."""

_INDENT = re.compile(r"[ \t]*")
_ENDS = re.compile(r"[.!?…:]['\"»”’)\]]*$|[.!?…]\s*»$")
_BULLET = re.compile(r"[•‣▪◦●■►*][ \t]+(?=\S)")


def blocks(text: str) -> Iterator[Block]:
    """The paragraphs and list items of `text`, whatever its layout; every word is in exactly one of them.

    >>> [block.text for block in blocks("Un titre\\n\\n   Une phrase coupée\\nen deux.\\n   Une autre.")]
    ['Un titre', 'Une phrase coupée en deux.', 'Une autre.']
    """
    chunks = [_dedented(chunk) for chunk in _chunks(text.expandtabs(4).split("\n"))]
    wrap = _wrap(chunks)
    for chunk in chunks:
        for paragraph in _paragraphs(chunk, wrap):
            words = _joined(paragraph)
            bullet = _BULLET.match(words)
            yield Block("item", words[bullet.end() :]) if bullet else Block("paragraph", words)


class _Wrap(NamedTuple):
    """How a text is hard-wrapped."""

    width: int
    """The longest line that is not a block of its own; 0 where lines are not wrapped."""
    exact: bool
    """True where every line is filled as far as the next word allows."""


def _chunks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Runs of lines without a blank one between them."""
    chunk: list[str] = []
    for line in lines:
        if line.strip():
            chunk.append(line.rstrip())
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _dedented(chunk: list[str]) -> list[str]:
    """The lines without the indentation that they share; a single line has none."""
    shared = min(_indent(line) for line in chunk)
    return [line[shared:] for line in chunk]


def _indent(line: str) -> int:
    match = _INDENT.match(line)
    return match.end() if match else 0


def _wrap(chunks: Sequence[list[str]]) -> _Wrap:
    """Whether the text is hard-wrapped: most lines end amid a sentence, and only where the next word has no room."""
    followed = [pair for chunk in chunks for pair in pairwise(chunk) if _indent(pair[1]) < 2]
    lengths = sorted(len(first.strip()) for first, _ in followed)
    if len(lengths) < 2:
        return _Wrap(0, exact=False)
    width = lengths[-1 - len(lengths) // 20]
    amid = [(one, two) for one, two in followed if len(one) <= width and not _ENDS.search(one)]
    full = sum(len(one) >= width * 0.6 for one, _ in amid)
    loose = sum(_fits(one, two, width) for one, two in amid)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP or full * 2 < len(followed) or loose * 3 > len(amid):
        return _Wrap(0, exact=False)
    return _Wrap(width, exact=loose * 20 <= full)


def _fits(line: str, following: str, width: int) -> bool:
    """True where the first word of the next line would have had room on this one."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) <= width


def _paragraphs(chunk: Sequence[str], wrap: _Wrap) -> Iterator[list[str]]:
    """The chunk's lines, gathered into paragraphs."""
    paragraph = [chunk[0]]
    for line in chunk[1:]:
        if _continues(paragraph, line, wrap):
            paragraph.append(line)
        else:
            yield paragraph
            paragraph = [line]
    yield paragraph


def _continues(paragraph: Sequence[str], line: str, wrap: _Wrap) -> bool:
    """True where `line` goes on with the paragraph."""
    before = paragraph[-1]
    if not wrap.width or len(before) > wrap.width * 1.1 or _BULLET.match(line.lstrip()):
        return False
    if _indent(line) >= 2 and not _BULLET.match(paragraph[0].lstrip()):
        return False
    if not _fits(before, line, wrap.width):
        return True
    return not wrap.exact and len(before) > wrap.width * 0.6 and not _ENDS.search(before)


def _joined(lines: Sequence[str]) -> str:
    """The lines as one; a word cut at its hyphen is joined again, with the hyphen that the text has."""
    text = ""
    for line in lines:
        words = " ".join(line.split())
        glue = "" if not text or (text[-1] == "-" and text[-2:-1].isalpha() and words[:1].isalpha()) else " "
        text += glue + words
    return text
