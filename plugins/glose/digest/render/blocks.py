"""Blocks of Markdown, each kind looked for only where its sign stands: most blocks of news are plain paragraphs.

Python-Markdown moves all blocks that are still to come with every block, and copies the rest of a block with every
heading in it; a text has few of both, a hostile one a million.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement  # built here, never parsed

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockQuoteProcessor,
    HashHeaderProcessor,
    HRProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions.tables import TableProcessor
from markdown.preprocessors import Preprocessor

AT_ONCE = 100
"""Blocks that are handed on together: none looks farther ahead."""
MANY = 1_000
"""Headings and rules, with no empty line around them, from which on they get one."""


class Blocks(BlockParser):  # type: ignore[misc]  # it has no types
    """Reads the blocks of a text, however many there are."""

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802 (Python-Markdown's name)
        """Put what the blocks of `text` are into `parent`."""
        blocks = text.split("\n\n")
        for start in range(0, len(blocks), AT_ONCE):
            self.parseBlocks(parent, blocks[start : start + AT_ONCE])


class Apart(Preprocessor):  # type: ignore[misc]
    """Puts an empty line around headings and behind rules, where a text has very many of them."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines, with empty ones among them."""
        signs = [bool(line) and line[0] in "#=-*_" for line in lines]
        if sum(signs) < MANY:
            return lines
        out: list[str] = []
        for line, sign in zip(lines, signs, strict=True):
            heading = sign and line[0] == "#"
            if heading:
                out.append("")
            out.append(line)
            if heading or (sign and line.strip(line[0] + " ") == ""):
                out.append("")
        return out


class Table(TableProcessor):  # type: ignore[misc]
    """Rows of cells between ``|``."""

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        """A row; what stands in more cells than the table has columns stays in the last."""
        cells = self._split_row(row)
        last = len(align) - 1
        cells[last:] = ["|".join(cells[last:])]
        made = SubElement(parent, "tr")
        for cell in cells:
            SubElement(made, "th" if parent.tag == "thead" else "td").text = cell.strip(" ")
        for _ in range(len(cells), len(align)):
            SubElement(made, "td")

    def _split(self, row: str) -> list[str]:
        """The cells of a row; a ``|`` in code, or behind a backslash, is none's end."""
        pipes: list[int] = []
        rows: list[
            tuple[int, int, int, int]
        ] = []  # of backticks: start, end, length, what a backslash takes of it
        for match in self.RE_CODE_PIPES.finditer(row):
            if match[2]:
                rows.append((match.start(), match.end() - 1, len(match[2]) - 1, 1))
            elif match[3]:
                rows.append((match.start(), match.end() - 1, len(match[3]), 0))
            elif match[5]:
                pipes.append(match.start())
        code = _code(rows)
        starts = [start for start, _ in code]
        cells, done = [], 0
        for pipe in pipes:
            at = bisect_right(starts, pipe) - 1
            if at < 0 or code[at][1] < pipe:
                cells.append(row[done:pipe])
                done = pipe + 1
        return [*cells, row[done:]]


def _code(rows: list[tuple[int, int, int, int]]) -> list[tuple[int, int]]:
    """Where code begins and ends: each row of backticks with the next one as long as itself."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for number, (_, _, length, _) in enumerate(rows):
        places[length].append(number)
    found, number = [], 0
    while number < len(rows):
        start, _, length, escaped = rows[number]
        same = places.get(length - escaped, [])
        at = bisect_left(same, number + 1)
        if length > escaped and at < len(same):
            number = same[at]
            found.append((start, rows[number][1]))
        number += 1
    return found


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
    parser = Blocks(md)
    parser.blockprocessors = md.parser.blockprocessors
    for processor in parser.blockprocessors:
        processor.parser = parser
    md.parser = parser
    md.preprocessors.register(Apart(md), "apart", 25)
    blocks = md.parser.blockprocessors
    blocks.register(Table(md.parser, {"use_align_attribute": False}), "table", 75)
    blocks.register(Heading(md.parser), "hashheader", 70)
    blocks.register(Underlined(md.parser), "setextheader", 60)
    blocks.register(Rule(md.parser), "hr", 50)
    blocks.register(Quotation(md.parser), "quote", 20)
