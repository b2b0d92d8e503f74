"""Notes put on an article: where the mark of each stands in its HTML, and what pages show of it.

The text of the article stays what it is, letter for letter; no mark stands inside a link.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from glose.digest.notes.anchor import find
from glose.digest.notes.folded import Place, Text
from glose.digest.notes.note import Claim, Note
from glose.digest.notes.page import Page
from glose.digest.schema.source import Source

Render = Callable[[str, str], str]
"""Markdown and its language to HTML."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One note as pages show it."""

    number: int
    """From 1, in the order in which the marks stand."""
    id: str
    kind: str
    part: str
    """Where its words stand: ``body``, ``caption`` or ``title``."""
    place: int
    """Of its mark in the HTML of that part: right after its words, or after the link that they end in."""
    block: tuple[int, int]
    """The outermost block in which the mark stands, or the stretch between two: what the note is put after."""
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
    """The notes of an article."""

    notes: tuple[Shown, ...]
    left: tuple[Note, ...] = ()
    """Those whose place is in doubt, which `note_faults` tells, or which stand on what is not shown."""


def show(
    html: Mapping[str, str],
    notes: Iterable[Note],
    render: Render,
    *,
    drafts: bool = False,
    within: Mapping[str, int] | None = None,
) -> Annotated:
    """The notes that readers see, in the order of their marks.

    `html`: ``title``, ``caption`` and ``body``, those that there are, in the order of the page; marked mentions may
    stand in it. `render`: makes HTML of a note's text. `drafts`: True shows them too. `within`: how much of each part
    is shown, from its beginning, where that is not all of it: words are sought in the whole, or those of a passage
    that was cut would be found in another.
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
        if place > (within or {}).get(note.part, len(html[note.part])):
            left.append(note)
            continue
        start = pages[note.part].paragraphs[found.paragraph].spans[found.start][0]
        quote = texts[note.part].words(Place(found.paragraph, found.start, found.last, found.end))
        placed.append(((order.index(note.part), place, start), note, quote, found.last))
    placed.sort(key=lambda one: one[0])
    shown = (
        _shown(number, note, place, pages[note.part].block(place), quote, paragraph, render)
        for number, ((_, place, _), note, quote, paragraph) in enumerate(placed, 1)
    )
    return Annotated(tuple(shown), tuple(left))


def _shown(
    number: int, note: Note, place: int, block: tuple[int, int], quote: str, paragraph: int, render: Render
) -> Shown:
    return Shown(
        number=number,
        id=note.id,
        kind=note.kind,
        part=note.part,
        place=place,
        block=block,
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
