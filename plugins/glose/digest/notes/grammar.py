"""What a note may hold: each key once, read, written, checked and documented from here."""

from __future__ import annotations

import re
from typing import Any

from glose.digest.notes.note import (
    BEST,
    CERTAINTIES,
    KINDS,
    PARTS,
    RESULTS,
    STATUSES,
    Claim,
    Note,
    Quotation,
    Rating,
)
from glose.digest.schema.kinds import Choice, Day, Kind, Moment, Number, Slug, Text, scalar
from glose.digest.schema.node import Node, Reading
from glose.digest.schema.record import Field, ListOf, Record, Texts
from glose.digest.schema.source import SOURCE

LONGEST = 2000
"""Characters of a quotation: a long paragraph. Anchoring costs time for each."""
_LETTER = re.compile(r"\\[\\|]|.", re.S)


class Words(Kind):
    """A quotation with what stands around it: ``exact``, ``exact|suffix`` or ``prefix|exact|suffix``."""

    says = "quotation"

    def read(self, node: Node, where: str, reading: Reading) -> Quotation | None:
        found = scalar(node, where, reading, 'write it as "before|the words|after"')
        if found is None:
            return None
        parts = [""]
        for letter in _LETTER.findall(found):
            if letter == "|":
                parts.append("")
            else:
                parts[-1] += letter[-1]
        prefix, exact, suffix = parts if len(parts) == 3 else ("", *parts, "")[:3]
        if len(parts) > 3:
            reading.fault(node, f"{where} has {len(parts)} parts", r"write a bar of the text itself as \|")
        elif not re.search(r"\w", exact):
            reading.fault(node, f"{where} quotes no words", 'write it as "before|the words|after"')
        elif (most := max(map(len, (prefix, exact, suffix)))) > LONGEST:
            reading.fault(node, f"{where} has a part of {most:,} characters", "quote its first words alone")
        else:
            return Quotation(exact.strip(), prefix, suffix)
        return None

    def plain(self, value: Quotation) -> str:
        exact, prefix, suffix = (
            one.replace("\\", r"\\").replace("|", r"\|") for one in (value.exact, value.prefix, value.suffix)
        )
        if prefix:
            return f"{prefix}|{exact}|{suffix}"
        return f"{exact}|{suffix}" if suffix else exact


CLAIM = Record(
    "a claim",
    (
        Field("speaker", Texts(bare=True), "who said it, by language", required=True),
        Field("reported_by", Text(), "who reported it"),
        Field("on", Day(), "the day on which it was said", attr="said"),
        Field("what", Texts(bare=True), "what was said, in one sentence, by language"),
        Field(
            "result",
            Choice(RESULTS),
            "what came of looking into it: `unverified`, `confirmed`, `contradicted` or `mixed`",
            required=True,
        ),
        Field("found", Texts(bare=True), "what was found, by language"),
        Field(
            "rating",
            Record(
                "a rating",
                (
                    Field("value", Number(1, BEST), f"1, the worst, to {BEST}, the best", required=True),
                    Field("says", Texts(bare=True), "the verdict in words, by language", required=True),
                ),
                Rating,
            ),
            "an editor's verdict; only with it the page holds structured data of a fact check",
        ),
    ),
    Claim,
)


def check_note(note: Note, node: Node, reading: Reading) -> None:
    """What is wrong between the keys of a note."""
    if note.kind == "claim" and note.claim is None:
        reading.gap(node, f'note {note.id} is of the kind claim and has no "claim"', "say who said it")
    elif note.kind != "claim" and note.claim is not None:
        reading.fault(node, f"note {note.id} has a claim and is of the kind {note.kind}", "write kind: claim")
    days = [str(day)[:10] for day in (note.created, note.modified) if day]
    if days != sorted(days):
        reading.fault(node, f"note {note.id} was modified before it was created", "mend one of the two days")
    if note.review_after and note.as_of and note.review_after <= note.as_of:
        what = f"review_after ({note.review_after}) of note {note.id} is not after as_of ({note.as_of})"
        reading.warn(node, what, "set it later")


NOTE = Record(
    "a note",
    (
        Field("id", Slug(), "its name in this file: a-z, 0-9, hyphens", required=True),
        Field(
            "kind",
            Choice(KINDS),
            "`context`, `claim`, `sic`, `variant`, `source`, `followup`, `translation`, `correction` or `rights`",
            required=True,
        ),
        Field(
            "on",
            Words(),
            "the words that it is on, between what stands before and what stands after, with a bar at each end; "
            "the first part may be left out, or both",
            required=True,
        ),
        Field("in", Choice(PARTS), "where they stand: `body` (default), `caption` or `title`", attr="part"),
        Field(
            "hint",
            Number(1, 999_999),
            "number of their paragraph, from 1: decides between places that are alike",
        ),
        Field("body", Texts(), "what it says, Markdown by language", required=True),
        Field("by", Text(), "who wrote it", required=True),
        Field("created", Moment(), "when: a day, or a moment with its offset", required=True),
        Field("modified", Moment(), "when it was last changed"),
        Field("as_of", Day(), "the day on which it was last true to its sources"),
        Field("review_after", Day(), "when to look again; `notes.list` says so"),
        Field("certainty", Choice(CERTAINTIES), "how sure we are: `high`, `medium` or `low`"),
        Field("sources", ListOf(SOURCE), "where its facts come from; at least one", required=True),
        Field("claim", CLAIM, "who said what, and what was found; for the kind `claim`"),
        Field("status", Choice(STATUSES), "`draft` or `reviewed` (default); readers see no draft"),
    ),
    Note,
    check_note,
)
"""Every key of a note, in the order in which it is written."""


def plain(note: Note) -> dict[str, Any]:
    """The note as plain data, with the keys of its file."""
    return NOTE.plain(note)
