"""Which chunks of the page are the article's text, and why the others are not: one small rule a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from glose.digest.newsroom import furniture
from glose.digest.readers.page import small_lines
from glose.digest.readers.page.captions import LONGEST, holds_section
from glose.digest.readers.page.chunks import Chunk, letters
from glose.digest.readers.page.main_container import PROSE, Scope
from glose.digest.readers.page.regions import opens
from glose.digest.readers.page.small_lines import is_message, is_sentence
from glose.digest.readers.page.title import Title
from glose.digest.readers.page.view import View, views

LONGEST_FORM = 300
"""Characters of a box whose form is what it is for."""

_COUNTED = re.compile(r"\d{1,3}\s?/\s?\d{1,3}(?!\d|/)\s*\S")
SEVERAL = 3
"""Paragraphs and pictures that an article and a gallery have at least."""
EDIT = 24
"""Characters beside a heading in a box of its own: a link to edit the section."""

Judgement = Callable[[View], str]
"""A rule: why the chunk is no text of the article; empty when it has nothing to say."""


def _far(view: View) -> str:
    if view.place == "body":
        return ""
    if not view.engine or len(view.chunk.key) < PROSE or view.chunk.linked >= 0.5:
        return "outside"
    return "" if view.place == "lead" else "apart"


def _title(view: View) -> str:
    key = view.chunk.key
    other = not view.before or (view.titled and not view.title.is_akin(view.chunk.text))
    heading = view.chunk.kind == "heading" and view.place == "body"
    if other and heading and key not in letters(view.title.text):
        return ""  # a section of the text, though its heading is an h1
    if key in view.title.keys and (view.before or view.chunk.kind == "heading"):
        return "title"
    if view.chunk.kind != "heading" or not view.before:
        return ""
    part = view.chunk.level == 1 and any(key in other for other in view.title.keys)
    return "title" if part or view.title.is_end_of(key) else ""


def _prompt(view: View) -> str:
    """Furniture by its words; prose without a link is left to the rule `noise`, which counts what it would take."""
    chunk = view.chunk
    prose = len(chunk.key) >= PROSE and not chunk.linked
    return "" if prose else furniture.kind(chunk.text, chunk.linked)


def _strong(view: View) -> str:
    """Furniture by its class: the engine and the publisher's record must both say otherwise."""
    for doubt in view.doubts:
        if doubt.strong:
            if doubt.reason != "hidden" and view.doubts[-1].element.tag == "figcaption":
                return "caption"  # whatever a part of the figure is called
            seen = doubt.reason == "hidden" and view.engine and len(view.chunk.key) >= PROSE
            if not (seen or (view.record and view.engine)):
                return doubt.reason
    return ""


def _weak(view: View) -> str:
    """Furniture by a word that text may bear too: the engine or the record outweighs it, except for captions."""
    if not view.doubts:
        return ""
    reason = view.doubts[-1].reason
    if _heads_section(view) or (view.before and opens([view.chunk])):
        return ""
    words = [d.element for d in view.doubts if d.reason == "caption" and _short(d.element)]
    if words and not view.record:
        section = next(filter(holds_section, words), None)
        if section is None:
            return "caption"
        if len(words) == len(view.doubts) and next(section.iter("a"), None) is None:
            return ""  # a slide that leads nowhere else
    if is_message(view):
        return ""
    if view.engine or (view.alike and (len(view.chunk.key) >= PROSE or view.chunk.kind == "heading")):
        return ""
    if view.record and view.chunk.linked < 0.5 and "related" not in {doubt.reason for doubt in view.doubts}:
        return ""
    return reason


def _heads_section(view: View) -> bool:
    """True for a heading in the head of a section of the text, or of an update of a live page."""
    chunk, (doubt, *others) = view.chunk, view.doubts
    if chunk.kind != "heading" or chunk.level == 1 or others or doubt.element.tag != "header":
        return False
    section = doubt.element.getparent()
    texts = iter(()) if section is None or chunk.linked > 0.5 else section.iter("p", "h1")
    first = next(texts, None)
    return first is not None and first.tag == "p"


def _short(element: HtmlElement) -> bool:
    """False for an element that holds more than the words of a picture."""
    return len(element.text_content()) <= LONGEST


def _form(view: View) -> str:
    """The words of a small box that asks for something to be filled in."""
    box = view.chunk.element.getparent()
    if box is None or box in view.above or len(view.chunk.key) >= 3 * PROSE or view.record:
        return ""
    asks = next(box.iter("form", "input"), None) is not None
    below = view.chunk.element.getnext() if view.chunk.kind == "heading" else None
    if below is not None and below.tag == "form":
        return "form"
    return "form" if asks and len(box.text_content()) <= LONGEST_FORM else ""


def _links(view: View) -> str:
    chunk = view.chunk
    if view.record or chunk.linked < 0.3 or (view.alike and chunk.kind == "heading"):
        return ""
    if chunk.kind == "item" and not view.engine and not is_sentence(chunk):
        return "links"
    return "links" if chunk.linked > 0.8 and len(chunk.key) < 5 * PROSE else ""


RULES: tuple[Judgement, ...] = (
    _title,  # before all: a title in a header is no header, and one far off is no text that went astray
    small_lines.beneath,  # before what is said of lines between the title and the text
    _far,
    _prompt,  # before the links, which would give it a lesser name
    small_lines.byline,
    small_lines.kicker,
    small_lines.dated,
    _strong,
    _weak,
    _form,
    _links,
    small_lines.label,  # last: it knows least
)


def judge(page: Sequence[Chunk], scope: Scope, title: Title, standfirst: Sequence[int]) -> tuple[str, ...]:
    """For every chunk why it is not part of the article's text; empty for those that are."""
    reasons = [_reason(view) for view in views(page, scope, title)]
    for place in standfirst:
        reasons[place] = "standfirst"
    _keep_headings(page, reasons)
    _drop_gallery(page, reasons)
    _drop_repeats(page, reasons)
    _drop_orphans(page, reasons)
    return tuple(reasons)


def _reason(view: View) -> str:
    if not view.chunk.key:
        return "empty"
    return next(filter(None, (rule(view) for rule in RULES)), "")


def _keep_headings(page: Sequence[Chunk], reasons: list[str]) -> None:
    """Keeps a heading of one word, "Comments" over what people said, where the text goes on right below it."""
    for place, reason in enumerate(reasons):
        heading = page[place]
        if not reason or heading.kind != "heading" or heading.linked or heading.doubts or " " in heading.text:
            continue
        if not furniture.kind(heading.text, 0):
            continue
        below = place + 1
        around = heading.element.getparent()
        if around is not None and len(around.text_content()) <= len(heading.text) + EDIT:
            while below < len(page) and reasons[below] and page[below].element in (around, *around):
                below += 1  # a link to edit the section
        if below < len(page) and not reasons[below] and len(page[below].key) >= PROSE:
            reasons[place] = ""


def _drop_gallery(page: Sequence[Chunk], reasons: list[str]) -> None:
    """Marks the pictures of a gallery that counts them ("3/12 The bridge") beside an article of its own prose."""
    counted, under = set[int](), False
    for place, chunk in enumerate(page):
        if chunk.kind == "heading":
            under = bool(_COUNTED.match(chunk.text))
        if under and not reasons[place]:
            counted.add(place)
    if len(counted) < 2 * SEVERAL:
        return
    prose = (place for place, reason in enumerate(reasons) if not reason and len(page[place].key) >= PROSE)
    if sum(1 for place in prose if place not in counted) >= SEVERAL:
        for place in counted:
            reasons[place] = "caption"


def _drop_repeats(page: Sequence[Chunk], reasons: list[str]) -> None:
    """Marks quotations that layout pulled out of the text; a question may well be asked twice."""
    kept = [place for place, reason in enumerate(reasons) if not reason and len(page[place].key) >= PROSE]
    paragraphs = "\n".join(page[place].key for place in kept if page[place].kind == "paragraph")
    for place in kept:
        if page[place].kind == "quote" and page[place].key in paragraphs:
            reasons[place] = "repeat"


def _drop_orphans(page: Sequence[Chunk], reasons: list[str]) -> None:
    """Marks headings below which no text is left."""
    below: int | None = None
    for place in range(len(page) - 1, -1, -1):
        if reasons[place]:
            continue
        level = page[place].level if page[place].kind == "heading" else 0
        if level and (below is None or 0 < below < level):
            reasons[place] = "orphan"
        else:
            below = level
