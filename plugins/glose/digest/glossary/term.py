"""A glossary entry as values: what an editor wrote in one file, checked, and what can be asked of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from glose.digest.schema.source import Source as Source
from glose.digest.text.script import direction

TermType = Literal["org", "place", "event", "person", "community", "concept", "document", "agency"]
Role = Literal["pref", "alt", "hidden"]
Case = Literal["smart", "any", "exact", "acronym"]
Texts = Mapping[str, str]
"""The same text in several languages, by language tag."""

TYPES: tuple[str, ...] = get_args(TermType)
ROLES: tuple[str, ...] = get_args(Role)
CASES: tuple[str, ...] = get_args(Case)
NEAR_WINDOW = 25
"""Words before and after a name that count as near it, unless the entry says otherwise."""
ANY_LANGUAGE = ("", "mul", "und")
"""Tags of names that belong to no language, or to all."""


def base(lang: str) -> str:
    """The language of a BCP 47 tag without region or script: ``fr`` of ``fr-CA``; empty stays empty."""
    return lang.replace("_", "-").partition("-")[0].lower()


def in_force(since: dt.date | None, until: dt.date | None, on: dt.date | None) -> bool:
    """True when `on` lies in [since, until); an unknown date lies in every interval."""
    if isinstance(on, dt.datetime):
        on = on.date()
    return on is None or ((since is None or since <= on) and (until is None or on < until))


@dataclass(frozen=True, slots=True)
class Rules:
    """When a name counts as a mention. Written as ``match``."""

    case: Case = "smart"
    inflect: bool = False
    """True for common nouns and adjectives: plural and feminine forms are found too."""
    near: tuple[str, ...] = ()
    """One of these words must stand near; a final ``*`` leaves the end of the word open."""
    not_near: tuple[str, ...] = ()
    """None of these words may stand near."""
    within: int = NEAR_WINDOW
    """How many words before and after count as near."""
    priority: int = 0
    """Of two terms that claim the same words, the one with the higher number wins."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write the term."""

    text: str
    lang: str
    """BCP 47 tag of the name's language."""
    role: Role
    """``pref`` is shown, ``alt`` is found and listed, ``hidden`` is found and never shown (a slip)."""
    since: dt.date | None = None
    """First day on which the name was in use; None when open. Written as ``from``."""
    until: dt.date | None = None
    """First day on which it was no longer in use; None when open."""
    witness: str = ""
    """Where the form was seen."""
    rules: Rules | None = None
    """Rules of its own, instead of the entry's; None for the entry's. Written as ``match``."""
    line: int = field(default=0, compare=False)
    """Line of the entry's file, from 1; 0 when the term was not read from a file."""

    @property
    def dir(self) -> Literal["ltr", "rtl"]:
        """The direction in which the name is written."""
        return direction(self.lang)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with bounded gaps between them, found inside one sentence."""

    words: tuple[str, ...]
    """The fixed parts, each one or more words."""
    gaps: tuple[int, ...]
    """How many words at most may stand between two parts; one number fewer than `words`."""
    mark: Literal["whole", "head"] = "whole"
    """Which part of the text is marked: from the first word to the last, or the first fixed part alone."""
    lang: str = ""
    """Language of the articles in which the phrase is looked for; empty for all."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sense:
    """What the term meant in an interval of time."""

    since: dt.date | None = None
    """First day, inclusive. Written as ``from``."""
    until: dt.date | None = None
    """First day on which it no longer holds."""
    short: Texts = field(default_factory=dict)
    """The definition for the card and the lexicon, by language."""
    gloss: Texts = field(default_factory=dict)
    """Its first words for the margin, by language."""
    later: Texts = field(default_factory=dict)
    """What became of it after this sense, in one sentence, by language."""
    line: int = field(default=0, compare=False)

    @property
    def anchor(self) -> str:
        """Its id on the term's page, to which mentions lead: the same whatever other senses the entry gets."""
        return f"since-{self.since or 'always'}"


@dataclass(frozen=True, slots=True)
class Identifier:
    """The same thing in an outside register."""

    scheme: str
    """Name of the register: wikidata, geonames, iso3166_2."""
    id: str
    checked: dt.date | None = None
    how: str = ""
    """How it was checked."""

    @property
    def verified(self) -> bool:
        """True when the entry says when and how the identifier was checked."""
        return self.checked is not None and self.how != ""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact of the entry, for the timeline."""

    what: Texts
    """What happened, in one clause, by language."""
    source: str
    """Address of the source that bears it."""
    date: dt.date | None = None
    since: dt.date | None = None
    """First day of an interval, inclusive. Written as ``from``."""
    until: dt.date | None = None
    """First day after it."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Position:
    """Where a place lies, in degrees north and east (WGS 84)."""

    lat: float
    lon: float
    checked: dt.date
    how: str
    """Where it was looked up."""
    told: Texts = field(default_factory=dict)
    """The same for readers, by language."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Slugs of other terms."""

    part_of: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One dated change to the entry that a reader should know of."""

    date: dt.date
    what: Texts


@dataclass(frozen=True, slots=True)
class Term:
    """One glossary entry."""

    slug: str
    """The file's name without ``.md``; part of the URL."""
    type: TermType
    names: tuple[Name, ...]
    """In the order of the file."""
    senses: tuple[Sense, ...]
    """In order of time, disjoint."""
    sources: tuple[Source, ...]
    as_of: dt.date
    """The day on which the entry was last true to its sources."""
    status: Literal["draft", "reviewed"]
    rules: Rules = Rules()
    phrases: tuple[Phrase, ...] = ()
    """Written as ``patterns``."""
    events: tuple[Event, ...] = ()
    """In order of time."""
    position: Position | None = None
    same_as: tuple[Identifier, ...] = ()
    relations: Relations = Relations()
    review_after: dt.date | None = None
    contested: Texts = field(default_factory=dict)
    """Why the naming is disputed, by language; empty when it is not."""
    changes: tuple[Change, ...] = ()
    body: Texts = field(default_factory=dict)
    """The long entry as Markdown, by language."""
    path: str = field(default="", compare=False)
    """The entry's file as messages name it."""

    @property
    def timeless(self) -> bool:
        """True when the entry says the same of every day."""
        if len(self.senses) != 1 or self.senses[0].since or self.senses[0].until:
            return False
        return not any(name.since or name.until for name in self.names)

    def sense(self, on: dt.date | None) -> Sense | None:
        """The sense in force on that day. Without a day: the only sense, or None where there are several."""
        found = [sense for sense in self.senses if in_force(sense.since, sense.until, on)]
        return found[0] if len(found) == 1 else None

    def fragment(self, on: dt.date | None) -> str:
        """What opens its page at the sense in force on that day: ``#`` and its anchor; empty where none is meant."""
        sense = self.sense(on)
        return f"#{sense.anchor}" if sense else ""

    def definition(self, lang: str, on: dt.date | None) -> str | None:
        """The definition in that language as of that day; None where the entry has none."""
        sense = self.sense(on)
        return None if sense is None else in_language(sense.short, lang)

    def label(self, lang: str, on: dt.date | None = None) -> str:
        """The name to show, in `lang` as far as there is one.

        The first that exists of: the preferred name in `lang` in force on that day, the preferred name in
        `lang` of any day (the latest first), another shown name in `lang`; then the same of the names of all
        languages (``mul``), in English, in the other languages in the order of the file; the slug, should no
        name be fit to be shown.
        """
        shown = [name for name in self.names if name.role != "hidden"]
        for language in dict.fromkeys((base(lang), "mul", "en", *(base(name.lang) for name in shown))):
            own = [name for name in shown if base(name.lang) == language]
            preferred = [name for name in own if name.role == "pref"]
            current = [name for name in preferred if in_force(name.since, name.until, on)]
            latest = sorted(preferred, key=lambda name: name.since or dt.date.min, reverse=True)
            ranked: list[Name] = [*(current if on else ()), *latest, *own]
            if ranked:
                return ranked[0].text
        return self.slug


def in_language(texts: Texts, lang: str) -> str | None:
    """The text for that tag, else for its language without region; None where there is none."""
    return texts.get(lang) or texts.get(base(lang))


def text_in(texts: Texts, lang: str) -> tuple[str, str]:
    """The text in `lang`, else in the first language that it has; with its language."""
    found = in_language(texts, lang)
    return (found, lang) if found else next((text, own) for own, text in texts.items())
