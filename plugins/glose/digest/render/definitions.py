"""Lists of definitions: a term on a line, and below it lines that begin with a colon.

Python-Markdown's own rule makes lists without a term, which no page may carry, and puts a term that follows without an
empty line into the definition above it.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement  # built here, never parsed

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.def_list import DefListIndentProcessor

_MEANING = re.compile(r" {0,3}: {1,3}(?=\S)")
_ANY = re.compile(r"(?:^|\n) {0,3}: {1,3}\S")


class Definitions(BlockProcessor):  # type: ignore[misc]  # it has no types
    """``Term`` and, on the next line, ``: what it means``."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block holds one, with a term that it belongs to."""
        if ": " not in block:
            return False
        found = _ANY.search(block)
        if found is None:
            return False
        if found.start():
            return True
        before = self.lastChild(parent)
        return before is not None and (before.tag == "dl" or (before.tag == "p" and bool(before.text)))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Puts the terms and what they mean into `parent`."""
        rows = blocks.pop(0).lstrip("\n").split("\n")
        before = self.lastChild(parent)
        loose = False
        terms: list[str] = []
        if _MEANING.match(rows[0]):
            if before.tag == "p":  # the terms, and an empty line
                terms, loose = before.text.split("\n"), True
                parent.remove(before)
                before = self.lastChild(parent)
            else:
                loose = len(before) > 0 and len(before[-1]) > 0
        listed = before if before is not None and before.tag == "dl" else SubElement(parent, "dl")
        meaning: list[str] = []
        for term in terms:
            SubElement(listed, "dt").text = term.strip()
        for row, after in zip(rows, [*rows[1:], ""], strict=True):
            if found := _MEANING.match(row):
                self._put(listed, meaning, loose)
                loose = loose and not meaning
                meaning = [row[found.end() :]]
            elif not meaning or (row[:1] != " " and _MEANING.match(after)):
                self._put(listed, meaning, loose)
                loose = loose and not meaning
                meaning = []
                SubElement(listed, "dt").text = row.strip()
            else:
                inner = " " * self.tab_length
                meaning.append(row.removeprefix(inner) if row.startswith(inner) else row.lstrip(" "))
        self._put(listed, meaning, loose)

    def _put(self, listed: Element, meaning: list[str], loose: bool) -> None:
        if meaning:
            self.parser.state.set("looselist" if loose else "list")
            self.parser.parseBlocks(SubElement(listed, "dd"), ["\n".join(meaning)])
            self.parser.state.reset()


def use(md: Markdown) -> None:
    """Adds them to a `markdown.Markdown`."""
    md.parser.blockprocessors.register(DefListIndentProcessor(md.parser), "defindent", 85)
    md.parser.blockprocessors.register(Definitions(md.parser), "deflist", 25)
