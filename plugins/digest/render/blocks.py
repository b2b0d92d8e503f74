"""Blocks of Markdown, each kind looked for only where its sign stands: most blocks of news are plain paragraphs."""

from __future__ import annotations

from xml.etree.ElementTree import Element  # built here, never parsed

from markdown import Markdown
from markdown.blockprocessors import (
    BlockQuoteProcessor,
    HashHeaderProcessor,
    HRProcessor,
    SetextHeaderProcessor,
)


class Heading(HashHeaderProcessor):  # type: ignore[misc]  # it has no types
    """``# words``."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block holds one."""
        return "#" in block and super().test(parent, block)


class Underlined(SetextHeaderProcessor):  # type: ignore[misc]
    """Words with a line of ``=`` or ``-`` under them."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is one."""
        return ("\n=" in block or "\n-" in block) and super().test(parent, block)


class Rule(HRProcessor):  # type: ignore[misc]
    """``---``, ``***``, ``___``."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block holds one."""
        return ("-" in block or "*" in block or "_" in block) and super().test(parent, block)


class Quotation(BlockQuoteProcessor):  # type: ignore[misc]
    """Lines that begin with ``>``."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block holds one."""
        return ">" in block and super().test(parent, block)


def use(md: Markdown) -> None:
    """Put these in the place of Python-Markdown's."""
    blocks = md.parser.blockprocessors
    blocks.register(Heading(md.parser), "hashheader", 70)
    blocks.register(Underlined(md.parser), "setextheader", 60)
    blocks.register(Rule(md.parser), "hr", 50)
    blocks.register(Quotation(md.parser), "quote", 20)
