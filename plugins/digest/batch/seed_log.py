"""Seeds that have no article to show how they stand: older revisions, second deliveries, failed and unfinished ones.

Kept in ``content/.generated/seeds.jsonl``, one line a seed, and committed with the articles. Without it such a seed
would be converted again at every run, and what failed would be forgotten by everybody but the run that saw it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from plugins.digest.batch.folders import Folders
from plugins.digest.files import safe_read
from plugins.digest.files.atomic import Stamp, write
from plugins.digest.model.errors import DigestError, Fault

NAME = "seeds.jsonl"
MAX_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known about a seed."""

    seed: str
    why: str
    """In one clause, for the report."""
    sha256: str = ""
    """Of the seed's bytes when that was found; empty for a seed that must be converted again."""
    sidecar: str = ""
    version: str = ""
    instead: str = ""
    """The seed, or the article, that stands for it; when that is gone, it is converted again."""
    faults: tuple[Fault, ...] = ()
    """Why it failed: told at every run until it is mended."""


class SeedLog:
    """The entries by seed; `save` writes them when they have changed."""

    def __init__(self, folders: Folders) -> None:
        """Reads the file, if there is one. Raises `DigestError` when it cannot be understood."""
        self.file = folders.generated / NAME
        self.entries: dict[str, Entry] = {}
        name = folders.name(self.file)
        data = safe_read.read(self.file, name, MAX_BYTES) if self.file.is_file() else b""
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            try:
                record = json.loads(line)
                faults = tuple(Fault(**fault) for fault in record.pop("faults", ()))
                self.put(Entry(**record, faults=faults))
            except (ValueError, TypeError, AttributeError):
                what, todo = (
                    "is not an entry of the converter's",
                    "take it from git again, or delete the line",
                )
                raise DigestError(Fault(name, number, what, todo)) from None

    def put(self, entry: Entry) -> None:
        """Sets the entry of its seed."""
        self.entries[entry.seed] = entry

    def drop(self, seed: str) -> None:
        """Removes the entry of a seed, if there is one."""
        self.entries.pop(seed, None)

    def save(self, exists: Callable[[str], bool]) -> None:
        """Writes the entries of the seeds that exist, unless the file says the same. Raises `WriteError`."""
        lines = [
            json.dumps({key: value for key, value in asdict(entry).items() if key != "faults" or value})
            + "\n"
            for _, entry in sorted(self.entries.items())
            if exists(entry.seed)
        ]
        seen = Stamp.of(self.file)
        data = "".join(lines).encode()
        if data != (self.file.read_bytes() if seen else b""):
            write(self.file, data, seen)
