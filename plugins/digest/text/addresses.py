"""Addresses that stand bare in a text, as Python-Markdown is to read them: links that show what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, INLINE_PLACEHOLDER_PREFIX, STX, AtomicString

PRIORITY = 110
"""After code, escapes, links and ``<…>``; before emphasis with underscores, which an address may hold."""
_KEPT = rf"{INLINE_PLACEHOLDER_PREFIX}\d+{ETX}"
BARE = rf'(?<![\w/@])https?://(?=[\w\[])(?:[^\s*<>"«»“”‹›{STX}{ETX}]|{_KEPT})+'
CLOSERS = {")": "(", "]": "["}
"""Belong to the sentence unless the address opened them."""
TRAILING = ".,;:!?'’…~|"
"""What ends a sentence and not an address."""

_PIECE = re.compile(rf"{INLINE_PLACEHOLDER_PREFIX}(\d+){ETX}|.", re.S)
"""A character, or what Python-Markdown has read and put aside: one that a backslash escaped, or an element."""


class BareAddress(InlineProcessor):  # type: ignore[misc]  # it has no types
    """Makes ``https://…`` a link to itself; in a link's own words, and in code, it stays what it is."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # noqa: N802 (Python-Markdown's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """The link, and where it begins and ends in the text."""
        pieces = _without_the_end(list(self._pieces(m[0])))
        address = "".join(char for _, char in pieces)
        link = Element("a", {"href": address, "class": "address"})
        link.text = AtomicString(address)
        return link, m.start(0), m.start(0) + sum(len(written) for written, _ in pieces)

    def _pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """What is written and the character that it stands for, up to the first element."""
        for found in _PIECE.finditer(text):
            if not found[1]:
                yield found[0], found[0]
                continue
            kept = self.md.treeprocessors["inline"].stashed_nodes.get(found[1])
            escaped = re.fullmatch(rf"{STX}(\d+){ETX}", kept) if isinstance(kept, str) else None
            if not escaped:
                return
            yield found[0], chr(int(escaped[1]))


def _without_the_end(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Less what closes the sentence or a bracket that the address did not open."""
    count = {sign: sum(char == sign for _, char in pieces) for sign in "()[]"}
    while (last := pieces[-1][1]) in TRAILING or (last in CLOSERS and count[last] > count[CLOSERS[last]]):
        count[last] = count.get(last, 1) - 1
        pieces.pop()
    return pieces


class BareAddresses(Extension):  # type: ignore[misc]
    """Adds `BareAddress` to a `markdown.Markdown`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Called by Python-Markdown."""
        md.inlinePatterns.register(BareAddress(BARE, md), "bare_address", PRIORITY)
