"""An editor's note as values: the words that it is on, what it says, and who stands for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from glose.digest.schema.source import Source

Kind = Literal[
    "context", "claim", "sic", "variant", "source", "followup", "translation", "correction", "rights"
]
Part = Literal["body", "caption", "title"]
Certainty = Literal["high", "medium", "low"]
Result = Literal["unverified", "confirmed", "contradicted", "mixed"]
Texts = Mapping[str, str]
"""The same text in several languages, by language tag."""

KINDS: tuple[str, ...] = get_args(Kind)
PARTS: tuple[str, ...] = get_args(Part)
CERTAINTIES: tuple[str, ...] = get_args(Certainty)
RESULTS: tuple[str, ...] = get_args(Result)
STATUSES = ("draft", "reviewed")
BEST = 5
"""The best of the ratings, of which 1 is the worst."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a text, and what stands around them (W3C TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    """What stands before; empty where the note does not say."""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """An editor's verdict, the only ground for structured data that search engines read as one."""

    value: int
    """From 1, the worst, to `BEST`."""
    says: Texts
    """The verdict in words, by language."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that somebody said, and what came of looking into it."""

    speaker: Texts
    """Who said it, by language."""
    result: Result
    reported_by: str = ""
    said: dt.date | None = None
    """When. Written as ``on``."""
    what: Texts = field(default_factory=dict)
    """What was said, in one sentence, by language."""
    found: Texts = field(default_factory=dict)
    """What was found, by language."""
    rating: Rating | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """One note of an article."""

    id: str
    kind: Kind
    on: Quotation
    body: Texts
    """Markdown by language."""
    by: str
    created: dt.date
    """A day, or a moment with its offset."""
    sources: tuple[Source, ...]
    part: Part = "body"
    """Where its words stand. Written as ``in``."""
    hint: int = 0
    """Number of the paragraph, from 1, between places that are alike; 0 for none."""
    modified: dt.date | None = None
    as_of: dt.date | None = None
    """The day on which it was last true to its sources."""
    review_after: dt.date | None = None
    certainty: Certainty | Literal[""] = ""
    claim: Claim | None = None
    status: str = "reviewed"
    line: int = field(default=0, compare=False)
    """Line of its file, from 1; 0 when it was not read from one."""

    @property
    def draft(self) -> bool:
        """True for a note that readers do not see yet."""
        return self.status == "draft"


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one article, as its file has them."""

    path: str
    slug: str
    """The article's."""
    lang: str
    """The article's language where the file's name has one; empty where the slug alone tells."""
    notes: tuple[Note, ...] = ()
