"""Blocks of text as readers and rules handle them: cleaned and cut without their marks going astray."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from glose.digest.model.article import Block, Mark
from glose.digest.text.clean import clean, line

SCHEMES = ("http://", "https://", "mailto:")
"""What a link of an article may lead to; any other keeps its words and loses its address."""

_SPACES = re.compile(r"\s+")


def cut(block: Block, start: int, end: int | None = None) -> Block:
    """The block's text from `start` to `end` (code points), stripped, with the marks that lie there."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    moved = (
        replace(m, start=max(m.start - start, 0), end=min(m.end - start, len(text))) for m in block.marks
    )
    return replace(block, text=text, marks=tuple(m for m in moved if m.start < m.end))


def without(block: Block, start: int, end: int) -> Block:
    """The block without its text from `start` to `end`; a mark that lay there is gone, one around it is shorter."""

    def moved(point: int) -> int:
        return point - max(0, min(point, end) - start)

    marks = (replace(mark, start=moved(mark.start), end=moved(mark.end)) for mark in block.marks)
    text = block.text[:start] + block.text[end:]
    return replace(block, text=text, marks=tuple(mark for mark in marks if mark.start < mark.end))


def tidy(block: Block) -> Block:
    """The block with only characters that a text may hold, single spaces, and marks that fit it.

    A mark is kept when it covers text and nests with those before it; a link also needs a safe address.
    """
    if block.kind == "table":
        rows = tuple(tuple(map(line, row)) for row in block.rows)
        return replace(block, text=clean(block.text).strip("\n"), rows=rows, marks=())
    if block.kind == "code":
        return replace(block, text=clean(block.text).strip("\n"), marks=())
    if not block.marks:
        text = line(block.text)
        return block if text == block.text else replace(block, text=text)
    text, places = _squeezed(block.text, {p for m in block.marks for p in (m.start, m.end)})
    if text != line(block.text):  # a letter and its accent on the two sides of a mark: the text is worth more
        return replace(block, text=line(block.text), marks=())
    marks: list[Mark] = []
    ends: list[int] = []  # of the marks around, outermost first
    for mark in sorted(block.marks, key=lambda m: (m.start, -m.end)):
        start, end = places[mark.start], places[mark.end]
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        start += len(text[start:end]) - len(text[start:end].lstrip())
        href = line(mark.href) if mark.kind == "link" else ""
        sound = mark.kind != "link" or (href.lower().startswith(SCHEMES) and " " not in href)
        while ends and ends[-1] <= start:
            ends.pop()
        if start < end and sound and (not ends or end <= ends[-1]):
            ends.append(end)
            marks.append(Mark(mark.kind, start, end, href))
    return replace(block, text=text, marks=tuple(marks))


def _squeezed(text: str, points: Iterable[int]) -> tuple[str, dict[int, int]]:
    """`text` as one clean line, and where each of these offsets of the old text lies in it."""
    pieces, size, last, shifted = list[str](), 0, 0, {}
    for point in (*sorted(points), len(text)):
        piece = _SPACES.sub(" ", clean(text[last:point]))
        if size == 0 or pieces[-1].endswith(" "):
            piece = piece.removeprefix(" ")
        if piece:
            pieces.append(piece)
        last, size = point, size + len(piece)
        shifted[point] = size
    whole = "".join(pieces).strip()
    return whole, {point: min(place, len(whole)) for point, place in shifted.items()}
