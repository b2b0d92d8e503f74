"""A chunk as the rules that judge it see it: what stands around it, and what the witnesses say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from glose.digest.readers.page.chunks import Chunk, letters
from glose.digest.readers.page.class_names import Doubt
from glose.digest.readers.page.main_container import PROSE, Scope
from glose.digest.readers.page.title import Title

BESIDE = 2
"""Chunks from the first paragraph among which a line of names is the byline."""


@dataclass(frozen=True, slots=True)
class View:
    """A chunk as the rules see it."""

    chunk: Chunk
    place: str
    """``body`` in the container, ``lead`` between the title and the container, ``far`` elsewhere."""
    doubts: tuple[Doubt, ...]
    """What elements between it and the container say against it."""
    engine: bool
    record: bool
    alike: bool
    """True when elements of its tag and class hold prose, or headings, that the engine kept."""
    title: Title
    before: bool
    """True for what stands before the first paragraph."""
    titled: bool
    """True for what stands below the title as it was chosen."""
    over: bool
    """True for what stands above the title though in the article."""
    above: frozenset[HtmlElement]
    """The elements around the whole article."""
    next: bool
    """True for what stands beside it, where a byline may be."""


def views(page: Sequence[Chunk], scope: Scope, title: Title) -> Iterable[View]:
    """The chunks as the rules see them, in order."""
    alike = Counter(
        _signature(chunk)
        for chunk, engine, inside in zip(page, scope.engine, scope.inside, strict=True)
        if engine and inside and (len(chunk.key) >= PROSE or chunk.kind == "heading")
    )
    whole = letters(title.text)
    titled = next((place for place, chunk in enumerate(page) if chunk.key == whole), len(page))
    for place, chunk in enumerate(page):
        where = "body" if scope.inside[place] else "lead" if scope.top < place < scope.first else "far"
        yield View(
            chunk=chunk,
            place=where,
            doubts=scope.against(chunk),
            engine=scope.engine[place],
            record=scope.record[place],
            alike=alike[_signature(chunk)] > 1,
            title=title,
            before=place <= scope.first,
            titled=place > titled,
            over=place < titled <= scope.first,
            above=scope.above,
            next=0 < abs(place - scope.first) <= BESIDE,
        )


def _signature(chunk: Chunk) -> tuple[str, str, str]:
    parent = chunk.element.getparent()
    return (
        chunk.element.tag,
        chunk.element.get("class") or "",
        "" if parent is None else parent.get("class") or "",
    )
