"""The text of a post of WordPress: blocks and shortcodes, which only WordPress runs, stand as text and are told."""

from __future__ import annotations

import html
import re

from glose.digest.bring.lines import Lines
from glose.digest.bring.links import Links

_CAPTION = re.compile(
    r"\[(?:wp_)?caption\b[^\[\]]{0,500}\]((?:(?!\[(?:wp_)?caption\b).){1,4000}?)\[/(?:wp_)?caption\]",
    re.S | re.I,
)
_PICTURE = re.compile(r"\s*(?:<a\b[^<>]{0,2000}>\s*)?<img\b[^<>]{0,4000}>(?:\s*</a>)?", re.I)
_SHORTCODE = re.compile(r"(?<![\w\[])\[(/?)([a-z][a-z0-9_-]{1,40})(\s[^\[\]<>]{0,500}|/?)\](?!\()", re.I)
_BLOCK = re.compile(r"<!--\s+(/?)wp:([a-z0-9/-]{1,80})\s+(\{[^<>]{0,20000}?\}\s+)?(/?)-->")
_EMBED = re.compile(r"\[/?embed\b[^\[\]]{0,300}\]", re.I)
"""The address that stands between the two is all of it."""
_CLOSED = re.compile(r"\[/([a-z][a-z0-9_-]{1,40})\]", re.I)
_CODES = frozenset("gallery playlist audio video toc contact-form contact-form-7 recent_posts".split())


def prepared(text: str, links: Links, first: int) -> tuple[str, bool]:
    """The text with its blocks and shortcodes told, and whether its line breaks are its author's."""

    def block(found: re.Match[str]) -> str:
        if not found[4] or found[2] in ("more", "nextpage"):
            return "\n" * found[0].count("\n")
        links.note(
            f"`wp:{found[2]}`, which WordPress would have made, stands as text", lines.at(found.start())
        )
        return f"<p>{html.escape(found[0])}</p>"

    def code(found: re.Match[str]) -> str:
        name = found[2].lower()
        if not found[1] and (
            found[3].strip(" /") or found[0].endswith("/]") or name in closed or name in _CODES
        ):
            links.note(f"`{name}`, which its program would have run, stands as text", lines.at(found.start()))
        return found[0]

    blocks = "<!-- wp:" in text
    lines = Lines(text, first)
    text = _BLOCK.sub(block, text) if blocks else text
    text = _EMBED.sub("\n\n", _CAPTION.sub(_figure, text))
    closed = {name.lower() for name in _CLOSED.findall(text)}
    lines = Lines(text, first)
    return _SHORTCODE.sub(code, text), not blocks


def _figure(shortcode: re.Match[str]) -> str:
    """A caption shortcode as the figure that WordPress makes of it."""
    picture = _PICTURE.match(shortcode[1])
    if picture is None:
        return shortcode[1]
    return f"<figure>{picture[0]}<figcaption>{shortcode[1][picture.end() :]}</figcaption></figure>"
