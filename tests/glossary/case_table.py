"""Reads `cases.txt`: sections of terms and of texts with marks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from glose.digest.glossary.entry_rules import phrase_parts
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.term import Name, Phrase, Rules, Sense, Source, Term

TABLE = Path(__file__).parent / "cases.txt"
MARK = re.compile(r"\[([^|\]]+)\|([a-z0-9-]+)\]")


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table."""

    section: str
    line: int
    lang: str
    on: dt.date | None
    glossary: Glossary
    text: str
    expected: tuple[tuple[str, str], ...]
    """(words, slug) in order."""

    def __str__(self) -> str:
        return f"line {self.line}: {self.text}"


@dataclass
class _Section:
    title: str = ""
    lang: str = "fr"
    on: dt.date | None = None
    terms: list[Term] = field(default_factory=list)
    lines: list[tuple[int, str]] = field(default_factory=list)


def cases() -> Iterator[Case]:
    """All cases, in the order of the file."""
    for section in _sections():
        glossary = Glossary(tuple(section.terms))
        for number, line in section.lines:
            text = MARK.sub(r"\1", line)
            yield Case(
                section.title, number, section.lang, section.on, glossary, text, tuple(MARK.findall(line))
            )


def _sections() -> Iterator[_Section]:
    section = _Section()
    for number, raw in enumerate(TABLE.read_text("utf-8").splitlines(), 1):
        line = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), raw).replace("\\n", "\n")
        if line.startswith("=="):
            if section.lines:
                yield section
            head = re.fullmatch(r"== (.+) \((\w+)(?:, (\S+))?\)", line)
            assert head, f"{number}: {line}"
            section = _Section(head[1], head[2], dt.date.fromisoformat(head[3]) if head[3] else None)
        elif line.startswith("@"):
            section.terms.append(_term(line, section.lang))
        elif line.startswith(("+ ", "- ")):
            assert (line[0] == "+") == bool(MARK.search(line)), f"{number}: {line}"
            section.lines.append((number, line[2:]))
        else:
            assert not line or line.startswith("#"), f"{number}: {line}"
    yield section


def _term(line: str, lang: str) -> Term:
    head, _, names = line[1:].partition(" : ")
    slug, *flags = head.split()
    options: dict[str, Any] = dict(flag.partition("=")[::2] for flag in flags)
    day = {key: dt.date.fromisoformat(options[key]) if key in options else None for key in ("from", "until")}
    spellings = [name.strip() for name in names.split(" ; ")]
    lang = options.get("lang", lang)
    return Term(
        slug=slug,
        type=options.get("type", "concept"),
        names=tuple(
            Name(text, lang, "alt", day["from"], day["until"])
            for text in spellings
            if not text.startswith("~")
        ),
        senses=(Sense(None, None, {"fr": "Définition d’exemple."}),),
        sources=(Source("Exemple", "https://example.org/"),),
        as_of=dt.date(2026, 1, 1),
        status="reviewed",
        rules=Rules(
            case=options.get("case", "smart"),
            inflect="inflect" in options,
            near=tuple(filter(None, options.get("near", "").split(","))),
            not_near=tuple(filter(None, options.get("not_near", "").split(","))),
            priority=int(options.get("priority", 0)),
        ),
        phrases=tuple(_phrase(text[1:]) for text in spellings if text.startswith("~")),
    )


def _phrase(text: str) -> Phrase:
    parts = phrase_parts(text.strip())
    words = tuple(cast(str, part) for part in parts if isinstance(part, str))
    return Phrase(words, tuple(cast(int, part) for part in parts if isinstance(part, int)))
