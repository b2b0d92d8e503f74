"""Seeds that have no article to show how they stand: older revisions, second deliveries, failed and unfinished ones.

Kept in ``content/.generated/seeds.jsonl``, one line a seed, and committed with the articles. Without it such a seed
would be converted again at every run, and what failed would be forgotten by everybody but the run that saw it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from glose.digest.batch import json_lines
from glose.digest.batch.folders import Folders
from glose.digest.model.errors import Fault

NAME = "seeds.jsonl"


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
        self.entries = {one.seed: one for one in json_lines.read(self.file, folders.name(self.file), _entry)}

    def put(self, entry: Entry) -> None:
        """Sets the entry of its seed."""
        self.entries[entry.seed] = entry

    def drop(self, seed: str) -> None:
        """Removes the entry of a seed, if there is one."""
        self.entries.pop(seed, None)

    def save(self, exists: Callable[[str], bool]) -> None:
        """Writes the entries of the seeds that exist, unless the file says the same. Raises `WriteError`."""
        kept = (asdict(entry) for _, entry in sorted(self.entries.items()) if exists(entry.seed))
        json_lines.save(
            self.file,
            ({key: value for key, value in one.items() if key != "faults" or value} for one in kept),
        )


def _entry(record: dict[str, Any]) -> Entry:
    return Entry(**record | {"faults": tuple(Fault(**fault) for fault in record.get("faults", ()))})
