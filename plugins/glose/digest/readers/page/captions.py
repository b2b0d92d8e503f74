"""The words that belong to one picture: which elements hold them, and which of them are the credit."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from glose.digest.model.article import Image
from glose.digest.newsroom.bylines import is_names
from glose.digest.newsroom.credits import is_archive, is_credit, split_credit, tidy_credit
from glose.digest.newsroom.furniture import furniture
from glose.digest.readers.page.chunks import HEADINGS, SILENT, letters
from glose.digest.readers.page.class_names import words
from glose.digest.text.clean import line
from glose.digest.text.embedded import is_embedded

LONGEST = 900
"""Characters of a caption with its credit; a longer text by a picture is a text."""

HOLDERS = tuple("figure figcaption div p span section dd small li em center h2 h3 h4 h5 h6".split())
"""Elements that may hold a caption."""

_CAPTION = frozenset(
    "caption captions figcaption legend legende bildunterschrift bildtext imagetext cutline".split()
)
_OF_PICTURE = frozenset("image img photo picture foto bild figure gallery lightbox media".split())
_WORDS_OF = frozenset("description desc text info title sub label".split())
"""With a word for picture before it, one of these names a picture's words: ``image-description``."""
_CREDIT = frozenset(
    "credit credits copyright byline photographer author autor auteur source quelle attribution rights agency"
    " urheber fotograf photocredit provider owner fotocredit bildnachweis lizenz license distributor".split()
)
_BESIDE = tuple("div p span small cite figcaption em footer".split())
_LONGEST_BESIDE = 150
_FLOWING = frozenset("a em i b strong u sub sup abbr mark small".split())
"""Elements that do not part a caption in two."""
_PICTURES = ("img", "amp-img")
_LINES = frozenset({"p", "center", "h5", "h6"})
_CENTRE = frozenset("center centre centered aligncenter".split())
_LONGEST_BENEATH = 200
_FRAMES = 4
"""Elements around a text in which a picture without any name for its words is looked for."""
_BOXES = frozenset({"div", "p", "span", "section", "center", "td", "tr", "tbody", "table"})
_OF_CARDS = (*HEADINGS, "a", "li", "button", "form", "blockquote")
_ICONS = frozenset("icon logo avatar badge emoji pixel spacer sprite author".split())
SMALLEST = 100
"""Pixels of a picture without words; a smaller one is an icon."""
_SECTION = 80
"""Letters of prose in an item that is more than a picture's words."""
_LIFT = 4
"""How many elements above a caption its picture may be found in."""
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url")
_ELSEWHERE = re.compile(r"/|\\|#|[a-z][a-z0-9+.-]*:", re.I)
"""Addresses with a scheme or a host, and those from a root."""


def holds_caption(element: HtmlElement) -> bool:
    """True for an element whose text is a picture's words and nothing else."""
    if element.tag == "figcaption":
        return True
    if element.tag == "figure":
        inside = element.iterdescendants()
        return not any(inner.tag == "figcaption" or _is_called_caption(inner) for inner in inside)
    return _is_called_caption(element) or is_beneath(element)


def is_beneath(element: HtmlElement) -> bool:
    """True for a short line set apart, centred or in italics, right under a picture that stands alone."""
    if element.tag not in _LINES or _over(element) is None:
        return False
    text = line(element.text_content())
    if element.tag in ("h5", "h6"):
        return len(text) <= _LONGEST_BENEATH and bool(split_credit(text)[1])
    fits = 0 < len(text) <= _LONGEST_BENEATH and text[0].isalnum() and not furniture(text)
    return fits and (_is_centred(element) or _is_slanted(element))


def frame(element: HtmlElement, above: Container[HtmlElement]) -> HtmlElement | None:
    """The small box around a picture and the few words of `element`, where its make is all that says so.

    `above` are the elements around the article's text. A box with a heading, a list or a link is a card.
    """
    for around in islice(element.iterancestors(), _FRAMES):
        if around in above or around.tag not in _BOXES:
            return None
        picture = next(around.iter(*_PICTURES), None)
        if picture is None:
            continue
        text = line(around.text_content())
        other = next(around.iter(*_OF_CARDS), None) is not None or is_icon(picture)
        fits = len(text) <= _LONGEST_BENEATH and text[:1].isalnum() and not furniture(text)
        return around if fits and not other and not is_names(text) else None
    return None


def is_icon(picture: HtmlElement) -> bool:
    """True for a picture that is too small for a photograph, or called a sign of the site's."""
    sizes = (picture.get(side, "").removesuffix("px") for side in ("width", "height"))
    small = any(size.isdecimal() and 1 < int(size) < SMALLEST for size in sizes)
    return small or bool(_ICONS & set(words(f"{picture.get('class', '')} {source(picture)}")))


def holds_section(element: HtmlElement) -> bool:
    """True for a slide or an item of a gallery that is a part of the text: a heading and prose below it."""
    if element.tag in ("figure", "figcaption") or next(element.iter(*HEADINGS), None) is None:
        return False
    return any(len(text.text_content()) >= _SECTION for text in element.iter("p", "li", "div"))


def _over(element: HtmlElement) -> HtmlElement | None:
    """The picture right above an element, with no text of its own; or at its head."""
    above = element.getprevious()
    for holder in (above, element):
        if (
            holder is None
            or not isinstance(holder.tag, str)
            or (holder is above and holder.text_content().strip())
        ):
            continue
        picture = holder if holder.tag in _PICTURES else next(holder.iter(*_PICTURES), None)
        if picture is not None and (holder is above or not (element.text or "").strip()):
            return picture
    return None


def _is_centred(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    named = words(f"{element.get('class') or ''} {element.get('align') or ''}")
    return element.tag == "center" or "text-align:center" in style or bool(_CENTRE & set(named))


def _is_slanted(element: HtmlElement) -> bool:
    """True where all of the text is in italics or small."""
    whole = letters(element.text_content())
    return whole == "".join(
        letters(inner.text_content()) for inner in element if inner.tag in ("em", "i", "small")
    )


def captioned(element: HtmlElement) -> Image | None:
    """The picture that the words of `element` are about; None where they are too many, or no picture is near."""
    picture = _over(element) if is_beneath(element) else picture_of(element)
    if picture is None and element.tag not in ("figure", "figcaption"):
        return None
    pieces = list(_pieces(element))
    plain = [text for text, credit in pieces if not credit]
    caption = " ".join(plain)
    credit = " ".join(text for text, credit in pieces if credit)
    if len(caption) > LONGEST or len(credit) > LONGEST:
        return None
    if not credit and len(plain) > 1 and is_credit(plain[-1]):
        caption, credit = " ".join(plain[:-1]), plain[-1]
    if not credit:
        caption, credit = split_credit(caption)
    credit = tidy_credit(credit or _beside(element))
    return Image(caption, credit, is_archive(caption, credit), source(picture), _alt(picture))


def picture_of(element: HtmlElement) -> HtmlElement | None:
    """The picture that an element's words are about: in its figure, or at most `_LIFT` elements up."""
    for depth, around in enumerate((element, *element.iterancestors())):
        near = depth <= _LIFT or around.tag == "figure"
        if near and (picture := next(around.iter("img", "amp-img"), None)) is not None:
            return picture
        if around.tag == "figure" or depth > 2 * _LIFT:
            return None
    return None


def source(picture: HtmlElement | None) -> str:
    """Where the picture lies beside the saved page or inside it, as the page names it; empty for one on the web."""
    if picture is None:
        return ""
    candidates = (line(picture.get(name) or "") for name in _SOURCES)
    return next(
        (text for text in candidates if text and (is_embedded(text) or not _ELSEWHERE.match(text))), ""
    )


def uncaptioned(picture: HtmlElement) -> Image:
    """A picture without words."""
    return Image(src=source(picture), alt=_alt(picture))


def _alt(picture: HtmlElement | None) -> str:
    return "" if picture is None else line(picture.get("alt") or "")


def _is_called_caption(element: HtmlElement) -> bool:
    label = element.get("class") or element.get("data-testid")
    if not label or not _names_caption(label):
        return False
    # with a picture inside, it is the class of the whole figure
    return next(element.iter("img", "picture", "amp-img"), None) is None


@lru_cache(maxsize=8192)
def _names_caption(label: str) -> bool:
    found = set(words(label))
    return bool(_CAPTION & found or (_OF_PICTURE & found and _WORDS_OF & found))


def _is_called_credit(element: HtmlElement) -> bool:
    return bool(_CREDIT & set(words(f"{element.get('class', '')} {element.get('itemprop', '')}")))


def _beside(element: HtmlElement) -> str:
    """The text of a credit element outside `element`, in its figure or by the same picture."""
    for depth, around in enumerate(element.iterancestors()):
        if depth >= _LIFT or _holds_several(around) or len(line(around.text_content())) > LONGEST:
            return ""
        for other in (e for e in around.iter(*_BESIDE) if e.tag == "cite" or _is_called_credit(e)):
            text = line(other.text_content())
            apart = element is not other and not {element, other} & {
                *element.iterancestors(),
                *other.iterancestors(),
            }
            if apart and 2 < len(text) <= _LONGEST_BESIDE:
                return text
        if around.tag == "figure":
            return ""
    return ""


def _holds_several(around: HtmlElement) -> bool:
    """True for an element with more than one picture: a credit in it may be another's."""
    shown = (e for e in around.iter(*_PICTURES) if next(e.iterancestors("noscript"), None) is None)
    return next(islice(shown, 1, None), None) is not None


def _pieces(element: HtmlElement) -> Iterator[tuple[str, bool]]:
    """The texts in `element`, cut where its inner elements begin and end, each with whether it is a credit."""
    runs: list[tuple[str, HtmlElement, bool]] = []

    def add(text: str | None, owner: HtmlElement, credit: bool) -> None:
        if text and runs and runs[-1][1] is owner:
            runs[-1] = (runs[-1][0] + text, owner, credit)
        elif text:
            runs.append((text, owner, credit))

    def walk(inner: HtmlElement, owner: HtmlElement, credit: bool) -> None:
        add(inner.text, owner, credit)
        for child in inner:
            if isinstance(child.tag, str) and child.tag not in SILENT:
                named = _is_called_credit(child)
                walk(child, owner if child.tag in _FLOWING and not named else child, credit or named)
            add(child.tail, owner, credit)

    walk(element, element, False)
    yield from ((text, credit) for run, _, credit in runs if letters(text := line(run)))
