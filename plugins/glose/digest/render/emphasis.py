"""``*`` and ``_``: one pass over the signs of a text, each pair once.

Python-Markdown's own reader begins anew behind every element, and loses letters where signs of several lengths meet
(``a*b**c*d``). The pairing is CommonMark's; what may open and close is Python-Markdown's, so that ``2*3*4`` and
``***all***`` are what they always were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element  # built here, never parsed

from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX

DEPTH = 60
"""Emphasis in emphasis; deeper signs are shown as they are: the sanitiser's time grows with the square of it."""
_RUN = re.compile(r"\*+|_+")


@dataclass(slots=True)
class _Run:
    """A row of the same sign, as far as it is not used yet."""

    sign: str
    start: int
    end: int
    length: int
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True, order=True)
class _Pair:
    """Two signs, or twice two, and where the second ones stand."""

    start: int
    stop: int
    size: int


class Emphasis(InlineProcessor):  # type: ignore[misc]  # it has no types
    """Finds all emphasis of a text at once."""

    def __init__(self) -> None:
        super().__init__(_RUN.pattern)

    def find(self, text: str) -> Iterator[tuple[Element, int, int]]:
        """The outermost elements, with those inside them, and where each begins and ends."""
        pairs = sorted(_pairs(text))
        inside: list[tuple[Element, _Pair, int]] = []  # an element, its signs, how far its words are taken
        for pair in pairs:
            while inside and inside[-1][1].stop <= pair.start:
                yield from _close(inside, text)
            if len(inside) >= DEPTH:
                continue
            element = Element("strong" if pair.size == 2 else "em")
            if inside:
                around, signs, done = inside[-1]
                _say(around, text[done : pair.start])
                around.append(element)
                inside[-1] = around, signs, pair.stop + pair.size
            inside.append((element, pair, pair.start + pair.size))
        while inside:
            yield from _close(inside, text)


def _close(inside: list[tuple[Element, _Pair, int]], text: str) -> Iterator[tuple[Element, int, int]]:
    words = text[inside[-1][2] : inside[-1][1].stop]
    if len(inside) == DEPTH:  # as if a backslash stood before each
        words = words.replace("*", f"{STX}{ord('*')}{ETX}").replace("_", f"{STX}{ord('_')}{ETX}")
    element, pair, _ = inside.pop()
    _say(element, words)
    if not inside:
        yield element, pair.start, pair.stop + pair.size


def _say(element: Element, words: str) -> None:
    """Put `words` behind what the element holds."""
    if len(element):
        element[-1].tail = words
    else:
        element.text = words


def _runs(text: str) -> Iterator[_Run]:
    for match in _RUN.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        opens, closes = bool(after.strip()), bool(before.strip())
        if match[0][0] == "_":  # never inside a word
            opens = opens and not _in_word(before)
            closes = closes and not _in_word(after)
        yield _Run(match[0][0], start, end, end - start, opens, closes)


def _in_word(char: str) -> bool:
    return char == "_" or char.isalnum()


def _pairs(text: str) -> list[_Pair]:
    """CommonMark's "process emphasis": for each closing row the nearest opening one, what is between is text."""
    found: list[_Pair] = []
    openers: list[_Run] = []
    floor: dict[tuple[str, bool, int], int] = {}
    """Below which place in `openers` no row of this sign, kind and length has one to pair with."""
    for run in _runs(text):
        if run.closes:
            key = run.sign, run.opens, run.length % 3
            while run.start < run.end:
                low = floor.get(key, 0)
                at = len(openers) - 1
                while at >= low and not _fits(openers[at], run):
                    at -= 1
                if at < low:
                    floor[key] = len(openers)
                    break
                opener = openers[at]
                size = _size(opener.end - opener.start, run.end - run.start)
                found.append(_Pair(opener.end - size, run.start, size))
                opener.end -= size
                run.start += size
                del openers[at + (opener.end > opener.start) :]
                for one, place in floor.items():
                    floor[one] = min(place, len(openers))
        if run.opens and run.start < run.end:
            openers.append(run)
    return found


def _fits(opener: _Run, closer: _Run) -> bool:
    if opener.sign != closer.sign:
        return False
    if not (opener.closes or closer.opens) or (opener.length + closer.length) % 3:
        return True
    return opener.length % 3 == 0 and closer.length % 3 == 0


def _size(opening: int, closing: int) -> int:
    """One sign is emphasis, two are strong; of three the inner one is emphasis."""
    return 1 if min(opening, closing) == 1 or (opening == 3 and closing >= 3) else 2
