"""Chunks become blocks: plain text, links that lead somewhere, emphasis."""

from __future__ import annotations

from urllib.parse import urljoin

from lxml.html import HtmlElement

from glose.digest.html.grid import table_block
from glose.digest.model.article import Block, Mark
from glose.digest.readers.page.chunks import Chunk
from glose.digest.text.blocks import tidy

MAX_MARKS = 300
"""Links and emphases that one paragraph may have."""
_KINDS = {"em": "em", "i": "em", "b": "strong", "strong": "strong"}
_LEVELS = {1: 2, 2: 2, 3: 3, 4: 4, 5: 4, 6: 4}
"""Heading levels of the stored text: 1 is the article's title."""


def block(chunk: Chunk, base: str) -> Block:
    """The chunk as a block; `base` is the page's address, empty when unknown: relative links then lose theirs."""
    if chunk.kind == "code":
        if chunk.element.tag == "table" and (table := table_block(chunk.element)):
            return tidy(table)
        return tidy(Block("code", chunk.text))
    level = _LEVELS[chunk.level] if chunk.kind == "heading" else chunk.level
    text, reach = "", dict[HtmlElement, tuple[int, int]]()
    for piece, around in chunk.runs:
        for element in around:
            reach[element] = (reach.get(element, (len(text),))[0], len(text) + len(piece))
        text += piece
    if len(reach) > MAX_MARKS:  # layout, not emphasis; `tidy` compares each mark with each
        reach.clear()
    marks = tuple(
        mark for element, (start, end) in reach.items() if (mark := _mark(element, start, end, base, chunk))
    )
    return tidy(
        Block(chunk.kind, text, level, chunk.ordered, tuple(sorted(marks, key=lambda m: (m.start, -m.end))))
    )


def _mark(element: HtmlElement, start: int, end: int, base: str, chunk: Chunk) -> Mark | None:
    if element.tag == "a":
        href = _address(element.get("href") or "", base)
        return Mark("link", start, end, href) if href else None
    if chunk.kind == "heading":
        return None  # a heading is emphasis already
    return Mark("em" if _KINDS[element.tag] == "em" else "strong", start, end)


def _address(href: str, base: str) -> str:
    """Where a link leads, made absolute; empty for one inside the page or without a safe scheme."""
    href = href.strip()
    if not href or href.startswith("#"):
        return ""
    try:
        address = urljoin(base, href)
    except ValueError:  # a broken IPv6 host
        return ""
    return address if address.lower().startswith(("http://", "https://", "mailto:")) else ""
