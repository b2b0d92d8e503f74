"""YAML as lines that a person wrote: where a value ends, how a changed one stands in its place."""

from __future__ import annotations

import re
import textwrap
from typing import Any

import yaml

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NARROWEST = 60
"""Columns after which a folded text goes on in the next line, at least."""


def folded(old: str, new: str, newline: str) -> str:
    """A folded text whose lines stay broken as they are before and after what is new; empty if it can have none.

    `old`: as it stands in the file, with its sign.
    """
    rows = old.split("\n")
    lines = [row.strip() for row in rows[1:]]
    if not new or " ".join(new.split()) != new or len(lines) < 2 or not all(lines):
        return ""
    indent = rows[1][: len(rows[1]) - len(rows[1].lstrip(" "))]
    if any(not row.startswith(indent) or row[len(indent)] == " " for row in rows[1:]):
        return ""
    first = 0
    while first < len(lines) and new.startswith(" ".join([*lines[: first + 1], ""])):
        first += 1
    head = " ".join([*lines[:first], ""]) if first else ""
    last = len(lines)
    while last > first and new[len(head) :].endswith(" ".join(["", *lines[last - 1 :]])):
        last -= 1
    tail = " ".join(["", *lines[last:]]) if last < len(lines) else ""
    middle = new[len(head) : len(new) - len(tail)]
    width = max(NARROWEST, *map(len, lines))
    wrapped = textwrap.wrap(middle, width, break_long_words=False, break_on_hyphens=False)
    made = [*lines[:first], *wrapped, *lines[last:]]
    if " ".join(made) != new:
        return ""
    return newline.join([rows[0].rstrip("\r"), *(indent + line for line in made)])


class _Dumper(yaml.SafeDumper):
    """Writes a day as a day."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        f"tag:yaml.org,2002:{'timestamp' if _DAY.fullmatch(text) else 'str'}", text
    ),
)


def flow_of(value: Any) -> str:
    """A value on one line, as it stands between brackets."""
    written: str = yaml.dump(
        [value], Dumper=_Dumper, default_flow_style=True, sort_keys=False, allow_unicode=True, width=2**31
    )
    return written.removesuffix("\n")[1:-1]


def end_of(text: str, node: yaml.Node) -> int:
    """Where a value ends, without the comments and blank lines that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(text, last[1] if isinstance(last, tuple) else last)
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        lines = text[node.start_mark.index : end].rstrip()
        return int(node.start_mark.index) + len(lines)
    return end
