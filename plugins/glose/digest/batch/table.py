"""Frozen dataclasses in a table on disk: what a run knows of a hundred thousand seeds needs no memory."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Generic, TypeVar

_PLAIN = ("str", "int", "bool", "int | None", "Kind")
"""Types of fields that SQL has a word for; any other value is pickled, by this process for this process."""

Row = TypeVar("Row")


class Table(Generic[Row]):
    """Dataclasses of one kind, a column a field; `id` tells them apart."""

    def __init__(self, base: sqlite3.Connection, name: str, kind: type[Row]) -> None:
        self._base, self._name, self._kind = base, name, kind
        self._plain = {field.name: field.type in _PLAIN for field in fields(kind)}  # type: ignore[arg-type]
        columns = ("id INTEGER PRIMARY KEY" if one == "id" else one for one in self._plain)
        base.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
        given = [one for one in self._plain if one != "id"]
        into, marks = ", ".join(given), ", ".join("?" * len(given))
        self._add = f"INSERT OR REPLACE INTO {name} ({into}) VALUES ({marks})"  # noqa: S608  our own names
        self._given = tuple((one, self._plain[one]) for one in given)

    def add(self, row: Row) -> int | None:
        """Takes a row in, in place of one that it must not stand beside; its id."""
        values = [
            getattr(row, name) if plain else self._sql(name, getattr(row, name))
            for name, plain in self._given
        ]
        return self._base.execute(self._add, values).lastrowid

    def find(self, condition: str = "TRUE", *values: Any, order: str = "rowid") -> Iterator[Row]:
        """The rows of which the SQL `condition` is true, read as they are asked for; meanwhile nothing may change."""
        query = f"SELECT * FROM {self._name} WHERE {condition} ORDER BY {order}"  # noqa: S608  our own conditions
        for row in self._base.execute(query, values):
            pairs = zip(self._plain.items(), row, strict=True)
            yield self._kind(**{name: one if plain else pickle.loads(one) for (name, plain), one in pairs})  # noqa: S301

    def first(self, condition: str, *values: Any, order: str = "rowid") -> Row | None:
        """The first of them."""
        return next(self.find(condition, *values, order=order), None)

    def get(self, number: int) -> Row:
        """The row of an id."""
        return next(self.find("id = ?", number))

    def change(self, number: int, **values: Any) -> None:
        """Sets fields of a row."""
        pairs = ", ".join(f"{name} = ?" for name in values)
        packed = [self._sql(name, value) for name, value in values.items()]
        self._base.execute(f"UPDATE {self._name} SET {pairs} WHERE id = ?", (*packed, number))  # noqa: S608

    def _sql(self, name: str, value: Any) -> Any:
        return value if self._plain[name] else pickle.dumps(value, 5)


def temporary() -> sqlite3.Connection:
    """A database in a file of its own, which nobody else sees and which goes with the process."""
    base = sqlite3.connect("", isolation_level=None)
    base.executescript("PRAGMA journal_mode = OFF; BEGIN")
    return base
