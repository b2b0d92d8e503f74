"""The one pass over the HTML: tokens in, a `Page` out. No tree is built; only elements that matter are kept open."""

from __future__ import annotations

import html as entities
from dataclasses import dataclass

from plugins.digest.glossary import markup
from plugins.digest.glossary.fold import BREAK, OBJECT
from plugins.digest.glossary.page import Mark, Page
from plugins.digest.glossary.term import base


@dataclass(frozen=True, slots=True)
class Element:
    """An element that is open; each flag also holds for the sake of an element around it."""

    name: str
    barred: bool = False
    """No link may stand here."""
    closed: bool = False
    """No link may stand here but one made by hand."""
    quote: bool = False
    caption: bool = False
    lang: str = ""
    """The language, when it is not the page's."""
    mark: tuple[str, bool, int, int, int] | None = None
    """A mark: its term, whether by hand, where its start tag stands, and where its text begins."""


ROOT = Element("")


def read(html: str, lang: str) -> Page:
    """The page that `html` describes; `lang` is its language without region."""
    return _Reader(html, lang).read()


class _Reader:
    def __init__(self, html: str, lang: str) -> None:
        self.html = html
        self.lang = lang
        self.page = Page()
        self.open: list[Element] = []
        self.top = ROOT
        self.parts: list[str] = []
        self.length = 0
        self.closed_at = self.quote_at = self.caption_at = self.lang_at = -1

    def read(self) -> Page:
        html = self.html
        search = markup.TOKEN.search
        at = 0
        while (token := search(html, at)) is not None:
            start, end = token.span()
            if start > at:
                self._run(html[at:start], at, start, solid=False)
            at = end
            tag = token["tag"]
            if tag is not None:
                at = self._tag(tag.lower(), token["attrs"], start, end)
            elif token.lastgroup == "entity":
                self._run(entities.unescape(token[0]), start, end, solid=True)
            elif token.lastgroup == "endless":
                at = len(html)
            elif token[0].startswith("<![CDATA[") and any(one.name in ("svg", "math") for one in self.open):
                at = html.find("]]>", start) + 3 or len(html)
                at = len(html) if at < end else at
        if at < len(html):
            self._run(html[at:], at, len(html), solid=False)
        self.open.clear()
        self._turn()
        self.page.text = "".join(self.parts)
        return self.page

    def _run(self, text: str, start: int, end: int, *, solid: bool) -> None:
        if text:
            page = self.page
            page.starts.append(self.length)
            page.origins.append(start)
            page.ends.append(end)
            page.solid.append(solid)
            self.parts.append(text)
            self.length += len(text)

    def _tag(self, tag: str, attrs: str, start: int, end: int) -> int:
        """Take in one tag; gives where to go on: after it, or after the raw content that it begins."""
        page = self.page
        name = tag.removeprefix("/")
        ends = name is not tag
        if name in markup.INLINE:
            page.tags.append((start, end, tag))
        elif name in markup.BLOCK:
            self._run(BREAK, start, end, solid=True)
            page.paragraphs.append(self.length)
            if name in markup.HEADINGS and not ends:
                page.sections.append(self.length)
        else:
            self._run("\n" if name == "br" else OBJECT, start, end, solid=True)
        if ends:
            if self.open:
                self._shut(name, start, end)
            return end
        if name in markup.RAW:
            return markup.raw_end(self.html, name, end)
        matters = (
            name in markup.OPERATED
            or name in markup.NO_PROSE
            or name in ("q", "blockquote", "figcaption")
            or (attrs and markup.TELLING.search(attrs))
        )
        if (
            (self.open or matters)
            and name not in markup.VOID
            and not (name in ("svg", "math") and self._alone(attrs, end))
        ):
            self._begin(name, attrs, start, end)
        return end

    def _alone(self, attrs: str, end: int) -> bool:
        """True for a tag that closes itself, as foreign elements may."""
        return self.html[end - 2] == "/" and not attrs.endswith("/")

    def _begin(self, name: str, attrs: str, start: int, end: int) -> None:
        """A start tag: its element is open, and perhaps ends others."""
        while self.open and (
            (name in markup.ENDS_PARAGRAPH and self.top.name == "p") or (name == "li" == self.top.name)
        ):
            self._shut(self.top.name, start, start)
        if name in markup.ROWS or name in markup.CELLS:
            self._to_table()
        elif name == "a":
            self._shut("a", start, start)
        around = self.top
        if name in markup.CELLS and around.name == "table":
            around = self.open[-2] if len(self.open) > 1 else ROOT
        barred = around.barred or name in markup.OPERATED
        closed = around.closed or name in markup.NO_PROSE
        lang, mark = around.lang, None
        if attrs and markup.TELLING.search(attrs):
            values = markup.attributes(attrs)
            classes = values.get("class", "").split()
            roles = values.get("role", "").lower().split()
            if "lang" in values:
                own = base(values["lang"]) or "und"
                lang = "" if own == self.lang else own
            details = values.get("aria-details", "")
            if name == "a" and "term" in classes and details.startswith("term-"):
                mark = (details.removeprefix("term-"), False, start, end, self.length)
            elif name == "span" and values.get("data-term"):
                mark = (values["data-term"], True, start, end, self.length)
            barred = (
                barred
                or mark is not None
                or values.get("contenteditable", "false").lower() != "false"
                or not markup.OPERATED_ROLES.isdisjoint(roles)
            )
            closed = (
                closed
                or not markup.NO_TERM_CLASSES.isdisjoint(classes)
                or not markup.NO_TERM_ROLES.isdisjoint(roles)
            )
        self.open.append(
            Element(
                name="h1" if name in markup.HEADINGS else name,
                barred=barred,
                closed=closed or barred,
                quote=around.quote or name in ("q", "blockquote"),
                caption=around.caption or name == "figcaption",
                lang=lang,
                mark=mark,
            )
        )
        self._turn()

    def _to_table(self) -> None:
        """A row or a cell ends whatever is open in its table."""
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at].name == "table":
                del self.open[at + 1 :]
                self._turn()
                return

    def _shut(self, name: str, start: int, end: int) -> None:
        """An end tag: its element is open no more, nor what was left open in it, but for formatting."""
        if name in markup.HEADINGS:
            name = "h1"
        for at in range(len(self.open) - 1, -1, -1):
            element = self.open[at]
            if element.name == name:
                inner = self.open[at + 1 :]
                del self.open[at:]
                if name in markup.FORMATTING:
                    self.open += inner
                elif name not in markup.BARRIERS:
                    self.open += [one for one in inner if one.name in markup.FORMATTING]
                if element.mark:
                    term, by_hand, tag_start, tag_end, text_start = element.mark
                    outer = self.open[at - 1] if at else ROOT
                    self.page.marks.append(
                        Mark(
                            start=text_start,
                            end=self.length,
                            term=term,
                            by_hand=by_hand,
                            barred=outer.barred,
                            caption=element.caption,
                            opening=(tag_start, tag_end),
                            closing=(start, end),
                        )
                    )
                break
            if element.name in markup.BARRIERS:
                break
        if name in markup.ROWS or name in markup.CELLS:
            self._to_table()
        self._turn()

    def _turn(self) -> None:
        """Note which stretches begin or end here, now that another element is the innermost one."""
        before, self.top = self.top, self.open[-1] if self.open else ROOT
        after, page, here = self.top, self.page, self.length
        if after.closed != before.closed:
            self.closed_at = self._stretch(page.closed, self.closed_at, here)
        if after.quote != before.quote:
            self.quote_at = self._stretch(page.quotes, self.quote_at, here)
        if after.caption != before.caption:
            self.caption_at = self._stretch(page.captions, self.caption_at, here)
        if after.lang != before.lang:
            if before.lang and here > self.lang_at:
                page.foreign.append((self.lang_at, here, before.lang))
            self.lang_at = here

    @staticmethod
    def _stretch(stretches: list[tuple[int, int]], since: int, here: int) -> int:
        """Begin a stretch where none is open, else end it; gives where the open one began."""
        if since < 0:
            return here
        if here > since:
            stretches.append((since, here))
        return -1
