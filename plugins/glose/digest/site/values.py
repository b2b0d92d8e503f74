"""What travels between the stages of a build: plain, frozen values that can be written down and compared.

A page may show what stands in its values and nothing else, so what it depends on is recorded by construction. What
is large (an article's text, an entry, a sentence) stands there as its fingerprint, and is fetched to render the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from glose.digest.glossary.term import Term
from glose.digest.site.noted import Noted, Update
from glose.digest.site.value import Fingerprint, Value, fingerprint, moment, pack

__all__ = [
    "ROOT", "Article", "Card", "Correction", "Entry", "Fingerprint", "LexiconEntry", "Line", "Link", "Mentioned",
    "Named", "Page", "Part", "Picture", "Sheet", "Text", "Value", "Whole", "fingerprint", "moment", "pack",
]  # fmt: skip


class Correction(Value, frozen=True):
    """A change to an article that a reader should know of."""

    date: date
    what: str


class Mentioned(Value, frozen=True):
    """A date that an article speaks of; both days inclusive, None when open."""

    text: str
    since: date | None
    until: date | None


class Named(Value, frozen=True):
    """A term that an article explains, by the name under which it does."""

    slug: str
    type: str
    name: str


READ = ("published", "hidden", "retracted")
"""Statuses of what readers can open; what has another one is shown to editors alone."""


class Article(Value, frozen=True):
    """An article as the whole site knows it; what only its own page and the feeds show is in its `Text`."""

    file: str
    """Below content/: ``articles/x.md``."""
    text: Fingerprint
    url: str
    """Below the site's root, ending in a slash."""
    lang: str
    title: str
    """Set for display, like every text here."""
    when: str
    """Publication: ISO 8601; a day is its midnight."""
    source: str
    standfirst: str
    """What lists, feeds and descriptions say of it: its own, or its first paragraph where that says as much."""
    category: str
    status: str
    """``published``, ``hidden`` or ``retracted``."""
    minutes: int
    slug: str
    precision: str
    """How exact `when` is: ``day``, ``minute``; empty when nobody says."""
    date_source: str
    modified: str
    """ISO 8601; empty for never."""
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    variant_of: str
    aliases: tuple[str, ...]
    corrections: tuple[Correction, ...]
    mentioned: tuple[Mentioned, ...]
    terms: tuple[Named, ...]
    """What it explains, in the order of first mention (text, then caption)."""
    lines: tuple[tuple[str, Fingerprint], ...]
    """Slug, and the `Line` in which the shown text first mentions it."""
    links: tuple[str, ...]
    """Files below content/ that it links to."""
    updates: tuple[Update, ...] = ()
    """What editors' notes tell that came after it: follow-ups and corrections, the oldest first."""
    annotations: Fingerprint = b""
    """Of its notes as Web Annotations, a file of its own; empty where it has none."""
    written: bool = False
    """True where its text holds what has a style of its own (`footnotes.styled`)."""

    @property
    def date(self) -> datetime:
        """When it was published."""
        return moment(self.when)

    @property
    def retracted(self) -> bool:
        """True for one of which the title and the corrections alone are shown."""
        return self.status == "retracted"

    @property
    def explained(self) -> int:
        """How many terms it explains."""
        return len(self.terms)

    @property
    def link(self) -> Link:
        """The article as others name it."""
        return Link(self.url, self.lang, self.title, self.when, self.source)


class Link(Value, frozen=True):
    """An article as others name it."""

    url: str
    lang: str
    title: str
    when: str
    source: str

    @property
    def date(self) -> datetime:
        """When it was published."""
        return moment(self.when)


class Card(Link, frozen=True):
    """An article as a list shows it."""

    standfirst: str
    category: str
    status: str
    minutes: int
    explained: int
    translations: tuple[tuple[str, str], ...]
    """Language and address of the same piece in other languages."""


class LexiconEntry(Value, frozen=True):
    """A term as an article's reader meets it."""

    slug: str
    type: str
    name: str
    """Preferred name in the article's language on the article's date."""
    lang: str
    """Language of name and definition: the article's, or the site's where the entry lacks it."""
    native: tuple[tuple[str, str, str], ...]
    """Preferred names in other scripts: text, language, direction."""
    definition: str
    """As of the article's date; plain text, set for display."""
    gloss: str
    """The same in a few words for the margin, where the entry has them."""
    later: str
    """What became of it after the article's day, where the entry tells."""
    url: str
    """Of the term's page, below the site's root."""
    anchor: str
    """What opens that page at the sense of that day (`Term.fragment`)."""
    form: str
    """The words by which the article names it first."""


class Picture(Value, frozen=True):
    """The picture of an article, or what is known of one that did not come with it."""

    src: str = ""
    """Below the site's root; empty for one that is not there."""
    alt: str = ""
    caption: str = ""
    """HTML, with its mentions."""
    credit: str = ""
    archive: bool = False


class Text(Value, frozen=True):
    """What only the own page of an article (or of an editors' page) shows, and the feeds."""

    html: str
    """With links on its mentions. Addresses below the site's root begin with `ROOT`, links to other files of the
    content stand as ``{filename}…`` until the page is rendered."""
    lexicon: tuple[LexiconEntry, ...]
    picture: Picture | None = None
    byline: str = ""
    dateline: str = ""
    holder: str = ""
    """Who owns the text."""
    note: str = ""
    """Terms of use, for people."""
    shown: str = "full"
    """``full``, ``excerpt`` or ``link``: what of the text is shown."""
    source_url: str = ""
    revision: str = ""
    seed: str = ""
    sha256: str = ""
    """Of the file that it was made from, `seed`."""
    standfirst: str = ""
    """What stands above the text; empty for none, and for one that says nothing else (`repeated`)."""
    repeated: bool = False
    notes: tuple[Noted, ...] = ()
    """The editors' notes on what is shown of it, in the order of their marks; `html` has none of them in it."""


class Sheet(Value, frozen=True):
    """A page of the editors' own: content/pages/*.md."""

    file: str
    text: Fingerprint
    url: str
    lang: str
    title: str
    standfirst: str
    slug: str
    when: str
    """ISO 8601; empty for none."""
    terms: tuple[Named, ...]
    links: tuple[str, ...]
    written: bool = False
    """As an article's."""
    status: str = "published"
    aliases: tuple[str, ...] = ()
    """Former addresses that lead here."""

    @property
    def date(self) -> datetime | None:
        """The day as of which it is true."""
        return moment(self.when) if self.when else None


class Line(Value, frozen=True):
    """A mention in its context (KWIC): plain text, as displayed."""

    before: str
    words: str
    after: str


class Whole(Value, frozen=True):
    """An entry of the glossary, with its long texts as HTML by language."""

    term: Term
    bodies: dict[str, str]


class Entry(NamedTuple):
    """A term as the whole site knows it."""

    fp: Fingerprint
    """Of its `Whole`."""
    term: Term
    links: tuple[str, ...] = ()
    """Files below content/ that its long texts link to."""


class Page(Value, frozen=True):
    """One file of the site."""

    path: str
    """Below the site's root."""
    template: str
    """A template of the theme (``article.html``), or the name of a writer (``atom``)."""
    lang: str
    """The edition's language, in which the interface speaks."""
    address: str
    """Its own, below the site's root: the path without ``index.html``."""
    alternates: tuple[tuple[str, str], ...]
    """Language and address of its versions, itself included."""
    values: dict[str, Any]
    """What it may show: plain data and values of this module, fingerprints in the place of what is large."""
    needs: tuple[Fingerprint, ...] = ()
    """Of what is fetched when it is rendered."""


class Part(NamedTuple):
    """Pages that change together: made only when what they are made from has another fingerprint."""

    name: str
    """The same in every build, and of no other part."""
    key: Fingerprint
    """Of everything that decides what the pages are and show."""
    make: Callable[[], Iterable[Page]]


ROOT = "\x02"
"""Stands before addresses below the site's root, until a page that knows the way there is rendered."""
