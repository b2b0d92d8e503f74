"""A Markdown text in pieces that are read apart: code, which nothing touches, HTML, and prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

BLOCK = frozenset(
    "address article aside audio blockquote body center details dd div dl dt embed fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 head header hr html iframe li link main menu meta nav noscript object ol p pre script "
    "section source style summary svg table tbody td tfoot th thead title tr track ul video".split()
)
"""Elements with which a block of HTML begins (CommonMark 0.31, 4.6)."""
WHOLE = frozenset(
    "audio blockquote details dl figure iframe object ol pre script style svg table ul video".split()
)
"""Those that reach to their end, whatever stands between."""
FARTHEST = 200
"""Lines in which their end is looked for."""
_FENCE = re.compile(r"\s*(?:>\s*)*(?:[-*+]\s+|\d{1,9}[.)]\s+)*(`{3,}|~{3,})")
_HTML = re.compile(r" {0,3}<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>]|$)")
_COMMENT = re.compile(r" {0,3}<!--")
_ITEM = re.compile(r"\s{0,12}(?:[-*+]|\d{1,9}[.)])\s")
_INDENTED = re.compile(r"(?: {4}|\t)\S?")


class Piece(NamedTuple):
    """Lines that belong together."""

    kind: Literal["code", "html", "prose"]
    text: str
    line: int
    """The first one's number in the file."""


def pieces(text: str, first: int = 1) -> Iterator[Piece]:
    """The pieces of a text; with line feeds between them they are the text again."""
    rows = text.split("\n")
    at, listed = 0, False
    closings: dict[str, list[int]] = {}
    while at < len(rows):
        start, row = at, rows[at]
        if fence := _FENCE.match(row):
            at = _fence_end(rows, at, fence[1])
            kind: Literal["code", "html", "prose"] = "code"
        elif _COMMENT.match(row):
            at = _comment_end(rows, at)
            kind = "html"
        elif (tag := _HTML.match(row)) and tag[2].lower() in BLOCK:
            at = _html_end(rows, at, tag[2].lower(), bool(tag[1]), closings)
            kind = "html"
        elif _INDENTED.match(row) and row.strip() and not listed and (at == 0 or not rows[at - 1].strip()):
            at = next(
                (n for n in range(at, len(rows)) if rows[n].strip() and not _INDENTED.match(rows[n])),
                len(rows),
            )
            kind = "code"
        else:
            at += 1
            while row.strip() and at < len(rows) and rows[at].strip() and not _opens(rows[at]):
                at += 1
            kind = "prose"
            if row.strip():
                listed = bool(_ITEM.match(row)) or (listed and row[:1] in " \t")
        yield Piece(kind, "\n".join(rows[start:at]), first + start)


def _opens(row: str) -> bool:
    """Whether a line ends the paragraph before it."""
    if _FENCE.match(row) or _COMMENT.match(row):
        return True
    tag = _HTML.match(row)
    return bool(tag and tag[2].lower() in BLOCK)


def _fence_end(rows: list[str], at: int, fence: str) -> int:
    closing = re.compile(rf"\s*(?:>\s*)*{re.escape(fence[0])}{{{len(fence)},}}\s*$")
    return next((n + 1 for n in range(at + 1, len(rows)) if closing.match(rows[n])), len(rows))


def _comment_end(rows: list[str], at: int) -> int:
    end = next((n + 1 for n in range(at, min(len(rows), at + FARTHEST)) if "-->" in rows[n]), at + 1)
    return _blank(rows, end) if end == at + 1 and not rows[at].rstrip().endswith("-->") else end


def _html_end(rows: list[str], at: int, tag: str, closing: bool, closings: dict[str, list[int]]) -> int:
    if tag in WHOLE and not closing and _closes(rows, at, tag, closings):
        depth = 0
        both = re.compile(rf"<(/?){tag}(?=[\s/>]|$)", re.I)
        for n in range(at, min(len(rows), at + FARTHEST)):
            depth += sum(-1 if found[1] else 1 for found in both.finditer(rows[n]))
            if depth <= 0:
                return n + 1
    return _blank(rows, at + 1)


def _closes(rows: list[str], at: int, tag: str, closings: dict[str, list[int]]) -> bool:
    """Whether an end of that element stands near enough."""
    if tag not in closings:
        closings[tag] = [n for n, row in enumerate(rows) if f"</{tag}" in row.lower()]
    place = bisect_left(closings[tag], at)
    return place < len(closings[tag]) and closings[tag][place] < at + FARTHEST


def _blank(rows: list[str], at: int) -> int:
    return next((n for n in range(at, len(rows)) if not rows[n].strip()), len(rows))
