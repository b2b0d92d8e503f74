"""Shows editors' notes, files beside the articles, after the paragraphs that hold their words (docs/notes.md).

The text stays what it is, letter for letter: a mark is an empty link, whose number the stylesheet paints. In print and
in feeds the notes stand after the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from glose.digest.build.noting import as_shown
from glose.digest.model.errors import Fault, NotesError
from glose.digest.notes import Annotatable, show
from glose.digest.notes.faults import article_of, no_article, placed
from glose.digest.notes.load import ENDING, read_notes
from glose.digest.notes.note import Notes
from glose.digest.render import render
from glose.digest.site.noted import Noted, spoken
from glose.stock import ground, pieces, texts, told
from glose.stock.options import editions, read
from glose.stock.tooltips import ids_of

_FOLDED = re.compile(r'<details class="glose-note".*?</details>', re.S)
_MARK = re.compile(r'<a class="glose-ref"[^>]*data-n="(\d+)"[^>]*></a>')
_HIDDEN = re.compile(r'(<section class="glose-endnotes") hidden')


def annotate(generators: Iterable[Any]) -> None:
    """Puts every file of notes on its article, once the terms are marked. Raises `NotesError` with every fault."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            _annotate(generator)


def _annotate(generator: Any) -> None:
    settings, options = generator.settings, read(generator.settings)
    folder = Path(settings["PATH"], options.notes)
    files = sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []
    if not files:
        return
    articles = {(one.slug, one.lang): one for one in texts.of(generator)}
    known = [Annotatable(*key, lambda: {}) for key in articles]
    faults: list[Fault] = []
    taken: dict[tuple[str, str], str] = {}
    for file in files:
        path = file.relative_to(Path(settings["PATH"]).parent).as_posix()
        notes, reading = read_notes(file.read_bytes(), path, settings["DEFAULT_LANG"])
        faults += reading.faults
        told.warn(reading.warnings)
        found = article_of(notes, known, settings["DEFAULT_LANG"])
        if found is None:
            told.warn([no_article(notes, known)])
        elif (first := taken.setdefault((found.slug, found.lang), path)) != path:
            faults.append(
                Fault(path, None, f"is of the same article as {first}", "put the notes into one file")
            )
        else:
            put(articles[found.slug, found.lang], notes, drafts=options.draft_notes)
    if faults:
        raise NotesError.of(faults)


def put(article: Any, notes: Notes, *, drafts: bool) -> None:
    """The notes on one article; what stands nowhere is told and left out."""
    html = {"title": escape(article.title, quote=False), "body": article._content}
    lost, moved = placed(notes, html)
    told.warn((*lost, *moved))
    known = editions(article.settings)
    own, mine = ids_of(article), pieces.in_language(article.lang, known)
    speaks = (article.lang, mine.lang, known.root)
    shown = [
        spoken(as_shown(one, article.lang), speaks)
        for one in show(html, notes.notes, render, drafts=drafts).notes
    ]
    if shown:
        texts.keep_summary(article)
        article.notes = shown
        text = with_notes(article._content, shown, own, article.lang, mine)
        article._content = text + str(mine.endnotes(shown, article.lang))


def with_notes(html: str, shown: Iterable[Noted], own: str, lang: str, mine: pieces.Pieces) -> str:
    """The text with its marks, and each note after the block of its mark; those on the title stand before it."""
    before: list[str] = []
    puts: list[tuple[int, int, int, str]] = []
    for one in shown:
        note = str(mine.note(one, own, lang))
        if one.part != "body":
            before.append(note)
            continue
        puts.append((one.place, 0, one.number, str(mine.mark(one, own))))
        puts.append((one.block[1], 1, one.number, note))
    parts, at = before, 0
    for place, _, _, text in sorted(puts):
        parts += (html[at:place], text)
        at = place
    return "".join((*parts, html[at:]))


def in_feed(_context: Any, feed: Any) -> None:
    """A reader of feeds has no stylesheet: there numbers are text, and the notes stand after it."""
    for item in feed.items:
        for key in ("content", "description"):
            text = item.get(key)
            if text and "glose-" in text:
                text = _HIDDEN.sub(r"\1", _FOLDED.sub("", text))
                item[key] = _MARK.sub(r"<sup>\1</sup>", text)


def register() -> None:
    """Connects module-level functions only: a receiver defined here would be collected and never called."""
    ground.register()
    signals.all_generators_finalized.connect(annotate)
    signals.feed_generated.connect(in_feed)
