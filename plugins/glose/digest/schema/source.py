"""Where a fact comes from: the same four keys in an entry and in a note."""

from __future__ import annotations

from dataclasses import dataclass

from glose.digest.schema.kinds import PartialDay, Text, Web
from glose.digest.schema.record import Field, Record


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact of the entry or the note comes from."""

    title: str
    url: str
    publisher: str = ""
    date: str = ""
    """ISO 8601, to the day, month or year, as known: ``2016-02-22``, ``2016-02``, ``2016``."""


SOURCE = Record(
    "a source",
    (
        Field("title", Text(), "title of the page or book", required=True),
        Field("publisher", Text(), "who published it"),
        Field("date", PartialDay(), "where known: a day, a month or a year"),
        Field("url", Web(), "where to read it", required=True),
    ),
    Source,
)
