"""What is wrong with a site's notes: in their files, and between them and the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from glose.digest.model.errors import Fault
from glose.digest.notes.anchor import KEPT, Anchor, Finding, find, suggestions
from glose.digest.notes.folded import Place, Text
from glose.digest.notes.load import read_notes
from glose.digest.notes.note import Note, Notes
from glose.digest.notes.page import Page
from glose.digest.schema.node import nearest

EXCERPT = 60
"""Characters of a place that a message shows."""


@dataclass(frozen=True, slots=True)
class Annotatable:
    """An article, as far as notes ask of it."""

    slug: str
    lang: str
    html: Callable[[], Mapping[str, str]]
    """Makes ``title``, ``caption`` and ``body``, those that there are; called where there are notes."""
    draft: bool = False
    """True for one that no build publishes."""


def note_faults(
    files: Mapping[str, bytes], articles: Iterable[Annotatable], lang: str
) -> tuple[list[Fault], list[Fault]]:
    """What stops a build, and what an editor should look at.

    `files`: every file of content/notes/, by its path as messages name it. `lang`: the site's language.
    """
    faults: list[Fault] = []
    doubts: list[Fault] = []
    known = list(articles)
    owners: dict[tuple[str, str], str] = {}
    for path, raw in sorted(files.items()):
        notes, reading = read_notes(raw, path, lang)
        faults += reading.faults
        doubts += reading.warnings
        article = article_of(notes, known, lang)
        if article is None:
            if not any(fault.line is None for fault in reading.faults):
                faults.append(no_article(notes, known))
            continue
        other = owners.setdefault((article.slug, article.lang), path)
        if other != path:
            what = f"is of the same article as {other}"
            faults.append(Fault(path, None, what, "put the notes into one file"))
        wrong, odd = placed(notes, article.html())
        faults += wrong
        doubts += odd
    return faults, doubts


def article_of(notes: Notes, articles: Iterable[Annotatable], lang: str) -> Annotatable | None:
    """The article of a file: of its slug and language, of the site's language, or the only one of its slug."""
    same = [one for one in articles if one.slug == notes.slug]
    if notes.lang:
        return next((one for one in same if one.lang == notes.lang), None)
    own = [one for one in same if one.lang == lang]
    return own[0] if own else same[0] if len(same) == 1 else None


def no_article(notes: Notes, articles: Iterable[Annotatable]) -> Fault:
    """What is told of a file that belongs to none of them."""
    articles = list(articles)
    same = sorted(one.lang for one in articles if one.slug == notes.slug)
    if same:
        what = f'"{notes.slug}" is in {" and ".join(same)}' + (f", not in {notes.lang}" if notes.lang else "")
        return Fault(notes.path, None, what, f"name the file {notes.slug}.{same[0]}.yaml")
    todo = nearest(notes.slug, sorted({one.slug for one in articles}))
    return Fault(notes.path, None, f'no article has the slug "{notes.slug}"', f"rename the file: {todo}")


def texts_of(html: Mapping[str, str]) -> dict[str, Text]:
    """The texts of an article in which notes are anchored, by part."""
    return {part: Text(Page(one).texts) for part, one in html.items()}


def placed(notes: Notes, html: Mapping[str, str]) -> tuple[list[Fault], list[Fault]]:
    """Notes of an article whose place is in doubt, and those whose words or surroundings changed."""
    texts = texts_of(html)
    faults: list[Fault] = []
    doubts: list[Fault] = []
    for note in notes.notes:
        text = texts.get(note.part)
        if text is None:
            what = f"note {note.id} is on the {note.part}, which the article has not"
            faults.append(Fault(notes.path, note.line, what, "write another `in:`, or delete the note"))
            continue
        found = find(note.on, text, note.hint)
        if found.state == "found":
            if found.words < 1 or found.around < KEPT:
                doubts.append(Fault(notes.path, note.line, *moved(note, found)))
            continue
        faults.append(Fault(notes.path, note.line, *_lost(note, found, text)))
    return faults, doubts


def moved(note: Note, found: Finding) -> tuple[str, str]:
    """What is told of a note whose words were found, though they or their surroundings are others now."""
    whose = "its words" if found.words < 1 else "what stands around its words"
    return f"note {note.id}: {whose} changed", "look at it, and run `invoke notes.migrate`"


def _lost(note: Note, found: Finding, text: Text) -> tuple[str, str]:
    if found.state == "ambiguous":
        places = "; ".join(place_line(one, text) for one in found.best)
        if len(found.best) == 1:
            what = f"note {note.id}: it is not certain that its words are those of {places}"
            return what, "look at it, and run `invoke notes.migrate`, or mend `on:`"
        todo = "add what stands before or after them to `on:`, or the paragraph's number as `hint:`"
        return f"note {note.id}: its words stand in several places: {places}", todo
    close = found.best or suggestions(note.on, text, note.hint)
    near = "; ".join(place_line(one, text) for one in close) or "nothing like them"
    what = f'note {note.id}: its words "{_short(note.on.exact)}" do not stand in the article; there is {near}'
    if not close:
        return what, "write words that stand there into `on:`, or delete the note"
    return what, "mend `on:` with `invoke notes.migrate`, or delete the note"


def place_line(anchor: Anchor, text: Text) -> str:
    """A place as messages name it."""
    words = text.words(Place(anchor.paragraph, anchor.start, anchor.last, anchor.end))
    return f'paragraph {anchor.paragraph + 1} "{_short(words)}" ({anchor.score:.2f})'


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= EXCERPT else f"{line[:EXCERPT]}…"


def due(notes: Iterable[Notes], today: str) -> Iterator[tuple[Notes, Note]]:
    """Notes whose day of review has come. `today`: ISO 8601."""
    for one in notes:
        yield from (
            (one, note) for note in one.notes if note.review_after and str(note.review_after) <= today
        )
