"""Where the paragraphs of a text with line breaks begin and end.

Senders mean three things by a line break: nothing (copy wrapped for a teleprinter), a paragraph, or a line of
verse, an address, a list. Copy wrapped by a machine gives itself away by lines of much the same length.
"""

from __future__ import annotations

from collections.abc import Iterator

from glose.digest.text.language import SMALL_WORDS

NARROWEST, WIDEST = 45, 90
"""Columns of a wrapped line. IPTC 7901 allows 69; mail and web forms wrap at 72 to 80."""
SHORT = 40
"""Characters; where no line has as many, they are verses, a list or an address."""
_SMALL = frozenset(" ".join(SMALL_WORDS.values()).split())
_ENDS = tuple(".!?…:;\"'»”’)")


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end, in code points, of every paragraph; a line break inside a span is only a space.

    In wrapped copy a blank line, an indented line or, where there are neither, a short line that ends a
    sentence closes a paragraph. In any other text every line is one, unless its sentence goes on in the next.
    """
    lines = tuple(_lines(text))
    full = [(start, end) for start, end in lines if start < end]
    if not wrapped([text[start:end] for start, end in full]):
        return _sentences(text, lines)
    margin = min(_indent(text, start) for start, _ in full)
    marked = len(full) < len(lines) or any(_indent(text, start) > margin + 1 for start, _ in full)
    width = max(end - start for start, end in full)
    found: list[tuple[int, int]] = []
    open_ = False
    for start, end in lines:
        if start == end:
            open_ = False
            continue
        if open_ and not (marked and _indent(text, start) > margin + 1):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        short = end - start < 0.8 * width and text[start:end].endswith(_ENDS)
        open_ = marked or not short
    return tuple(found)


def _sentences(text: str, lines: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Every line, joined with the next where the break is amid a sentence; verses, lists and addresses stay."""
    full = [(start, end) for start, end in lines if start < end]
    if len(full) > 2 and max(end - start for start, end in full) < SHORT:
        return tuple(full)
    found: list[tuple[int, int]] = []
    before = ""
    for start, end in lines:
        line = text[start:end]
        if before and line and _goes_on(before, line):
            found[-1] = (found[-1][0], end)
        elif line:
            found.append((start, end))
        before = line
    return tuple(found)


def _goes_on(line: str, following: str) -> bool:
    """True where a sentence goes on in the next line: that begins with a small letter, or this ends in a small word."""
    if line.endswith((".", "!", "?", ":", ";", "…")) or (line.endswith(",") and len(line) < NARROWEST):
        return False
    opening = following.lstrip("«“\"'(‘ \u00a0")[:1]
    if max(len(line), len(following)) < SHORT:
        return False
    return opening.islower() or (
        len(line) >= SHORT and line.rpartition(" ")[2].lower() in _SMALL and opening.isalnum()
    )


def wrapped(lines: list[str]) -> bool:
    """True for lines that a machine broke: at least three, none too long, most of them nearly full."""
    if len(lines) < 3 or max(map(len, lines)) > WIDEST:
        return False
    return sum(len(text) >= NARROWEST for text in lines) > 0.5 * len(lines)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line without the white space around it; a blank line is empty."""
    position = 0
    for whole in text.split("\n"):
        body = whole.strip()
        start = position + (whole.index(body) if body else 0)
        yield start, start + len(body)
        position += len(whole) + 1


def _indent(text: str, start: int) -> int:
    return start - (text.rfind("\n", 0, start) + 1)
