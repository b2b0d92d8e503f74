"""Which element holds the article, and which chunks of the page therefore come into question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, islice, takewhile

from lxml.html import HtmlElement

from glose.digest.readers.page.chunks import Chunk, letters
from glose.digest.readers.page.class_names import Doubt, doubt
from glose.digest.readers.page.regions import adopted
from glose.digest.readers.page.title import Title

SHARE = 0.8
"""Share of the agreed text that the container must hold; below it a page has no one container."""
_TEXTS = frozenset("p li blockquote h1 h2 h3 h4 h5 h6 td dd span b strong em".split())
"""Elements that hold one paragraph: never the container."""
PROSE = 40
"""Letters from which a chunk is prose rather than a label."""
_TELLING = 12
"""Letters below which a text is found in any other by chance."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The container and what the witnesses say of each chunk."""

    container: HtmlElement
    above: frozenset[HtmlElement]
    """The container and the elements around it: what they are called says nothing against the text."""
    engine: tuple[bool, ...]
    """For every chunk of the page, whether the engine kept it."""
    record: tuple[bool, ...]
    """For every chunk, whether the publisher's own record (JSON-LD articleBody) holds it."""
    inside: tuple[bool, ...]
    """For every chunk, whether it lies in the container."""
    first: int
    """The first chunk of the container that is prose and that a witness keeps."""
    top: int
    """The last chunk before it that is the title; where there is none, a few chunks before it."""

    def against(self, chunk: Chunk) -> tuple[Doubt, ...]:
        """What the elements between the container and the chunk say against it."""
        return tuple(said for said in chunk.doubts if said.element not in self.above)


LIFT = 3
"""Elements above the container below which its continuation is looked for."""

HEAD = 15
"""Chunks before the text that are searched for standfirst and byline when the page shows no title."""


def find(
    tree: HtmlElement, page: Sequence[Chunk], opinion: tuple[str, ...], body: str, title: Title
) -> Scope:
    """The scope for the page's chunks, the engine's opinion and the publisher's record of the text."""
    kept, recorded, whole = "".join(opinion), letters(body), frozenset(opinion)
    engine = tuple(chunk.key in whole or _holds(kept, chunk.key) for chunk in page)
    record = tuple(_holds(recorded, chunk.key) for chunk in page)
    votes = [
        len(c.key) * (e + 2 * r) if _is_prose(c) and c.linked < 0.5 and (r or not _is_beside(c)) else 0
        for c, e, r in zip(page, engine, record, strict=True)
    ]
    if not any(votes):
        votes = [len(c.key) if _is_prose(c) and c.linked < 0.3 and not _doubted(c) else 0 for c in page]
    container = _container(tree, page, votes)
    parts = (container, *_continued(container))
    above = frozenset(around for part in parts for around in (part, *part.iterancestors()))
    members = frozenset(inner for part in parts for inner in part.iter())
    inside = tuple(chunk.element in members for chunk in page)
    more = adopted(page, container, inside, engine)
    around = tuple(place in more or here for place, here in enumerate(inside))
    text = (place for place, vote in enumerate(votes) if vote and inside[place])
    first = next(text, next((place for place, here in enumerate(inside) if here), 0))
    titled = [place for place in range(first - 1, -1, -1) if _is_title(page[place], title)]
    own = (place for place in titled if page[place].key == letters(title.text))
    top = next(own, titled[0] if titled else max(-1, first - HEAD))
    return Scope(container, above, engine, record, around, first, top)


def _is_title(chunk: Chunk, title: Title) -> bool:
    if chunk.kind != "heading":
        return chunk.key in title.keys
    part = chunk.level == 1 and any(chunk.key in other for other in title.keys)
    return part or chunk.key in title.keys or title.is_end_of(chunk.key)


def _holds(text: str, key: str) -> bool:
    """True when `text` has the chunk, by its first and last letters: the two may differ in a quotation mark."""
    if len(key) < PROSE:
        return len(key) >= _TELLING and key in text
    return key[:PROSE] in text and key[-PROSE:] in text


def _is_prose(chunk: Chunk) -> bool:
    return len(chunk.key) >= PROSE and not (chunk.kind == "heading" and chunk.level == 1)


def _is_beside(chunk: Chunk) -> bool:
    """True for what readers wrote, and for the words of a gallery: both may be longer than the article."""
    return any(said.strong and said.reason in ("comments", "caption") for said in chunk.doubts)


def _doubted(chunk: Chunk) -> bool:
    return any(said.strong for said in chunk.doubts)


def _continued(container: HtmlElement) -> Iterator[HtmlElement]:
    """Elements beside the container that are its like: a text that advertising cuts in two has two containers."""
    label = container.get("class")
    around = next(islice(container.iterancestors(), LIFT - 1, None), None)
    if not label or around is None or sum(1 for _ in around.iter("h1")) > 1:
        return  # several titles are several articles
    same = (other for other in around.iter(container.tag) if other.get("class") == label)
    for other in islice(dropwhile(lambda other: other is not container, same), 1, None):
        between = takewhile(lambda element: element is not around, other.iterancestors())
        if not any(said.strong for element in between if (said := doubt(element))):
            yield other  # and none of the readers' comments, which may be set like the text


def _container(tree: HtmlElement, page: Sequence[Chunk], votes: Sequence[int]) -> HtmlElement:
    """The innermost element that holds `SHARE` of the votes."""
    held: dict[HtmlElement, int] = defaultdict(int)
    for chunk, vote in zip(page, votes, strict=True):
        if vote:
            held[chunk.element] += vote
            for element in chunk.element.iterancestors():
                held[element] += vote
    total = sum(votes)
    enough = [element for element in held if held[element] >= SHARE * total and element.tag not in _TEXTS]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()), default=tree)
