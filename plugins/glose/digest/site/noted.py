"""Editors' notes as pages show them, and an article's text with their marks in it.

The text itself is kept without them: a mark is a place in its HTML, so that nothing that reads the text meets the
editors' words, and what a mark says is in the language of the page that shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from glose.digest.site.value import Value


class Said(Value, frozen=True):
    """A text in one of its languages."""

    text: str
    """Set for display."""
    lang: str


Texts = tuple[Said, ...]
"""The same text in several languages; one, where it has been chosen."""


def chosen(texts: Texts, langs: Iterable[str]) -> Texts:
    """The text in the first of these languages that there is, else in the first that it has."""
    known = {one.lang: one for one in texts}
    return next(((known[lang],) for lang in langs if lang in known), texts[:1])


class Cited(Value, frozen=True):
    """Where a fact of a note comes from."""

    name: str
    """Who published it, else its title; with its date where another source of the note has the same."""
    url: str
    date: str = ""
    """ISO 8601, to the day, month or year; empty where the name alone tells them apart."""


class Verdict(Value, frozen=True):
    """What an editor judged of a claim."""

    value: int
    best: int
    says: Texts


class Claimed(Value, frozen=True):
    """Who said something, who reported it, and what came of looking into it."""

    speaker: Texts
    reported_by: str
    said: date | None
    result: str
    """``unverified``, ``confirmed``, ``contradicted`` or ``mixed``."""
    what: Texts = ()
    found: Texts = ()
    verdict: Verdict | None = None


class Noted(Value, frozen=True):
    """One note on an article."""

    number: int
    """From 1, in the order of the marks."""
    id: str
    kind: str
    part: str
    """Where its mark stands: ``title``, ``caption`` or ``body``."""
    place: int
    """Of the mark, in the HTML of that part."""
    block: tuple[int, int]
    """The block in which it stands, in the same HTML: what the note is put after."""
    quote: str
    """The words that it is on."""
    body: Texts
    """What it says, HTML."""
    by: str
    """Who wrote it; empty where that is the house itself."""
    created: date
    changed: date
    as_of: date | None
    certainty: str
    """``high``, ``medium``, ``low``; empty where nobody says."""
    sources: tuple[Cited, ...]
    claim: Claimed | None = None
    draft: bool = False
    """True for one that readers do not see: shown to its editors alone."""

    @property
    def says(self) -> Said:
        """What it says, once a language has been chosen."""
        return self.body[0]

    @property
    def dated(self) -> bool:
        """True for what stands as a dated block after the article as well."""
        return self.kind in UPDATES


UPDATES = ("correction", "followup")
"""Kinds that tell what came after the article: readers may look for them by date."""


class Update(Value, frozen=True):
    """What a note tells that came after the article, as lists of changes have it."""

    date: date
    kind: str
    """One of `UPDATES`."""
    what: Texts
    """Plain text."""
    on: str
    """The words that the note is on: it may speak of them."""
    number: int
    """Of the note on the article's page."""
    id: str
    """Of the note, whatever its number becomes."""


def spoken(note: Noted, langs: Sequence[str]) -> Noted:
    """The note in the first of these languages that it has."""
    claim = note.claim
    if claim is not None:
        verdict = claim.verdict and replace(claim.verdict, says=chosen(claim.verdict.says, langs))
        claim = replace(
            claim,
            speaker=chosen(claim.speaker, langs),
            what=chosen(claim.what, langs),
            found=chosen(claim.found, langs),
            verdict=verdict,
        )
    return replace(note, body=chosen(note.body, langs), claim=claim)


def moved(notes: Iterable[Noted], before: str, after: str) -> tuple[Noted, ...]:
    """The notes on a text that somebody else has changed from `before` to `after`.

    One whose block is no longer what it was has its mark behind the text: its words are quoted, and it marks no others.
    """
    most = min(len(before), len(after))
    same = next((at for at in range(most) if before[at] != after[at]), most)
    rest = next((at for at in range(most - same) if before[-1 - at] != after[-1 - at]), most - same)
    shift, end = len(after) - len(before), len(after)

    def one(note: Noted) -> Noted:
        if note.part != "body" or note.block[1] <= same:
            return note
        if note.block[0] >= len(before) - rest:
            block = note.block[0] + shift, note.block[1] + shift
            return replace(note, place=note.place + shift, block=block)
        return replace(note, place=end, block=(end, end))

    return tuple(map(one, notes))


class Piece(NamedTuple):
    """A stretch of a text, and what stands after it."""

    html: str
    mark: Noted | None = None
    """The note whose mark stands there."""
    note: Noted | None = None
    """The note that stands there."""


_HOLD = "\x03"
"""A letter that no text holds, so that nobody can write what marks a place."""
_PLACE = re.compile(rf"<(a|details) {_HOLD}(\d+)></\1>")


def placed(html: str, notes: Iterable[Noted]) -> str:
    """The HTML of one part with places for the marks and notes on it, which `pieces` finds again.

    A block with marks, and the notes that stand after it, are one ``div`` of the class `pass`. A place is an empty
    element, so whoever works on the HTML meanwhile need know nothing of it.
    """
    parts: list[str] = []
    at = 0
    for (start, end), group in groupby(sorted(notes, key=_order), key=lambda one: one.block):
        own = list(group)
        parts += (html[at:start], '<div class="pass">')
        at = start
        for one in own:
            parts += (html[at : one.place], _place("a", one))
            at = one.place
        parts += (html[at:end], *(_place("details", one) for one in own), "</div>")
        at = end
    return "".join((*parts, html[at:]))


def marked(html: str, notes: Iterable[Noted]) -> str:
    """The same where a line holds the text: places for the marks alone."""
    parts: list[str] = []
    at = 0
    for one in sorted(notes, key=_order):
        parts += (html[at : one.place], _place("a", one))
        at = one.place
    return "".join((*parts, html[at:]))


def _order(one: Noted) -> tuple[tuple[int, int], int, int]:
    return one.block, one.place, one.number


def _place(tag: str, one: Noted) -> str:
    return f"<{tag} {_HOLD}{one.number}></{tag}>"


def pieces(html: str, notes: Iterable[Noted]) -> tuple[Piece, ...]:
    """The HTML cut at the places that it holds."""
    known = {one.number: one for one in notes}
    found: list[Piece] = []
    at = 0
    for place in _PLACE.finditer(html):
        one = known[int(place[2])]
        before = html[at : place.start()]
        found.append(Piece(before, mark=one) if place[1] == "a" else Piece(before, note=one))
        at = place.end()
    return (*found, Piece(html[at:]))
