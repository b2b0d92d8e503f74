"""What one conversion knows, on disk: a hundred thousand seeds need no more memory than ten.

The database is SQLite's own temporary file: nobody else sees it, and it is gone with the process.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import PurePath
from typing import Any

from plugins.digest.batch.convert_seed import Made, chain, unpack
from plugins.digest.batch.existing_articles import Known
from plugins.digest.model.article import Article, Finding

MEMORY_KB = 64_000
"""Of the database that is kept in memory; the rest is on disk."""

_SCHEMA = """
CREATE TABLE seed (      -- every file in seeds/ that may be one
  name TEXT PRIMARY KEY, -- printable
  file BLOB              -- path below seeds/, as the system has it
) WITHOUT ROWID;
CREATE TABLE known (     -- `shelf.Known`
  path TEXT PRIMARY KEY, seed TEXT, item TEXT, sha256 TEXT, sidecar TEXT, version TEXT, stems TEXT, slug TEXT,
  lang TEXT, status TEXT, date TEXT, modified TEXT, revision TEXT, embargo TEXT, variant_of TEXT, source TEXT,
  history INTEGER, size INTEGER, chain TEXT
);
CREATE INDEX known_seed ON known (seed, item);
CREATE INDEX known_slug ON known (slug);
CREATE INDEX known_sha256 ON known (sha256);
CREATE INDEX known_chain ON known (chain) WHERE chain != '';
CREATE TABLE made (      -- `work.Made` of each seed that was converted, and what was decided about it
  id INTEGER PRIMARY KEY, seed TEXT, sha256 TEXT, sidecar TEXT, position INTEGER, item TEXT, chain TEXT, title TEXT,
  slug TEXT, given INTEGER, lang TEXT, status TEXT, date TEXT, moment TEXT, revision INTEGER, embargo TEXT,
  picture TEXT, size INTEGER, sketch TEXT,
  known TEXT DEFAULT '',      -- path of the article that it replaces
  path TEXT DEFAULT '',       -- of the article, below content/articles
  aside TEXT DEFAULT '',      -- why it gives no article
  instead TEXT DEFAULT '',    -- seed of the article that stands for it
  template INTEGER DEFAULT 0, -- id of the article that it retracts; 0: `known`
  correction TEXT DEFAULT '', -- JSON: day and text
  src TEXT DEFAULT '',        -- of its picture, below content/
  twin TEXT DEFAULT '',       -- JSON: id or path of the article of which it is a variant
  notes TEXT DEFAULT '[]'     -- JSON: findings of ours
);
CREATE TABLE parcel (    -- what is large, apart from what is looked through
  made INTEGER PRIMARY KEY, packed BLOB
);
CREATE INDEX made_seed ON made (seed, position);
CREATE INDEX made_sha256 ON made (sha256, item);
CREATE INDEX made_chain ON made (chain) WHERE chain != '';
CREATE TABLE shingle (hash INTEGER, owner INTEGER);
CREATE INDEX shingle_hash ON shingle (hash);
CREATE TABLE claim (     -- slugs of a language, and files
  slug TEXT, lang TEXT, PRIMARY KEY (slug, lang)
) WITHOUT ROWID;
"""


class Ledger:
    """A conversion's tables. Rows are read by column name; every listing has an order."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.row_factory = sqlite3.Row
        self._base.executescript(f"PRAGMA cache_size = -{MEMORY_KB}; PRAGMA journal_mode = OFF;" + _SCHEMA)
        self._base.execute("BEGIN")

    def close(self) -> None:
        """Gives the file back to the system."""
        self._base.close()

    def rows(self, query: str, *values: Any) -> Iterator[sqlite3.Row]:
        """The rows that a query gives, read as they are asked for; what it changes must not be what it reads."""
        return self._base.execute(query, values)

    def one(self, query: str, *values: Any) -> sqlite3.Row | None:
        """The first row that a query gives."""
        row: sqlite3.Row | None = self._base.execute(query, values).fetchone()
        return row

    def count(self, table: str) -> int:
        """Rows of a table."""
        return int(self._base.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])  # noqa: S608  our own names

    def add_seed(self, name: str, file: PurePath) -> bool:
        """Lists a file of seeds/; False when another one has the same printable name."""
        found = self._base.execute("INSERT OR IGNORE INTO seed VALUES (?, ?)", (name, os.fsencode(file)))
        return found.rowcount == 1

    def has_seed(self, name: str) -> bool:
        """True when seeds/ holds a file of this name."""
        return self.one("SELECT 1 FROM seed WHERE name = ?", name) is not None

    def seeds(self) -> Iterator[tuple[str, PurePath]]:
        """Name and path of every file, by name."""
        for row in self.rows("SELECT name, file FROM seed ORDER BY name"):
            yield row["name"], PurePath(os.fsdecode(row["file"]))

    def file(self, name: str) -> PurePath:
        """Path of a seed below seeds/."""
        row = self.one("SELECT file FROM seed WHERE name = ?", name)
        return PurePath(os.fsdecode(row["file"]) if row else name)

    def put_known(self, known: Known) -> None:
        """Takes in an article that is there, in place of what was known at its path."""
        values = {name: getattr(known, name) for name in Known.__slots__}
        values["chain"] = chain(known.item, known.source, known.seed)
        self._insert("INSERT OR REPLACE INTO known", values)

    def add_made(self, seed: str, sha256: str, sidecar: str, made: Made) -> None:
        """Takes in an article as its seed gives it."""
        values = {"seed": seed, "sha256": sha256, "sidecar": sidecar}
        values |= {name: getattr(made, name) for name in Made.__slots__ if name not in ("lost", "packed")}
        number = self._insert("INSERT INTO made", values | {"sketch": json.dumps(made.sketch)})
        self._insert("INSERT INTO parcel", {"made": number, "packed": made.packed})

    def _insert(self, into: str, values: dict[str, Any]) -> int | None:
        columns, marks = ", ".join(values), ", ".join("?" * len(values))
        return self._base.execute(f"{into} ({columns}) VALUES ({marks})", tuple(values.values())).lastrowid

    def decide(self, made: int, *notes: Finding, **columns: Any) -> None:
        """Sets columns of an article that was made, and adds to its findings."""
        if notes:
            row = self.one("SELECT notes FROM made WHERE id = ?", made)
            old = json.loads(row["notes"]) if row else []
            columns["notes"] = json.dumps(old + [asdict(note) for note in notes])
        if columns:
            pairs = ", ".join(f"{name} = ?" for name in columns)
            self._base.execute(f"UPDATE made SET {pairs} WHERE id = ?", (*columns.values(), made))  # noqa: S608

    def set_aside(self, made: int, why: str, instead: str) -> None:
        """Decides that it gives no article, since another seed's stands for it."""
        self.decide(made, aside=why, instead=instead if self.has_seed(instead) else "")

    def change(self, query: str, *values: Any) -> None:
        """Runs a statement that gives no rows."""
        self._base.execute(query, values)

    def kept(self, condition: str = "TRUE") -> list[int]:
        """Ids of what was made and is not set aside, by seed and position."""
        query = f"SELECT id FROM made WHERE aside = '' AND {condition} ORDER BY seed, position"  # noqa: S608
        return [row["id"] for row in self.rows(query)]

    def converted(self) -> frozenset[str]:
        """Seeds that gave something in this round."""
        return frozenset(row["seed"] for row in self.rows("SELECT DISTINCT seed FROM made"))

    @staticmethod
    def notes(row: sqlite3.Row) -> tuple[Finding, ...]:
        """The findings that were added to one that was made."""
        return tuple(Finding(**note) for note in json.loads(row["notes"]))

    def made(self, number: int) -> sqlite3.Row:
        """The row of one that was made."""
        row = self.one("SELECT * FROM made WHERE id = ?", number)
        if row is None:
            raise KeyError(number)
        return row

    def article(self, number: int) -> tuple[Article, str]:
        """An article that was made, and its text."""
        row = self.one("SELECT packed FROM parcel WHERE made = ?", number)
        if row is None:
            raise KeyError(number)
        return unpack(row["packed"])

    def clear(self) -> None:
        """Forgets what was made and decided, for another round; what is known stays."""
        for table in ("made", "parcel", "shingle", "claim"):
            self._base.execute(f"DELETE FROM {table}")  # noqa: S608  our own names
