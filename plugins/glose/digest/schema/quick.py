"""YAML as most headers have it, line by line: one `key: value` a line, lists, and short ones in brackets.

`yaml_file` reads every header event by event, which takes a third of the time of reading a term. What is more than the
plainest notation, or wrong in any way, is left to it, so this module knows no error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from glose.digest.schema.node import DEEPEST, Node

_ODD = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML reads otherwise than it looks, or not at all: tabs, controls, other ends of a line."""
_QUOTED = r'"(?:[^"\\\n]*)"|\'(?:[^\'\n]*)\''
_WORD = r"(?:[^\W_]|/)"
_ROW = re.compile(
    r"(?P<indent> *)(?P<dash>- )?(?:(?P<key>[A-Za-z][A-Za-z0-9_-]*):(?:\Z| ))?"
    rf"(?:(?P<quoted>{_QUOTED})|(?P<plain>{_WORD}(?:[^:#]|:(?=\S)|(?<=\S)#)*(?<=\S))|(?P<flow>[\[{{].*[\]}}])|)\Z"
)
_INNER = rf"{_QUOTED}|{_WORD}(?:[^][{{}},:#]*[^][{{}},:#\s])?"
_ITEM = re.compile(rf"(?:(?P<key>[A-Za-z][A-Za-z0-9_-]*): )?(?P<value>{_INNER})(?P<end>, |\Z)")
_NULL = "null"


class _Row(NamedTuple):
    """A line."""

    indent: int
    """Where its key or value begins."""
    dash: int
    """Where its dash stands; -1 for none."""
    key: str
    value: Node | None
    """None where what it holds follows on the next lines."""
    line: int


class _Unsure(Exception):  # noqa: N818  nobody's fault
    """This is for `yaml_file`."""


def quick(text: str, first: int) -> dict[str, Node] | None:
    """The values of a header that begins on line `first` of its file; None for one that is not of the plainest."""
    if _ODD.search(text):
        return None
    try:
        rows = list(_rows(text, first))
        if not rows or rows[0].indent:
            return None
        found, end = _mapping(rows, 0, 0, 0)
    except _Unsure:
        return None
    return found if end == len(rows) else None


def _rows(text: str, first: int) -> Iterator[_Row]:
    for line, words in enumerate(text.split("\n"), first):
        if not words:
            continue
        found = _ROW.match(words)
        if found is None:
            raise _Unsure
        indent, dash, key, quoted, plain, flow = found.groups()
        start, value = len(indent), None
        if quoted:
            value = Node(quoted[1:-1], line)
        elif plain:
            value = Node("" if plain == _NULL else plain, line)
        elif flow:
            value = Node(_flow(flow, line), line)
        elif not key:
            raise _Unsure
        if key == _NULL:
            raise _Unsure
        yield _Row(start + 2 if dash else start, start if dash else -1, key or "", value, line)


def _flow(text: str, line: int) -> list[Node] | dict[str, Node]:
    """A short list or mapping in brackets, without another inside."""
    inside, at = text[1:-1], 0
    pairs: list[tuple[str, Node]] = []
    while at < len(inside) or not at:
        found = _ITEM.match(inside, at)
        if found is None or (found["end"] and found.end() == len(inside)):
            raise _Unsure
        value = found["value"]
        plain = value[0] not in "\"'"
        text_of = ("" if value == _NULL else value) if plain else value[1:-1]
        pairs.append((found["key"] or "", Node(text_of, line)))
        at = found.end()
    keys = [key for key, _ in pairs]
    if text[0] + text[-1] == "[]" and not any(keys):
        return [node for _, node in pairs]
    if text[0] + text[-1] == "{}" and all(keys) and len(set(keys)) == len(keys) and _NULL not in keys:
        return dict(pairs)
    raise _Unsure


def _mapping(rows: list[_Row], at: int, indent: int, depth: int) -> tuple[dict[str, Node], int]:
    """The keys at `indent`, from row `at` on, and the row behind them. The first may stand behind a dash."""
    found: dict[str, Node] = {}
    begun = at
    while at < len(rows) and (row := rows[at]).indent == indent and row.key and (row.dash < 0 or at == begun):
        if row.key in found or depth >= DEEPEST - 1:
            raise _Unsure
        at += 1
        if row.value is not None:
            found[row.key] = (
                row.value if isinstance(row.value.value, str) else Node(row.value.value, row.line)
            )
            continue
        if at == len(rows):
            raise _Unsure
        after = rows[at]
        inner: dict[str, Node] | list[Node]
        if after.dash >= indent:
            inner, at = _list(rows, at, after.dash, depth + 1)
        elif after.dash < 0 and after.indent > indent:
            inner, at = _mapping(rows, at, after.indent, depth + 1)
        else:
            raise _Unsure
        found[row.key] = Node(inner, row.line)
    if not found:
        raise _Unsure
    return found, at


def _list(rows: list[_Row], at: int, dash: int, depth: int) -> tuple[list[Node], int]:
    """The items whose dashes stand there."""
    found: list[Node] = []
    while at < len(rows) and (row := rows[at]).dash == dash:
        if row.key:
            inner, at = _mapping(rows, at, row.indent, depth + 1)
            found.append(Node(inner, row.line))
        elif row.value is not None:
            found.append(row.value)
            at += 1
        else:
            raise _Unsure
    return found, at
