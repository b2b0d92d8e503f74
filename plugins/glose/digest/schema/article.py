"""The header of an article, and of the sidecar beside a seed. `HEADER` is the only list of their keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from glose.digest.former import wrong
from glose.digest.model.errors import Fault
from glose.digest.schema.kinds import Choice, Day, Flag, Form, Moment, Slug, Text, Web
from glose.digest.schema.node import Node, Reading
from glose.digest.schema.record import Field, ListOf, MapOf, Record
from glose.digest.text.clean import line

LINE = Text(tidy=line)
LINES = ListOf(LINE, make=list)
LANGUAGE = Form("a language tag", r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "write it like fr, en or pt-BR", line)
PATH = Form(
    "a path below content/",
    r"(?!/)(?!.*(?:^|/)\.\.?(?:/|$))[^\\{}|:\s][^\\{}|:]*",
    "write it like images/name.jpg",
    line,
)


class Former(Form):
    """A former address of an article."""

    def read(self, node: Node, where: str, reading: Reading) -> str | None:
        found = super().read(node, where, reading)
        if found and (fault := wrong(found)):
            reading.fault(node, *fault)
            return None
        return found


ADDRESS = Former(
    "an address of this site",
    r"/(?!/)(?!.*(?:^|/)\.\.(?:/|$))[^\\\s<>\"{}|?#]*",
    "write it like /2016/03/15/slug/",
    line,
)
SHA256 = Form("a SHA-256", r"[0-9a-f]{64}", "leave this key to the converter")

HEADER = Record(
    "the header",
    (
        Field("title", LINE, "the headline, as received", required=True),
        Field(
            "date",
            Moment(),
            "when it was published: ISO 8601 with offset, or a day, written as 00:00 in the site's `TIMEZONE`",
        ),
        Field(
            "date_precision",
            Choice(("day", "minute", "second", "month", "year")),
            "`minute` shows the time, `day` does not; `second`, `month` and `year` are allowed by hand",
        ),
        Field(
            "date_source",
            Choice(("supplied", "metadata", "dateline", "unresolved")),
            "`supplied`, `metadata`, `dateline` or `unresolved` (see above); the page says which",
        ),
        Field(
            "slug",
            Slug(),
            "last part of the address: a-z, 0-9, hyphens; one slug in two languages makes translations",
            required=True,
        ),
        Field("lang", LANGUAGE, "BCP 47 tag; `und` when nobody knows", required=True),
        Field("category", LINE, "one section"),
        Field("tags", LINES, "list of texts"),
        Field("summary", LINE, "the standfirst, plain text", attr="standfirst"),
        Field("authors", LINES, "names of persons"),
        Field("source", LINE, "the agency's or outlet's short code; `RIGHTS` goes by it"),
        Field("source_url", Web(), "where it was published, `http` or `https`"),
        Field("byline", LINE, "as received"),
        Field("dateline", LINE, "as received"),
        Field(
            "image",
            Record(
                "the image",
                (
                    Field("caption", LINE, "as received"),
                    Field("credit", LINE, "who made and owns it, as received"),
                    Field(
                        "archive",
                        Flag(),
                        "`true` for a picture from the files: its date is not the article's",
                    ),
                    Field("src", PATH, "its file, below `content/`"),
                    Field("alt", LINE, "text alternative"),
                ),
            ),
            "the picture, or what the seed says of one that did not come with it",
        ),
        Field(
            "status",
            Choice(("published", "draft", "hidden", "withheld", "retracted")),
            "`published`, `draft`, `hidden`, `withheld` or `retracted` "
            "([what each does](../converting.md#status-revisions-embargoes))",
            required=True,
        ),
        Field(
            "held",
            LINES,
            "why it waits or is withheld, one line a reason; `status: published`, once you looked, is remembered",
        ),
        Field(
            "rights",
            Record(
                "the rights",
                (
                    Field(
                        "policy",
                        Choice(("full", "excerpt", "link")),
                        "`full`, `excerpt` or `link` ([what they show](../site.md#rights))",
                    ),
                    Field("holder", LINE, "who owns the text"),
                    Field("note", LINE, "terms, for people"),
                ),
            ),
            "what may be shown; wins over `RIGHTS`",
        ),
        Field(
            "dates_mentioned",
            ListOf(
                Record(
                    "a date",
                    (
                        Field("text", LINE, "the words", required=True),
                        Field("from", Day(), "first day, inclusive; absent when open", attr="since"),
                        Field("until", Day(), "last day, inclusive; absent when open"),
                        Field("rule", LINE, "the rule that resolved it; `supplied` from a sidecar"),
                    ),
                ),
                make=list,
            ),
            "list, as in the table above",
        ),
        Field("variant_of", Slug(), "slug of the article of which this is another outlet's printing"),
        Field("revision", LINE, "the sender's number of this version"),
        Field("embargo_until", Moment(day=False), "moment with offset before which it is not published"),
        Field(
            "aliases",
            ListOf(ADDRESS, make=list),
            "former addresses that lead here, such as `/2016/03/14/slug/`",
        ),
        Field("modified", Moment(), "when this version was made"),
        Field(
            "corrections",
            ListOf(
                Record(
                    "a correction",
                    (
                        Field("date", Day(), "day", required=True),
                        Field("what", LINE, "one sentence", required=True),
                    ),
                ),
                make=list,
            ),
            "list of changes that a reader should know of; shown on the page and under `/corrections/`",
        ),
        Field(
            "glossary",
            Record(
                "the glossary's policy",
                (
                    Field("skip", LINES, "slugs of terms that are not marked"),
                    Field("force", MapOf(LINE), "words and the slug of the term that they mean here"),
                    Field("first", Choice(("article", "section", "all")), "`article`, `section` or `all`"),
                ),
            ),
            "this article's own policy ([its keys](../glossary.md#policy))",
        ),
        Field(
            "brought",
            Record(
                "what was brought",
                (
                    Field(
                        "by",
                        Choice(("hugo", "jekyll", "pelican", "wordpress")),
                        "the program that it comes from",
                    ),
                    Field("id", LINE, "what that program knows it by: a path, an address"),
                    Field("kept", MapOf(LINE), "its fields that have no home here, a text or JSON each"),
                ),
            ),
            "where it was brought from ([how](../how/bring-articles.md)); "
            "an import knows it by this, and writes no other",
        ),
        Field(
            "seed",
            Record(
                "the seed",
                (
                    Field("path", LINE, "below `seeds/`", required=True),
                    Field("sha256", SHA256, "of the seed's bytes", required=True),
                    Field(
                        "item", LINE, "the sender's identifier of the item, or `#2` for the second of several"
                    ),
                    Field("sidecar", SHA256, "SHA-256 of the sidecar, if there was one"),
                ),
            ),
            "what it was made from; only the converter writes this",
        ),
        Field(
            "converter",
            Record(
                "the converter",
                (
                    Field("version", LINE, "raised when the same seed would give other Markdown"),
                    Field(
                        "sha256", SHA256, "of the file without this key: tells whether a person has edited it"
                    ),
                ),
            ),
            "what made it; only the converter writes this",
        ),
    ),
)

FIELDS: Mapping[str, Field] = {one.key: one for one in HEADER.fields}
"""Every key of an article's header, in the order in which it is written."""

REQUIRED = tuple(one.key for one in HEADER.fields if one.required)
UNPUBLISHED = frozenset({"draft", "withheld"})
"""Statuses of which no build makes a page."""
DATED = frozenset({"published", "hidden", "retracted"})
"""Status words that put an article at an address, which has its date in it."""

MACHINE = ("held", "brought", "seed", "converter")
"""Keys that only the converter writes: a sidecar may not hold them."""


def read_fields(nodes: Mapping[str, Node], path: str) -> tuple[dict[str, Any], list[Fault]]:
    """The typed fields of a header, and everything that is wrong with it; empty values count as absent."""
    reading = Reading(path)
    fields = HEADER.values(nodes, "", reading)
    return fields, reading.faults + reading.gaps


def missing(fields: Mapping[str, Any], *, dated: bool = True) -> Iterator[tuple[str, str]]:
    """Required keys that are absent, each with what to write."""
    for key in REQUIRED:
        if not fields.get(key):
            yield key, f"add `{key}:` to the header"
    if dated and "date" not in fields and fields.get("status") in DATED:
        yield "date", "add `date: 2016-03-15`, or `status: draft` while nobody knows it"
