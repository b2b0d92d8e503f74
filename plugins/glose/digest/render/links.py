"""Links, pictures and references: Python-Markdown's rules, with the brackets of a text paired once for all of them.

Python-Markdown walks from every ``[`` to the bracket that closes it, and from every ``](`` to the end of the link:
50,000 ``[`` without an end cost it minutes. Here both are known from one pass.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from markdown import Markdown
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    LINK_RE,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)

TITLE = 1_000
"""How far an address with quotation marks in it, or behind it, may reach: farther on its brackets are text."""
_SIGN = re.compile("[][()'\"]")
_OPENED_BY = {"]": "[", ")": "("}


class _Signs:
    """The brackets and quotation marks of the last text that was asked about."""

    def __init__(self) -> None:
        self.text = ""
        self.closing: dict[int, int] = {}
        self.quotes: list[int] = []

    def read(self, text: str) -> None:
        if text is self.text:
            return
        self.text, self.closing, self.quotes = text, {}, []
        still_open: dict[str, list[int]] = {"[": [], "(": []}
        for match in _SIGN.finditer(text):
            sign = match[0]
            if sign in still_open:
                still_open[sign].append(match.start())
            elif opened := _OPENED_BY.get(sign):
                if still_open[opened]:
                    self.closing[still_open[opened].pop()] = match.start()
            else:
                self.quotes.append(match.start())

    def quoted(self, start: int, end: int) -> bool:
        """Whether a quotation mark stands between the two places."""
        at = bisect_left(self.quotes, start)
        return at < len(self.quotes) and self.quotes[at] < end


class _Bracketed:
    """What the six notations share: the words in square brackets, and the address in round ones."""

    signs = _Signs()
    behind = re.compile("")
    """What has to stand behind the words."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 (Python-Markdown's name)
        """The words, where they end, and whether they do."""
        self.signs.read(data)
        end = self.signs.closing.get(index - 1)
        if end is None or not self.behind.match(data, end + 1):
            return "", index, False
        return data[index:end], end + 1, True

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        """The address, the title, where both end, and whether they do."""
        failed = "", None, index, False
        opening = self.RE_LINK.match(data, index)  # type: ignore[attr-defined]
        if not opening:
            return failed
        if opening[1]:
            return super().getLink(data, index)  # type: ignore[misc,no-any-return]
        self.signs.read(data)
        start, end = opening.end(), self.signs.closing.get(index)
        if not self.signs.quoted(start, len(data) if end is None else end):
            if end is None:
                return failed
            return self.unescape(data[start:end]).strip(), None, end + 1, True  # type: ignore[attr-defined]
        if data.find(")", start, index + TITLE) < 0:
            return failed
        href, title, length, found = super().getLink(data[index : index + TITLE], 0)  # type: ignore[misc]
        return (href, title, index + length, True) if found and length > 0 else failed


class Link(_Bracketed, LinkInlineProcessor):  # type: ignore[misc]  # it has no types
    """``[words](address "title")``."""

    behind = re.compile(r"\(")


class Picture(_Bracketed, ImageInlineProcessor):  # type: ignore[misc]
    """``![words](address "title")``."""

    behind = re.compile(r"\(")


class Reference(_Bracketed, ReferenceInlineProcessor):  # type: ignore[misc]
    """``[words][label]``."""

    behind = re.compile(r"\s?\[")


class PictureReference(_Bracketed, ImageReferenceInlineProcessor):  # type: ignore[misc]
    """``![words][label]``."""

    behind = re.compile(r"\s?\[")


class ShortReference(_Bracketed, ShortReferenceInlineProcessor):  # type: ignore[misc]
    """``[label]``."""


class ShortPictureReference(_Bracketed, ShortImageReferenceInlineProcessor):  # type: ignore[misc]
    """``![label]``."""


def use(md: Markdown) -> None:
    """Put these in the place of Python-Markdown's."""
    patterns = md.inlinePatterns
    patterns.register(Reference(LINK_RE, md), "reference", 170)
    patterns.register(Link(LINK_RE, md), "link", 160)
    patterns.register(Picture(IMAGE_LINK_RE, md), "image_link", 150)
    patterns.register(PictureReference(IMAGE_LINK_RE, md), "image_reference", 140)
    patterns.register(ShortReference(LINK_RE, md), "short_reference", 130)
    patterns.register(ShortPictureReference(IMAGE_LINK_RE, md), "short_image_ref", 125)
