"""Saved web pages: one article a page, whatever the site's own markup.

`reader` is the pipeline; every other module is one stage of it, or one witness that it asks. They are loaded when
a page is read: to say whether a seed is a page, no parser is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glose.digest.model.draft import Draft, Source
from glose.digest.model.limits import PAGE_BYTES
from glose.digest.readers.page.mhtml import is_mhtml

MAX_BYTES = PAGE_BYTES

_START = re.compile(
    rb"(?:\s|<\?xml[^>]{0,200}>|<!--.{0,3000}?-->|<!doctype\s+html[^>]{0,300}>)*"
    rb"<(?:html|head|body|meta|title|main|article|section|header|div|p|h1)\b",
    re.I | re.S,
)


def sniff(source: Source) -> bool:
    """True for HTML, whole page or fragment, in any encoding, and for a page packed as MHTML."""
    start = source.head.replace(b"\0", b"")
    return b"<!doctype html" in start[:200].lower() or bool(_START.match(start)) or is_mhtml(start)


def read(source: Source) -> Iterator[Draft]:
    """The page's article. Raises `SeedError` for a page without text and for one past the parser's limits."""
    from glose.digest.readers.page.reader import draft

    yield draft(source)
