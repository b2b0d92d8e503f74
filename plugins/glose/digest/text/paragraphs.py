"""Plain text to blocks, in any layout: blank lines between paragraphs, one line a paragraph, hard-wrapped, indented."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from glose.digest.model.article import Block

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
    hyphens = _Hyphens.of(text)
    for chunk in chunks:
        for paragraph in _paragraphs(chunk, wrap):
            words = _joined(paragraph, hyphens)
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


class _Hyphens(NamedTuple):
    """What a hyphen at the end of a line means in a text."""

    set_by_machine: bool
    """True where so many lines end in one that a typesetter has cut words at them."""
    compounds: frozenset[str]
    """Words with a hyphen that stand within a line."""
    words: frozenset[str]
    """Words without one."""

    @staticmethod
    def of(text: str) -> _Hyphens:
        """What the whole text shows."""
        cuts = _CUT.findall(text) if _EDGE.search(text) else []
        lines = sum(1 for line in text.split("\n") if line.strip()) if len(cuts) >= FEWEST_CUTS else 0
        if len(cuts) < FEWEST_CUTS or len(cuts) < FEWEST_SHARE * lines:
            return _Hyphens(False, frozenset(), frozenset())
        found = _WORDS.findall(text.lower())
        return _Hyphens(
            True, frozenset(w for w in found if "-" in w), frozenset(w for w in found if "-" not in w)
        )

    def keeps(self, before: str, after: str) -> bool:
        """True where the hyphen between two halves of a word is the word's own."""
        first, second = before.rpartition(" ")[2].lower().strip("«“\"'(’"), _first_word(after)
        if not self.set_by_machine or f"{first}-{second.lower()}" in self.compounds:
            return True
        if f"{first}{second.lower()}" in self.words:
            return False
        return not second[:1].islower() or first in _PREFIXES or second in _SUFFIXES or "-" in first


FEWEST_CUTS = 2
FEWEST_SHARE = 0.05
"""Of the lines: fewer end in a hyphen where only compounds break there."""
_EDGE = re.compile(r"-[ \t]*\n")
_CUT = re.compile(r"[^\W\d_]-[ \t]*\n[ \t]*[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PREFIXES = frozenset(
    "vice ex non semi demi porte peut est rendez celui celle ceux lui elle eux soi moi toi nous vous au là ci dit"
    " grand grands petit haut bas nord sud saint sainte self well so co mid post pre all east west north south".split()
)
_SUFFIXES = frozenset(
    "être il elle ils elles on je tu nous vous ce ci là même mêmes dessus dessous delà vous t-il t-elle".split()
)
"""Halves of French and English compounds that keep their hyphen at the end of a line, too."""


def _first_word(text: str) -> str:
    match = re.match(r"[^\W\d_]+", text)
    return match[0] if match else ""


def _joined(lines: Sequence[str], hyphens: _Hyphens) -> str:
    """The lines as one; a word cut at the end of a line is whole again, a compound keeps its hyphen."""
    parts: list[str] = []
    last = ""
    for line in lines:
        words = " ".join(line.split())
        cut = len(last) > 1 and last[-1] == "-" and last[-2].isalpha() and words[:1].isalpha()
        if cut and not hyphens.keeps(last[:-1], words):
            parts[-1] = parts[-1][:-1]
        elif parts and not cut:
            parts.append(" ")
        parts.append(words)
        last = words
    return "".join(parts)
