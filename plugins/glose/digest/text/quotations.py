"""Where a text quotes: the words of others, which stay as they are whatever the house's rules say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_MARK = re.compile('["«»“”„]')
_CLOSERS = {"«": "»", "“": "”", "„": "“”", "»": "«", "”": "”", '"': '"'}
"""What ends a quotation by what begins it; ``»…«`` and ``”…”`` are German and Swedish."""

REACH = 5
"""Paragraphs that a quotation may run through without repeating its opening mark."""


class Quotation(NamedTuple):
    """A stretch of one paragraph that is quoted, its marks included."""

    start: int
    """First code point in the text."""
    end: int
    """One past the last code point."""


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text whose paragraphs stand on lines of their own, sorted and disjoint.

    A mark without its partner quotes nothing; but one left open is good to the end of its paragraph where the
    next begins with the same mark, as French and English papers set it, or where its partner comes further down.

    >>> text = 'Il a dit "non" puis « peut-être ».'
    >>> [text[start:end] for start, end in quotations(text)]
    ['"non"', '« peut-être »']
    """
    paragraphs = [(match.start(), match[0]) for match in re.finditer(r"[^\n]+", text)]
    found: list[Quotation] = []
    inside = ""
    for place, (offset, paragraph) in enumerate(paragraphs):
        spans, opened = _in_paragraph(paragraph, inside)
        inside = ""
        if opened is not None:
            start, mark = opened
            following = [words for _, words in paragraphs[place + 1 : place + 1 + REACH]]
            if following and following[0].lstrip().startswith(mark):
                spans.append(Quotation(start, len(paragraph)))
            elif mark in "«“„" and _closes(following, mark):
                spans.append(Quotation(start, len(paragraph)))
                inside = mark
        found += (Quotation(offset + start, offset + end) for start, end in spans)
    return tuple(found)


def _in_paragraph(text: str, inside: str) -> tuple[list[Quotation], tuple[int, str] | None]:
    """The quotations that a paragraph closes, and the one that it leaves open, if any.

    `inside`: the mark of a quotation that goes on from the paragraph before.
    """
    spans: list[Quotation] = []
    stack: list[tuple[int, str]] = [(0, inside)] if inside else []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if stack and mark in _CLOSERS[stack[-1][1]] and not (mark == '"' and _opens(text, at)):
            start, _ = stack.pop()
            if not stack:
                spans.append(Quotation(start, at + 1))
        elif mark in "«“„" or _opens(text, at):
            stack.append((at, mark))
    return spans, stack[0] if stack else None


def _opens(text: str, at: int) -> bool:
    """True where a mark that may open or close stands before a word and after none."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return bool(after.strip()) and after not in ".,;:!?)" and (not before.strip() or before in "([-–—'’«“„/")


def _closes(paragraphs: Sequence[str], mark: str) -> bool:
    """True where a partner of `mark` comes before the mark comes again."""
    for paragraph in paragraphs:
        for match in _MARK.finditer(paragraph):
            if match[0] == mark:
                return False
            if match[0] in _CLOSERS[mark]:
                return True
    return False
