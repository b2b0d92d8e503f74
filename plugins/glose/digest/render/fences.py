"""Code between fences: lines of three or more backticks or tildes, at the margin or inside an item of a list.

Python-Markdown's own extension looks for the end of each fence with one expression over the rest of the text, copies
the whole text for every one that it finds, and knows no lists. Here the lines are read once, before anything else is
read in them, and each piece of code waits in a block of its own until the blocks are parsed.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement  # built here, never parsed

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import ETX, STX, AtomicString, code_escape

from glose.digest.render.problems import Problems

_OPENING = re.compile(r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})[ \t]*(?P<kind>[\w+#.-]*)")
_QUOTED = re.compile(r"[ >]*(?:`{3,}[^`]*|~{3,}.*)$")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}\.|:|\[\^[^\]\s]+\]:) +\S")
"""What indented lines may belong to: an item of a list, a definition, a footnote."""
_WAITING = re.compile(rf"{STX}fence:(\d+){ETX}")
LEVEL = 4
"""Spaces that lead one level down."""
LOOSE = 3
"""Spaces that lead nowhere."""


class Fences(NormalizeWhitespace):  # type: ignore[misc]  # it has no types
    """Line ends and tabs as Python-Markdown wants them, outside of fenced code, which is put aside as it is."""

    def __init__(self, md: Markdown, problems: Problems) -> None:
        super().__init__(md)
        self.problems = problems
        self.code: list[tuple[str, str]] = []
        """Language and text of each piece."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines, each piece of code a block that says which one."""
        self.code = []
        source = "\n".join(lines).replace(STX, "").replace(ETX, "").replace("\r\n", "\n").replace("\r", "\n")
        if "```" in source or "~~~" in source:
            source = "\n".join(self._taken(source.split("\n")))
        source = f"{source}\n\n".expandtabs(self.md.tab_length)
        return re.sub(r"(?<=\n) +\n", "\n", source).split("\n")

    def _taken(self, rows: list[str]) -> list[str]:
        out: list[str] = []
        inside = 0
        """Where the text of the innermost open item begins."""
        endless: dict[str, int] = {}
        """By sign of a fence, the shortest that nothing ends any more."""
        at = 0
        while at < len(rows):
            row = rows[at]
            text = row.lstrip(" \t")
            indent = len(row.expandtabs(LEVEL)) - len(text.expandtabs(LEVEL)) if text is not row else 0
            at += 1
            if indent > inside + LOOSE:  # code by its indentation
                out.append(row)
                continue
            opening = _OPENING.match(text) if text[:3] in ("```", "~~~") else None
            if opening is not None:
                end = self._end(rows, at, opening["fence"], endless)
                if end:
                    place = min((indent + 2) // LEVEL * LEVEL, inside)
                    name = f"{STX}fence:{len(self.code)}{ETX}"
                    self.code.append(
                        (opening["kind"], "\n".join(_shifted(line, indent) for line in rows[at : end - 1]))
                    )
                    out += "", " " * place + name, ""
                    at = end
                    continue
                what = f"code that begins with {opening['fence']} never ends"
                self.problems.add(row.strip(), what, "write the same signs on a line of their own below it")
            elif text[:1] == ">" and _QUOTED.match(text):
                what = "fenced code cannot stand in a quotation"
                self.problems.add(
                    row.strip(), what, "indent the code by four spaces behind the >, without fences"
                )
            if _ITEM.match(text):
                inside = indent // LEVEL * LEVEL + LEVEL
            elif text and not indent and not (out and out[-1].strip()):
                inside = 0
            out.append(row)
        return out

    @staticmethod
    def _end(rows: list[str], start: int, fence: str, endless: dict[str, int]) -> int:
        """The line behind the one that ends the fence, counted from 0; 0 where nothing does."""
        sign, length = fence[0], len(fence)
        if length >= endless.get(sign, length + 1):
            return 0
        for at in range(start, len(rows)):
            text = rows[at].strip()
            if len(text) >= length and text[0] == sign and not text.strip(sign):
                return at + 1
        endless[sign] = length
        return 0


def _shifted(line: str, indent: int) -> str:
    """The line without as much space before it as stands before its fence."""
    return line[min(indent, len(line) - len(line.lstrip(" "))) :]


class FencedCode(BlockProcessor):  # type: ignore[misc]
    """Puts the code that waits into the place of its block."""

    def __init__(self, md: Markdown, fences: Fences) -> None:
        super().__init__(md.parser)
        self.fences = fences

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is one that waits."""
        return block.startswith(STX) and _WAITING.match(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Takes it off the blocks, and puts its code into `parent`."""
        found = _WAITING.match(block := blocks.pop(0))
        if found is None:  # `test` has said that it is one
            return
        kind, text = self.fences.code[int(found[1])]
        code = SubElement(SubElement(parent, "pre"), "code")
        if kind:
            code.set("class", f"language-{kind}")
        code.text = AtomicString(f"{code_escape(text)}\n" if text else "")
        if rest := block[found.end() :].lstrip("\n"):
            blocks.insert(0, rest)


def use(md: Markdown, problems: Problems) -> None:
    """Adds fenced code to a `markdown.Markdown`."""
    fences = Fences(md, problems)
    md.preprocessors.register(fences, "normalize_whitespace", 30)
    md.parser.blockprocessors.register(FencedCode(md, fences), "fenced", 110)
