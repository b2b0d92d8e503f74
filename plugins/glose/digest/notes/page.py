"""HTML as a note sees it: its paragraphs as pages show them, and where each letter stands in the markup.

Left out are what repeats the text or is no text of the article: pull quotes, figure captions, the marks of notes.
"""

from __future__ import annotations

import html as entities
import re
from bisect import bisect_right
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)
    |<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<attrs>(?:"[^"]*+"|'[^']*+'|[^>"'])*+)>
    |&(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*+);?""",
    re.X | re.S,
)
_APART = re.compile(
    r"""\b(?:pull-?quote|lexicon)\b|role\s*=\s*["']?(?:doc-pullquote|doc-noteref|doc-backlink|doc-glossary)"""
)
BLOCKS = frozenset(
    "address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header"
    " hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
HULLS = frozenset("article div main section".split())
"""Blocks that hold a text, or a part of it: a note stands after a block inside of them."""
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
RAW = frozenset(("script", "style", "template", "textarea", "title"))
OPERATED = frozenset("a audio button details iframe label select summary textarea video".split())
"""What a reader operates: the mark of a note stands after it, never inside."""


@dataclass(slots=True)
class Paragraph:
    """The text of one block."""

    letters: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Where each letter stands in the HTML."""

    @property
    def text(self) -> str:
        """What a page shows."""
        return "".join(self.letters)


class Page:
    """One piece of HTML, read once."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.paragraphs: list[Paragraph] = []
        self._operated: list[tuple[int, int]] = []
        """Outermost stretches of what a reader operates, in order."""
        self._blocks: list[tuple[int, int]] = []
        """Outermost blocks, in order; of one of `HULLS` those inside, where it has any."""
        self._read()
        self.paragraphs = [one for one in self.paragraphs if one.text.strip()]

    @property
    def texts(self) -> tuple[str, ...]:
        """The paragraphs' texts: what a note is anchored in."""
        return tuple(one.text for one in self.paragraphs)

    def after(self, paragraph: int, end: int) -> int:
        """Where in the HTML a mark may stand that follows the letter before `end` of that paragraph."""
        place = self.paragraphs[paragraph].spans[end - 1][1]
        number = bisect_right(self._operated, (place,)) - 1
        if number >= 0 and self._operated[number][0] < place < self._operated[number][1]:
            return self._operated[number][1]
        return place

    def block(self, place: int) -> tuple[int, int]:
        """The outermost block in which that place of the HTML is; the stretch between two where it is in none."""
        number = bisect_right(self._blocks, (place, -1)) - 1
        before = self._blocks[number] if number >= 0 else (0, 0)
        if before[0] < place <= before[1]:
            return before
        after = self._blocks[number + 1 : number + 2]
        return before[1], after[0][0] if after else len(self.html)

    def _read(self) -> None:
        open_: list[tuple[str, bool, int]] = []
        """Name, whether its text is left out, where it begins."""
        html, at, left_out = self.html, 0, 0
        current = Paragraph()
        self.paragraphs.append(current)
        for token in _TOKEN.finditer(html):
            if token.start() < at:
                continue  # inside a script
            if not left_out and token.start() > at:
                current.letters += html[at : token.start()]
                current.spans += ((place, place + 1) for place in range(at, token.start()))
            at = token.end()
            if token["name"] is None:
                if token[0][0] == "&" and not left_out:
                    letters = entities.unescape(token[0])
                    current.letters += letters
                    current.spans += [token.span()] * len(letters)
                continue
            name = token["name"].lower()
            if name in BLOCKS and current.letters:
                current = Paragraph()
                self.paragraphs.append(current)
            if name in ("br", "img") and not left_out:
                current.letters.append(" ")
                current.spans.append(token.span())
            if token["end"]:
                left_out -= self._close(open_, name, token.end())
            elif name not in VOID and not token[0].endswith("/>"):
                apart = name in RAW or name == "figcaption" or bool(_APART.search(token["attrs"]))
                open_.append((name, apart, token.start()))
                left_out += apart
                if name in RAW:
                    found = re.compile(rf"</{name}\s*>", re.I).search(html, at)
                    at = found.start() if found else len(html)
        if not left_out and at < len(html):
            current.letters += html[at:]
            current.spans += ((place, place + 1) for place in range(at, len(html)))
        unclosed = next(((name, start) for name, _, start in open_ if name not in HULLS), None)
        if unclosed and unclosed[0] in BLOCKS:
            self._blocks.append((unclosed[1], len(html)))

    def _close(self, open_: list[tuple[str, bool, int]], name: str, end: int) -> int:
        """Ends that element with all that is open in it; how many of them were left out."""
        if all(one[0] != name for one in open_):
            return 0
        closed = 0
        own, start = "", 0
        while open_:
            own, apart, start = open_.pop()
            closed += apart
            if own in OPERATED:
                while self._operated and self._operated[-1][0] > start:
                    self._operated.pop()
                self._operated.append((start, end))
            if own == name:
                break
        if own in BLOCKS and all(one[0] in HULLS for one in open_):
            self._shut(own, start, end)
        return closed

    def _shut(self, name: str, start: int, end: int) -> None:
        """A block ends that is in none, or in hulls alone."""
        if name not in HULLS or not self._blocks or self._blocks[-1][0] < start:
            self._blocks.append((start, end))
