"""What must hold between the names and senses of an entry: one is preferred, and no two hold on the same day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from glose.digest.glossary.fold import key
from glose.digest.glossary.term import Event, Name, Sense, base
from glose.digest.schema.node import Node, Reading


def check_name(name: Name, node: Node, reading: Reading) -> None:
    """A name can be found, and ends after it begins."""
    if name.text and not key(name.text):
        what = f'name "{name.text}" has no letter or digit'
        reading.fault(node, what, "it could never be found; delete it")
    _check_days(name, node, reading, f'name "{name.text}"')


def check_sense(sense: Sense, node: Node, reading: Reading) -> None:
    """A sense ends after it begins."""
    _check_days(sense, node, reading, "the sense")


def check_event(event: Event, node: Node, reading: Reading) -> None:
    """An event has a day, or an interval that ends after it begins."""
    if event.date and (event.since or event.until):
        reading.fault(node, "the event has a date and an interval", "keep one of them")
    elif not (event.date or event.since):
        reading.fault(node, "the event has no date", "write date: 2016-03-15, or from: and until:")
    _check_days(event, node, reading, "the event")


def _check_days(one: Name | Sense | Event, node: Node, reading: Reading, where: str) -> None:
    if one.since and one.until and one.since >= one.until:
        what = f"{where} ends ({one.until}) before it begins ({one.since})"
        reading.fault(node, what, "until is the first day it no longer holds")


def check_names(names: Sequence[Name], reading: Reading) -> None:
    """Every language has a preferred name, never two on one day, and no name stands twice."""
    for lang in dict.fromkeys(base(name.lang) for name in names if name.lang):
        own = [name for name in names if base(name.lang) == lang]
        preferred = [name for name in own if name.role == "pref"]
        if not preferred:
            reading.fault(own[0].line, f'no preferred name in "{lang}"', "give one of them role: pref")
        for at, name in enumerate(preferred):
            for other in preferred[:at]:
                if overlap(name, other):
                    reading.fault(
                        name.line,
                        f'"{name.text}" and "{other.text}" (line {other.line}) are both preferred in "{lang}"',
                        "make one role: alt, or give them dates that do not overlap",
                    )
    for at, name in enumerate(names):
        for other in names[:at]:
            same = (name.text, base(name.lang)) == (other.text, base(other.lang))
            if name.text and same and overlap(name, other):
                reading.fault(name.line, f'name "{name.text}" is also in line {other.line}', "delete one")


def check_senses(senses: Sequence[Sense], reading: Reading) -> None:
    """No two senses hold on one day; a language that one has and another lacks is doubtful."""
    languages = sorted({tag for sense in senses for tag in sense.short})
    for at, sense in enumerate(senses):
        for other in senses[:at]:
            if overlap(sense, other):
                what = f"the sense overlaps the one in line {other.line}"
                reading.fault(sense.line, what, "let the earlier one's until be the later one's from")
        for tag in languages:
            if tag not in sense.short and sense.short:
                what = f'the sense has no definition in "{tag}"'
                reading.warn(sense.line, what, "other senses have; add it")


def overlap(one: Name | Sense, other: Name | Sense) -> bool:
    """True when there is a day in both intervals."""
    return (one.until is None or other.since is None or other.since < one.until) and (
        other.until is None or one.since is None or one.since < other.until
    )


def in_order(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    """The senses in order of time."""
    return tuple(sorted(senses, key=lambda sense: sense.since or dt.date.min))
