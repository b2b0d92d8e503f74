"""Footnotes: ``[^1]`` in the text, and ``[^1]: words`` on a line of its own, at the margin.

Python-Markdown's own extension numbers them with expressions over the finished page. Here the lines that hold them
are put aside first, read as any text, and numbered in the order in which the text refers to them.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement  # built here, never parsed

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from glose.digest.render.problems import Problems

_DEFINITION = re.compile(r" {0,3}\[\^(?P<label>[^\[\]\s]{1,60})\]:(?: |$)")
_REFERENCE = r"\[\^(?P<label>[^\[\]\s]{1,60})\](?!:)"
LEVEL = 4
LABEL = "data-fn"
"""Holds the label of a reference until it has a number."""
BACK = "\u21a9\ufe0e"
"""An arrow, and that it is no picture."""


class Footnotes(Preprocessor):  # type: ignore[misc]  # it has no types
    """Takes the footnotes out of the lines."""

    def __init__(self, md: Markdown, problems: Problems, read: bool) -> None:
        super().__init__(md)
        self.problems, self.read = problems, read
        self.texts: dict[str, str] = {}
        """By label."""

    def run(self, lines: list[str]) -> list[str]:
        """The other lines."""
        self.texts = {}
        if not self.read or not any("[^" in line for line in lines):
            return lines
        out: list[str] = []
        at = 0
        while at < len(lines):
            found = _DEFINITION.match(lines[at])
            if found is None:
                out.append(lines[at])
                at += 1
                continue
            own, at = self._lines(lines, at, found.end())
            label = found["label"]
            if label in self.texts:
                what, todo = f"the footnote [^{label}] is written twice", "give one of the two another name"
                self.problems.add(f"[^{label}]:", what, todo)
            else:
                self.texts[label] = "\n".join(own).strip("\n")
            out.append("")
        return out

    @staticmethod
    def _lines(lines: list[str], at: int, begin: int) -> tuple[list[str], int]:
        """The footnote's own lines, and where the next ones begin."""
        own = [lines[at][begin:].lstrip(" ")]
        at += 1
        blank = False
        while at < len(lines):
            line = lines[at]
            if not line:
                blank = True
            elif line.startswith(" " * LEVEL):
                line = line[LEVEL:]
                blank = False
            elif blank or _DEFINITION.match(line):
                break
            own.append(line)
            at += 1
        return own, at


class Reference(InlineProcessor):  # type: ignore[misc]
    """``[^label]``."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, footnotes: Footnotes) -> None:
        super().__init__(_REFERENCE)
        self.footnotes = footnotes

    def handleMatch(  # noqa: N802 (Python-Markdown's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The reference, without its number; where there is no such footnote, nothing."""
        label, footnotes = m["label"], self.footnotes
        if label in footnotes.texts:
            made = Element("sup", {"class": "fn", LABEL: label})
            return made, m.start(), m.end()
        if footnotes.read:
            todo = f"add the line `[^{label}]: …`, at the margin"
            footnotes.problems.add(m[0], f"there is no footnote [^{label}]", todo)
        else:
            what, todo = "a note has no footnotes", "say it in the note, or name its source under `sources:`"
            footnotes.problems.add(m[0], what, todo)
        return None, None, None


class Gather(Treeprocessor):  # type: ignore[misc]
    """Reads the footnotes' blocks, behind the text."""

    def __init__(self, md: Markdown, footnotes: Footnotes) -> None:
        super().__init__(md)
        self.footnotes = footnotes
        self.items: dict[str, Element] = {}

    def run(self, root: Element) -> None:
        """Adds a section of all of them, in the order of the file."""
        self.items = {}
        if not self.footnotes.texts:
            return
        section = SubElement(root, "section", {"class": "footnotes", "role": "doc-endnotes"})
        listed = SubElement(section, "ol")
        for label, text in self.footnotes.texts.items():
            self.items[label] = item = SubElement(listed, "li")
            self.md.parser.parseChunk(item, text)


class Number(Treeprocessor):  # type: ignore[misc]
    """Numbers the footnotes as the text refers to them, and leads from each to its places and back."""

    def __init__(self, md: Markdown, gather: Gather) -> None:
        super().__init__(md)
        self.gather = gather

    def run(self, root: Element) -> None:
        """Orders the section; one without any reference goes, and is told."""
        items = self.gather.items
        if not items:
            return
        section = root[-1]
        root.remove(section)
        places: dict[str, list[Element]] = {}
        waiting = [root]
        for part in waiting:
            for one in part.iter("sup"):
                if (label := one.attrib.pop(LABEL, None)) is not None:
                    if label not in places:
                        waiting.append(items[label])  # what a footnote refers to comes after it
                    places.setdefault(label, []).append(one)
        problems = self.gather.footnotes.problems
        for label in items.keys() - places.keys():
            what, todo = (
                f"nothing refers to the footnote [^{label}]",
                f"write [^{label}] where it belongs, or take it out",
            )
            problems.add(f"[^{label}]:", what, todo)
        section[0][:] = [items[label] for label in places]
        for number, (label, own) in enumerate(places.items(), 1):
            _link(number, items[label], own)
        if places:
            root.append(section)


def _link(number: int, item: Element, places: list[Element]) -> None:
    item.set("id", f"fn-{number}")
    last = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
    if not len(item) or (len(item) == 1 and item[0] is last and item.text and item.text.strip()):
        last.text, item.text = item.text, None
    for count, place in enumerate(places, 1):
        id = f"fnref-{number}" if count == 1 else f"fnref-{number}-{count}"
        there = SubElement(place, "a", {"href": f"#fn-{number}", "id": id, "role": "doc-noteref"})
        there.text = AtomicString(f"[{number}]")
        label = f"{BACK} {number}" if count == 1 else f"{BACK} {number}-{count}"
        back = SubElement(last, "a", {"href": f"#{id}", "role": "doc-backlink", "aria-label": label})
        back.text = AtomicString(BACK)
        if len(last) > 1:
            last[-2].tail = (last[-2].tail or "") + "\u00a0"
        else:
            last.text = (last.text or "") + "\u00a0"


def use(md: Markdown, problems: Problems, read: bool) -> None:
    """Adds footnotes to a `markdown.Markdown`; where they are not `read`, they are told instead."""
    footnotes = Footnotes(md, problems, read)
    gather = Gather(md, footnotes)
    md.preprocessors.register(footnotes, "footnotes", 27)
    md.inlinePatterns.register(Reference(footnotes), "footnote", 172)
    md.treeprocessors.register(gather, "gather", 30)
    md.treeprocessors.register(Number(md, gather), "number", 15)
