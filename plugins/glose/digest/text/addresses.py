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

_ASIDE = re.compile(rf"{INLINE_PLACEHOLDER_PREFIX}(\d+){ETX}")
"""What Python-Markdown has read and put aside: a character that a backslash escaped, or an element."""
_ESCAPED = re.compile(rf"{STX}(\d+){ETX}")


class BareAddress(InlineProcessor):  # type: ignore[misc]  # it has no types
    """Makes ``https://…`` a link to itself; in a link's own words, and in code, it stays what it is."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # noqa: N802 (Python-Markdown's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """The link, and where it begins and ends in the text."""
        pieces = list(self._pieces(m[0]))
        address = _without_the_end("".join(meant for _, meant in pieces))
        link = Element("a", {"href": address, "class": "address"})
        link.text = AtomicString(address)
        left, length = len(address), 0
        for written, meant in pieces:
            taken = min(left, len(meant))
            length += taken if written == meant else len(written) * taken
            left -= taken
        return link, m.start(0), m.start(0) + length

    def _pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """What is written and what it stands for, up to the first element: stretches, and escaped characters."""
        done = 0
        for found in _ASIDE.finditer(text):
            if found.start() > done:
                yield (plain := text[done : found.start()]), plain
            kept = self.md.treeprocessors["inline"].stashed_nodes.get(found[1])
            escaped = _ESCAPED.fullmatch(kept) if isinstance(kept, str) else None
            if not escaped:
                return
            yield found[0], chr(int(escaped[1]))
            done = found.end()
        if done < len(text):
            yield text[done:], text[done:]


def _without_the_end(address: str) -> str:
    """Less what closes the sentence or a bracket that the address did not open."""
    count = {sign: address.count(sign) for sign in "()[]"}
    end = len(address)
    while (last := address[end - 1]) in TRAILING or (last in CLOSERS and count[last] > count[CLOSERS[last]]):
        if last in count:
            count[last] -= 1
        end -= 1
    return address[:end]


class BareAddresses(Extension):  # type: ignore[misc]
    """Adds `BareAddress` to a `markdown.Markdown`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Called by Python-Markdown."""
        md.inlinePatterns.register(BareAddress(BARE, md), "bare_address", PRIORITY)
