"""The patterns of an entry: words with bounded gaps between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from glose.digest.glossary.fold import key
from glose.digest.glossary.term import Phrase
from glose.digest.schema.kinds import Choice, Kind, Lang, Number, Schema, Text
from glose.digest.schema.node import Node, Reading
from glose.digest.schema.record import Field, ListOf, Record

GAP = re.compile(r"\s*(?:\{([0-9]+)\}|…|\.{3})\s*")
DEFAULT_GAP = 6
"""Words that ``…`` may stand for in a pattern; ``{9}`` says another number."""
WIDEST_GAP = 30

_GAP = Record(
    "a gap", (Field("gap", Number(0, WIDEST_GAP), "words that may stand here, at most", required=True),)
)


class _Part(Kind):
    """A word, several words with gaps in them, or a gap."""

    says = "words, or {gap: number}"
    item = _GAP

    def read(self, node: Node, where: str, reading: Reading) -> list[str | int] | None:
        if isinstance(node.value, dict):
            found = _GAP.read(node, where, reading)
            return None if found is None else [found["gap"]]
        text = Text().read(node, "a pattern", reading)
        return phrase_parts(text) if text else None

    def plain(self, value: Any) -> Any:
        return {"gap": value} if isinstance(value, int) else value

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "string", "minLength": 1}, _GAP.schema()]}


_PATTERN = Record(
    "a pattern",
    (
        Field(
            "seq",
            ListOf(_Part(), single=True),
            "the same as a list, with `{gap: 2}` between words",
            required=True,
        ),
        Field(
            "mark", Choice(("whole", "head")), "`whole` (default) marks the phrase, `head` its first words"
        ),
        Field("lang", Lang(), "only in articles of this language"),
    ),
    short="seq",
)


class PatternKind(Kind):
    """A pattern: ``trêve … 27 février``, or ``{seq: [trêve, {gap: 6}, 27 février], mark: head, lang: fr}``."""

    says = "pattern"
    item = _PATTERN
    """Documented like the record of a list."""

    def read(self, node: Node, where: str, reading: Reading) -> Phrase | None:
        found = _PATTERN.read(node, where, reading)
        return None if found is None else _phrase(found, node, reading)

    def plain(self, value: Phrase) -> dict[str, Any]:
        seq: list[str | int] = [value.words[0]]
        for gap, word in zip(value.gaps, value.words[1:], strict=True):
            seq += [gap, word]
        mark = value.mark if value.mark != "whole" else ""
        return _PATTERN.plain({"seq": seq, "mark": mark, "lang": value.lang})

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "string", "minLength": 1}, _PATTERN.schema()]}


def _phrase(found: Mapping[str, Any], node: Node, reading: Reading) -> Phrase | None:
    """The phrase of a sequence in which a gap stands between two words."""
    words: list[str] = []
    gaps: list[int] = []
    expect_word = True
    for part in (part for parts in found["seq"] for part in parts):
        if isinstance(part, int):
            if expect_word:
                what = "a pattern's gap stands between two words"
                reading.fault(node, what, "begin and end with a word")
                return None
            gaps.append(part)
        else:
            if not expect_word:
                gaps.append(0)
            words.append(part)
        expect_word = isinstance(part, int)
    if not words or expect_word or not all(map(key, words)):
        reading.fault(node, "a pattern needs words", "write it as: first words … last words")
        return None
    return Phrase(
        words=tuple(words),
        gaps=tuple(gaps),
        mark=found.get("mark", "whole"),
        lang=found.get("lang", ""),
        line=node.line or 0,
    )


def phrase_parts(text: str) -> list[str | int]:
    """The words and gaps of a pattern written as one string."""
    parts: list[str | int] = []
    at = 0
    for gap in GAP.finditer(text):
        if gap.start() > at:
            parts.append(" ".join(text[at : gap.start()].split()))
        parts.append(min(int(gap[1]), WIDEST_GAP) if gap[1] else DEFAULT_GAP)
        at = gap.end()
    if text[at:].strip():
        parts.append(" ".join(text[at:].split()))
    return parts
