"""A file of notes becomes values; everything that is wrong in it is told at once, by path and line."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from glose.digest.model.errors import Fault, FrontMatterError, NotesError
from glose.digest.notes.grammar import NOTE
from glose.digest.notes.note import Note, Notes
from glose.digest.schema.node import Node, Reading
from glose.digest.schema.yaml_file import load_items
from glose.digest.text.slug import name_fault

ENDING = ".yaml"
_NAME = re.compile(r"(?P<slug>[^.]+)(?:\.(?P<lang>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.yaml")


def read_notes(raw: bytes, path: str, lang: str = "") -> tuple[Notes, Reading]:
    """The notes of a file that are sound, and what is wrong with the others.

    `path`: as messages name it; its last part is ``<article's slug>.yaml``, or ``<slug>.<language>.yaml`` where
    several languages have the slug. `lang`: the site's language, for texts that name none.
    """
    reading = Reading(path, lang)
    found = _NAME.fullmatch(PurePosixPath(path).name)
    slug, own = (found["slug"], found["lang"] or "") if found else (PurePosixPath(path).stem, "")
    if found is None or name_fault(slug):
        todo = "name it like the article's slug, with .yaml after it"
        reading.fault(None, f'"{PurePosixPath(path).name}" is no name of a file of notes', todo)
    notes: list[Note] = []
    try:
        text = raw.decode("utf-8")
        items = load_items(text, path, reading.faults)
    except UnicodeDecodeError as error:
        reading.fault(raw.count(b"\n", 0, error.start) + 1, "not UTF-8", "save the file as UTF-8")
        return Notes(path, slug, own), reading
    except FrontMatterError as error:
        reading.faults += error.faults
        return Notes(path, slug, own), reading
    lines: dict[str, int | None] = {}
    for item in items:
        note = _note(item, reading)
        if note is None:
            continue
        if note.id in lines:
            what = f'the id "{note.id}" stands twice, first on line {lines[note.id]}'
            reading.fault(item, what, "give one of the notes another")
            continue
        lines[note.id] = item.line
        notes.append(note)
    return Notes(path, slug, own, tuple(notes)), reading


def _note(item: Node, reading: Reading) -> Note | None:
    """One note; what an unfinished draft lacks is a warning, as in the glossary, and the draft is left out."""
    own = Reading(reading.path, reading.lang)
    note: Note | None = NOTE.read(item, "", own)
    values = item.value
    is_draft = isinstance(values, dict) and "status" in values and values["status"].value == "draft"
    if own.gaps and is_draft and not own.faults:
        for gap in own.gaps:
            reading.warn(gap.line, f"the draft is left out: {gap.what}", gap.todo)
        return None
    reading.faults += own.faults + own.gaps
    reading.warnings += own.warnings
    return None if own.faults or own.gaps else note


def load_notes(file: Path, lang: str = "fr") -> tuple[Note, ...]:
    """The notes of the article that `file` is named after.

    `lang`: the site's language. Raises `NotesError` with every fault.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        raise NotesError(Fault(file.as_posix(), None, what, "make it readable")) from None
    found, reading = read_notes(raw, file.as_posix(), lang)
    if reading.faults:
        raise NotesError.of(reading.faults)
    return found.notes
