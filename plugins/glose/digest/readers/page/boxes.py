"""Boxes that are called furniture and hold the article: an unclosed tag, a class on the wrong element.

A name is evidence about a part of the page. One that covers most of its prose, or its title, is none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from glose.digest.readers.page.chunks import Chunk
from glose.digest.readers.page.class_names import Doubt
from glose.digest.readers.page.title import Title

PROSE = 40
"""Letters from which a chunk counts as prose."""
MOST = 0.6
"""Share of the page's prose from which a box is no furniture, whatever it is called."""
TITLED = 0.2
"""The same for a box that holds the page's title too."""
INSIDE = 0.25
"""The same within the element that holds the article: a box that would take a quarter of it is part of it."""
FEW = 300
"""Letters of prose below which a page has perhaps no article, and what is called furniture is just that."""
_FEWEST = 2
_LONG = 80
"""Letters of a paragraph that counts where a box stands inside the article: boxes of prompts are short."""
_APART = frozenset({"comments", "dialog", "hidden", "related"})
"""What may well be longer than the article: only the title inside it says that it is the article."""
_FRAME = frozenset({"html", "body", "main"})
_ROUNDS = 4
"""Boxes within boxes that are looked into."""


def swallowing(page: Sequence[Chunk], title: Title) -> frozenset[HtmlElement]:
    """The elements of the page whose names say nothing, since they hold what it is about."""
    void: set[HtmlElement] = {d.element for c in page for d in c.doubts if d.element.tag in _FRAME}
    titled = {e for chunk in page if _is_title(chunk, title) for e in chunk.element.iterancestors()}
    total = sum(map(_size, page))
    for _ in range(_ROUNDS):
        held, reasons, _number = _held(page, void, PROSE, weak=False)
        found = {
            element
            for element, size in held.items()
            if size >= TITLED * total
            and total >= FEW
            and (element in titled or (size >= MOST * total and not reasons[element] & _APART))
        }
        if not found:
            break
        void |= found
        void |= _around(found)
    return frozenset(void)


def _around(found: set[HtmlElement]) -> set[HtmlElement]:
    """The elements around boxes that hold the article: they hold it too."""
    return {around for element in found for around in element.iterancestors()}


def within(page: Sequence[Chunk], inside: Sequence[bool]) -> frozenset[HtmlElement]:
    """The boxes inside the container that are too large a part of it to be furniture."""
    part = [chunk for chunk, here in zip(page, inside, strict=True) if here]
    total = sum(map(_size, part))
    held, reasons, number = _held(part, set(), _LONG, weak=True)
    return frozenset(
        element
        for element, size in held.items()
        if size >= INSIDE * total and number[element] >= _FEWEST and not reasons[element] & _APART
    )


def without(page: Iterable[Chunk], void: frozenset[HtmlElement]) -> tuple[Chunk, ...]:
    """The chunks without what the elements of `void` say against them."""
    return tuple(
        replace(chunk, doubts=tuple(doubt for doubt in chunk.doubts if doubt.element not in void))
        if any(doubt.element in void for doubt in chunk.doubts)
        else chunk
        for chunk in page
    )


def _held(
    page: Iterable[Chunk], void: set[HtmlElement], least: int, *, weak: bool
) -> tuple[dict[HtmlElement, int], dict[HtmlElement, set[str]], Counter[HtmlElement]]:
    """Letters of prose, reasons and number of paragraphs of each box whose word is the innermost strong one.

    Where no strong word stands over a paragraph, every `weak` one does, if asked.
    """
    held: dict[HtmlElement, int] = defaultdict(int)
    reasons: dict[HtmlElement, set[str]] = defaultdict(set)
    number: Counter[HtmlElement] = Counter()
    for chunk in page:
        size = _size(chunk)
        if size < least:
            continue
        strong = _innermost(chunk.doubts, void)
        for doubt in (strong,) if strong else chunk.doubts if weak else ():
            if doubt.element not in void:
                held[doubt.element] += size
                reasons[doubt.element].add(doubt.reason)
                number[doubt.element] += 1
    return held, reasons, number


def _innermost(doubts: Sequence[Doubt], void: set[HtmlElement]) -> Doubt | None:
    return next((d for d in reversed(doubts) if d.strong and d.element not in void), None)


def _size(chunk: Chunk) -> int:
    return len(chunk.key) if len(chunk.key) >= PROSE and chunk.linked < 0.5 else 0


def _is_title(chunk: Chunk, title: Title) -> bool:
    """True for a heading of the page's title; a dialog may have an ``h1`` of its own."""
    heading = chunk.kind == "heading" and chunk.level == 1
    return heading and chunk.key in title.keys and title.is_akin(chunk.text)
