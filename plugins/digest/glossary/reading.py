"""The pass over the HTML that fills a `Page`."""

from __future__ import annotations

import html as entities
import re

from plugins.digest.glossary.fold import BREAK, OBJECT
from plugins.digest.glossary.markup import (
    ATTRIBUTE,
    BARRIERS,
    BLOCK,
    CELLS,
    CLOSED,
    CLOSED_CLASSES,
    CLOSED_ROLES,
    FORMATTING,
    HEADINGS,
    INLINE,
    RAW,
    ROWS,
    TELLING,
    TOKEN,
    VOID,
    WS,
    Mark,
    Open,
    Page,
)  # fmt: skip
from plugins.digest.glossary.term import base


class Reader:
    """Reads one HTML string; `lang` is the language of what does not say otherwise."""

    def __init__(self, html: str, lang: str) -> None:
        self.html = html
        self.lang = lang
        self.page = Page()
        self.stack: list[Open] = []
        self.parts: list[str] = []
        self.length = 0
        self.since = {"closed": -1, "quote": -1, "caption": -1, "lang": -1}
        self.foreign = ""

    def read(self) -> Page:
        """The page."""
        html, page = self.html, self.page
        search = TOKEN.search
        at = 0
        while True:
            token = search(html, at)
            if token is None:
                self.run(html[at:], at, len(html), solid=False)
                break
            start, end = token.span()
            if start > at:
                self.run(html[at:start], at, start, solid=False)
            at = end
            kind = token.lastgroup
            if kind == "entity":
                text = entities.unescape(token[0])
                if text:
                    self.run(text, start, end, solid=len(text) > 1 or True)
            elif kind == "rest":
                break  # a tag that never ends: nothing after it is text
            elif kind != "comment":
                at = self.tag(token["tag"], token["attrs"], start, end)
        self.close_all()
        page.text = "".join(self.parts)
        return page

    def run(self, text: str, start: int, end: int, *, solid: bool) -> None:
        page = self.page
        page.starts.append(self.length)
        page.origins.append(start)
        page.ends.append(end)
        page.solid.append(solid)
        self.parts.append(text)
        self.length += len(text)

    def tag(self, tag: str, attrs: str, start: int, end: int) -> int:
        """Take one tag in; gives the offset after it, or after the raw text that it opens."""
        page = self.page
        name = tag.lower()
        if name[0] == "/":
            closing, name = True, name[1:]
        else:
            closing = False
        if name in INLINE:
            page.tags.append((start, end, tag.lower()))
            if closing:
                if self.stack:
                    self.shut(name, start, end)
                return end
        elif name in BLOCK:
            self.run(BREAK, start, end, solid=True)
            page.paragraphs.append(self.length)
            if name in HEADINGS and not closing:
                page.sections.append(self.length)
            if closing:
                if self.stack:
                    self.shut("h1" if name in HEADINGS else name, start, end)
                return end
        elif name == "br":
            self.run("\n", start, end, solid=True)
            return end
        elif name not in RAW:
            self.run(OBJECT, start, end, solid=True)
            if closing:
                if self.stack:
                    self.shut(name, start, end)
                return end
        elif closing:
            return end
        else:
            self.run(OBJECT, start, end, solid=True)
            return raw_end(self.html, name, end)
        if name in VOID:
            return end
        if (
            self.stack
            or name in CLOSED
            or name == "table"
            or name in ("q", "blockquote", "figcaption")
            or (attrs and TELLING.search(attrs))
        ):
            self.open(name, attrs, start, end)
        return end

    def open(self, name: str, attrs: str, start: int, end: int) -> None:
        stack = self.stack
        if name in HEADINGS:
            name = "h1"
        if name in ROWS or name in CELLS:
            self.to_table()
        elif name == "a":
            self.shut("a", start, start)
        outer = stack[-1] if stack else None
        closed = bool(outer and outer.closed) or name in CLOSED or name == "table"
        if name in CELLS and outer and outer.name == "table":
            around = stack[-2] if len(stack) > 1 else None
            closed = bool(around and around.closed)
        lang = outer.lang if outer else ""
        quote = bool(outer and outer.quote) or name in ("q", "blockquote")
        caption = bool(outer and outer.caption) or name == "figcaption"
        term = None
        if attrs and TELLING.search(attrs):
            values = attributes(attrs)
            classes = values.get("class", "").split()
            if "lang" in values:
                lang = "" if base(values["lang"]) == self.lang else base(values["lang"]) or "und"
            editable = values.get("contenteditable", "false").lower() != "false"
            closed = (
                closed
                or editable
                or not CLOSED_CLASSES.isdisjoint(classes)
                or not CLOSED_ROLES.isdisjoint(values.get("role", "").lower().split())
            )
            details = values.get("aria-details", "")
            if name == "a" and "term" in classes and details.startswith("term-"):
                term = (details.removeprefix("term-"), start, end, self.length)
            elif name == "span" and values.get("data-term"):
                term = ("\0" + values["data-term"], start, end, self.length)
                closed = True
        stack.append(Open(name, closed, lang, quote, caption, term))
        self.state()

    def to_table(self) -> None:
        """A row or a cell ends what is open in its table."""
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at].name == "table":
                del self.stack[at + 1 :]
                break
        self.state()

    def shut(self, name: str, start: int, end: int) -> None:
        """An end tag: its element is no longer open, nor is what was left open in it, but for formatting."""
        stack = self.stack
        for at in range(len(stack) - 1, -1, -1):
            one = stack[at]
            if one.name == name:
                inner = stack[at + 1 :]
                del stack[at:]
                if name in FORMATTING:
                    for other in inner:
                        stack.append(other)
                elif name not in CELLS and name != "table":
                    stack += [other for other in inner if other.name in FORMATTING]
                if one.term:
                    self.mark(one.term, start, end)
                break
            if one.name in BARRIERS:
                break
        if name in ROWS or name in CELLS:
            self.to_table()
        self.state()

    def mark(self, term: tuple[str, int, int, int], start: int, end: int) -> None:
        what, tag_start, tag_end, text_start = term
        by_hand = what.startswith("\0")
        self.page.marks.append(
            Mark(
                text_start,
                self.length,
                what.removeprefix("\0"),
                by_hand,
                ((tag_start, tag_end), (start, end)),
            )
        )

    def state(self) -> None:
        """Note where stretches begin and end that are closed, quoted, captions or in another language."""
        top = self.stack[-1] if self.stack else None
        since, page, here = self.since, self.page, self.length
        for key, on, into in (
            ("closed", bool(top and any_closed(self.stack)), page.closed),
            ("quote", bool(top and top.quote), page.quotes),
            ("caption", bool(top and top.caption), page.captions),
        ):
            if on and since[key] < 0:
                since[key] = here
            elif not on and since[key] >= 0:
                if here > since[key]:
                    into.append((since[key], here))
                since[key] = -1
        lang = top.lang if top else ""
        if lang != self.foreign:
            if self.foreign and here > since["lang"]:
                page.foreign.append((since["lang"], here, self.foreign))
            self.foreign, since["lang"] = lang, here

    def close_all(self) -> None:
        self.stack.clear()
        self.state()


def any_closed(stack: list[Open]) -> bool:
    """True when the innermost element, or formatting that reaches into it, is closed."""
    return stack[-1].closed


def attributes(attrs: str) -> dict[str, str]:
    """Attribute values by lower-case name; the first of a repeated name counts."""
    values: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(attrs):
        values.setdefault(name.lower(), entities.unescape(double or single or bare))
    return values


def raw_end(html: str, name: str, at: int) -> int:
    """Where the end tag of a raw text element begins, or the end of the page."""
    if name == "plaintext":
        return len(html)
    found = re.compile(rf"</{name}(?=[{WS}/>])", re.IGNORECASE).search(html, at)
    return found.start() if found else len(html)
