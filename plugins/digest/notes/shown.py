"""Notes put on an article: a numbered mark after the words of each, and what pages show of it.

The text of the article stays what it is, letter for letter, but for the marks; no mark stands inside a link.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from plugins.digest.notes.anchor import find
from plugins.digest.notes.folded import Place, Text
from plugins.digest.notes.note import Claim, Note
from plugins.digest.notes.page import Page
from plugins.digest.schema.source import Source

Render = Callable[[str, str], str]
"""Markdown and its language to HTML."""
MARK = '<sup><a role="doc-noteref" href="#note-{0}" id="noteref-{0}">{0}</a></sup>'


@dataclass(frozen=True, slots=True)
class Shown:
    """One note as pages show it."""

    number: int
    """From 1, in the order in which the marks stand."""
    id: str
    kind: str
    part: str
    """Where its words stand: ``body``, ``caption`` or ``title``."""
    paragraph: int
    """The paragraph after which it belongs, from 0: that in which its words end."""
    quote: str
    """The words, as the page has them."""
    body: Mapping[str, str]
    """HTML by language."""
    by: str
    created: dt.date
    modified: dt.date | None
    as_of: dt.date | None
    certainty: str
    sources: tuple[Source, ...]
    claim: Claim | None
    draft: bool

    @property
    def changed(self) -> dt.date:
        """When it was last changed: the day of a dated block, and of the page that holds it."""
        return self.modified or self.created


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its notes."""

    html: Mapping[str, str]
    """By part, as given."""
    notes: tuple[Shown, ...]
    left: tuple[Note, ...] = ()
    """Those whose place is in doubt, which `note_faults` tells, or which an excerpt has cut off."""


def show(
    html: Mapping[str, str], notes: Iterable[Note], render: Render, *, drafts: bool = False
) -> Annotated:
    """The article with a mark for each note, and the notes.

    `html`: ``title``, ``caption`` and ``body``, those that there are, in the order of the page; marked mentions may
    stand in it. `render`: makes HTML of a note's text. `drafts`: True shows them too.
    """
    pages = {part: Page(text) for part, text in html.items()}
    texts = {part: Text(page.texts) for part, page in pages.items()}
    placed: list[tuple[tuple[int, int, int], Note, str, int]] = []
    left: list[Note] = []
    order = list(pages)
    for note in notes:
        if note.draft and not drafts:
            continue
        found = find(note.on, texts[note.part], note.hint).anchor if note.part in pages else None
        if found is None:
            left.append(note)
            continue
        place = pages[note.part].after(found.last, found.end)
        start = pages[note.part].paragraphs[found.paragraph].spans[found.start][0]
        quote = texts[note.part].words(Place(found.paragraph, found.start, found.last, found.end))
        placed.append(((order.index(note.part), place, start), note, quote, found.last))
    placed.sort(key=lambda one: one[0])
    marks: dict[str, list[tuple[int, int]]] = {part: [] for part in pages}
    shown: list[Shown] = []
    for number, ((_, place, _), note, quote, paragraph) in enumerate(placed, 1):
        marks[note.part].append((place, number))
        shown.append(_shown(number, note, quote, paragraph, render))
    return Annotated(
        {part: _marked(page.html, marks[part]) for part, page in pages.items()}, tuple(shown), tuple(left)
    )


def _marked(html: str, marks: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for place, number in marks:
        parts += (html[at:place], MARK.format(number))
        at = place
    return "".join((*parts, html[at:]))


def _shown(number: int, note: Note, quote: str, paragraph: int, render: Render) -> Shown:
    return Shown(
        number=number,
        id=note.id,
        kind=note.kind,
        part=note.part,
        paragraph=paragraph,
        quote=quote,
        body={lang: render(text, lang) for lang, text in note.body.items()},
        by=note.by,
        created=note.created,
        modified=note.modified,
        as_of=note.as_of,
        certainty=note.certainty,
        sources=note.sources,
        claim=note.claim,
        draft=note.draft,
    )
