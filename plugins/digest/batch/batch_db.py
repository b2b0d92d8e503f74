"""What one conversion knows, on disk: a hundred thousand seeds need no more memory than ten.

The database is SQLite's own temporary file: nobody else sees it, and it is gone with the process.
"""

from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from pathlib import PurePath
from typing import Any, Generic, TypeVar

from plugins.digest.batch.convert_seed import ConvertedArticle, unpack
from plugins.digest.batch.existing_articles import ExistingArticle
from plugins.digest.model.article import Article, Finding

MEMORY_KB = 64_000
"""Of the database that is kept in memory; the rest is on disk."""

_SCHEMA = """
CREATE TABLE seed (      -- every file in seeds/ that may be one
  name TEXT PRIMARY KEY, -- printable
  file BLOB              -- path below seeds/, as the system has it
) WITHOUT ROWID;
CREATE UNIQUE INDEX existing_path ON existing (path);
CREATE INDEX existing_seed ON existing (seed, item);
CREATE INDEX existing_slug ON existing (slug);
CREATE INDEX existing_sha256 ON existing (sha256);
CREATE INDEX existing_story ON existing (story) WHERE story != '';
CREATE INDEX converted_seed ON converted (seed, position);
CREATE INDEX converted_sha256 ON converted (sha256, item);
CREATE INDEX converted_story ON converted (story) WHERE story != '';
CREATE INDEX converted_replaces ON converted (replaces);
CREATE TABLE packed (    -- what is large, apart from what is looked through
  id INTEGER PRIMARY KEY, data BLOB
);
CREATE TABLE shingle (hash INTEGER, owner INTEGER);
CREATE INDEX shingle_hash ON shingle (hash);
CREATE TABLE adopted (   -- articles whose `seed:` a person has deleted, and what it said
  path TEXT, seed TEXT, item TEXT, sha256 TEXT, story TEXT
);
CREATE TABLE claim (     -- slugs of a language, and files
  slug TEXT, lang TEXT, PRIMARY KEY (slug, lang)
) WITHOUT ROWID;
"""
_PLAIN = ("str", "int", "bool", "int | None")
"""Types of fields that SQL has a word for; any other value is pickled."""

Row = TypeVar("Row")


class Table(Generic[Row]):
    """Frozen dataclasses of one kind, a column a field; `id` tells them apart."""

    def __init__(self, base: sqlite3.Connection, name: str, kind: type[Row]) -> None:
        self._base, self._name, self._kind = base, name, kind
        self._plain = {field.name: field.type in _PLAIN for field in fields(kind)}  # type: ignore[arg-type]
        columns = ", ".join("id INTEGER PRIMARY KEY" if one == "id" else one for one in self._plain)
        base.execute(f"CREATE TABLE {name} ({columns})")

    def add(self, row: Row) -> int | None:
        """Takes a row in, in place of one that it must not stand beside; its id."""
        values = {name: self._sql(name, getattr(row, name)) for name in self._plain if name != "id"}
        columns, marks = ", ".join(values), ", ".join("?" * len(values))
        into = f"INSERT OR REPLACE INTO {self._name} ({columns}) VALUES ({marks})"  # noqa: S608  our own names
        return self._base.execute(into, tuple(values.values())).lastrowid

    def find(self, condition: str = "TRUE", *values: Any, order: str = "id") -> Iterator[Row]:
        """The rows of which the SQL `condition` is true, read as they are asked for; meanwhile nothing may change."""
        query = f"SELECT * FROM {self._name} WHERE {condition} ORDER BY {order}"  # noqa: S608  our own conditions
        for row in self._base.execute(query, values):
            pairs = zip(self._plain.items(), row, strict=True)
            yield self._kind(**{name: one if plain else pickle.loads(one) for (name, plain), one in pairs})  # noqa: S301

    def first(self, condition: str, *values: Any, order: str = "id") -> Row | None:
        """The first of them."""
        return next(self.find(condition, *values, order=order), None)

    def get(self, number: int) -> Row:
        """The row of an id."""
        row = self.first("id = ?", number)
        if row is None:
            raise KeyError(number)
        return row

    def change(self, number: int, **values: Any) -> None:
        """Sets fields of a row."""
        pairs = ", ".join(f"{name} = ?" for name in values)
        packed = [self._sql(name, value) for name, value in values.items()]
        self._base.execute(f"UPDATE {self._name} SET {pairs} WHERE id = ?", (*packed, number))  # noqa: S608

    def _sql(self, name: str, value: Any) -> Any:
        return value if self._plain[name] else pickle.dumps(value, 5)


class BatchDb:
    """A conversion's tables."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript(f"PRAGMA cache_size = -{MEMORY_KB}; PRAGMA journal_mode = OFF;")
        self.existing = Table(self._base, "existing", ExistingArticle)
        self.converted = Table(self._base, "converted", ConvertedArticle)
        self._base.executescript(_SCHEMA)
        self._base.execute("BEGIN")

    def close(self) -> None:
        """Gives the file back to the system."""
        self._base.close()

    def rows(self, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives, read as they are asked for; what it changes must not be what it reads."""
        return self._base.execute(query, values)

    def change(self, query: str, *values: Any) -> int:
        """Runs a statement that gives no rows; how many it has changed."""
        return self._base.execute(query, values).rowcount

    def add_seed(self, name: str, file: PurePath) -> bool:
        """Lists a file of seeds/; False when another one has the same printable name."""
        return self.change("INSERT OR IGNORE INTO seed VALUES (?, ?)", name, os.fsencode(file)) == 1

    def has_seed(self, name: str) -> bool:
        """True when seeds/ holds a file of this name."""
        return any(self.rows("SELECT 1 FROM seed WHERE name = ?", name))

    def seeds(self) -> Iterator[tuple[str, PurePath]]:
        """Name and path of every file, by name."""
        for name, file in self.rows("SELECT name, file FROM seed ORDER BY name"):
            yield name, PurePath(os.fsdecode(file))

    def file(self, name: str) -> PurePath:
        """Path of a seed below seeds/."""
        return PurePath(os.fsdecode(next(self.rows("SELECT file FROM seed WHERE name = ?", name))[0]))

    def add_converted(self, row: ConvertedArticle, packed: bytes) -> None:
        """Takes in an article as its seed gives it."""
        self.change("INSERT INTO packed VALUES (?, ?)", self.converted.add(row), packed)

    def note(self, number: int, *findings: Finding) -> None:
        """Adds to the findings of an article."""
        self.converted.change(number, notes=(*self.converted.get(number).notes, *findings))

    def set_aside(self, number: int, why: str, instead: str) -> None:
        """Decides that it gives no article, since that of the seed `instead` stands for it."""
        self.converted.change(number, aside=why, instead=instead if self.has_seed(instead) else "")

    def kept(self, condition: str = "TRUE") -> list[int]:
        """Ids of what is not set aside, by seed and position."""
        query = f"SELECT id FROM converted WHERE aside = '' AND {condition} ORDER BY seed, position"  # noqa: S608
        return [number for (number,) in self.rows(query)]

    def article(self, number: int) -> tuple[Article, str]:
        """An article that was converted, and its text."""
        return unpack(next(self.rows("SELECT data FROM packed WHERE id = ?", number))[0])

    def clear(self) -> None:
        """Forgets what was converted and decided, for another round; what exists stays."""
        for table in ("converted", "packed", "shingle", "claim"):
            self.change(f"DELETE FROM {table}")  # noqa: S608  our own names
