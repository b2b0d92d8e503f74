"""Notes become the text of their file; what a person wrote there stays as it is, comments and order too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from glose.digest.notes.grammar import NOTE, plain
from glose.digest.notes.note import Note
from glose.digest.schema.lines import end_of

WIDTH = 110
"""Columns after which a long text goes on in the next line."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONG = re.compile(r"(?=.{70})\S+(?: \S+)+")
"""One long line with single spaces: what the folded style is sure to give back unchanged."""


class _Quoted(str):
    """A text between double quotes."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Block style, lists indented under their key, long texts folded, paragraphs as they are."""

    # The key `on` is a word here: nobody reads these files with YAML 1.1's guesses.
    yaml_implicit_resolvers = {  # noqa: RUF012  as PyYAML has it
        first: found for first, found in yaml.SafeDumper.yaml_implicit_resolvers.items() if first not in "oO"
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    if _DAY.fullmatch(text):
        return dumper.represent_scalar("tag:yaml.org,2002:timestamp", text)
    style = ">" if _LONG.fullmatch(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(
    _Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), '"')
)


def _dump(value: Any) -> str:
    text: str = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    return text


def _laid_out(values: Mapping[str, Any]) -> dict[str, Any]:
    """With the quotation between quotes."""
    return {
        key: _Quoted(one) if key == "on" and not _DAY.fullmatch(one) else one for key, one in values.items()
    }


def in_file_style(value: Any) -> str:
    """Some keys of a note, or a list, as a file of notes has them."""
    return _dump(_laid_out(value) if isinstance(value, Mapping) else value)


def note_text(note: Note | Mapping[str, Any]) -> str:
    """One item of the list. A mapping has the keys of a file: the start of a note, which may lack some."""
    values = plain(note) if isinstance(note, Note) else dict(note)
    ordered = {key: values[key] for key in NOTE.keys if key in values}
    return _dump([_laid_out(ordered)])


def appended(text: str, note: Note | Mapping[str, Any]) -> str:
    """The file's text with one more note at its end."""
    if text.strip() in ("", "[]"):
        return note_text(note)
    newline = "\r\n" if "\r\n" in text else "\n"
    column = nodes(text)[0].start_mark.column - 2 if nodes(text) else 0
    added = "".join(f"{' ' * max(0, column)}{line}\n" for line in note_text(note).splitlines())
    return text.rstrip() + newline * 2 + added.replace("\n", newline)


def changed(text: str, id: str, values: Mapping[str, Any]) -> str:
    """The file's text with other values for those keys of one note; all else stays, byte for byte.

    A value None takes the key away. Raises `LookupError` where there is no such note, or where it is written on one
    line.
    """
    for key, value in values.items():
        text = _changed(text, id, key, value)
    return text


def _changed(text: str, id: str, key: str, value: Any) -> str:
    item = next((one for one in nodes(text) if _value(one, "id") == id), None)
    if item is None:
        raise LookupError(f'there is no note "{id}"')
    if item.flow_style:
        raise LookupError(f'note "{id}" is written on one line')
    newline = "\r\n" if "\r\n" in text else "\n"
    column = item.value[0][0].start_mark.column
    written = "" if value is None else _dump(_laid_out({key: value})).rstrip("\n")
    written = written.replace("\n", f"{newline}{' ' * column}")
    written = re.sub(rf"{newline} +(?={newline}|$)", newline, written)
    for name, node in item.value:
        if name.value != key:
            continue
        start, end = name.start_mark.index, end_of(text, node)
        if written:
            return text[:start] + written + text[end:]
        start = text.rfind("\n", 0, start) + 1
        after = text.find("\n", end)
        return text[:start] + (text[after + 1 :] if after >= 0 else "")
    if not written:
        return text
    end = end_of(text, _before(item, key))
    after = text.find("\n", end)
    end = len(text) if after < 0 else after - (newline == "\r\n")
    return f"{text[:end]}{newline}{' ' * column}{written}{text[end:]}"


def _before(item: yaml.MappingNode, key: str) -> yaml.Node:
    """The value after which a new key belongs, by the order of the grammar."""
    order = {name: place for place, name in enumerate(NOTE.keys)}
    earlier = [node for name, node in item.value if order.get(name.value, 0) < order[key]]
    found: yaml.Node = (earlier or [item.value[-1][1]])[-1]
    return found


def nodes(text: str) -> list[yaml.MappingNode]:
    """The notes of a file, as YAML has them."""
    top = yaml.compose(text, Loader=yaml.SafeLoader)
    values = top.value if isinstance(top, yaml.SequenceNode) else []
    return [one for one in values if isinstance(one, yaml.MappingNode)]


def _value(item: yaml.MappingNode, key: str) -> str | None:
    return next((str(node.value) for name, node in item.value if name.value == key), None)
