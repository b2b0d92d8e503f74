"""Something is added to YAML that a person wrote: every byte that was there stays, comments and order too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from glose.digest.glossary.write import block_of, flow_of

Step = str | int


def added(header: str, path: Sequence[Step], value: Any) -> str:
    """The header with one more item in the list, or more keys in the mapping, that stands at `path`.

    A list gets `value`; a mapping gets the pairs of `value`. What `path` names must be there; its last key may be
    missing, and is then made. Raises `LookupError` where it is something else.
    """
    node: yaml.Node | None = yaml.compose(header, Loader=yaml.CSafeLoader)
    for at, step in enumerate(path):
        below = _below(node, step)
        if below is None and at == len(path) - 1 and isinstance(node, yaml.MappingNode):
            return _pair(header, node, {str(step): value if isinstance(value, Mapping) else [value]})
        if below is None:
            raise LookupError(f"{step} is not there")
        node = below
    if isinstance(node, yaml.MappingNode) and isinstance(value, Mapping):
        return _pair(header, node, value)
    if isinstance(node, yaml.SequenceNode):
        return _item(header, node, value)
    raise LookupError(f"{path[-1]} is a text")


def _below(node: yaml.Node | None, step: Step) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None


def _pair(header: str, node: yaml.MappingNode, value: Mapping[str, Any]) -> str:
    if node.flow_style:
        last = node.value[-1][1] if node.value else None
        return _in_flow(header, node, last, flow_of(value)[1:-1])
    key, last = node.value[-1]
    return _after(header, _last_line(header, last, key.start_mark.column), node, block_of(value))


def _item(header: str, node: yaml.SequenceNode, value: Any) -> str:
    if node.flow_style:
        return _in_flow(header, node, node.value[-1] if node.value else None, flow_of(value))
    column = node.start_mark.column
    return _after(header, _last_line(header, node.value[-1], column), node, block_of([value]))


def _in_flow(header: str, node: yaml.Node, last: yaml.Node | None, text: str) -> str:
    """Between brackets, after the last item."""
    mark = node.start_mark if last is None else last.end_mark
    lines = header.split("\n")
    row, at = lines[mark.line], mark.column + (last is None)
    lines[mark.line] = f"{row[:at]}{'' if last is None else ', '}{text}{row[at:]}"
    return "\n".join(lines)


def _after(header: str, line: int, node: yaml.Node, text: str) -> str:
    """In lines of its own below that line, as far in as its neighbours."""
    indent = " " * node.start_mark.column
    lines = header.rstrip("\n").split("\n")
    new = [f"{indent}{row}" if row else "" for row in text.rstrip("\n").split("\n")]
    return "\n".join([*lines[: line + 1], *new, *lines[line + 1 :]]) + "\n"


def _last_line(header: str, node: yaml.Node, column: int) -> int:
    """The line, from 0, on which a value ends; the end that YAML tells lies behind comments and blank lines.

    `column`: that of the key or dash to which the value belongs.
    """
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        if isinstance(node, yaml.MappingNode):
            key, last = node.value[-1]
            return _last_line(header, last, key.start_mark.column)
        return _last_line(header, node.value[-1], node.start_mark.column)
    if not (isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")):
        return node.end_mark.line
    lines = header.split("\n")
    last = line = node.start_mark.line
    while (line := line + 1) < len(lines):
        row = lines[line]
        if row.strip() and len(row) - len(row.lstrip(" ")) <= column:
            break
        last = line if row.strip() else last
    return last
