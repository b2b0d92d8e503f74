"""The text inside one block of markup: runs of words, line breaks, links and emphasis, made plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from glose.digest.model.article import Mark
from glose.digest.text.clean import clean
from glose.digest.text.lines import spans

MarkKind = Literal["link", "em", "strong"]
Piece = tuple[str, tuple[Mark, ...]]

MOST_MARKS = 1000
"""In one paragraph; one with more is an attack, and keeps its text only."""

_SPACES = re.compile(r"[^\S\n]+")


class Inline:
    """Gathers runs of text under the marks that are open, and gives them back as paragraphs."""

    def __init__(self) -> None:
        self._runs: list[tuple[str, tuple[int, ...]]] = []
        self._open: list[int] = []
        self._marks: list[tuple[MarkKind, str]] = []

    def add(self, text: str) -> None:
        """Text, in which a line feed is a line break of the source."""
        if text:
            self._runs.append((text, tuple(self._open)))

    def open(self, kind: MarkKind, href: str = "") -> None:
        """A mark begins; a link without a target marks nothing."""
        self._open.append(len(self._marks))
        self._marks.append((kind, href))

    def shut(self) -> None:
        """The mark opened last ends."""
        if self._open:
            self._open.pop()

    def take_verbatim(self) -> str:
        """The text as it stands, for preformatted blocks, without the blank lines around it."""
        text = clean("".join(text for text, _ in self._runs))
        self._runs.clear()
        return "\n".join(row.rstrip() for row in text.split("\n")).strip("\n").expandtabs(8)

    def take(self) -> list[Piece]:
        """The paragraphs gathered, each with its marks in offsets of its own text."""
        if not any(text.strip(" \t\r\n") for text, _ in self._runs):
            self._runs.clear()
            return []
        text, marks = self._joined()
        self._runs.clear()
        if "\n" not in text:
            return [(text, _within(marks, 0, len(text)))] if text else []
        flat = text.replace("\n", " ")
        return [(flat[start:end], _within(marks, start, end)) for start, end in spans(text)]

    def _joined(self) -> tuple[str, list[Mark]]:
        """All runs as one text with single spaces and none at a break or an end, and the marks on it."""
        out, length = [""], 0
        reach: dict[int, tuple[int, int]] = {}
        for ids, run in groupby(self._runs, key=lambda entry: entry[1]):
            text = _SPACES.sub(" ", clean("".join(part for part, _ in run)))
            text = re.sub(r" ?\n ?", "\n", text)
            if text.startswith(" ") and (length == 0 or out[-1].endswith((" ", "\n"))):
                text = text[1:]
            if text.startswith("\n") and out[-1].endswith(" "):
                out[-1], length = out[-1][:-1], length - 1
            if not text:
                continue
            for mark in ids:
                reach[mark] = (reach.get(mark, (length, 0))[0], length + len(text))
            out.append(text)
            length += len(text)
        if len(reach) > MOST_MARKS:
            reach = {}
        whole = "".join(out)
        text = whole.rstrip()
        return text, [
            Mark(kind, start, min(end, len(text)), href)
            for number, (start, end) in reach.items()
            for kind, href in [self._marks[number]]
            if kind != "link" or href
        ]


def _within(marks: list[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks cut to a stretch of the text, in its offsets, sorted, outer before inner."""
    cut: Iterator[Mark] = (
        Mark(m.kind, max(m.start, start) - start, min(m.end, end) - start, m.href)
        for m in marks
        if m.start < end and m.end > start
    )
    return tuple(sorted(cut, key=lambda m: (m.start, -m.end)))
