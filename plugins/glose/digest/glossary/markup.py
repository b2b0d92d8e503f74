"""How HTML is cut into tags and text, and what its elements mean for a link that is to stand among them.

The tokens are those of the standard (WHATWG HTML, section 13.2.5) for any input, also where quotes, comments or tags
are broken. Where the standard's tree builder would need a tree to say what is open, the lists here err on the safe
side: something stays unmarked.
"""

from __future__ import annotations

import html as entities
import re

from glose.digest.glossary.fold import BREAK, OBJECT, word_set

WS = r"\t\n\f\r "
_NAME = rf"[^{WS}/>][^{WS}/>=]*+"
_VALUE = rf"""[{WS}]*+=[{WS}]*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^{WS}>]*+)"""
TOKEN = re.compile(
    rf"""<(?P<tag>/?[a-zA-Z][^{WS}/>]*+)(?P<attrs>(?:[{WS}/]*+{_NAME}(?:{_VALUE}|(?![{WS}]*+=)))*+)[{WS}/]*+>
    |&(?P<reference>(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?)
    |<(?P<comment>!--(?:-?>|.*?(?:--!?>|\Z))|[!?][^>]*(?:>|\Z)|/(?=[^a-zA-Z])[^>]*(?:>|\Z))
    |<(?P<endless>/?[a-zA-Z])""",
    re.VERBOSE | re.DOTALL,
)
"""A tag, a character reference, a comment, or a tag that never ends (what follows it is no text).

Each alternative begins with its character, so that `re` skips to the next ``<`` or ``&`` at once.
"""
_ATTRIBUTE = re.compile(rf"""({_NAME})(?:[{WS}]*+=[{WS}]*+(?:"([^"]*+)"|'([^']*+)'|([^{WS}>]*+)))?""")
TELLING = re.compile(r"lang|class|role|contenteditable|data-term|aria-details", re.IGNORECASE)
"""Attributes that say something about what may be marked."""

INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr s samp small span strike"
    " strong sub time tt u var wbr"
)
"""A word or a name may reach across these tags: ``<b>Front</b> al-Nosra``."""
HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
BLOCK = word_set(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre search section"
    " summary table tbody td tfoot th thead tr ul"
)
"""A paragraph ends at these tags; all others end a name."""


HEADING = BREAK + OBJECT
FILLERS = {
    slash + name: filler
    for filler, names in (("", INLINE), (BREAK, BLOCK), (HEADING, HEADINGS), ("\n", frozenset({"br"})))
    for name in names
    for slash in ("", "/")
}
"""What stands for a tag in the text of a page, by its name, with the slash of an end tag; `OBJECT` for all others."""
VOID = word_set(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
OPERATED = word_set(
    "a audio button canvas frameset iframe label map math meter object optgroup option progress select summary svg"
    " template video"
)
"""What a reader operates, and what is no HTML inside: no link may stand in these, not even one made by hand."""
NO_PROSE = HEADINGS | word_set("cite code colgroup dt head kbd listing pre samp table tt var")
"""What is no running text; a link made by hand may stand in it."""
MATTERS = OPERATED | NO_PROSE | word_set("blockquote figcaption q")
"""Elements to keep open for their own sake."""
RAW = word_set("iframe noembed noframes plaintext script style textarea title xmp")
"""Elements whose content is no markup."""
CELLS = word_set("caption td th")
ROWS = word_set("colgroup tbody tfoot thead tr")
TABLE_PARTS = CELLS | ROWS | {"table"}
BARRIERS = CELLS | word_set("applet frameset html marquee math object select svg table template")
"""An end tag does not reach across these to an element around them (13.2.4.2, "in scope")."""
WALLS = {
    "p": BARRIERS | {"button"},
    "li": BARRIERS | {"ol", "ul"},
    **dict.fromkeys(TABLE_PARTS, word_set("html table template")),
}
"""Others for some elements ("in button scope", "in list item scope", "in table scope")."""
SCOPED = (BLOCK - {"hr", "legend", "option"}) | {
    "applet",
    "button",
    "listing",
    "marquee",
    "object",
    "template",
}
"""Elements whose end tag reaches across whatever is left open in them."""
LOOSE_WALLS = BARRIERS | BLOCK | word_set("button embed iframe img input listing marquee object textarea")
"""What other end tags do not reach across ("any other end tag")."""
ITEM_WALLS = LOOSE_WALLS - {"address", "div", "p"}
"""What a list item's start tag does not reach across to end the item before."""
NEVER_ENDED = word_set("body frameset html")
"""What follows their end tag still stands in them, or is dropped."""
FORMATTING = word_set("a b big code em font i nobr s small strike strong tt u")
"""Elements that a browser opens again after the end of the block they were left open in."""
KEEPS_INNER = FORMATTING | {"form"}
"""Elements whose end tag ends nothing that is open in them."""
ENDS_PARAGRAPH = (
    (BLOCK | {"center", "listing", "plaintext", "xmp"})
    - TABLE_PARTS
    - word_set("body head html legend option")
)
"""Start tags that end an open ``p``."""
NO_TERM_CLASSES = word_set("lexicon no-term pull-quote pullquote")
NO_TERM_ROLES = word_set("doc-glossary doc-pullquote heading")
OPERATED_ROLES = word_set(
    "button checkbox combobox link menuitem menuitemcheckbox menuitemradio option radio searchbox slider spinbutton"
    " switch tab textbox treeitem"
)


def attributes(attrs: str) -> dict[str, str]:
    """The values of a tag's attributes by lower-case name; the first of a repeated name counts."""
    values: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(attrs):
        values.setdefault(name.lower(), entities.unescape(double or single or bare))
    return values


def raw_end(html: str, name: str, at: int) -> int:
    """Where the content of a raw element ends that begins at `at`: its end tag, or the end of the page."""
    if name == "plaintext":
        return len(html)
    end_tag = rf"</{name}(?=[{WS}/>])"
    if name == "script":
        return _script_end(html, at, end_tag)
    found = re.compile(end_tag, re.IGNORECASE).search(html, at)
    return found.start() if found else len(html)


def _script_end(html: str, at: int, end_tag: str) -> int:
    """The end of a script: after ``<!--`` a ``<script>`` hides the next end tag (sections 13.2.5.15 to 31)."""
    plain = re.compile(f"{end_tag}|<!--", re.IGNORECASE)
    escaped = re.compile(rf"{end_tag}|-->|<script(?=[{WS}/>])", re.IGNORECASE)
    twice = re.compile(f"{end_tag}|-->", re.IGNORECASE)
    state = plain
    while found := state.search(html, at):
        sign = found[0]
        at = found.end()
        if sign == "<!--":
            state, at = escaped, at - 2  # "<!-->" is over at once
        elif sign == "-->":
            state = plain
        elif state is twice:
            state = escaped
        elif sign[1] == "/":
            return found.start()
        else:
            state = twice
    return len(html)
