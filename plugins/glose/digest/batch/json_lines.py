"""What conversion remembers beside the articles: files of one JSON object a line, committed with them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from glose.digest.files import safe_read
from glose.digest.files.atomic import Stamp, current, write
from glose.digest.model.errors import DigestError, Fault

MAX_BYTES = 100_000_000

SUM = "crc32"
"""Key of an entry's checksum: a byte that has flipped is noticed. A line that a person has written needs none."""

Entry = TypeVar("Entry")


def read(file: Path, name: str, entry: Callable[[dict[str, Any]], Entry]) -> list[Entry]:
    """The entries of a file, none when it is not there. `name`: the file as the maintainer knows it.

    Raises `DigestError` when it cannot be understood.
    """
    data = safe_read.read(file, name, MAX_BYTES) if file.is_file() else b""
    entries = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        try:
            entries.append(entry(_checked(json.loads(line))))
        except (ValueError, TypeError, AttributeError):
            what, todo = (
                "is not an entry of the converter's",
                "take it from git again, or delete the line",
            )
            raise DigestError(Fault(name, number, what, todo)) from None
    return entries


def save(file: Path, records: Iterable[Mapping[str, Any]]) -> None:
    """Writes the records, unless the file says the same. Raises `WriteError`."""
    data = "".join(json.dumps({**record, SUM: _sum(record)}) + "\n" for record in records).encode()
    seen = Stamp.of(file)
    if data != (current(file) if seen else b""):
        write(file, data, seen)


def _checked(record: dict[str, Any]) -> dict[str, Any]:
    """The record without its checksum; raises `ValueError` when it is another one's."""
    if record.pop(SUM, None) not in (None, _sum(record)):
        raise ValueError(SUM)
    return record


def _sum(record: Mapping[str, Any]) -> str:
    return f"{crc32(json.dumps(record).encode()):08x}"
