"""The one pass over the HTML: tokens in, a `Page` out. No tree is built."""

from __future__ import annotations

import html as entities

from glose.digest.glossary import markup
from glose.digest.glossary.fold import BREAK, OBJECT
from glose.digest.glossary.nesting import ROOT, Element, Nesting, generic
from glose.digest.glossary.page import Mark, Page
from glose.digest.glossary.term import base

DEEPEST = 512
"""Elements that matter inside one another, after which nothing is marked any more; browsers stop nesting there too."""


def read(html: str, lang: str) -> Page:
    """The page that `html` describes; `lang` is its language without region."""
    reader = Reader(html, lang)
    reader.read()
    return reader.page


class Reader:
    """Reads one string of HTML into `page`."""

    def __init__(self, html: str, lang: str) -> None:
        self.html = html
        self.lang = lang
        self.page = Page()
        self.whole = True
        """False when a tag, a comment or an element that matters does not end."""
        self.nesting = Nesting()
        self.top = ROOT
        self.parts: list[str] = []
        self.length = 0
        self.closed_at = self.quote_at = self.caption_at = self.lang_at = -1

    def read(self) -> None:
        """Read to the end."""
        html, page = self.html, self.page
        search = markup.TOKEN.search
        at = 0
        while (token := search(html, at)) is not None:
            start, end = token.span()
            if start > at:
                page.runs.append((self.length, at, start, False))
                self.parts.append(html[at:start])
                self.length += start - at
            kind = token.lastgroup
            if kind == "attrs":
                tag, attrs = token.group("tag", "attrs")
                at = self._tag(tag, attrs, start, end)
            elif kind == "reference":
                text = entities.unescape(token[0])
                if text:
                    self._put(text, start, end)
                at = end
            else:
                at = self._no_text(token[0], kind == "endless", start, end)
        if at < len(html):
            page.runs.append((self.length, at, len(html), False))
            self.parts.append(html[at:])
            self.length += len(html) - at
        self.whole = self.whole and not self.nesting.open
        self.nesting.open.clear()
        self._turn()
        page.text = "".join(self.parts)

    def _put(self, text: str, start: int, end: int) -> None:
        """Add text that stands for html[start:end] as a whole."""
        self.page.runs.append((self.length, start, end, True))
        self.parts.append(text)
        self.length += len(text)

    def _no_text(self, token: str, endless: bool, start: int, end: int) -> int:
        """Where to go on after a comment, a declaration, or a tag that does not end."""
        if token.startswith("<![CDATA[") and self.nesting.has("svg", "math"):
            end = self.html.find("]]>", start) + 3
            endless = end < start
        elif token.startswith("<!--"):
            endless = not token.endswith(">")
        if not endless:
            return end
        self.whole = False
        return len(self.html)

    def _tag(self, tag: str, attrs: str, start: int, end: int) -> int:
        """Take in one tag; gives where to go on: after it, or after the raw content that it begins."""
        page = self.page
        filler = markup.FILLERS.get(tag)
        if filler is None:
            tag = tag.lower()
            filler = markup.FILLERS.get(tag, OBJECT)
        if filler:
            self._put(filler, start, end)
            if filler[0] == BREAK:
                page.paragraphs.append(self.length)
                if filler == markup.HEADING and tag[0] != "/":
                    page.sections.append(self.length)
        else:
            page.tags.append((start, end, tag))
        if tag[0] == "/":
            if self.nesting.open:
                self._end(tag[1:], start, end)
        elif tag in markup.RAW:
            return self._raw(tag, end)
        elif tag == "noscript":
            return self._noscript(end)
        elif self.nesting.open or tag in markup.MATTERS or (attrs and markup.TELLING.search(attrs)):
            alone = self.html[end - 2] == "/" and not attrs.endswith("/")
            if not (alone and tag in ("svg", "math")):
                self._begin(tag, attrs, start, end)
            if len(self.nesting.open) > DEEPEST:
                self.whole = False
                return len(self.html)
        return end

    def _raw(self, name: str, at: int) -> int:
        """Where to go on after content that is no markup."""
        stop = markup.raw_end(self.html, name, at)
        self.whole = self.whole and stop < len(self.html)
        return stop

    def _noscript(self, at: int) -> int:
        """Where to go on after what some browsers take for markup and others for raw text."""
        stop = markup.raw_end(self.html, "noscript", at)
        inner = Reader(self.html[at:stop], self.lang)
        inner.read()
        return stop if inner.whole else len(self.html)

    def _begin(self, name: str, attrs: str, start: int, end: int) -> None:
        around = self.nesting.make_room(name)
        if around is not None and name not in markup.VOID:
            element = self._element(name, attrs, around, start, end)
            if self.nesting.open or name in markup.MATTERS or element.matters:
                self.nesting.open.append(element)
        self._turn()

    def _element(self, name: str, attrs: str, around: Element, start: int, end: int) -> Element:
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
        return Element(
            name=generic(name),
            barred=barred,
            closed=closed or barred,
            quote=around.quote or name in ("q", "blockquote"),
            caption=around.caption or name == "figcaption",
            lang=lang,
            mark=mark,
        )

    def _end(self, name: str, start: int, end: int) -> None:
        element = self.nesting.end(name)
        if element is not None and element.mark:
            term, by_hand, tag_start, tag_end, text_start = element.mark
            self.page.marks.append(
                Mark(
                    start=text_start,
                    end=self.length,
                    term=term,
                    by_hand=by_hand,
                    barred=self.nesting.top.barred,
                    caption=element.caption,
                    opening=(tag_start, tag_end),
                    closing=(start, end),
                )
            )
        self._turn()

    def _turn(self) -> None:
        """Note which stretches begin or end here, now that another element is the innermost one."""
        before, self.top = self.top, self.nesting.top
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
