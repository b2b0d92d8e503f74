"""What readers wrote below the article, where a counted heading is all that parts it from the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from glose.digest.newsroom.furniture import kind
from glose.digest.readers.page.chunks import Chunk
from glose.digest.readers.page.class_names import Doubt

PROSE = 40
"""Letters from which a chunk counts as prose: some stands above the comments."""


def below_heading(page: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """The chunks, with a doubt against those that stand beneath "12 comments" in the same element.

    "Comments" alone may head a part of the text; with their number it does not.
    """
    place = next((place for place, chunk in enumerate(page) if _heads(chunk)), len(page))
    around = page[place].element.getparent() if place < len(page) else None
    if around is None or not any(len(chunk.key) >= PROSE and not chunk.linked for chunk in page[:place]):
        return tuple(page)
    below = (_doubted(chunk, around) for chunk in page[place:])
    return (*page[:place], *below)


def _heads(chunk: Chunk) -> bool:
    counted = chunk.kind == "heading" and chunk.level > 1 and any(map(str.isdigit, chunk.text))
    return counted and kind(chunk.text) == "comments"


def _doubted(chunk: Chunk, around: HtmlElement) -> Chunk:
    top = chunk.element
    for outer in chunk.element.iterancestors():
        if outer is around:
            return replace(chunk, doubts=(Doubt("comments", True, top), *chunk.doubts))
        top = outer
    return chunk
