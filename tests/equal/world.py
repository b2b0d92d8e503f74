"""A site as values that edits change, and the folder in which it lies as files."""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.digest import ROOT

THEME = ("templates", "translations", "static", "outlines")
SETTINGS: dict[str, Any] = {
    "SITENAME": "Exemple",
    "SITEURL": "",
    "FEED_DOMAIN": "https://exemple.invalid",
    "RELATIVE_URLS": True,
    "TIMEZONE": "Europe/Paris",
    "DEFAULT_LANG": "fr",
    "EDITIONS": ("fr", "en"),
    "EDITORS": ("La rédaction",),
    "DEFAULT_PAGINATION": 5,
    "RIGHTS": {"AGLI": {"policy": "link", "holder": "Agence d’exemple"}},
    "GLOSSARY_POLICY": {},
    "MAP": "levant.json",
    "ALLOW_ORPHANS": True,
}


@dataclass
class Text:
    """A file with a header: an article, an entry, or a page of the editors."""

    head: dict[str, Any]
    body: str

    def file(self) -> bytes:
        """As it lies in content/."""
        head = yaml.dump(self.head, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
        return f"---\n{head}---\n\n{self.body}\n".encode()


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes the same value twice rather than a reference to it."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@dataclass
class World:
    """Everything that decides what a site looks like."""

    articles: dict[str, Text] = field(default_factory=dict)
    terms: dict[str, Text] = field(default_factory=dict)
    pages: dict[str, Text] = field(default_factory=dict)
    notes: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Name of each file of notes, which is an article's slug, to what stands in it."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    """File below content/ to its bytes."""
    theme: dict[str, str] = field(default_factory=dict)
    """File below the theme to its text."""
    settings: dict[str, Any] = field(default_factory=dict)
    now: dt.datetime = dt.datetime(2016, 9, 1, tzinfo=dt.UTC)
    program: bytes = b"1"
    """Stands for the code."""

    def copy(self) -> World:
        """One that changes alone."""
        return copy.deepcopy(self)

    def files(self) -> dict[str, bytes]:
        """Every file below the project's folder."""
        found = {
            f"content/{folder}/{name}.md": text.file()
            for folder, texts in (
                ("articles", self.articles),
                ("glossary", self.terms),
                ("pages", self.pages),
            )
            for name, text in texts.items()
        }
        found |= {
            f"content/notes/{name}.yaml": yaml.dump(
                notes, Dumper=_Dumper, allow_unicode=True, sort_keys=False
            ).encode()
            for name, notes in self.notes.items()
        }
        found |= {f"content/{name}": data for name, data in self.pictures.items()}
        found |= {f"theme/{name}": text.encode(errors="surrogateescape") for name, text in self.theme.items()}
        return found


def theme() -> dict[str, str]:
    """This project's."""
    top = ROOT / "theme"
    return {
        file.relative_to(top).as_posix(): file.read_text("utf-8", "surrogateescape")
        for folder in THEME
        for file in sorted((top / folder).rglob("*"))
        if file.is_file()
    }


class Disk:
    """A world's files in a folder; only those are written whose bytes are new."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.known: dict[str, bytes] = {}
        for folder in ("content/articles", "content/glossary", "content/pages"):
            (root / folder).mkdir(parents=True)

    def lay(self, world: World) -> None:
        """Makes the folder hold the world."""
        files = world.files()
        for name in self.known.keys() - files.keys():
            (self.root / name).unlink()
            del self.known[name]
        for name, data in files.items():
            if self.known.get(name) != data:
                file = self.root / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
                self.known[name] = data

    def move(self, old: str, new: str) -> None:
        """Renames a file: its time and number stay."""
        (self.root / old).rename(self.root / new)
        self.known[new] = self.known.pop(old)
