"""What a format finds in a file."""

from __future__ import annotations

from typing import NamedTuple

from glose.digest.glossary.record import Record


class Found(NamedTuple):
    """One entry, and where it stands."""

    record: Record
    line: int | None = None
    """Line of the file that was read, from 1; None where the format has none."""
