"""The notes of a site's folder beside its articles: what stops a build, and what an editor should look at."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.digest.markdown import parse
from plugins.digest.model.errors import DigestError, Fault
from plugins.digest.notes.faults import Annotatable, note_faults
from plugins.digest.render import render
from plugins.digest.text.slug import is_aside

FOLDER = "notes"


def notes_faults(content: Path, root: Path, lang: str) -> tuple[list[Fault], list[Fault]]:
    """Faults and doubts of every file of notes in `content`. `root`: messages name files below it."""
    files = note_files(content, root)
    return note_faults(files, annotatable(content, root), lang) if files else ([], [])


def note_files(content: Path, root: Path) -> dict[str, bytes]:
    """The files of notes by the path that messages name; hidden ones are passed over."""
    folder = content / FOLDER
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return {
        path_of(file, root): file.read_bytes() for file in found if not is_aside(file.name) and file.is_file()
    }


def annotatable(content: Path, root: Path) -> Iterator[Annotatable]:
    """Every article that can be read; what is wrong with the others is told elsewhere."""
    for file in sorted((content / "articles").rglob("*.md")):
        try:
            fields, body = parse(file.read_text(encoding="utf-8"), path_of(file, root))
        except (DigestError, UnicodeDecodeError):
            continue
        yield Annotatable(str(fields["slug"]), str(fields["lang"]), lambda f=fields, b=body: parts(f, b))  # type: ignore[misc]


def parts(fields: Mapping[str, object], body: str) -> dict[str, str]:
    """What a note may be on: title, caption and body as HTML, in the order of the page."""
    image = fields.get("image")
    caption = str(image.get("caption", "")) if isinstance(image, Mapping) else ""
    found = {"title": html.escape(str(fields["title"]), quote=False)}
    if caption:
        found["caption"] = html.escape(caption, quote=False)
    return found | {"body": render(body, str(fields["lang"]))}


def path_of(file: Path, root: Path) -> str:
    """A file as messages name it."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
