"""Pages that a script fills: saved as source, they show nothing, and the text lies in the script's data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from glose.digest.model.errors import SeedError
from glose.digest.readers.page.chunks import Chunk
from glose.digest.readers.page.parse_html import parse

SHOWN = 200
"""Letters of prose from which a page shows its text itself."""

LEAST = 300
"""Characters of a string that may be an article in HTML."""

MOST = 3_000_000
"""Characters of a script that is searched."""

SHARED = 3
"""Words of the page's title and description that the text must have."""

_PROSE = 40
_STRING = re.compile(r'"((?:[^"\\]|\\.)*+)"', re.S)
_PARAGRAPH = re.compile(r"<p\b", re.I)
_LEVELS = 2
"""Strings within strings: some frameworks write their data as a string that holds JSON."""


def shows_text(page: Sequence[Chunk]) -> bool:
    """True for a page with prose of its own."""
    prose = (
        len(chunk.key)
        for chunk in page
        if len(chunk.key) >= _PROSE and not any(d.strong for d in chunk.doubts)
    )
    return sum(prose) >= SHOWN


def scripted(tree: HtmlElement, about: str, name: str) -> HtmlElement | None:
    """The article in the page's scripts, parsed; None where they hold none.

    It is the longest string of theirs that has paragraphs and speaks of what the head says that the page is
    `about`: scripts hold the text of cookie banners too.
    """
    texts = (script.text or "" for script in tree.iter("script") if "ld+json" not in script.get("type", ""))
    found = (text for script in texts if len(script) <= MOST for text in _strings(script, _LEVELS))
    topic = _words(about)
    markup = max((text for text in found if _is_article(text, topic)), key=len, default="")
    if not markup:
        return None
    try:
        return next(parse(f"<article>{markup}</article>", name).iter("article"))
    except SeedError:  # a script's string is not worth refusing the page
        return None


def _is_article(text: str, topic: frozenset[str]) -> bool:
    return len(_PARAGRAPH.findall(text)) > 1 and len(topic & _words(text)) >= min(SHARED, len(topic)) > 0


def _words(text: str) -> frozenset[str]:
    """The words that say what a text is about: long ones, and two signs of a script that has no small letters."""
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) > 4 or word > "\u0600")


def _strings(text: str, levels: int) -> Iterator[str]:
    """The long strings of a script, as the script would read them, and those inside them."""
    for literal in _STRING.finditer(text):
        if len(literal[1]) < LEAST:
            continue
        try:
            value = json.loads(literal[0], strict=False)
        except ValueError:  # JavaScript has escapes that JSON has not
            continue
        yield value
        if levels > 1:
            yield from _strings(value, levels - 1)
