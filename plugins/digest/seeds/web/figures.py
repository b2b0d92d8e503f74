"""The article's pictures with caption and credit, which no extraction library returns as fields.

A caption is where the markup says so: a ``figcaption``, or an element whose class is a caption's and that stands
by a picture. Its credit is an element of its own inside or beside it, or the end of the caption's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from plugins.digest.article import Image
from plugins.digest.clean import line
from plugins.digest.seeds.web.chunks import SILENT, Chunk, letters
from plugins.digest.seeds.web.credits import is_archive, is_credit, split_credit, tidy_credit
from plugins.digest.seeds.web.evidence import words
from plugins.digest.seeds.web.scope import Scope

_CAPTION = frozenset(
    "caption captions figcaption legend legende bildunterschrift bildtext imagetext cutline".split()
)
_PICTURE_WORDS = frozenset("image img photo picture foto bild figure gallery lightbox media".split())
_TEXT_WORDS = frozenset("description desc text info title sub label".split())
_CREDIT = frozenset(
    "credit credits copyright byline photographer author autor auteur source quelle attribution rights agency"
    " urheber fotograf photocredit provider owner fotocredit bildnachweis lizenz license".split()
)
_PICTURES = ("img", "picture", "amp-img", "source")
_HOLDERS = (
    "figure",
    "figcaption",
    "div",
    "p",
    "span",
    "section",
    "dd",
    "small",
    "li",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
)
_FURNITURE = frozenset("related navigation sidebar footer comments newsletter advertising author".split())
"""Reasons of doubt that make a picture somebody else's."""
ABOVE = 12
"""Chunks above the title among which the lead picture may stand."""
BELOW = 4
_SURE = ("figure", "figcaption")
"""Elements whose words are a picture's, wherever that is."""
MOST = 1000
"""Captions of a page that are looked at; more are an archive."""
_LIFT = 4
"""How many elements above a caption its picture may be found in."""
LONGEST = 900
"""Characters of a caption with its credit; a longer text by a picture is a text."""
_ELSEWHERE = re.compile(r"/|\\|#|[a-z][a-z0-9+.-]*:", re.I)
"""Addresses with a scheme or a host, and those from a root."""
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url")
_FLOWING = frozenset("a em i b strong u sub sup abbr mark small".split())


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the page with its words."""

    image: Image
    element: HtmlElement
    """The element that holds the words."""


def figures(tree: HtmlElement) -> tuple[Figure, ...]:
    """Every picture below `tree` that has a caption or a credit, in document order, each caption once."""
    found: dict[str, Figure] = {}
    done: set[HtmlElement] = set()
    for element in islice(filter(_holds_caption, tree.iter(*_HOLDERS)), MOST):
        if element in done:
            continue
        done.update(element.iter())
        image = _image(element) if element.tag in _SURE or _picture(element) is not None else None
        if image and (key := _key(figure := Figure(image, element))):
            found.setdefault(key, figure)
    return tuple(found.values())


def of_article(page: Sequence[Chunk], scope: Scope, reasons: Sequence[str]) -> tuple[Figure, ...]:
    """The pictures that belong to the article: near its title or in its text, not in the furniture around.

    `reasons` says of every chunk why it is no text of the article (`judge.judge`).
    """
    last = max((place for place, reason in enumerate(reasons) if not reason), default=0)
    zone = range(max(0, scope.top - ABOVE), min(len(page), last + 1 + BELOW))
    place = {page[number].element: number for number in reversed(zone)}
    found: dict[str, tuple[int, Figure]] = {}
    for figure in figures(_around(page[zone[0]].element, page[zone[-1]].element)) if zone else ():
        at = next((place[near] for near in _near(figure.element) if near in place), None)
        if at is not None and not _in_furniture(page[at], scope):
            found[_key(figure)] = (at, figure)
    covered = {inner for _, figure in found.values() for inner in _whole(figure.element).iter()}
    for number in zone:  # what the judge took for a caption though no class calls it one
        chunk = page[number]
        if reasons[number] == "caption" and chunk.element not in covered and not _in_furniture(chunk, scope):
            holder = next((d.element for d in reversed(chunk.doubts) if d.reason == "caption"), None)
            if holder is not None and _picture(holder) is not None and (image := _image(holder)):
                covered.update(holder.iter())
                figure = Figure(image, holder)
                found.setdefault(_key(figure), (number, figure))
    return tuple(figure for _, figure in sorted(found.values(), key=lambda entry: entry[0]))


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


def _key(figure: Figure) -> str:
    return letters(figure.image.caption) or letters(figure.image.credit)


def _in_furniture(chunk: Chunk, scope: Scope) -> bool:
    against = (doubt for doubt in chunk.doubts if doubt.element not in scope.above)
    return any(
        doubt.reason in _FURNITURE and (doubt.strong or doubt.reason == "related") for doubt in against
    )


def _holds_caption(element: HtmlElement) -> bool:
    """True for an element that is a caption and nothing else, the outermost first."""
    if element.tag == "figcaption":
        return True
    if element.tag == "figure":
        return next(element.iter("figcaption"), None) is None and not any(
            map(_named_caption, element.iterdescendants())
        )
    return _named_caption(element)


def _named_caption(element: HtmlElement) -> bool:
    label = element.get("class") or element.get("data-testid")
    return bool(label) and _names_caption(label) and next(element.iter(*_PICTURES), None) is None


@lru_cache(maxsize=8192)
def _names_caption(label: str) -> bool:
    """True for class names of a picture's words; with a picture inside they are those of the whole figure."""
    found = set(words(label))
    return bool(_CAPTION & found or (_PICTURE_WORDS & found and _TEXT_WORDS & found))


def _picture(element: HtmlElement) -> HtmlElement | None:
    """The picture that an element's words are about: in its figure, or at most `_LIFT` elements up."""
    for depth, around in enumerate((element, *element.iterancestors())):
        if depth > _LIFT and around.tag != "figure":
            continue
        if (picture := next(around.iter("img", "amp-img"), None)) is not None:
            return picture
        if around.tag == "figure" or depth > 2 * _LIFT:
            return None
    return None


def _image(element: HtmlElement) -> Image | None:
    """The picture with the words of `element`; None where they are no caption."""
    pieces = list(_pieces(element))
    caption = " ".join(text for text, credit in pieces if not credit)
    credit = " ".join(text for text, credit in pieces if credit)
    if len(caption) > LONGEST or len(credit) > LONGEST:
        return None
    plain = [text for text, credit in pieces if not credit]
    if not credit and len(plain) > 1 and is_credit(plain[-1]):
        caption, credit = " ".join(plain[:-1]), plain[-1]
    if not credit:
        caption, credit = split_credit(caption)
    if not credit:
        credit = _beside(element)
    caption = caption.removesuffix(credit).strip() if credit else caption
    picture = _picture(element)
    credit = tidy_credit(credit)
    return Image(
        caption=caption,
        credit=credit,
        archive=is_archive(caption, credit),
        src=_source(picture),
        alt=line(picture.get("alt") or "") if picture is not None else "",
    )


def _beside(element: HtmlElement) -> str:
    """The text of a credit element outside `element`, in its figure or by the same picture."""
    for depth, around in enumerate(element.iterancestors()):
        if depth >= _LIFT or len(line(around.text_content())) > LONGEST:
            return ""
        for other in around.iter("div", "p", "span", "small", "cite", "figcaption", "em", "footer"):
            if other is not element and element not in other.iterancestors() and _named_credit(other):
                text = line(other.text_content())
                if 2 < len(text) <= 150 and other not in element.iterancestors():
                    return text
        if around.tag == "figure":
            return ""
    return ""


def _named_credit(element: HtmlElement) -> bool:
    return bool(_CREDIT & set(words(f"{element.get('class', '')} {element.get('itemprop', '')}")))


def _pieces(element: HtmlElement) -> Iterator[tuple[str, bool]]:
    """The texts in `element`, cut where its inner elements begin and end, each with whether it is a credit."""
    runs: list[tuple[str, HtmlElement, bool]] = []

    def walk(inner: HtmlElement, owner: HtmlElement, credit: bool) -> None:
        if inner.text:
            runs.append((inner.text, owner, credit))
        for child in inner:
            if isinstance(child.tag, str) and child.tag not in SILENT:
                flowing = child.tag in _FLOWING and not _named_credit(child)
                walk(child, owner if flowing else child, credit or _named_credit(child))
            if child.tail:
                runs.append((child.tail, owner, credit))

    walk(element, element, element.tag != "figcaption" and _named_credit(element) and False)
    gathered: list[tuple[str, HtmlElement, bool]] = []
    for text, owner, credit in runs:
        if gathered and gathered[-1][1] is owner:
            gathered[-1] = (gathered[-1][0] + text, owner, credit)
        else:
            gathered.append((text, owner, credit))
    yield from ((clean, credit) for text, _, credit in gathered if letters(clean := line(text)))


def _source(picture: HtmlElement | None) -> str:
    """Path of the picture's file beside the saved page, as the page writes it; empty for one on the web."""
    if picture is None:
        return ""
    candidates = (line(picture.get(name) or "") for name in _SOURCES)
    return next((source for source in candidates if source and not _ELSEWHERE.match(source)), "")
