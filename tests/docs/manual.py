"""The project's documentation, read as its readers do: pages, headings, tables and code blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "docs").glob("*.md")),
    *sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "docs").glob("[!s]*/*.md")),
)
"""Every page, below the root."""

_FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.M | re.S)
_MARKER = re.compile(r"<!-- (\w+) -->\s*\Z")
_SPAN = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block of code."""

    page: str
    line: int
    """On which its code begins, from 1."""
    language: str
    words: tuple[str, ...]
    """What the fence says after the language: what kind of YAML it is, a file's name."""
    marker: str
    """The word in an HTML comment right above it; empty when there is none."""
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def text(page: str) -> str:
    """The whole page."""
    return (ROOT / page).read_text(encoding="utf-8")


def prose(page: str) -> str:
    """The page without its blocks of code."""
    return _FENCE.sub("", text(page))


def blocks(language: str, *pages: str, kind: str = "") -> list[Block]:
    """The blocks of a language, on all pages when none is named; `kind` is the fence's second word."""
    return [
        block
        for page in pages or PAGES
        for block in _blocks(page)
        if block.language == language and kind in ("", *block.words[:1])
    ]


def _blocks(page: str) -> Iterator[Block]:
    whole = text(page)
    for fence in _FENCE.finditer(whole):
        language, *words = fence["info"].split() or [""]
        marker = _MARKER.search(whole, 0, fence.start())
        line = whole.count("\n", 0, fence.start("text")) + 1
        yield Block(page, line, language, tuple(words), marker[1] if marker else "", fence["text"])


def rows(page: str, heading: str) -> list[list[str]]:
    """The cells of the first table below a heading, without its head; an inner bar is no border in code."""
    _, _, below = f"\n{prose(page)}".partition(f"\n{heading}\n")
    assert below, f"{page} has no {heading!r}"
    table = re.search(r"(?:^\|.*\n)+", below, re.M)
    assert table, f"{page}: no table below {heading!r}"
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table[0].splitlines()[2:]]


def code(markdown: str) -> list[str]:
    """The code spans of a piece of Markdown, in order."""
    return _SPAN.findall(markdown)


def spanless(markdown: str) -> str:
    """The Markdown with what its code spans show left out."""
    return _SPAN.sub("``", markdown)


def anchors(page: str) -> set[str]:
    """The ids that GitHub gives the page's headings."""
    found: set[str] = set()
    for heading in re.findall(r"^#+ (.+)$", prose(page), re.M):
        name = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()).replace(" ", "-")
        number = next(n for n in range(100) if (f"{name}-{n}" if n else name) not in found)
        found.add(f"{name}-{number}" if number else name)
    return found
