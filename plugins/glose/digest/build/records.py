"""What is remembered of a file of content/: what the whole site asks of it, and what it takes to mark it again."""

from __future__ import annotations

from typing import Any

from glose.digest.check.links import Reference
from glose.digest.model.errors import Fault
from glose.digest.site.values import Article, Correction, Mentioned, Picture, Sheet, Value


class Told(Value, frozen=True):
    """A fault as it is remembered."""

    path: str
    line: int | None
    what: str
    todo: str

    @classmethod
    def of(cls, fault: Fault) -> Told:
        """To be remembered."""
        return cls(fault.path, fault.line, fault.what, fault.todo)

    @property
    def fault(self) -> Fault:
        """To be told."""
        return Fault(self.path, self.line, self.what, self.todo)


class Parsed(Value, frozen=True):
    """An article or page as its file alone makes it: read, rendered and set, not yet marked."""

    file: str
    """Below content/."""
    page: bool
    """True for a page of the editors' own."""
    slug: str
    lang: str
    status: str
    embargo: str
    """Moment before which it is not published, ISO 8601; empty for none."""
    title: str
    when: str
    precision: str
    date_source: str
    modified: str
    source: str
    standfirst: str
    category: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    variant_of: str
    aliases: tuple[str, ...]
    corrections: tuple[Correction, ...]
    mentioned: tuple[Mentioned, ...]
    minutes: int
    html: str
    picture: Picture | None
    byline: str
    dateline: str
    rights: dict[str, str]
    source_url: str
    revision: str
    seed: str
    sha256: str
    options: dict[str, Any]
    """The article's own policy for the glossary."""
    references: tuple[Reference, ...]


class Record(Value, frozen=True):
    """What the whole site asks of one file."""

    file: str
    sha: bytes
    """Fingerprint of its bytes."""
    page: bool
    slug: str
    slug_line: int | None
    lang: str
    shown: bool
    """False for a draft, and for what is withheld."""
    embargo: str
    day: str
    """Of its address, ISO 8601; empty for none."""
    when: str = ""
    """Its date, ISO 8601; empty for none."""
    due_line: int | None = None
    """Line of what says from when on it is published: of its embargo, else of its date."""
    aliases: tuple[tuple[str, int | None], ...] = ()
    references: tuple[Reference, ...] = ()
    picture: tuple[str, int | None] | None = None
    """File of its picture, and the line that names it."""
    options: dict[str, Any] = {}  # noqa: RUF012  msgspec copies it
    kept_back: tuple[str, ...] = ()
    """Files of the content that only what its rights keep back names."""
    problems: tuple[str, ...] = ()
    """What is wrong with the marks in it, as `annotate` tells."""
    article: Article | None = None
    told: bytes = b""
    """Fingerprint of the article without its text."""
    sheet: Sheet | None = None
    left_out: tuple[str, str] | None = None
    """Why it is not published though the rest is, and what to do: it costs more than a text may."""
    notes: bytes = b""
    """Fingerprint of the file of notes that it was marked with; empty for none."""
    lost: tuple[Told, ...] = ()
    """Its notes of which nobody can say where they belong."""
    moved: tuple[Told, ...] = ()
    """Its notes on words that changed, or that stand in other company: for an editor to look at."""


class TermRecord(Value, frozen=True):
    """What the whole site asks of an entry's file."""

    file: str
    slug: str
    fp: bytes
    """Of its `Whole`; empty for a draft that is not fit for use."""
    relations: tuple[tuple[str, str, int | None], ...]
    """Key, slug and line of each term that it names."""
    references: tuple[Reference, ...]


class NotesRecord(Value, frozen=True):
    """What the whole site asks of a file of notes."""

    file: str
    """Below content/."""
    sha: bytes
    """Fingerprint of its name and its bytes."""
    slug: str
    """Of the article that it is on."""
    lang: str
    """Of the article, where the name says so."""
    faults: tuple[Told, ...] = ()
    warnings: tuple[Told, ...] = ()
    references: tuple[Reference, ...] = ()
    """What the texts of its notes link to."""
