"""XML of a kind that nobody here reads: refused by name, since as raw text its tags would be published."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.digest.errors import Fault, SeedError
from plugins.digest.seeds.draft import Draft, Source
from plugins.digest.seeds.xml import sniffed_root


def sniff(source: Source) -> bool:
    """True for a document with an XML declaration whose root is not ``html``."""
    return b"<?xml" in source.head[:200].replace(b"\0", b"") and sniffed_root(source).lower() not in (
        "html",
        "",
    )


def read(source: Source) -> Iterator[Draft | SeedError]:
    """Raises `SeedError`, always."""
    what = f"XML with the root <{sniffed_root(source)}>, a format that is not read"
    raise SeedError(
        Fault(source.name, None, what, "save the article as text or HTML, or add a reader to formats.py")
    )
    yield  # a reader is a generator
