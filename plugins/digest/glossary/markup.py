"""HTML as the annotator sees it: its text in one string, where each character stands in the page, what is closed.

One pass of a tokenizer that splits HTML as the standard does (WHATWG HTML, section 13.2.5), for any input. It
builds no tree: it keeps open only the elements that say where a link may not stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

WS = r"\t\n\f\r "
_VALUE = rf"""[{WS}]*+=[{WS}]*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^{WS}>]*+)"""
_NAME = rf"[^{WS}/>][^{WS}/>=]*+"
TOKEN = re.compile(
    rf"""<(?P<tag>/?[a-zA-Z][^{WS}/>]*+)(?P<attrs>(?:[{WS}/]*+{_NAME}(?:{_VALUE}|(?![{WS}]*+=)))*+)[{WS}/]*+>
    |(?P<entity>&(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?)
    |(?P<comment><!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*(?:>|\Z)|</(?=[^a-zA-Z])[^>]*(?:>|\Z))
    |(?P<rest></?[a-zA-Z])""",
    re.VERBOSE | re.DOTALL,
)
ATTRIBUTE = re.compile(
    rf"""({_NAME})(?:[{WS}]*+=[{WS}]*+(?:"([^"]*+)"|'([^']*+)'|([^{WS}>]*+)))?""", re.DOTALL
)
TELLING = re.compile(r"lang|class|role|contenteditable|data-term|aria-details", re.IGNORECASE)
"""Attributes that change what may be marked."""

INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "time", "tt", "u", "var", "wbr"]
)
"""A word or a term may reach across these tags."""
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "frame", "keygen"])
BLOCK = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
CLOSED = HEADINGS | frozenset(
    # What a reader operates, or what stands inside it, takes no link.
    "a audio button canvas iframe label map meter object optgroup option progress select summary svg math video"
    # What is no prose.
    " code kbd pre samp tt var listing cite head template noscript colgroup".split()
)
RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"])
"""Elements whose content is no markup; none of it is the page's prose."""
CELLS = frozenset(("td", "th", "caption"))
ROWS = frozenset(("tr", "tbody", "thead", "tfoot", "colgroup"))
BARRIERS = CELLS | frozenset(["table", "template", "object", "marquee", "applet", "svg", "math", "html"])
"""An end tag does not reach across these to an element outside."""
FORMATTING = frozenset(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"])
"""Elements that a browser opens again after the end of the block that they were left open in."""
CLOSED_CLASSES = frozenset(("pull-quote", "pullquote", "lexicon", "no-term"))
CLOSED_ROLES = frozenset(
    ["button", "link", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "tab", "checkbox", "radio", "switch", "treeitem", "textbox", "searchbox", "combobox", "slider", "spinbutton", "doc-pullquote", "doc-glossary", "heading"]
)


@dataclass(slots=True)
class Open:
    """An element that is open and matters."""

    name: str
    closed: bool
    """No link may stand in it, for its own sake or for that of an element around it."""
    lang: str
    quote: bool
    caption: bool
    term: tuple[str, int, int, int] | None = None
    """A hand-made or earlier mark: what it refers to, and where tag and text begin."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention that the page already holds: an earlier link, or words that an author tied to a term."""

    start: int
    """In the page's text."""
    end: int
    term: str
    """The slug of a link; what the author wrote for a hand-made mark."""
    by_hand: bool
    tags: tuple[tuple[int, int], tuple[int, int]]
    """Where start tag and end tag stand in the HTML."""


@dataclass(slots=True)
class Page:
    """What one pass over the HTML gives."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    """Offsets in `text` at which the runs begin; a run is text without markup, one entity, or a filler."""
    origins: list[int] = field(default_factory=list)
    """Offset in the HTML at which each run begins."""
    ends: list[int] = field(default_factory=list)
    """Offset in the HTML at which each run ends."""
    solid: list[bool] = field(default_factory=list)
    """True for runs that cannot be cut: entities and fillers."""
    closed: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of `text` in which no link may stand, sorted and disjoint."""
    captions: list[tuple[int, int]] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    foreign: list[tuple[int, int, str]] = field(default_factory=list)
    """Stretches in another language than the page's."""
    paragraphs: list[int] = field(default_factory=list)
    """Offsets in `text` at which a block begins or ends."""
    sections: list[int] = field(default_factory=list)
    """Offsets in `text` at which a heading begins."""
    tags: list[tuple[int, int, str]] = field(default_factory=list)
    """Inline tags: where they stand in the HTML and their name, with the slash of an end tag."""
    marks: list[Mark] = field(default_factory=list)

    def run(self, offset: int) -> int:
        """The number of the run that holds the character at `offset`."""
        return bisect_right(self.starts, offset) - 1
