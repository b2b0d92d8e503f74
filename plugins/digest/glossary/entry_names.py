"""The names and senses of an entry: what they may hold, and that no two hold on the same day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

import yaml

from plugins.digest.glossary.entry_rules import read_rules
from plugins.digest.glossary.fold import key
from plugins.digest.glossary.header import Header, line
from plugins.digest.glossary.term import ROLES, Name, Role, Sense, base

KEYS = ("text", "lang", "role", "from", "until", "witness", "match")


def _interval(
    header: Header, node: yaml.Node, found: dict[str, yaml.Node], where: str
) -> tuple[dt.date | None, dt.date | None]:
    since = header.day(found.get("from"), f"from of {where}")
    until = header.day(found.get("until"), f"until of {where}")
    if since and until and since >= until:
        header.fault(
            node,
            f"{where} ends ({until}) before it begins ({since})",
            "until is the first day it no longer holds",
        )
    return since, until


def read_names(header: Header, node: yaml.Node | None) -> tuple[Name, ...]:
    """The names of an entry, in the order of the file."""
    names = []
    for item in header.items(node, "names"):
        found = header.mapping(item, "a name", KEYS, ("text", "lang", "role"))
        text = header.text(found.get("text"), "a name's text")
        if text and not key(text):
            header.fault(item, f'name "{text}" has no letter or digit', "it could never be found; delete it")
        since, until = _interval(header, item, found, f'name "{text}"')
        names.append(
            Name(
                text=" ".join(text.split()),
                lang=header.lang(found.get("lang"), f'lang of name "{text}"'),
                role=cast(Role, header.choice(found.get("role"), f'role of name "{text}"', ROLES, "alt")),
                since=since,
                until=until,
                witness=header.text(found.get("witness"), "witness"),
                rules=read_rules(header, found["match"]) if "match" in found else None,
                line=line(item),
            )
        )
    if isinstance(node, yaml.SequenceNode) and not names:
        header.fault(node, "no names", "give at least one with role: pref")
    _one_preferred(header, names)
    for at, name in enumerate(names):
        for other in names[:at]:
            same = (name.text, base(name.lang)) == (other.text, base(other.lang))
            if name.text and same and overlap(name, other):
                header.fault(name.line, f'name "{name.text}" is also in line {other.line}', "delete one")
    return tuple(names)


def _one_preferred(header: Header, names: Sequence[Name]) -> None:
    """Every language used has a preferred name, and never two on one day."""
    for lang in dict.fromkeys(base(name.lang) for name in names if name.lang):
        own = [name for name in names if base(name.lang) == lang]
        preferred = [name for name in own if name.role == "pref"]
        if not preferred:
            header.fault(own[0].line, f'no preferred name in "{lang}"', "give one of them role: pref")
        for at, name in enumerate(preferred):
            for other in preferred[:at]:
                if overlap(name, other):
                    header.fault(
                        name.line,
                        f'"{name.text}" and "{other.text}" (line {other.line}) are both preferred in "{lang}"',
                        "make one role: alt, or give them dates that do not overlap",
                    )


def overlap(one: Name | Sense, other: Name | Sense) -> bool:
    """True when there is a day in both intervals."""
    return (one.until is None or other.since is None or other.since < one.until) and (
        other.until is None or one.since is None or one.since < other.until
    )


def read_senses(header: Header, node: yaml.Node | None) -> tuple[Sense, ...]:
    """The senses of an entry, in order of time."""
    senses = []
    for item in header.items(node, "senses"):
        found = header.mapping(item, "a sense", ("from", "until", "short"), ("short",))
        since, until = _interval(header, item, found, "the sense")
        short = header.texts(found.get("short"), "short")
        if "short" in found and not short:
            header.fault(item, "the sense has no definition", "write short: {fr: …, en: …}")
        senses.append(Sense(since, until, short, line(item)))
    if isinstance(node, yaml.SequenceNode) and not senses:
        header.fault(node, "no senses", "give at least one, with short: {fr: …, en: …}")
    languages = sorted({tag for sense in senses for tag in sense.short})
    for at, sense in enumerate(senses):
        for other in senses[:at]:
            if overlap(sense, other):
                header.fault(
                    sense.line,
                    f"the sense overlaps the one in line {other.line}",
                    "let the earlier one's until be the later one's from",
                )
        for tag in languages:
            if tag not in sense.short and sense.short:
                header.warn(
                    sense.line, f'the sense has no definition in "{tag}"', "other senses have; add it"
                )
    return tuple(sorted(senses, key=lambda sense: sense.since or dt.date.min))
