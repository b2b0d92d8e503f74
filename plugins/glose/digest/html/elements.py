"""What the elements of HTML and NITF mean for a text."""

from __future__ import annotations

import re

from glose.digest.html.inline import MarkKind

LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4, "hl1": 2, "hl2": 2}
"""Heading levels of the stored text: 1 is the article's title."""

KINDS: dict[str, str] = {
    **dict.fromkeys(LEVELS, "heading"),
    **dict.fromkeys("script style".split(), "silent"),
    **dict.fromkeys(
        "head title template iframe object embed svg math canvas audio video".split(), "left out"
    ),
    **dict.fromkeys("select button textarea map noscript".split(), "left out"),
    **{
        "li": "item",
        "blockquote": "quote",
        "bq": "quote",
        "pre": "code",
        "figure": "figure",
        "media": "figure",
    },
    **{"table": "table", "tr": "row", "td": "cell", "th": "cell"},
    **{"figcaption": "caption", "media-caption": "caption", "media-producer": "credit"},
}
"""Elements that do more than hold text."""

COLLECTING = frozenset({"silent", "left out", "figure", "caption", "credit", "table", "cell"})
"""Kinds that keep their text apart from the text around them."""

BLOCKS = KINDS.keys() | frozenset(
    "html body p div section article main header footer nav aside address center form fieldset details "
    "summary ul ol dl dt dd hr thead tbody tfoot caption block body.head body.content body.end hedline "
    "byline dateline abstract distributor tagline note fn copyrite nitf nitf-table".split()
)
"""Elements before and after which a paragraph ends."""

EMPHASIS: dict[str, MarkKind] = {"em": "em", "i": "em", "b": "strong", "strong": "strong"}
VOID = frozenset("area base br col hr img input link meta source track wbr media-reference".split())
"""Elements without content, whether or not they are closed."""

BLOCK_TAG = re.compile(r"<(?:p|div|br|h[1-6]|li|tr|section|article|blockquote|pre|figure|block|hl2)\b", re.I)
"""Tells markup with a structure from plain text with a few inline tags."""

INLINE_TAG = re.compile(r"</?(?:a|b|i|u|em|strong|span|sup|sub|small|font|ul|ol|table|pre)\b[^<>]*>", re.I)
"""Tells text with a little markup from plain text."""

CAPTION = re.compile(r"caption|legend|légende", re.I)
CREDIT = re.compile(r"credit|copyright|byline|producer|photographer|attribution", re.I)
"""Class names inside a figure."""

METADATA = re.compile(
    r"\b(?:slugline|vignette|publicationdate|genre|keywords?|dat|notepad|np-\w+|closingline|metadata)\b", re.I
)
"""Class names of what stands above a text that came in an envelope."""

HREF = re.compile(r"(?:https?://[^\s<>\"'\\]+|mailto:[^\s<>\"'\\@]+@[^\s<>\"'\\@]+)", re.I)
"""The only targets a link may keep."""
