"""The engine's opinion: which text trafilatura, tuned for precision, takes for the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from copy import deepcopy

from lxml.etree import strip_elements
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from glose.digest.readers.page.chunks import HEADINGS, SILENT, Chunk, letters
from glose.digest.readers.page.class_names import CONCEALED, is_misleading
from glose.digest.readers.page.styles import is_of_article

_FURNITURE = (*(SILENT - {"img", "source", "head", "title"}), "nav", "footer")
SHARE = 0.1
"""Share of the page's prose up to which furniture is taken out before the engine looks: its classes often stand
on the element that holds everything. A third less time, and the same answer (measured on 200 pages)."""
SHOWN = 300
"""Letters of prose that a page must show for what it hides beside its article to be left out."""
_CLOSED = frozenset({"hidden", "dialog"})
_PROSE = 40
MOST = 20_000
"""Chunks of a page that the engine, which compares each paragraph with each, is asked about; none has as many."""
MOST_RUNS = 5_000
"""Pieces of text of one chunk, likewise: it compares each link or emphasis of a paragraph with each."""
CROWD = 50
"""Elements taken out of one, from which on the texts between them are made one: libxml2 keeps each apart, and what
asks for the text of 70,000 buttons' paragraph walks them all each time."""
_OUT = "glose-out"
"""A tag of our own: elements renamed so leave all at once, and the text around them stays whole."""
_VOID = "glose-void"
_FRAME = frozenset({"html", "body", "main", "article", "section"})
_NAMES = ("class", "id", "role", "style", "hidden", "aria-hidden")
_NAMED = f"//*[@id or @{_OUT} or @{_VOID}]"
"""The elements of a copy that may mislead: a tenth of all."""


def opinion(
    tree: HtmlElement, page: Sequence[Chunk], void: frozenset[HtmlElement] = frozenset()
) -> tuple[str, ...]:
    """The blocks that the engine keeps, in order, each as `letters`; empty when it finds no article.

    `page` are the chunks of `tree`, `void` the elements whose names say nothing: the engine, which believes
    names, does not see them. It prunes what it is given, so it gets a copy.
    """
    if len(page) > MOST or any(len(chunk.runs) > MOST_RUNS for chunk in page):
        return ()
    document = bare_extraction(_lighter(tree, page, void), favor_precision=True, include_comments=False)
    text = str(getattr(document, "text", None) or "")
    return tuple(filter(None, map(letters, text.split("\n"))))


def _lighter(tree: HtmlElement, page: Sequence[Chunk], void: frozenset[HtmlElement]) -> HtmlElement:
    """A copy of the tree without scripts, navigation, and small elements that are furniture by their class."""
    prose: dict[HtmlElement, int] = defaultdict(int)
    hidden: dict[HtmlElement, int] = defaultdict(int)
    total = 0
    for chunk in page:
        size = len(chunk.key) if len(chunk.key) >= _PROSE and chunk.linked < 0.5 else 0
        total += size
        for doubt in chunk.doubts:
            if doubt.strong and doubt.reason not in _CLOSED:
                prose[doubt.element] += size
            elif doubt.strong and doubt.element.tag not in _FRAME:
                hidden[doubt.element] += size
    small = {
        element
        for element, size in prose.items()
        if size < SHARE * total and next(element.iter("h1"), None) is None
    }
    small |= {element for element in tree.xpath(f"//*[@{CONCEALED}]") if element not in void}
    shown = total - sum(hidden.values())
    if shown >= SHOWN:
        small |= {element for element in hidden if element not in void and not _is_of_article(element)}
    marks = [*((element, _OUT) for element in small), *((element, _VOID) for element in void)]
    for element, name in marks:  # marked for the moment of the copy, to be known there
        element.set(name, "")
    copy = deepcopy(tree)
    for element, name in marks:
        element.attrib.pop(name, None)
    for element in copy.xpath(_NAMED):
        _unname(element)
    crowds = Counter(element.getparent() for element in copy.iter(_OUT, *_FURNITURE))
    strip_elements(copy, _OUT, *_FURNITURE, with_tail=False)
    for parent, count in crowds.items():
        if count >= CROWD and parent is not None:
            for one in parent:
                one.tail = one.tail
            parent.text = parent.text
    return copy


def _is_of_article(element: HtmlElement) -> bool:
    """As `styles` says; but a dialog may have a first heading of its own."""
    if element.get("role") in ("dialog", "alertdialog") or element.tag == "dialog":
        return next(element.iter("article", "main"), None) is not None
    return is_of_article(element)


def _unname(element: HtmlElement) -> None:
    """Takes from an element of the copy what would mislead a reader of names."""
    tag = element.tag
    if _OUT in element.attrib:
        element.tag = _OUT
    elif _VOID in element.attrib:
        element.tag = tag if tag in _FRAME else "div"
        for name in (_VOID, *_NAMES):
            element.attrib.pop(name, None)
    elif tag in HEADINGS:
        element.attrib.pop("id", None)
    elif (label := element.get("id")) and is_misleading(label):
        del element.attrib["id"]
