"""What readers hand to the rules: an article in the making and the blocks not yet given a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Protocol

from glose.digest.model.article import Article, Block, Finding
from glose.digest.model.errors import SeedError


@dataclass(frozen=True)
class Source:
    """A seed as it arrived. Readers look at it to say whether it is theirs."""

    data: bytes
    name: str
    """File name for messages only; a reader is chosen by content."""
    meta: Mapping[str, object]
    """The sidecar's keys, already checked."""
    agencies: tuple[tuple[str, str], ...] = ()
    """Agencies of the house's own: name as it is signed, and code."""

    @cached_property
    def head(self) -> bytes:
        """The first 4 kB without a byte-order mark or leading white space: enough to tell formats apart."""
        return self.data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article in the making. A rule moves text from `blocks` into a field and leaves a finding."""

    article: Article
    """Fields found so far; a rule leaves a field alone that is already set."""
    blocks: tuple[Block, ...]
    """Text in reading order that no rule has claimed; what is left at the end is the body."""
    settled: frozenset[str] = frozenset()
    """Names of the rules that need not be asked: a markup that names its captions has none among its paragraphs."""
    agencies: tuple[tuple[str, str], ...] = ()
    """Agencies of the house's own, as in `Source`."""

    def put(self, *findings: Finding, blocks: tuple[Block, ...] | None = None, **fields: Any) -> Draft:
        """This draft with `fields` set on the article, `findings` added and, if given, other `blocks`."""
        article = replace(self.article, findings=self.article.findings + findings, **fields)
        left = self.blocks if blocks is None else blocks
        return Draft(article, left, self.settled, self.agencies)  # `replace` costs twice as much


Rule = Callable[[Draft], Draft]
"""A rule returns its input when it finds nothing."""


class Reader(Protocol):
    """One seed format: a module of this package with these two functions (see `READERS`)."""

    def sniff(self, source: Source) -> bool:
        """True when the bytes are of this format. Cheap: looks at `Source.head` first."""

    def read(self, source: Source) -> Iterator[Draft | SeedError]:
        """The items of the seed, each with the fields that its markup names and the rest as blocks.

        An item that cannot be read is a `SeedError` in its place, so that the others are not lost with it.
        Raises `SeedError` when the bytes are of this format but hold no article.
        """
