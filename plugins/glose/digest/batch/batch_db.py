"""What one conversion knows, on disk: a hundred thousand seeds need no more memory than ten."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from glose.digest.batch.convert_seed import ConvertedArticle, unpack
from glose.digest.batch.existing_articles import ExistingArticle
from glose.digest.batch.table import Table, temporary
from glose.digest.model.article import Article, Finding

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
CREATE INDEX converted_slug ON converted (slug);
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


class BatchDb:
    """A conversion's tables."""

    def __init__(self) -> None:
        self._base = temporary()
        self._base.execute(f"PRAGMA cache_size = -{MEMORY_KB}")
        self.existing = Table(self._base, "existing", ExistingArticle)
        self.converted = Table(self._base, "converted", ConvertedArticle)
        for statement in _SCHEMA.split(";"):
            self._base.execute(statement)
        self.close = self._base.close

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
