"""The notes of a site's folder beside its articles: what stops a build, and what an editor should look at."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from glose.digest.markdown import parse
from glose.digest.model.errors import DigestError, Fault
from glose.digest.notes.faults import Annotatable, article_of, note_faults, placed
from glose.digest.notes.load import read_notes
from glose.digest.render import render
from glose.digest.schema.article import UNPUBLISHED
from glose.digest.text.slug import is_aside
from glose.digest.text.typography import typeset

FOLDER = "notes"
_SLUG = re.compile(r"^slug: *([a-z0-9-]+) *$", re.M)
"""The line of a header that names the slug, where it is written plainly."""


def notes_faults(content: Path, root: Path, lang: str) -> tuple[list[Fault], list[Fault]]:
    """Faults and doubts of every file of notes in `content`. `root`: messages name files below it."""
    files = note_files(content, root)
    return note_faults(files, annotatable(content, root), lang) if files else ([], [])


def draft_doubts(content: Path, root: Path, lang: str) -> list[Fault]:
    """What is wrong between notes and articles that no build publishes: it stops none, and would stop a later one."""
    files = {path: read_notes(raw, path, lang)[0] for path, raw in note_files(content, root).items()}
    slugs = frozenset(one.slug for one in files.values())
    known = list(annotatable(content, root, slugs)) if files else []
    doubts: list[Fault] = []
    for _, notes in sorted(files.items()):
        article = article_of(notes, known, lang)
        if article is not None and article.draft:
            wrong, odd = placed(notes, article.html())
            doubts += (replace(one, what=f"{one.what} (in a draft)") for one in (*wrong, *odd))
    return doubts


def note_files(content: Path, root: Path) -> dict[str, bytes]:
    """The files of notes by the path that messages name; hidden ones are passed over."""
    folder = content / FOLDER
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return {
        path_of(file, root): file.read_bytes() for file in found if not is_aside(file.name) and file.is_file()
    }


def annotatable(content: Path, root: Path, slugs: frozenset[str] | None = None) -> Iterator[Annotatable]:
    """Every article that can be read; what is wrong with the others is told elsewhere.

    `slugs`: those that are wanted, where not all are.
    """
    for file in sorted((content / "articles").rglob("*.md")):
        try:
            text = file.read_text(encoding="utf-8")
            named = _SLUG.search(text) if slugs is not None else None
            if slugs is not None and named and named[1] not in slugs:
                continue
            fields, body = parse(text, path_of(file, root))
        except (DigestError, UnicodeDecodeError):
            continue
        draft = fields["status"] in UNPUBLISHED
        yield Annotatable(
            str(fields["slug"]),
            str(fields["lang"]),
            lambda f=fields, b=body: parts(f, b),  # type: ignore[misc]
            draft,
        )


def parts(fields: Mapping[str, object], body: str) -> dict[str, str]:
    """What a note may be on: title, caption and body as HTML, in the order of the page, set as it is."""
    lang = str(fields["lang"])
    image = fields.get("image")
    caption = str(image.get("caption", "")) if isinstance(image, Mapping) else ""
    found = {"title": html.escape(typeset(str(fields["title"]), lang), quote=False)}
    if caption:
        found["caption"] = html.escape(typeset(caption, lang), quote=False)
    return found | {"body": render(body, lang)}


def path_of(file: Path, root: Path) -> str:
    """A file as messages name it."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
