"""XML of a kind that nobody here reads: refused by name, since as raw text its tags would be published."""

from __future__ import annotations

from collections.abc import Iterator

from glose.digest.html.xml import sniffed_root
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError


def sniff(source: Source) -> bool:
    """True for a document with an XML declaration or a DOCTYPE that is not a page's."""
    head = source.head.replace(b"\0", b"").lstrip(b"\xff\xfe").lower()
    if b"<!doctype html" in head or b"<html" in head:
        return False
    return head.startswith((b"<?xml", b"<!doctype"))


def read(source: Source) -> Iterator[Draft | SeedError]:
    """Raises `SeedError`, always."""
    root = sniffed_root(source)
    what = f"XML with the root <{root}>, a format that is not read" if root else "XML without a root element"
    raise SeedError(
        Fault(source.name, None, what, "save the article as text or HTML, or add a reader to formats.py")
    )
    yield  # a reader is a generator
