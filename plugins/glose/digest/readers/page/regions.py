"""Parts of the article that lie beside its container: intros above it, sections and columns after it.

A region is what hangs at an ancestor of the container. Two things speak for it: the engine keeps its prose, or its
paragraphs look like the container's, by tag and class. Names of furniture, links and other titles speak against it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from glose.digest.readers.page.chunks import Chunk

PROSE = 40
LINKED = 0.4
"""Share of a region's letters inside links from which it is a list of other articles."""
CLEAN = 0.6
"""Share of a region's letters that must be prose without a word against it."""
LEAST = 80
"""Letters of prose of a region that is taken in."""

FULL = 80
"""Letters of a full paragraph."""
SEVERAL = 3
LARGE = 0.5
UNLINKED = 0.1
"""Share of letters inside links below which a region speaks for itself."""

Look = tuple[str, str, str]


def adopted(
    page: Sequence[Chunk], container: HtmlElement, inside: Sequence[bool], engine: Sequence[bool]
) -> frozenset[int]:
    """The places of the chunks outside the container that are part of the article all the same."""
    chain = list(_chain(container))
    looks = Counter(
        look(chunk)
        for chunk, here, kept in zip(page, inside, engine, strict=True)
        if here and kept and _is_prose(chunk)
    )
    size = sum(len(chunk.key) for chunk, here in zip(page, inside, strict=True) if here and _is_prose(chunk))
    common = {one for one, _ in looks.most_common(3) if one[1] or one[2]}
    first = next((place for place, here in enumerate(inside) if here), 0)
    found = set[int]()
    for top, places in _regions(page, chain, inside):
        part = [page[place] for place in places]
        if first and places[-1] < first and opens(part):
            found.update(places)
        if _is_slide(part) and _is_beside_its_like(top, chain):
            found.update(places)
            if first and page[first - 1].kind == "heading" and page[first - 1].level > 1:
                found.add(first - 1)  # that of the slide which the container is
        if _clean(part) and (
            _share(part, [engine[place] for place in places]) >= 0.5
            or _share(part, [look(chunk) in common for chunk in part]) >= 0.5
            or _is_told(part, size)
        ):
            found.update(places)
    return frozenset(found)


def look(chunk: Chunk) -> Look:
    """What a paragraph is set as: its tag, its class and that of the element around it."""
    parent = chunk.element.getparent()
    return (
        str(chunk.element.tag),
        chunk.element.get("class") or "",
        "" if parent is None else parent.get("class") or "",
    )


def _chain(container: HtmlElement) -> Iterator[HtmlElement]:
    """The elements around the container that may hold more of the article: up to the article, main or body."""
    around = [container, *container.iterancestors()]
    ends = [at for at, e in enumerate(around) if e.tag in ("article", "main") or e.get("role") == "main"]
    last = ends[-1] if ends else next((at for at, e in enumerate(around) if e.tag == "body"), len(around) - 1)
    yield from around[: last + 1]


def _regions(
    page: Sequence[Chunk], chain: Sequence[HtmlElement], inside: Sequence[bool]
) -> Iterator[tuple[HtmlElement, list[int]]]:
    """The chunks outside the container by the child of the chain that they lie in, with that child."""
    on_path = frozenset(chain)
    places: dict[HtmlElement, list[int]] = defaultdict(list)
    for place, chunk in enumerate(page):
        if inside[place]:
            continue
        top = chunk.element
        if top in on_path:
            places[top].append(place)  # text that stands between the parts
            continue
        for around in chunk.element.iterancestors():
            if around in on_path:
                places[top].append(place)
                break
            top = around
    yield from places.items()


def _clean(part: Sequence[Chunk]) -> bool:
    """True for a region that is prose for the greater part."""
    every = sum(len(chunk.key) for chunk in part)
    linked = sum(len(chunk.key) * chunk.linked for chunk in part)
    prose = sum(len(chunk.key) for chunk in part if _is_prose(chunk) and not chunk.doubts)
    titles = sum(chunk.kind == "heading" and chunk.linked > 0.5 for chunk in part)
    return prose >= LEAST and prose >= CLEAN * every and linked < LINKED * every and titles < 2


def opens(part: Sequence[Chunk]) -> bool:
    """True for the text's first paragraphs in a box that is called a teaser: it leads nowhere else."""
    full = sum(len(chunk.key) for chunk in part if len(chunk.key) >= FULL and chunk.kind == "paragraph")
    every = sum(len(chunk.key) for chunk in part)
    called = all({said.reason for said in chunk.doubts} == {"related"} for chunk in part)
    weak = not any(said.strong for chunk in part for said in chunk.doubts)
    return called and weak and full >= CLEAN * every and not any(chunk.linked >= 0.1 for chunk in part)


def _is_told(part: Sequence[Chunk], size: int) -> bool:
    """True for a region of several full paragraphs that lead nowhere else: sections, cards of a list, slides.

    It must bear comparison with the container, whose letters are `size`: notices of the site are shorter.
    """
    prose = [chunk for chunk in part if len(chunk.key) >= FULL and _is_prose(chunk) and not chunk.doubts]
    every = sum(len(chunk.key) for chunk in part)
    linked = sum(len(chunk.key) * chunk.linked for chunk in part)
    titled = any(chunk.kind == "heading" and (chunk.linked > 0.5 or chunk.level == 1) for chunk in part)
    large = sum(len(chunk.key) for chunk in prose) >= LARGE * size
    return large and len(prose) >= SEVERAL and linked < UNLINKED * every and not titled


def _is_beside_its_like(top: HtmlElement, chain: Sequence[HtmlElement]) -> bool:
    """True for an element of the same tag and class as the one beside it that holds the container."""
    label, around = top.get("class"), top.getparent()
    return bool(label) and any(
        e.getparent() is around and e.tag == top.tag and e.get("class") == label for e in chain
    )


def _is_slide(part: Sequence[Chunk]) -> bool:
    """True for full prose that leads nowhere, against which at most the words for a picture's place speak."""
    against = {said.reason for chunk in part for said in chunk.doubts}
    prose = any(len(chunk.key) >= FULL and chunk.kind != "heading" for chunk in part)
    strong = any(said.strong for chunk in part for said in chunk.doubts)
    return prose and against <= {"caption"} and not strong and not any(c.linked >= UNLINKED for c in part)


def _share(part: Sequence[Chunk], marks: Sequence[bool]) -> float:
    prose = sum(len(chunk.key) for chunk in part if _is_prose(chunk))
    return sum(len(c.key) for c, mark in zip(part, marks, strict=True) if mark and _is_prose(c)) / max(
        1, prose
    )


def _is_prose(chunk: Chunk) -> bool:
    return (
        len(chunk.key) >= PROSE and chunk.linked < 0.5 and not (chunk.kind == "heading" and chunk.level == 1)
    )
