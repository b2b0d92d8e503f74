"""What an entry's file may hold: each key once, read, written, checked, exported and documented from here."""

from __future__ import annotations

from typing import Any

from glose.digest.glossary.entry_names import check_event, check_name, check_sense
from glose.digest.glossary.entry_rules import PatternKind
from glose.digest.glossary.term import (
    CASES,
    NEAR_WINDOW,
    ROLES,
    TYPES,
    Change,
    Event,
    Identifier,
    Name,
    Position,
    Relations,
    Rules,
    Sense,
)
from glose.digest.schema.kinds import (
    Choice,
    Day,
    Flag,
    Lang,
    Link,
    Number,
    Text,
    Web,
)
from glose.digest.schema.record import Field, ListOf, MapOf, Record, Texts
from glose.digest.schema.source import SOURCE

GLOSS = 60
"""Characters of a gloss: two lines of the margin."""


def _single_spaced(text: str) -> str:
    """A name may be broken over lines in its file."""
    return " ".join(text.split())


FROM = Field("from", Day(), "first day, inclusive; absent when open", attr="since")
UNTIL = Field("until", Day(), "first day on which it no longer holds; absent when open")
WORDS = ListOf(Text(), single=True)
LINKS = ListOf(Link(), single=True)

MATCH = Record(
    "match",
    (
        Field(
            "case", Choice(CASES), "how much a capital counts: `smart` (default), `any`, `exact` or `acronym`"
        ),
        Field(
            "inflect",
            Flag(),
            "`true` for common nouns: plurals, feminines and cases are found too (fr, en, de, es, it, pt)",
        ),
        Field("near", WORDS, "one of these words must stand near; a final `*` leaves the word's end open"),
        Field("not_near", WORDS, "none of these words may stand near"),
        Field(
            "within",
            Number(1, 500),
            f"how many words are near, before and after: 1 to 500, default {NEAR_WINDOW}",
        ),
        Field(
            "priority",
            Number(-1000, 1000),
            "of two terms that claim the same words the higher wins; -1000 to 1000, default 0",
        ),
    ),
    Rules,
)


class _OwnRules(Record):
    """Rules of one name: written even where they are the usual ones, since they stand instead of the entry's."""

    def plain(self, value: Any) -> dict[str, Any]:
        return Record.plain(self, value) or {"case": "smart"}


NAME = Record(
    "a name",
    (
        Field("text", Text(tidy=_single_spaced), "the name", required=True),
        Field("lang", Lang(), "its language as a tag; `mul` for a name of all languages", required=True),
        Field(
            "role",
            Choice(ROLES),
            "`pref` is shown (one a language and day), `alt` is found and listed, `hidden` is found and never shown",
            required=True,
        ),
        FROM,
        UNTIL,
        Field("witness", Text(), "where the form was seen: slips should have one"),
        Field(
            "match",
            _OwnRules("match", MATCH.fields, Rules),
            "rules for this name alone, instead of the entry's",
            attr="rules",
        ),
    ),
    Name,
    check_name,
)
SENSE = Record(
    "a sense",
    (
        FROM,
        UNTIL,
        Field(
            "short",
            Texts(),
            "the definition by language, as the card shows it: 300 characters",
            required=True,
        ),
        Field("gloss", Texts(most=GLOSS), f"its first words for the margin, at most {GLOSS} characters"),
        Field("later", Texts(), "what became of it, one sentence; else the next sense's definition is shown"),
    ),
    Sense,
    check_sense,
)
EVENT = Record(
    "an event",
    (
        Field("date", Day(), "its day"),
        FROM,
        UNTIL,
        Field("what", Texts(bare=True), "what happened, in one clause", required=True),
        Field("source", Web(), "address of one of the entry's sources, which bears it", required=True),
    ),
    Event,
    check_event,
)

HEADER = Record(
    "the front matter",
    (
        Field(
            "type",
            Choice(TYPES),
            "what it is: `org`, `place`, `event`, `person`, `community`, `concept`, `document` or `agency`",
            required=True,
        ),
        Field("names", ListOf(NAME), "every way to write the term", required=True),
        Field(
            "match",
            MATCH,
            "when a name counts as a mention",
            attr="rules",
        ),
        Field(
            "patterns",
            ListOf(PatternKind()),
            "phrases with gaps: `first … last` (`…` is up to 6 words), `first {2} last` (up to 2; at most 30)",
            attr="phrases",
        ),
        Field("senses", ListOf(SENSE), "what the term meant, by date; senses never overlap", required=True),
        Field("events", ListOf(EVENT), "dated facts for the timeline"),
        Field(
            "position",
            Record(
                "the position",
                (
                    Field("lat", Number(-90, 90, whole=False), "degrees north", required=True),
                    Field("lon", Number(-180, 180, whole=False), "degrees east", required=True),
                    Field("checked", Day(), "the day on which it was checked", required=True),
                    Field("how", Text(), "where it was looked up", required=True),
                    Field("told", Texts(), "the same for readers, by language"),
                ),
                Position,
            ),
            "where a place lies, for the map",
        ),
        Field(
            "same_as",
            MapOf(
                Record(
                    "an identifier",
                    (
                        Field("id", Text(), "the identifier", required=True),
                        Field("checked", Day(), "the day on which it was checked"),
                        Field("how", Text(), "how it was checked"),
                    ),
                    short="id",
                ),
                lambda scheme, found: Identifier(scheme, **found),
                lambda identifier: (
                    identifier.scheme,
                    {"id": identifier.id, "checked": identifier.checked, "how": identifier.how},
                ),
            ),
            "identifiers in registers: `wikidata`, `geonames` …",
        ),
        Field(
            "relations",
            Record(
                "relations",
                (
                    Field("part_of", LINKS, "what it belongs to: one slug or a list"),
                    Field("replaced_by", LINKS, "what followed it"),
                    Field("see", LINKS, "what to read beside it"),
                ),
                Relations,
            ),
            "other entries",
        ),
        Field("sources", ListOf(SOURCE), "where the facts come from; at least one", required=True),
        Field("as_of", Day(), "the day on which the entry was last true to its sources", required=True),
        Field("review_after", Day(), "when to look again; `glossary.lint` says so"),
        Field(
            "status",
            Choice(("draft", "reviewed")),
            "`draft` or `reviewed`; an unfinished draft is left out, any other is used",
            required=True,
        ),
        Field("contested", Texts(bare=True), "why the naming is disputed; a text, or one a language"),
        Field(
            "changes",
            ListOf(
                Record(
                    "a change",
                    (
                        Field("date", Day(), "when", required=True),
                        Field("what", Texts(bare=True), "a text, or one a language", required=True),
                    ),
                    Change,
                )
            ),
            "what changed in the entry, shown on its page",
        ),
    ),
)
"""Every key of an entry, in the order in which it is written. The long entry stands below, by language."""
