"""Kinds that hold others: lists, texts by language, and records, which are the keys of a mapping."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any

from glose.digest.schema.kinds import LANG, Kind, Schema, Text
from glose.digest.schema.node import Node, Reading, nearest


def is_empty(value: Any) -> bool:
    """True for a value that is not written: a number says something, even nought."""
    return not value and (value is False or not isinstance(value, (int, float)))


@dataclass(frozen=True, slots=True)
class ListOf(Kind):
    """A list of one kind."""

    item: Kind
    single: bool = False
    """True where one value may stand for a list of one."""
    make: Callable[[Iterable[Any]], Any] = tuple
    """What the list is read as."""

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"list: {self.item.says}"

    def read(self, node: Node, where: str, reading: Reading) -> Any:
        if not isinstance(node.value, list):
            if self.single:
                found = self.item.read(node, where, reading)
                return None if found is None else self.make((found,))
            reading.fault(node, f"{where} is not a list", 'begin each item with "- "')
            return None
        items = (self.item.read(one, where, reading) for one in node.value if not one.empty)
        return self.make(item for item in items if item not in (None, ""))

    def plain(self, value: Any) -> list[Any]:
        return [plain for one in value if not is_empty(plain := self.item.plain(one))]

    def schema(self) -> Schema:
        return {"type": "array", "minItems": 1, "items": self.item.schema()}


@dataclass(frozen=True, slots=True)
class Texts(Kind):
    """One text in several languages."""

    bare: bool = False
    """True where a text without a language is in the site's."""
    most: int = 0
    """Characters of each; 0 for any number."""

    says = "text by language"

    def read(self, node: Node, where: str, reading: Reading) -> Mapping[str, str] | None:
        if self.bare and reading.lang and isinstance(node.value, str):
            return {reading.lang: node.value.strip()}
        if not isinstance(node.value, dict):
            reading.fault(node, f"{where} is not a mapping", "write it as {fr: …, en: …}")
            return None
        texts: dict[str, str] = {}
        for tag, one in node.value.items():
            if not LANG.fullmatch(tag):
                reading.fault(one, f'"{tag}" in {where} is no language', "write a language tag: fr, en, ar")
            elif not one.empty and (text := Text().read(one, f"{where}.{tag}", reading)):
                texts[tag] = text
                if self.most and len(text) > self.most:
                    what = f"{where}.{tag} has {len(text)} characters, more than {self.most}"
                    reading.fault(one, what, "shorten it")
        return texts

    def plain(self, value: Any) -> dict[str, str]:
        return dict(value)

    def schema(self) -> Schema:
        text = {"type": "string", "minLength": 1} | ({"maxLength": self.most} if self.most else {})
        tag = {"pattern": f"^{LANG.pattern}$"}
        return {"type": "object", "minProperties": 1, "propertyNames": tag, "additionalProperties": text}


@dataclass(frozen=True, slots=True)
class MapOf(Kind):
    """A mapping whose keys are anybody's: of registers, of words."""

    item: Kind
    make: Callable[[str, Any], Any] | None = None
    """Makes one item of its key and value; without it the whole is a dictionary."""
    split: Callable[[Any], tuple[str, Any]] = lambda item: item
    """Takes an item apart again."""

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"mapping: {self.item.says}"

    def read(self, node: Node, where: str, reading: Reading) -> Mapping[str, Any] | tuple[Any, ...] | None:
        if not isinstance(node.value, dict):
            reading.fault(node, f"{where} is not a mapping", "write it as key: value")
            return None
        read = ((key, self.item.read(one, key, reading)) for key, one in node.value.items() if not one.empty)
        found = {key: value for key, value in read if value is not None}
        return found if self.make is None else tuple(self.make(*pair) for pair in found.items())

    def plain(self, value: Any) -> dict[str, Any]:
        pairs = value.items() if isinstance(value, Mapping) else map(self.split, value)
        return {key: self.item.plain(one) for key, one in pairs}

    def schema(self) -> Schema:
        return {"type": "object", "minProperties": 1, "additionalProperties": self.item.schema()}


@dataclass(frozen=True, slots=True)
class Field:
    """One key: what it is called, what it may hold, and what it is for."""

    key: str
    kind: Kind
    doc: str
    """One sentence for the documentation."""
    required: bool = False
    attr: str = ""
    """The attribute of the made value, where it is not called like the key."""

    @property
    def name(self) -> str:
        return self.attr or self.key


@dataclass(frozen=True, slots=True)
class Record(Kind):
    """A mapping with known keys, made into one value."""

    name: str
    """With its article, as messages say it: ``a name``."""
    fields: tuple[Field, ...]
    make: Callable[..., Any] = dict
    """Called with the values by attribute, and with `line` where the made value has such a field."""
    check: Callable[[Any, Node, Reading], None] | None = None
    """Looks at the made value as a whole."""
    short: str = ""
    """The key that a bare value stands for, where one may."""
    known: Mapping[str, tuple[Kind, str]] = field(init=False, repr=False, compare=False)
    """By key its kind, and what it is called in the made value."""

    says = "keys"

    def __post_init__(self) -> None:
        known = {one.key: (one.kind, self._home(one)) for one in self.fields}
        object.__setattr__(self, "known", known)

    def read(self, node: Node, where: str, reading: Reading) -> Any:
        if self.short and not isinstance(node.value, dict):
            node = Node({self.short: node}, node.line)
        if not isinstance(node.value, dict):
            reading.fault(node, f"{self.name} is not a mapping", f"write keys: {', '.join(self.keys)}")
            return None
        values = self.values(node.value, where, reading)
        if not self.whole(node, node.value, values, reading):
            return None
        if _has_line(self.make):
            values["line"] = node.line or 0
        made = self.make(**values)
        if self.check is not None:
            self.check(made, node, reading)
        return made

    def whole(
        self, node: Node, nodes: Mapping[str, Node], values: Mapping[str, Any], reading: Reading
    ) -> bool:
        """True where nothing is missing that must be there; what nobody wrote is told as a gap."""
        whole = True
        for one in self.fields:
            if one.required and is_empty(value := values.get(self._home(one))):
                whole = False
                if (
                    one.key not in nodes
                    or nodes[one.key].empty
                    or (value is not None and not _holds(nodes[one.key]))
                ):
                    reading.gap(node, f'{self.name} has no "{one.key}"', "add it")
        return whole

    def values(self, nodes: Mapping[str, Node], where: str, reading: Reading) -> dict[str, Any]:
        """The values that are sound, by attribute; unknown keys and unsound values are told."""
        known = self.known
        found: dict[str, Any] = {}
        for key, node in nodes.items():
            if key not in known:
                reading.fault(node, f'unknown key "{key}" in {self.name}', nearest(key, known))
            elif not node.empty:
                kind, home = known[key]
                value = kind.read(node, _where(where, key), reading)
                if value is not None:
                    found[home] = value
        return found

    def _home(self, one: Field) -> str:
        """What a field is called in the made value."""
        return one.key if self.make is dict else one.name

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(one.key for one in self.fields)

    def plain(self, value: Any) -> dict[str, Any]:
        """The keys that say something, in the order of the grammar; what a key means anyway is not written."""
        defaults, is_made = _defaults(self.make), not isinstance(value, Mapping)
        found: dict[str, Any] = {}
        for one in self.fields:  # of every entry at each change of the glossary, so without detours
            got = getattr(value, one.name, None) if is_made else value.get(one.key)
            if one.required or not (is_empty(got) or got == defaults.get(one.name)):
                plain = one.kind.plain(got)
                if not is_empty(plain):
                    found[one.key] = plain
        return found

    def schema(self) -> Schema:
        required = [one.key for one in self.fields if one.required]
        found: Schema = {
            "type": "object",
            "additionalProperties": False,
            "properties": {one.key: {"description": one.doc} | one.kind.schema() for one in self.fields},
        }
        return found | ({"required": required} if required else {"minProperties": 1})


def documented(record: Record, before: str = "") -> Iterator[tuple[str, Field]]:
    """Every key with those inside it, as documentation names them: ``image``, ``image.caption``."""
    for one in record.fields:
        yield before + one.key, one
        kind = one.kind.item if isinstance(one.kind, ListOf | MapOf) else one.kind
        if isinstance(kind, Record):
            yield from documented(kind, f"{before}{one.key}.")


def _where(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


@cache
def _has_line(make: Any) -> bool:
    return is_dataclass(make) and any(one.name == "line" for one in fields(make))


@cache
def _defaults(make: Any) -> Mapping[str, Any]:
    return {one.name: one.default for one in fields(make)} if is_dataclass(make) else {}


def _holds(node: Node) -> bool:
    """Whether something stands in a list or mapping, though it may be unsound, which is told then."""
    items = node.value.values() if isinstance(node.value, dict) else node.value
    return not isinstance(items, str) and any(not one.empty for one in items)
