"""What lies in content/: which files there are, when each was last written to, and what must not lie there."""

from __future__ import annotations

import datetime as dt
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from glose.digest.model.errors import DigestError, Fault
from glose.digest.text.slug import is_aside

FOLDERS = ("articles", "pages")
STATIC = "images"
NOTES = "notes"
"""Where the editors' notes lie, drafts among them: nobody's to download."""

TICK, COARSE = 10**8, 2 * 10**9
"""Nanoseconds for which a file's stamp says nothing: it may be written to again within the same tick. Systems in use
count time in steps of 10 ms at most; where a file's time is in whole seconds, in steps of one or two (HFS+, FAT)."""


@dataclass(frozen=True)
class Sources:
    """Where a site's sources are, and what of its settings decides how they are read."""

    root: Path
    """The project's folder; messages name files below it."""
    content: Path
    glossary: Path
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Pelican's settings, or ours, by name."""
    now: dt.datetime | None = None
    """The moment against which embargoes are held; None when nobody says, and all of them hold."""
    file: str = "pelicanconf.py"
    """The settings file as messages name it."""

    @property
    def lang(self) -> str:
        """Language at the root of the site."""
        return str(self.settings.get("DEFAULT_LANG") or "en")

    @property
    def editions(self) -> tuple[str, ...]:
        """Languages with a site of their own, the root's first."""
        return tuple(self.settings.get("EDITIONS") or (self.lang,))

    @cached_property
    def terms(self) -> str:
        """Where the glossary lies, below the content's folder."""
        return self.glossary.relative_to(self.content).as_posix()

    @cached_property
    def _shown(self) -> str:
        return below(self.content, self.root)

    def path(self, file: str) -> str:
        """A file of the content as messages name it."""
        return f"{self._shown}/{file}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a walk over the content found: file below it to its stamp."""

    texts: Mapping[str, str]
    """Articles and pages. A stamp changes when the file is written to; it is empty for one that was just now."""
    terms: Mapping[str, str]
    notes: Mapping[str, str]
    """The editors' notes."""
    files: Mapping[str, str]
    """Pictures and whatever else is published as it is when a text names it."""
    faults: tuple[Fault, ...]


def scan(sources: Sources, clock: int) -> Found:
    """One walk over the content. `clock`: nanoseconds since the epoch, now."""
    texts: dict[str, str] = {}
    terms: dict[str, str] = {}
    notes: dict[str, str] = {}
    files: dict[str, str] = {}
    faults: list[Fault] = []
    glossary = f"{sources.terms}/"
    for file, entry in _walk(str(sources.content), ""):
        hidden = file.startswith(".") or "/." in file
        if not hidden and not _is_text(file):
            told = os.fsencode(file).decode(errors="backslashreplace")
            faults.append(Fault(sources.path(told), None, "has a name that is not UTF-8", "rename it"))
            continue
        folder = file.partition("/")[0]
        if folder in FOLDERS and "/" in file:
            if not hidden and (wrong := _text_fault(file, entry, sources)):
                faults.append(wrong)
            elif not hidden:
                texts[file] = _stamp(entry, clock)
        elif hidden:
            continue  # editors leave links and other things beside what they work on
        elif entry.is_symlink():
            what = "put a copy of what it leads to here"
            faults.append(Fault(sources.path(file), None, "is a symbolic link", what))
        elif file.startswith(glossary):
            name = file.removeprefix(glossary)
            if not name.startswith("_") and name.endswith(".md") and "/" not in name:
                if entry.is_file():
                    terms[file] = _stamp(entry, clock)
                else:
                    what = "put the entry itself here"
                    faults.append(Fault(sources.path(file), None, "is not a regular file", what))
        elif folder == NOTES and "/" in file:
            if is_aside(entry.name):
                continue
            if file.count("/") > 1 or not entry.is_file():
                what = "put the notes themselves into the folder notes/, a file an article"
                faults.append(Fault(sources.path(file), None, "is no file of notes/ itself", what))
            else:
                notes[file] = _stamp(entry, clock)
        elif not file.endswith((".md", "~")) and entry.is_file(follow_symlinks=False):
            files[file] = _stamp(entry, clock)
    texts, terms, notes, files = (dict(sorted(one.items())) for one in (texts, terms, notes, files))
    return Found(texts, terms, notes, files, tuple(faults))


def _is_text(name: str) -> bool:
    try:
        return bool(name.encode())
    except UnicodeEncodeError:
        return False


def _walk(folder: str, inside: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below the folder that is no folder, and links to folders; a loop is not followed."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        name = f"{inside}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{name}/")
        else:
            yield name, entry


def stamps(folder: Path, clock: int) -> dict[str, str]:
    """Every file below a folder, with its stamp."""
    return {name: _stamp(entry, clock) for name, entry in _walk(str(folder), "")}


MARKDOWN = ("md", "markdown", "mdown", "mkd")
"""Endings that others give to what is Markdown, in small letters."""


def _text_fault(file: str, entry: os.DirEntry[str], sources: Sources) -> Fault | None:
    if entry.is_symlink() or not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
        return Fault(sources.path(file), None, "is not a regular file", "put the text itself here")
    if not file.endswith(".md"):
        stem, _, ending = file.rpartition("/")[2].rpartition(".")
        if ending.lower() in MARKDOWN:
            todo = f"name it {stem}.md"
            return Fault(
                sources.path(file), None, "has another ending than .md and would not be published", todo
            )
        todo = "move it to seeds/ and convert it"
        return Fault(sources.path(file), None, "is not Markdown and would not be published", todo)
    return None


def _stamp(entry: os.DirEntry[str], clock: int) -> str:
    found = entry.stat(follow_symlinks=False)
    return stamp_of(found, clock)


def stamp_of(found: os.stat_result, clock: int) -> str:
    """What changes when a file is written to; empty for one that was written to within the last moments."""
    race = TICK if found.st_mtime_ns % 10**9 else COARSE
    if clock - found.st_ctime_ns < race or clock - found.st_mtime_ns < race:
        return ""
    return f"{found.st_mtime_ns:x} {found.st_ctime_ns:x} {found.st_size:x} {found.st_ino:x}"


def read(path: Path, name: str) -> bytes:
    """The bytes of a source; raises `DigestError` where the system refuses them."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DigestError(
            Fault(name, None, f"cannot be read: {error.strerror}", "make it readable")
        ) from None


def below(path: str | Path, root: Path) -> str:
    """The path as a maintainer at `root` names it."""
    return Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else str(path)


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """By path and line."""
    return sorted(faults, key=lambda fault: (fault.path, fault.line or 0, fault.what))
