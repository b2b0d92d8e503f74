"""Raw text in any layout: the reader only finds the blocks; what each of them is, the rules say."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.digest.model.article import Article
from plugins.digest.model.draft import Draft, Source
from plugins.digest.model.errors import Fault, SeedError
from plugins.digest.readers.foreign_text import foreign
from plugins.digest.text.decode import decode
from plugins.digest.text.paragraphs import blocks

MOST_LINES = 100_000
"""A bound for memory: of 110 news pages the longest has 105 paragraphs."""


def sniff(source: Source) -> bool:
    """True: whatever the readers before it did not take is raw text."""
    return True


def read(source: Source) -> Iterator[Draft]:
    """The one article of the seed, all of its text as blocks; raises `SeedError` above `MOST_LINES`."""
    text, findings = decode(source.data)
    if (lines := text.count("\n")) > MOST_LINES:
        what, todo = f"the seed has {lines:,} lines, more than any article", "split it, one article a file"
        raise SeedError(Fault(source.name, None, what, todo))
    held = foreign(text)
    yield Draft(Article(findings=(*findings, held) if held else findings), tuple(blocks(text)))
