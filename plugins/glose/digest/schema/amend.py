"""Values in YAML that a person wrote are given others: the lines that say something else now change, and no others.

Comments, the order of keys, quotation marks, brackets and the breaks of folded lines stay byte for byte.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from json import dumps
from typing import Any, NamedTuple

import yaml

from glose.digest.schema.lines import end_of, flow_of, folded
from glose.digest.schema.record import ListOf, Record

Dump = Callable[[Any], str]
"""Writes a mapping in the style of the file, in lines."""


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def plain(node: yaml.Node | None) -> Any:
    """The values of a node as they are written: texts without white space around, lists and mappings."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(one) for one in node.value]
    bare = isinstance(node, yaml.ScalarNode) and node.style is None
    return "" if node is None or (bare and node.tag.endswith(":null")) else str(node.value).strip()


def texts(value: Any) -> Any:
    """A value as `plain` has it: numbers and days as texts."""
    if isinstance(value, Mapping):
        return {str(key): texts(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [texts(one) for one in value]
    return str(value).strip()


def with_gaps(new: Any, old: Any) -> Any:
    """The new value with what is written empty in the old one, and waits for somebody: a form says nothing of it."""
    if isinstance(new, Mapping) and isinstance(old, Mapping):
        waiting = {key: one for key, one in old.items() if key not in new and _waits(one)}
        return {key: with_gaps(one, old.get(key)) for key, one in new.items()} | waiting
    if isinstance(new, list) and isinstance(old, list) and len(new) >= len(old):
        return [with_gaps(one, old[place] if place < len(old) else None) for place, one in enumerate(new)]
    return new


def _waits(value: Any) -> bool:
    """True for what says nothing, however deep."""
    inside = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else None
    return value == "" if inside is None else all(map(_waits, inside))


def amended(text: str, node: yaml.MappingNode, new: Mapping[str, Any], record: Record, dump: Dump) -> str:
    """The text in which the mapping `node` says `new`.

    `node` is of ``yaml.compose(text, yaml.SafeLoader)``. `record` gives a new key its place. Raises `LookupError`
    where the text is written in a way that cannot be changed by lines.
    """
    amending = _Amending(text, dump)
    amending.mapping(node, new, record)
    for edit in sorted(amending.edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@dataclass(slots=True)
class _Amending:
    """One text, and what is to be changed in it."""

    text: str
    dump: Dump
    edits: list[_Edit]
    newline: str

    def __init__(self, text: str, dump: Dump) -> None:
        self.text, self.dump, self.edits = text, dump, []
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def mapping(self, node: yaml.MappingNode, new: Mapping[str, Any], record: Record | None) -> None:
        """Changes, removes and adds keys."""
        known = {key.value for key, _ in node.value}
        added = _in_order({key: one for key, one in new.items() if key not in known}, record)
        gone = [place for place, (key, _) in enumerate(node.value) if key.value not in new]
        if len(gone) == len(node.value):
            raise LookupError("nothing is left of it")
        for place, (key, value) in enumerate(node.value):
            if place not in gone:
                self._pair(key, value, new[key.value], _kind(record, key.value), node.flow_style)
            elif node.flow_style:
                self._cut(node, place, gone)
            else:
                self._remove_pair(node, place)
        for key in added if not node.flow_style else ():
            self._add_pair(node, key, new[key], record, gone)
        if node.flow_style and added:
            at = node.value[-1][1].end_mark.index
            self.edits.append(_Edit(at, at, f", {flow_of(added)[1:-1]}"))

    def _cut(self, node: yaml.MappingNode, place: int, gone: Sequence[int]) -> None:
        """Takes a pair out of brackets, with the comma beside it."""
        first = next(number for number in range(len(node.value)) if number not in gone)
        if place < first:
            start, end = node.value[place][0].start_mark.index, node.value[place + 1][0].start_mark.index
        else:
            start, end = node.value[place - 1][1].end_mark.index, node.value[place][1].end_mark.index
        self.edits.append(_Edit(start, end, ""))

    def _pair(self, key: yaml.Node, value: yaml.Node, new: Any, kind: Any, flow: bool) -> None:
        if plain(value) == texts(new):
            return
        inner = kind.item if isinstance(kind, ListOf) else kind
        record = inner if isinstance(inner, Record) else None
        if isinstance(value, yaml.MappingNode) and isinstance(new, Mapping) and set(plain(value)) & set(new):
            self.mapping(value, new, record)
        elif isinstance(value, yaml.SequenceNode) and isinstance(new, list) and value.value:
            self._sequence(value, new, record)
        elif (
            isinstance(value, yaml.ScalarNode)
            and isinstance(new, str | int | float)
            and (found := self._scalar(value, new, flow))
        ):
            self.edits.append(found)
        elif flow:
            self.edits.append(_Edit(value.start_mark.index, value.end_mark.index, flow_of(new)))
        else:
            column = key.start_mark.column
            written = self._lines(self.dump({key.value: _in_order(new, record)}), column)
            self.edits.append(_Edit(key.start_mark.index, self._end(value), written))

    def _scalar(self, node: yaml.ScalarNode, new: str | int | float, flow: bool) -> _Edit | None:
        """In the style that it has; None where that cannot say it."""
        start, end = node.start_mark.index, node.end_mark.index
        if node.style == ">":
            end = self._end(node)
            written = folded(self.text[start:end], str(new), self.newline)
        elif node.style in ("'", '"'):
            written = yaml.dump(
                str(new), Dumper=yaml.SafeDumper, default_style=node.style, allow_unicode=True, width=2**31
            ).rstrip("\n")
        elif node.style is None and "\n" not in str(new):
            written = flow_of(new) if flow else self.dump({"x": new}).rstrip("\n").removeprefix("x: ")
        else:
            return None
        if not written or ("\n" in written and node.style != ">"):
            return None
        return _Edit(start, end, written)

    def _sequence(self, node: yaml.SequenceNode, new: list[Any], record: Record | None) -> None:
        if node.flow_style:
            self.edits.append(_Edit(node.start_mark.index, node.end_mark.index, flow_of(new)))
            return
        olds, news = [dumps(plain(one)) for one in node.value], [dumps(texts(one)) for one in new]
        for what, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
            if what == "equal":
                continue
            common = min(b - a, d - c)
            for old, value in zip(node.value[a : a + common], new[c : c + common], strict=True):
                self._item(node, old, value, record)
            for old in node.value[a + common : b]:
                self._remove_item(node, old)
            if d - c > common:
                self._add_items(node, a + common, [_in_order(one, record) for one in new[c + common : d]])

    def _item(self, node: yaml.SequenceNode, old: yaml.Node, new: Any, record: Record | None) -> None:
        if isinstance(old, yaml.MappingNode) and isinstance(new, Mapping):
            self.mapping(old, new, record)
        elif (
            isinstance(old, yaml.ScalarNode)
            and isinstance(new, str)
            and (found := self._scalar(old, new, False))
        ):
            self.edits.append(found)
        else:
            column = node.start_mark.column + 2
            written = self._lines(self._item_lines(_in_order(new, record)), column).lstrip()
            self.edits.append(_Edit(old.start_mark.index, self._end(old), written))

    def _item_lines(self, value: Any) -> str:
        """An item without its dash, as if it began its line."""
        return textwrap.dedent("  " + self.dump([value]).removeprefix("- "))

    def _add_items(self, node: yaml.SequenceNode, place: int, new: Sequence[Any]) -> None:
        """Before the item of that place, or at the end."""
        column = node.start_mark.column
        written = [self._lines(textwrap.dedent(self.dump([one])), column) for one in new]
        if place < len(node.value):
            at = self._dash(node, node.value[place])
            text = "".join(f"{one}{self.newline}{' ' * column}" for one in written)
        else:
            at = self._line_end(self._end(node.value[-1]))
            text = "".join(f"{self.newline}{' ' * column}{one}" for one in written)
        self.edits.append(_Edit(at, at, text))

    def _remove_item(self, node: yaml.SequenceNode, old: yaml.Node) -> None:
        dash = self._dash(node, old)
        start = self.text.rfind("\n", 0, dash) + 1
        end = self._line_end(self._end(old), after=True)
        if self.text[start:dash].strip():  # the first of a list in a list
            raise LookupError("a list begins on another's line")
        self.edits.append(_Edit(start, end, ""))

    def _dash(self, node: yaml.SequenceNode, item: yaml.Node) -> int:
        found = self.text.rfind("-", node.start_mark.index, item.start_mark.index)
        if found < 0:
            raise LookupError("an item has no dash")
        return found

    def _remove_pair(self, node: yaml.MappingNode, place: int) -> None:
        key, value = node.value[place]
        start = self.text.rfind("\n", 0, key.start_mark.index) + 1
        if self.text[start : key.start_mark.index].strip():  # after the dash of an item
            follows = next((one for one, _ in node.value[place + 1 :]), None)
            if follows is None:
                raise LookupError("nothing is left of it")
            self.edits.append(_Edit(key.start_mark.index, follows.start_mark.index, ""))
        else:
            self.edits.append(_Edit(start, self._line_end(self._end(value), after=True), ""))

    def _add_pair(
        self, node: yaml.MappingNode, key: str, value: Any, record: Record | None, gone: Sequence[int]
    ) -> None:
        order = {name: number for number, name in enumerate(record.keys)} if record else {}
        left = [pair for number, pair in enumerate(node.value) if number not in gone]
        earlier = [pair for pair in left if order.get(pair[0].value, 0) <= order.get(key, len(order))]
        column = node.value[0][0].start_mark.column
        written = self._lines(self.dump({key: _in_order(value, _inner(record, key))}), column)
        at = self._line_end(self._end((earlier or left)[-1][1]))
        self.edits.append(_Edit(at, at, f"{self.newline}{' ' * column}{written}"))

    def _lines(self, text: str, column: int) -> str:
        """Dumped lines with this file's line ends, the later ones as far in as the first will stand."""
        rows = text.rstrip("\n").split("\n")
        return self.newline.join([rows[0], *(" " * column + row if row.strip() else "" for row in rows[1:])])

    def _line_end(self, at: int, after: bool = False) -> int:
        """The end of the line of that place, or what follows it."""
        found = self.text.find("\n", at)
        if found < 0:
            return len(self.text)
        return found + 1 if after else found - (self.newline == "\r\n")

    def _end(self, node: yaml.Node) -> int:
        """Where the value ends, without the comments and blank lines that follow it."""
        return end_of(self.text, node)


def _kind(record: Record | None, key: str) -> Any:
    return next((one.kind for one in record.fields if one.key == key), None) if record else None


def _inner(record: Record | None, key: str) -> Record | None:
    kind = _kind(record, key)
    kind = kind.item if isinstance(kind, ListOf) else kind
    return kind if isinstance(kind, Record) else None


def _in_order(value: Any, record: Record | None) -> Any:
    """The value with its keys, and those inside, in the order of the grammar."""
    if isinstance(value, list):
        return [_in_order(one, record) for one in value]
    if not isinstance(value, Mapping) or record is None:
        return value
    known = [key for key in record.keys if key in value]
    others = [key for key in value if key not in record.keys]
    return {key: _in_order(value[key], _inner(record, key)) for key in (*known, *others)}
