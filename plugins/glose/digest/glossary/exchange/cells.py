"""A row of a table finds its place in an entry: paths of the grammar, and cells that become values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from glose.digest.glossary.record import opened
from glose.digest.schema.kinds import Flag, Kind, Number
from glose.digest.schema.node import nearest
from glose.digest.schema.record import ListOf, MapOf, Record, Texts

_STEP = re.compile(r"\.?([^.\[\]]+)|\[([0-9]{1,6})\]")
_SIGNS = re.compile(r"[%.\[\]]")


class MisplacedError(ValueError):
    """A row states what no entry has."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what, self.todo = what, todo


class Cells(dict[str, str]):
    """The cells of a row by column."""

    @staticmethod
    def column(key: str) -> str:
        """The column of a key; one that is called like the table's own gets a dot."""
        return f".{key}" if key in ("slug", "part") else key

    @staticmethod
    def quoted(key: str) -> str:
        """Somebody's key as a step of a path."""
        return _SIGNS.sub(lambda sign: f"%{ord(sign[0]):02X}", key) or "%"


def columns(kind: Kind, fixed: tuple[str, ...]) -> list[str]:
    """The columns of the keys that stand together in records, in the order of the grammar, beside `fixed`."""
    found: dict[str, None] = {}
    _gather(kind, found, top=True)
    return [column for column in found if column not in fixed]


def _gather(kind: Kind, found: dict[str, None], *, top: bool = False) -> None:
    kind = opened(kind)
    if isinstance(kind, ListOf | MapOf):
        _gather(kind.item, found)
    elif isinstance(kind, Record):
        for field in kind.fields:
            if not top and not isinstance(opened(field.kind), Record | ListOf | MapOf | Texts):
                found.setdefault(Cells.column(field.key))
            _gather(field.kind, found)


def steps(part: str) -> list[str | int]:
    """The keys and numbers of a path.

    >>> steps("senses[2].short"), steps("same_as.iso3166%2E2")
    (['senses', 2, 'short'], ['same_as', 'iso3166.2'])
    """
    found: list[str | int] = []
    at = 0
    for step in _STEP.finditer(part):
        if step.start() != at:
            break
        found.append(int(step[2]) if step[1] is None else "" if step[1] == "%" else unquote(step[1]))
        at = step.end()
    if not found or at != len(part):
        raise MisplacedError(f'a row states "{part}", which is nothing known', "parts are those of an export")
    return found


def put(kind: Kind, entry: dict[Any, Any], row: Cells) -> None:
    """Puts what the row states into the entry, whose lists are dictionaries by number until all is read.

    Raises `MisplacedError`.
    """
    part = row.pop("part", "")
    place = _Place(kind, {"": entry}, "", part)
    for step in steps(part):
        place = place.below(step)
    if isinstance(place.kind, ListOf):  # without a number: one more item
        place = place.below(max(place.held(), default=0) + 1)
    _state(place, {column: cell for column, cell in row.items() if cell})


class _Place:
    """Where in an entry something stands, whether it is there yet or not."""

    def __init__(self, kind: Kind, holder: dict[Any, Any], key: str | int, part: str) -> None:
        self.kind, self.holder, self.key, self.part = opened(kind), holder, key, part

    def held(self) -> dict[Any, Any]:
        """What stands there, which must hold something."""
        held = self.holder.setdefault(self.key, {})
        if not isinstance(held, dict):
            what = f'"{self.part}" is inside of something that is a text'
            raise MisplacedError(what, "keep one of the two")
        return held

    def below(self, step: str | int) -> _Place:
        """One step further; a list without a number is its last item."""
        if isinstance(self.kind, ListOf) and not isinstance(step, int):
            return self.below(max(self.held(), default=1)).below(step)
        if isinstance(self.kind, ListOf | MapOf):
            return _Place(self.kind.item, self.held(), step, self.part)
        fields = self.kind.fields if isinstance(self.kind, Record) else ()
        known = {field.key: field.kind for field in fields}
        if step not in known:
            todo = nearest(str(step), known) if known else "parts are those of an export"
            raise MisplacedError(f'a row states "{self.part}", which is nothing known', todo)
        return _Place(known[str(step)], self.held(), step, self.part)


def _state(place: _Place, cells: dict[str, str]) -> None:
    if isinstance(place.kind, Record):
        fields = {Cells.column(field.key): field for field in place.kind.fields}
        if "text" not in fields and list(cells) == ["text"]:  # one value instead of keys
            place.holder[place.key] = cells["text"]
            return
        _all_known(cells, fields, place.part)
        place.held().update((fields[at].key, value_of(fields[at].kind, cell)) for at, cell in cells.items())
    elif isinstance(place.kind, Texts):
        _all_known(cells, ("lang", "text"), place.part)
        place.held()[cells.get("lang", "")] = cells.get("text", "")
    else:
        _all_known(cells, ("text",), place.part)
        place.holder[place.key] = value_of(place.kind, cells.get("text", ""))


def _all_known(cells: dict[str, str], known: Iterable[str], part: str) -> None:
    for column in cells:
        if column not in known:
            todo = f"its columns are {', '.join(known)}"
            raise MisplacedError(f'"{part}" has something in the column "{column}"', todo)


def value_of(kind: Kind, cell: str) -> Any:
    """What a cell says; what is no number stays as it is, for the loader to name."""
    kind = opened(kind)
    if isinstance(kind, Flag):
        return {"true": True, "false": False}.get(cell.lower(), cell)
    if isinstance(kind, Number) and re.fullmatch(r"-?[0-9]{1,6}", cell):
        return int(cell) if kind.whole else float(cell)
    if isinstance(kind, Number) and not kind.whole and re.fullmatch(r"-?[0-9]{1,6}[.,][0-9]{1,12}", cell):
        return float(cell.replace(",", "."))
    return cell


def tidied(kind: Kind, value: Any) -> Any:
    """The entry with lists for its numbered items."""
    kind = opened(kind)
    if not isinstance(value, dict):
        return value
    if isinstance(kind, ListOf):
        return [tidied(kind.item, one) for _, one in sorted(value.items())]
    if isinstance(kind, MapOf):
        return {key: tidied(kind.item, one) for key, one in value.items()}
    if isinstance(kind, Record):
        kinds = {field.key: field.kind for field in kind.fields}
        return {key: tidied(kinds[key], one) for key, one in value.items()}
    return value
