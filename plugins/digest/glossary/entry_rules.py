"""The matching rules and the patterns of an entry."""

from __future__ import annotations

import re
from typing import cast

import yaml

from plugins.digest.glossary.fold import key
from plugins.digest.glossary.header import Header, line
from plugins.digest.glossary.term import CASES, NEAR_WINDOW, Case, Phrase, Rules

GAP = re.compile(r"\s*(?:\{([0-9]+)\}|…|\.{3})\s*")
DEFAULT_GAP = 6
"""Words that ``…`` may stand for in a pattern; ``{9}`` says another number."""
WIDEST_GAP = 30


def read_rules(header: Header, node: yaml.Node | None) -> Rules:
    """When a name of the entry counts as a mention."""
    if node is None:
        return Rules()
    found = header.mapping(node, "match", ("case", "inflect", "near", "not_near", "within", "priority"))

    def words(key: str) -> tuple[str, ...]:
        nodes = header.items(found.get(key), key, single=True)
        return tuple(text for item in nodes if (text := header.text(item, key)))

    return Rules(
        case=cast(Case, header.choice(found.get("case"), "case", CASES, "smart")),
        inflect=header.flag(found.get("inflect"), "inflect"),
        near=words("near"),
        not_near=words("not_near"),
        within=header.number(found.get("within"), "within", NEAR_WINDOW, 1, 500),
        priority=header.number(found.get("priority"), "priority", 0, -1000, 1000),
    )


def read_phrase(header: Header, node: yaml.Node) -> Phrase | None:
    """A pattern: ``trêve … 27 février``, or ``{seq: [trêve, {gap: 6}, 27 février], mark: head, lang: fr}``."""
    found: dict[str, yaml.Node] = {"seq": node}
    if isinstance(node, yaml.MappingNode):
        found = header.mapping(node, "a pattern", ("seq", "mark", "lang"), ("seq",))
    words: list[str] = []
    gaps: list[int] = []
    expect_word = True
    for item in header.items(found.get("seq"), "seq", single=True):
        if isinstance(item, yaml.MappingNode):
            gap = header.mapping(item, "a gap", ("gap",), ("gap",)).get("gap")
            parts: list[str | int] = [header.number(gap, "gap", DEFAULT_GAP, 0, WIDEST_GAP)]
        else:
            parts = phrase_parts(header.text(item, "a pattern"))
        for part in parts:
            if isinstance(part, int):
                if expect_word:
                    header.fault(
                        item, "a pattern's gap stands between two words", "begin and end with a word"
                    )
                    return None
                gaps.append(part)
            else:
                if not expect_word:
                    gaps.append(0)
                words.append(part)
            expect_word = isinstance(part, int)
    if not words or expect_word or not all(map(key, words)):
        header.fault(node, "a pattern needs words", "write it as: first words … last words")
        return None
    return Phrase(
        words=tuple(words),
        gaps=tuple(gaps),
        mark="head"
        if header.choice(found.get("mark"), "mark", ("whole", "head"), "whole") == "head"
        else "whole",
        lang=header.lang(found.get("lang"), "lang of the pattern"),
        line=line(node),
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
