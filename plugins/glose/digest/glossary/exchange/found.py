"""What a format finds in a file."""

from __future__ import annotations

from typing import NamedTuple

from glose.digest.glossary.record import Record


class Homeless(NamedTuple):
    """Something that a file says of an entry, and that no key of an entry holds."""

    what: str
    """Its name there: ``termNote partOfSpeech``."""
    value: str
    line: int | None = None


class Found(NamedTuple):
    """One entry, and where it stands."""

    record: Record
    line: int | None = None
    """Line of the file that was read, from 1; None where the format has none."""
    left: tuple[Homeless, ...] = ()
    """What of it has no home here."""
