"""What a form says, read by the grammar of its file; each fault stands at the field that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from glose.digest.model.errors import Fault
from glose.digest.schema.node import Node

Told = dict[str, str]
"""``field`` (like ``sources.0.url``; empty for the whole), ``what``, ``todo``."""
_GAP = re.compile(r'has no "([a-z_]+)"$')
_LINE = re.compile(r"\bline ([0-9]+)")


class Fields:
    """The values of a form as the grammar reads them: a number for each field stands where a file has lines."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.paths: list[str] = [""]
        """Of fields, by their numbers."""
        self.node = self._node(values, "") or Node({}, 0)

    def _node(self, value: Any, path: str) -> Node | None:
        """None for what is left empty."""
        number = len(self.paths)
        if path:
            self.paths.append(path)
        else:
            number = 0
        before = f"{path}." if path else ""
        if isinstance(value, Mapping):
            inside = {str(key): self._node(one, f"{before}{key}") for key, one in value.items()}
            found = {key: one for key, one in inside.items() if one is not None}
            return Node(found, number) if found else None
        if isinstance(value, list):
            items = [self._node(one, f"{before}{place}") for place, one in enumerate(value)]
            left = [one for one in items if one is not None]
            return Node(left, number) if left else None
        text = "" if value is None else str(value).replace("\r\n", "\n").strip()
        return Node(text, number) if text else None

    @property
    def nodes(self) -> dict[str, Node]:
        """Those of the keys."""
        return self.node.value if isinstance(self.node.value, dict) else {}

    @property
    def values(self) -> dict[str, Any]:
        """What is written, without what is left empty."""
        found = plain(self.node)
        return found if isinstance(found, dict) else {}

    def told(self, faults: Iterable[Fault]) -> list[Told]:
        """The faults of a reading of these fields, by field."""
        told = [self._told(fault) for fault in faults]
        return [
            one
            for one in told  # what is wrong inside a field says more than that the field is not there
            if not _GAP.search(one["what"])
            or all(not x["field"].startswith(f"{one['field']}.") for x in told)
        ]

    def _told(self, fault: Fault) -> Told:
        field = self.paths[fault.line] if fault.line is not None and fault.line < len(self.paths) else ""
        if gap := _GAP.search(fault.what):
            field = f"{field}.{gap[1]}".removeprefix(".")
        what = _LINE.sub(lambda line: self._row(int(line[1])), fault.what)
        return {"field": field, "what": what, "todo": fault.todo}

    def _row(self, number: int) -> str:
        """Another row of a form, as a message names it."""
        place = self.paths[number].rpartition(".")[2] if number < len(self.paths) else ""
        return f"row {int(place) + 1}" if place.isdecimal() else "another row"


def plain(node: Node) -> Any:
    """A node as plain data."""
    if isinstance(node.value, dict):
        return {key: plain(one) for key, one in node.value.items()}
    return [plain(one) for one in node.value] if isinstance(node.value, list) else node.value


def whole(faults: Iterable[Fault]) -> list[Told]:
    """Faults of a file, which no field has: with their line."""
    return [{"field": "", "what": _placed(fault), "todo": fault.todo} for fault in faults]


def _placed(fault: Fault) -> str:
    return f"{fault.path}:{fault.line}: {fault.what}" if fault.line else f"{fault.path}: {fault.what}"
