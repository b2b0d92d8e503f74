"""The article as it travels from a seed to Markdown: frozen values, no behaviour beyond derived facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from typing import Literal

BlockKind = Literal["paragraph", "heading", "quote", "item", "code", "table"]
SET: frozenset[str] = frozenset({"code", "table"})
"""Kinds of blocks that are set in lines and columns: no prose, and the only ones that hold line breaks."""
Row = tuple[str, ...]
"""The cells of a table's row, plain text."""
DateSource = Literal["supplied", "metadata", "dateline", "unresolved"]
Status = Literal["published", "draft", "hidden", "withheld", "retracted"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block's text that is a link or is emphasised."""

    kind: Literal["link", "em", "strong"]
    start: int
    """First code point in the block's text."""
    end: int
    """One past the last code point."""
    href: str = ""
    """Where a link goes: http, https or mailto only; empty for emphasis."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body: a paragraph, subhead, quotation, list item, verbatim text or table."""

    kind: BlockKind
    text: str
    """Plain text, NFC, single spaces, no markup. Verbatim text and tables alone may hold line breaks."""
    level: int = 0
    """Heading level, 2 to 4; nesting depth of an item, from 0; 1 for a table whose first row names its columns;
    else 0."""
    ordered: bool = False
    """True for an item of a numbered list."""
    marks: tuple[Mark, ...] = ()
    """Links and emphasis inside the text, sorted by start, nested or disjoint."""
    rows: tuple[Row, ...] = ()
    """Of a table; its text is the same in aligned columns."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule saw and did: data for the report, the golden tests and ``--strict``."""

    rule: str
    """The rule's name, e.g. ``caption``."""
    text: str
    """The source text it speaks of, verbatim."""
    message: str = ""
    """What was done and why, for a person."""
    confidence: float = 1.0
    """0 to 1; ``--strict`` fails below `LOW_CONFIDENCE`."""
    dropped: bool = False
    """True where the text was left out of every field (a repeated standfirst, an advertisement)."""
    holds: bool = False
    """True where nobody should read the article before a person has looked: it becomes a draft, and `message`
    says why. A person who writes ``status: published`` into the Markdown or the sidecar has looked."""


KILL = "kill"
"""Rule name of the findings whose text takes a story back."""

LOW_CONFIDENCE = 0.5
"""Findings below this fail a strict conversion."""


@dataclass(frozen=True, slots=True)
class Image:
    """The article's picture, or what the seed says of a picture that did not come with it."""

    caption: str = ""
    credit: str = ""
    """Who made and owns the picture, as received: ``AP Photo/Name, File``."""
    archive: bool = False
    """True for a picture from the files: its date is not the article's."""
    src: str = ""
    """Path of the picture below content/, empty when no file came along."""
    alt: str = ""
    """Text alternative as received."""
    place: int | None = field(default=None, repr=False)
    """How many blocks of the body stand before it; None for the lead, and where nobody knows."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that the text mentions, resolved against the publication date."""

    text: str
    """The words, verbatim: ``depuis le 30 septembre``."""
    since: Date | None
    """First day of the interval, inclusive; None when open. Written as ``from``."""
    until: Date | None
    """Last day of the interval, inclusive; None when open."""
    rule: str
    """Name of the rule that resolved it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One dated change to the article that a reader should know of."""

    date: Date
    what: str


@dataclass(frozen=True, slots=True)
class Rights:
    """What may be shown of the text."""

    policy: Literal["full", "excerpt", "link"] = "full"
    holder: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SeedRef:
    """Which seed an article came from."""

    path: str
    """Path below seeds/, with forward slashes."""
    sha256: str
    """Hex digest of the seed's bytes."""
    item: str = ""
    """Identifier that the sender gave the item (guid, NewsItemId), shared by its revisions; empty when none."""
    sidecar: str = ""
    """Hex digest of the bytes of the seed's ``.meta.yaml``; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article. Everything the converter knows; what it does not know is empty, None or ()."""

    title: str = ""
    body: tuple[Block, ...] = ()
    """The text, without title, caption, credit, dateline and signature."""
    standfirst: str = ""
    """Lead text set apart by the source; written as ``summary``."""
    image: Image = field(default_factory=Image)
    images: tuple[Image, ...] = ()
    """Further pictures of the source with their captions and credits, in order; those whose file came along
    and whose place is known stand in the body of the Markdown."""
    byline: str = ""
    """As received: ``Par Nom Prénom, à Ville``."""
    authors: tuple[str, ...] = ()
    """Names of persons taken from the byline or the metadata."""
    dateline: str = ""
    """As received: ``Paris, 21 jan 2019 (AFP)``."""
    source: str = ""
    """The agency's or outlet's short code: AFP, AP, dpa."""
    source_url: str = ""
    date: Date | datetime | None = None
    """Publication date: a date (day precision), an aware datetime, or None when nobody knows."""
    date_source: DateSource = "unresolved"
    lang: str = ""
    """BCP 47 tag: fr, en, ar. Empty until a rule or the sidecar names it."""
    status: Status = "published"
    category: str = ""
    tags: tuple[str, ...] = ()
    slug: str = ""
    """ASCII; empty lets the writer derive it from the title."""
    rights: Rights | None = None
    dates_mentioned: tuple[DateMention, ...] = ()
    variant_of: str = ""
    """Slug of the article of which this is another outlet's printing."""
    revision: str = ""
    """Revision as the agency numbers it."""
    embargo_until: datetime | None = None
    modified: Date | datetime | None = None
    aliases: tuple[str, ...] = ()
    """Former URLs, site-relative, that lead here."""
    corrections: tuple[Correction, ...] = ()
    glossary: Mapping[str, object] = field(default_factory=dict)
    """The article's own glossary policy (skip, force, first), as given in the sidecar."""
    seed: SeedRef | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def caption(self) -> str:
        return self.image.caption

    @property
    def credit(self) -> str:
        return self.image.credit

    @property
    def archive_photo(self) -> bool:
        return self.image.archive

    @property
    def held(self) -> tuple[str, ...]:
        """Why this article waits for a person, one line a reason, in the order of the findings."""
        return tuple(dict.fromkeys(finding.message for finding in self.findings if finding.holds))

    @property
    def date_precision(self) -> Literal["day", "minute"] | None:
        if self.date is None:
            return None
        return "minute" if isinstance(self.date, datetime) else "day"
