"""The article's pictures with caption and credit, which no extraction library returns as fields.

A caption is where the markup says so: a ``figcaption``, or an element whose class is a caption's and that stands
by a picture; or where the judge of the text found words that are a picture's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from operator import itemgetter

from lxml.html import HtmlElement

from glose.digest.model.article import Image
from glose.digest.readers.page.captions import (
    HOLDERS,
    captioned,
    frame,
    holds_caption,
    is_icon,
    picture_of,
    source,
    uncaptioned,
)
from glose.digest.readers.page.chunks import Chunk, letters
from glose.digest.readers.page.class_names import doubt
from glose.digest.readers.page.main_container import Scope

ABOVE = 12
"""Chunks above the title among which the lead picture may stand."""

BELOW = 4
"""Chunks below the text among which a last picture may stand."""

MOST = 1000
"""Captions of a page that are looked at; more are an archive."""

_FURNITURE = frozenset("related navigation sidebar footer comments newsletter advertising author".split())
"""Reasons of doubt that make a picture somebody else's."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the page with its words."""

    image: Image
    element: HtmlElement
    """The element that holds the words; the picture's own where there are none."""
    chunk: int = -1
    """The chunk of the page that its words are, or stand by."""

    @property
    def key(self) -> str:
        return letters(self.image.caption) or letters(self.image.credit)


def figures(tree: HtmlElement) -> tuple[Figure, ...]:
    """Every picture below `tree` that has a caption or a credit, in document order, each caption once."""
    found: dict[str, Figure] = {}
    done: set[HtmlElement] = set()
    for element in islice(filter(holds_caption, tree.iter(*HOLDERS)), MOST):
        if element not in done:
            done.update(element.iter())
            figure = Figure(captioned(element) or Image(), element)
            found.setdefault(figure.key, figure)
    found.pop("", None)
    return tuple(found.values())


def of_article(page: Sequence[Chunk], scope: Scope, reasons: Sequence[str]) -> tuple[Figure, ...]:
    """The pictures that belong to the article: near its title or in its text, not in the furniture around.

    `reasons` says of every chunk why it is no text of the article (`judge.judge`).
    """
    last = max((place for place, reason in enumerate(reasons) if not reason), default=0)
    while last + 1 < len(page) and reasons[last + 1] == "caption" and scope.inside[last + 1]:
        last += 1  # a gallery that the text ends with
    zone = range(max(0, scope.top - ABOVE), min(len(page), last + 1 + BELOW))
    if not zone:
        return ()
    region = _around(page[zone[0]].element, page[zone[-1]].element)
    place = {page[number].element: number for number in reversed(zone)}
    found: dict[str, tuple[int, Figure]] = {}
    for figure in figures(region):
        at = next((place[near] for near in _near(figure.element) if near in place), None)
        if at is not None and not _in_furniture(page, at, scope):
            found[figure.key] = (at, figure)
    covered = {inner for _, figure in found.values() for inner in _whole(figure.element).iter()}
    credits = {letters(figure.image.credit) for _, figure in found.values()}
    for number in zone:
        if reasons[number] != "caption" or page[number].element in covered:
            continue
        if page[number].key in credits:
            continue
        if (unnamed := _unnamed(page, number, scope)) and unnamed.key:
            covered.update(unnamed.element.iter())
            found.setdefault(unnamed.key, (number, unnamed))
    ordered = tuple(replace(figure, chunk=at) for at, figure in sorted(found.values(), key=itemgetter(0)))
    return ordered or tuple(islice(_wordless(region, scope), 1))


def _unnamed(page: Sequence[Chunk], at: int, scope: Scope) -> Figure | None:
    """The picture of words that the judge took for a caption though no class calls them one."""
    chunk = page[at]
    called = (doubt.element for doubt in reversed(chunk.doubts) if doubt.reason == "caption")
    holder = next(called, None)
    if holder is None:
        holder = frame(chunk.element, scope.above)
    if holder is None or _in_furniture(page, at, scope) or picture_of(holder) is None:
        return None
    image = captioned(holder)
    return Figure(image, holder) if image else None


def _wordless(region: HtmlElement, scope: Scope) -> Iterator[Figure]:
    """Pictures whose files were saved beside the page, and that have no words but perhaps an alternative."""
    for picture in region.iter("img"):
        if source(picture) and not is_icon(picture) and not any(map(_others, _below(picture, scope))):
            yield Figure(uncaptioned(picture), picture)


def _below(picture: HtmlElement, scope: Scope) -> Iterator[HtmlElement]:
    return (around for around in picture.iterancestors() if around not in scope.above)


def _others(element: HtmlElement) -> bool:
    """True for an element whose pictures are somebody else's."""
    against = doubt(element)
    return against is not None and against.reason in _FURNITURE


def _whole(element: HtmlElement) -> HtmlElement:
    """The figure around a caption; the caption where there is none."""
    return next(element.iterancestors("figure"), element)


def _around(first: HtmlElement, last: HtmlElement) -> HtmlElement:
    """The innermost element that holds both."""
    holders = {first, *first.iterancestors()}
    return next(element for element in (last, *last.iterancestors()) if element in holders)


def _near(element: HtmlElement) -> Iterator[HtmlElement]:
    """The elements in which the words of a picture may have become a chunk: inside it, or the block around."""
    yield from element.iter()
    yield from islice(element.iterancestors(), 2)


def _in_furniture(page: Sequence[Chunk], at: int, scope: Scope) -> bool:
    """True for a picture of something else; what stands inside a figure says nothing of whose it is."""
    chunk = page[at]
    against = takewhile(lambda found: found.element.tag != "figure", scope.against(chunk))
    head = scope.top < at < scope.first and not chunk.linked  # a "teaser" there is the article's own
    return any(
        found.reason in _FURNITURE and (found.strong or (found.reason == "related" and not head))
        for found in against
    )
