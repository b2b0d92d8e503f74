"""The page's text as a flat list of chunks in reading order, each with the evidence that its elements give.

A chunk is what a reader sees as one block. Nothing is judged here: an advertisement is a chunk too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from lxml.html import HtmlElement

from glose.digest.html.grid import table_rows
from glose.digest.model.article import BlockKind
from glose.digest.readers.page.class_names import Doubt, doubt, words

BLOCKS = frozenset(
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table caption"
    " tbody td tfoot th thead tr ul amp-img".split()
)
"""Elements before and after which a block ends; everything else flows with the text around it."""

SILENT = frozenset(
    "script style noscript template svg iframe button input select textarea option object video audio canvas head"
    " math map embed applet meta link title base frame frameset noframes source track img".split()
)
"""Elements whose text nobody reads as part of an article."""

QUESTION = 25
"""Characters of a question that a button opens the answer to; a shorter one is the page's own."""
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_EMPHASIS = {"a": "link", "em": "em", "i": "em", "b": "strong", "strong": "strong"}
_INITIALS = frozenset("dropcap drop initial lettrine capital initiale cap firstletter versal".split())
_LETTER_WORDS = frozenset("AIOYEUÀÔÉ")
"""One-letter words of European languages: after them a space may be meant."""
_BLOCK_STYLE = re.compile(r"display\s*:\s*block", re.I)
_ANCHORS = frozenset("# ¶ § ∞ 🔗 ⚓".split())
_LETTERS = re.compile(r"\w+")

Run = tuple[str, tuple[HtmlElement, ...]]
"""A piece of text and the link and emphasis elements around it, outermost first."""


def letters(text: str) -> str:
    """`text` as it is compared: letters and digits only, lower case."""
    return "".join(_LETTERS.findall(text.lower()))


@dataclass(frozen=True)
class Chunk:
    """One block of the page's visible text."""

    element: HtmlElement
    """The block element whose text it is."""
    runs: tuple[Run, ...]
    kind: BlockKind = "paragraph"
    level: int = 0
    """1 to 6 for a heading, nesting depth for an item."""
    ordered: bool = False
    doubts: tuple[Doubt, ...] = ()
    """What speaks against it in the elements around it, outermost first."""

    @cached_property
    def text(self) -> str:
        if self.kind == "code":
            return "".join(piece for piece, _ in self.runs).strip("\n")
        return " ".join("".join(piece for piece, _ in self.runs).split())

    @cached_property
    def key(self) -> str:
        """The text as it is compared."""
        return letters(self.text)

    @cached_property
    def linked(self) -> float:
        """Share of its letters that lie inside links."""
        inside = sum(len(letters(piece)) for piece, around in self.runs if any(e.tag == "a" for e in around))
        return inside / max(1, len(self.key))


@dataclass(frozen=True, slots=True)
class _Place:
    """What an element hands down to those inside it."""

    element: HtmlElement
    kind: BlockKind = "paragraph"
    level: int = 0
    ordered: bool = False
    lists: int = 0
    doubts: tuple[Doubt, ...] = ()


def chunks(tree: HtmlElement) -> tuple[Chunk, ...]:
    """Every visible chunk of text below `tree`, in document order."""
    walk, place = _Walk(), _Place(tree)
    walk.inside(tree, place, ())
    walk.cut(place)
    return tuple(walk.found)


class _Walk:
    """One pass over the tree; `gate.parse` has bounded its depth, so it may recurse."""

    def __init__(self) -> None:
        self.found: list[Chunk] = []
        self._runs: list[Run] = []
        self._glue = False

    def inside(self, element: HtmlElement, place: _Place, around: tuple[HtmlElement, ...]) -> None:
        """Everything below `element`, which lies at `place` within the links and emphasis `around`."""
        self._add(element.text, around)
        breaks = 0
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or (tag in SILENT and not _speaks(child, place)):
                pass
            elif tag == "br" or _is_break(child):
                breaks += 1 if tag == "br" else 2
                if breaks > 1:
                    self.cut(place)
                self._runs.append((" ", around))
            elif (
                tag in BLOCKS
                or (tag == "span" and _is_block(child))
                or (tag in SILENT and place.kind != "heading")
            ):
                self.cut(place)
                self._block(child, tag, place, around)
                breaks = 0
            else:
                self._inline(child, tag, place, around)
                breaks = 0
            if child.tail:
                self._add(child.tail, around)
                breaks = breaks if child.tail.isspace() else 0

    def cut(self, place: _Place) -> None:
        """Ends the block that was gathered, if it holds text."""
        if not self._runs:
            return
        runs = tuple(self._runs)
        self._runs = []
        self._glue = False
        if any(not piece.isspace() for piece, _ in runs):
            self.found.append(
                Chunk(place.element, runs, place.kind, place.level, place.ordered, place.doubts)
            )

    def _add(self, text: str | None, around: tuple[HtmlElement, ...]) -> None:
        if text and (self._runs or not text.isspace()):
            if self._glue and not text.isspace():
                text = text.lstrip() if text.lstrip()[:1].islower() else text
                self._glue = False
            if not (self._glue and text.isspace()):
                self._runs.append((text, around))

    def _block(self, child: HtmlElement, tag: str, place: _Place, around: tuple[HtmlElement, ...]) -> None:
        inner = _inner(child, tag, place)
        if tag == "table" and (rows := table_rows(child)):
            self.found.append(Chunk(child, ((rows, ()),), "code", 0, False, inner.doubts))
            return
        self.inside(child, inner, around)
        self.cut(inner)

    def _inline(self, child: HtmlElement, tag: str, place: _Place, around: tuple[HtmlElement, ...]) -> None:
        if (
            tag == "a"
            and place.kind == "heading"
            and (child.text or "").strip() in _ANCHORS
            and not len(child)
        ):
            return  # a link to the heading itself
        if tag == "span" and place.kind == "heading" and _is_bracketed(child):
            return  # a link to edit its section
        if tag in _EMPHASIS:
            around = (*around, child)
        against = None if tag == "a" else doubt(child)
        if against is None or not against.strong:
            self.inside(child, place, around)
            self._glue = _is_initial(child)
            return
        outer, self._runs = (
            self._runs,
            [],
        )  # a share button inside a paragraph is a chunk of its own, and cuts nothing
        inner = replace(place, doubts=(*place.doubts, against))
        self.inside(child, inner, around)
        self.cut(inner)
        self._runs = outer


def _inner(child: HtmlElement, tag: str, place: _Place) -> _Place:
    """The place inside a block element."""
    kind, level, ordered, lists = place.kind, place.level, place.ordered, place.lists
    if tag in HEADINGS:
        kind, level = "heading", int(tag[1])
    elif tag in ("ul", "ol", "menu", "dir"):
        lists, ordered = lists + 1, tag == "ol"
    elif tag == "li":
        kind, level = "item", max(0, lists - 1)
    elif tag == "blockquote":
        kind, level = "quote", 0
    elif tag == "pre":
        kind, level = "code", 0
    against = doubt(child)
    doubts = place.doubts if against is None else (*place.doubts, against)
    return _Place(child, kind, level, ordered, lists, doubts)


def _speaks(element: HtmlElement, place: _Place) -> bool:
    """True for a button that holds a question of the text, or, never closed, all of the article."""
    if element.tag != "button":
        return False
    if place.kind == "heading" or next(element.iter("p", "h1", "article"), None) is not None:
        return True
    text = element.text_content().strip()
    return len(text) >= QUESTION and text.endswith(("?", "؟", "？"))


def _is_block(element: HtmlElement) -> bool:
    return bool(_BLOCK_STYLE.search(element.get("style") or ""))


def _is_bracketed(element: HtmlElement) -> bool:
    """True for ``[<a>edit</a>]``."""
    text = element.text_content().strip()
    return text[:1] == "[" and text[-1:] == "]" and next(element.iter("a"), None) is not None


def _is_break(element: HtmlElement) -> bool:
    """True for an empty element that stands for a line break: ``<span class="br"></span>``."""
    return (
        element.tag == "span"
        and not len(element)
        and not element.text
        and "br" in words(element.get("class") or "")
    )


def _is_initial(element: HtmlElement) -> bool:
    """True for an initial set large, which layout parts from its word: ``<span class="dropcap">L</span> e``."""
    label = element.get("class")
    if not label or not _INITIALS & set(words(label)):
        return False
    text = element.text_content().strip()
    return len(text) == 1 and text.isupper() and text not in _LETTER_WORDS
