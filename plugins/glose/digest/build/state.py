"""What is remembered between builds: one SQLite file of sealed values, without code in it, safe to delete.

Every value stands behind its own checksum, so that a damaged file is noticed wherever it is damaged: `DamagedError` is
raised, and the build begins anew with an empty one.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from glose.digest.model.errors import DigestError, Fault
from glose.digest.site.value import Fingerprint, fingerprint, pack

Kind = TypeVar("Kind")
FORMAT = 3
"""Raised when the tables change."""
SYSTEM = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
)
"""What SQLite says when the system refuses; everything else is damage."""
WRONG = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What SQLite says, or Python that cannot read what SQLite says: the names of damaged tables are in it."""
MANY = 500
"""Values asked for in one statement: SQLite takes no more than some thousand marks."""
CACHE = 8_000
"""Kilobytes of the file kept in memory: the fingerprints of 10,000 articles' values, each of which is looked up."""
SCHEMA = """
create table if not exists meta(key text primary key, value blob) without rowid;
create table if not exists source(path text primary key, stamp blob, record blob, parsed blob, words blob)
without rowid;
create table if not exists value(fp blob primary key, data blob);
"""


class DamagedError(Exception):
    """The file does not hold what was written into it."""


def seal(data: bytes) -> bytes:
    """The data behind its checksum."""
    return fingerprint(data) + data


def unseal(data: object) -> bytes:
    """The data again; raises `DamagedError`."""
    if not isinstance(data, bytes) or fingerprint(bytes(data[12:])) != data[:12]:
        raise DamagedError
    return data[12:]


def mark_of(sealed: bytes) -> Fingerprint:
    """The fingerprint of the data behind a checksum: that is the checksum."""
    return sealed[:12]


def forget(file: Path) -> None:
    """Removes the file of a state, and the journal from which SQLite would mend the next one."""
    for one in (file, file.with_name(f"{file.name}-journal")):
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)  # which no build made
        else:
            one.unlink(missing_ok=True)


class State:
    """The file. Whatever SQLite or a checksum finds wrong comes out as `DamagedError`.

    A refusal of the system, a full disk say, is a `DigestError` that names the file.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        if file.is_dir() and str(file) != ":memory:":
            raise DamagedError
        file.parent.mkdir(parents=True, exist_ok=True)
        self._new = not file.exists()
        """Whether all that is in it was written by this process."""
        try:
            self._db = sqlite3.connect(file, isolation_level=None)
        except WRONG as error:
            raise self._why(error) from error
        try:
            self._db.execute("pragma synchronous=off")  # a power cut may damage it, which is noticed
            self._db.execute(f"pragma cache_size=-{CACHE}")
            self._db.executescript(SCHEMA)
        except WRONG as error:
            self._db.close()
            raise self._why(error) from error

    def _why(self, error: Exception) -> Exception:
        """A full or read-only disk is no damage; a file that only calls itself read-only is."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        free = all(os.access(one, os.W_OK) for one in (self.file, self.file.parent))
        if code not in SYSTEM or (code == sqlite3.SQLITE_READONLY and free):
            return DamagedError(str(error))
        todo = "mend that and run again; the file may be removed, and is made again"
        return DigestError(Fault(str(self.file), None, f"what builds remember: {error}", todo))

    def close(self) -> None:
        """Lets go of the file."""
        self._db.close()

    def run(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """One statement, and the rows that it finds."""
        try:
            return self._db.execute(statement, values).fetchall()
        except WRONG as error:
            raise self._why(error) from error

    def many(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """One statement for each row."""
        try:
            self._db.executemany(statement, rows)
        except WRONG as error:
            raise self._why(error) from error

    def begin(self) -> None:
        """What follows is written together, or not at all."""
        self.run("begin immediate")

    def commit(self) -> None:
        """Writes down what followed `begin`."""
        self.run("commit")

    def get(self, key: str, kind: type[Kind], default: Kind) -> Kind:
        """What was put there."""
        rows = self.run("select value from meta where key=?", key)
        return decode(unseal(rows[0][0]), kind) if rows else default

    def need(self, key: str, kind: type[Kind]) -> Kind:
        """What must have been put there; raises `DamagedError` where it was not."""
        rows = self.run("select value from meta where key=?", key)
        if not rows:
            raise DamagedError
        return decode(unseal(rows[0][0]), kind)

    def put(self, key: str, value: object) -> None:
        """Remembers a value."""
        self.run("replace into meta values(?,?)", key, seal(pack(value)))

    def keep(self, values: Iterable[tuple[Fingerprint, bytes]]) -> None:
        """Remembers packed values by their fingerprints."""
        self.many("insert or ignore into value values(?,?)", values)

    def packed(self, wanted: Iterable[Fingerprint]) -> dict[Fingerprint, bytes]:
        """Values by fingerprint, still packed. Raises `DamagedError` where one is missing."""
        names = list(dict.fromkeys(wanted))
        found: dict[Fingerprint, bytes] = {}
        for start in range(0, len(names), MANY):
            some = names[start : start + MANY]
            marks = ",".join("?" * len(some))
            for fp, data in self.run(f"select fp, data from value where fp in ({marks})", *some):  # noqa: S608
                if not self._new and fingerprint(data) != fp:
                    raise DamagedError
                found[fp] = data
        if len(found) < len(names):
            raise DamagedError
        return found

    def sweep(self, used: set[Fingerprint]) -> None:
        """Forgets the values that nothing names any more."""
        gone = [(fp,) for (fp,) in self.run("select fp from value") if fp not in used]
        self.many("delete from value where fp=?", gone)

    def rows(self, column: str, below: str = "") -> Iterator[tuple[str, bytes]]:
        """Path and one unsealed column of the sources, of those whose path begins so."""
        statement = f"select path, {column} from source where path >= ? and path < ? order by path"  # noqa: S608
        for path, data in self.run(statement, below, f"{below}\U0010ffff"):
            yield path, unseal(data)

    def cell(self, path: str, column: str) -> bytes:
        """One unsealed column of a source. Raises `DamagedError` where its row, which another look found, is not."""
        rows = self.run(f"select {column} from source where path=?", path)  # noqa: S608
        if not rows:
            raise DamagedError
        return unseal(rows[0][0])


def decode(data: bytes, kind: type[Kind]) -> Kind:
    """A packed value; raises `DamagedError` for one of another kind."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.msgpack.Decoder(kind)
    try:
        value: Kind = decoder.decode(data)
    except msgspec.DecodeError as error:
        raise DamagedError from error
    return value


_decoders: dict[Any, msgspec.msgpack.Decoder[Any]] = {}
