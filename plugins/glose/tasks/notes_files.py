"""The article that an editor names, with its file of notes: read for a task, and written as a whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError
from glose.tasks.frame import USAGE, within
from glose.tasks.settings import Site
from glose.tasks.words import say


@dataclass(frozen=True)
class Annotated:
    """One article and where its notes are kept."""

    file: Path
    fields: Mapping[str, Any]
    body: str
    notes_file: Path

    @property
    def name(self) -> str:
        """As messages name it."""
        return str(within(self.file))

    @cached_property
    def html(self) -> dict[str, str]:
        """Title, caption and body."""
        from glose.digest.check.notes import parts

        return parts(self.fields, self.body)

    @property
    def notes_text(self) -> str:
        """What its file of notes says; empty where there is none."""
        return self.notes_file.read_bytes().decode("utf-8") if self.notes_file.is_file() else ""

    @property
    def ids(self) -> frozenset[str]:
        """Of its notes. Raises `NotesError` where their file is broken."""
        from glose.digest.notes import load_notes

        return (
            frozenset(one.id for one in load_notes(self.notes_file))
            if self.notes_file.is_file()
            else frozenset()
        )

    def address(self, own: Site) -> str:
        """On the web, as far as the settings say where that is."""
        root = str(own.values.get("SITEURL") or "").rstrip("/")
        if (path := self.path(own)) is None:
            raise Exit(
                say("{file}: has no date and so no address; write one into its header", file=self.name), USAGE
            )
        return f"{root}/{path}"

    def pointed(self, own: Site, text: str) -> str:
        """A note's Markdown whose links to other files of the content lead to their addresses."""
        from glose.digest.build.noting import FILE, pointed
        from glose.digest.check.notes import FOLDER
        from glose.digest.editions import Editions

        editions, root = Editions(own.editions), str(own.values.get("SITEURL") or "").rstrip("/")

        def address(match: re.Match[str]) -> str:
            file = own.content / match[1]
            if file.parent == own.glossary:
                return f"{root}/{editions.term(own.lang, file.stem)}"
            other = next((one for one in _articles(own) if one.file == file), None)
            path = other.path(own) if other else None
            return f"{{filename}}/{match[1]}" if path is None else f"{root}/{path}"

        return FILE.sub(address, pointed(text, f"{FOLDER}/{self.notes_file.name}"))

    def path(self, own: Site) -> str | None:
        """Its address below the site's root; None without a date."""
        from glose.digest.check.texts import day_of
        from glose.digest.editions import Editions

        day, lang = day_of(self.fields.get("date")), str(self.fields["lang"])
        return Editions(own.editions).article(lang, day, str(self.fields["slug"])) if day else None


def article_named(own: Site, name: str) -> Annotated:
    """The article of that slug or file; wrong usage where there is none, or several have the slug."""
    found = [one for one in _articles(own) if name in (str(one.fields["slug"]), one.name, str(one.file))]
    if not found and Path(name).exists():
        found = [one for one in _articles(own) if one.file.samefile(name)]
    if len(found) > 1:
        names = ", ".join(one.name for one in found)
        raise Exit(
            say(
                "--article {name}: several articles have this slug; name a file: {names}",
                name=name,
                names=names,
            ),
            USAGE,
        )
    if not found:
        from glose.digest.schema.node import nearest

        slugs = sorted({str(one.fields["slug"]) for one in _articles(own)})
        raise Exit(
            say("--article {name}: no such article; {todo}", name=name, todo=nearest(name, slugs)), USAGE
        )
    return found[0]


def every_file(own: Site, name: str) -> Iterator[tuple[Annotated, Any]]:
    """The articles that have notes, or the one that is named, each with its `Notes`.

    Raises `NotesError` for a file that is broken; one that belongs to no article is told by `notes.check`.
    """
    from glose.digest.model.errors import NotesError
    from glose.digest.notes.load import read_notes

    articles = (
        [article_named(own, name)] if name else [one for one in _articles(own) if one.notes_file.is_file()]
    )
    for one in articles:
        raw = one.notes_text.encode()
        notes, reading = read_notes(raw, str(within(one.notes_file)), own.lang)
        if reading.faults:
            raise NotesError.of(reading.faults)
        yield one, notes


def keep(file: Path, before: str, after: str, own: Site) -> None:
    """Writes a file of notes that has changed. Raises `NotesError` where what it says now would stop a build."""
    from glose.digest.files.atomic import Stamp, flush, write
    from glose.digest.model.errors import NotesError
    from glose.digest.notes.load import read_notes

    if after == before:
        return
    _, reading = read_notes(after.encode(), str(within(file)), own.lang)
    if reading.faults:
        raise NotesError.of(reading.faults)
    write(file, after.encode("utf-8"), Stamp.of(file))
    flush([file.parent])


def articles_of(own: Site, slug: str) -> list[Annotated]:
    """The articles that have that slug: the others' headers are not even read."""
    return [one for one in _articles(own, slug) if one.fields["slug"] == slug]


def _articles(own: Site, holding: str = "") -> Iterator[Annotated]:
    """Every article that can be read and whose file holds that text, in the order of the files."""
    from glose.digest.check.notes import FOLDER
    from glose.digest.markdown import parse

    found: list[tuple[Path, Mapping[str, Any], str]] = []
    for file in sorted((own.content / "articles").rglob("*.md")):
        try:
            raw = file.read_bytes()
            if holding.encode() in raw:
                found.append((file, *parse(raw.decode("utf-8"), str(file))))
        except (DigestError, UnicodeDecodeError, OSError):
            continue
    languages: dict[str, list[str]] = {}
    for _, fields, _ in found:
        languages.setdefault(str(fields["slug"]), []).append(str(fields["lang"]))
    for file, fields, body in found:
        slug, lang = str(fields["slug"]), str(fields["lang"])
        bare = len(languages[slug]) == 1 or lang == own.lang
        ending = ".yaml" if bare else f".{lang}.yaml"
        named = own.content / FOLDER / f"{slug}.{lang}.yaml"
        yield Annotated(
            file, fields, body, named if named.is_file() else own.content / FOLDER / f"{slug}{ending}"
        )
