"""A theme as folders that lie over one another: what a digest has of its own hides the engine's file of that name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

UNDER = "!theme/"
"""Before a template's name: the one of that name in the layers below (Pelican's own word for it)."""


@dataclass(frozen=True, slots=True)
class Layers:
    """The folders of a theme, the nearest first."""

    folders: tuple[Path, ...]

    @classmethod
    def of(cls, *folders: Path) -> Layers:
        """Each folder once."""
        return cls(tuple(dict.fromkeys(folders)))

    def all(self, name: str) -> list[Path]:
        """Every file of this name, the nearest first. `name`: with slashes, like ``translations/fr.po``."""
        return [file for folder in self.folders if (file := folder / name).is_file()]

    def file(self, name: str) -> Path:
        """The nearest file of this name; where there is none, the one that the lowest layer would have."""
        return next(iter(self.all(name)), self.folders[-1] / name)

    def files(self, inside: str) -> dict[str, Path]:
        """Name below the folder `inside` to its nearest file, sorted; no hidden ones, no backups, no links."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            top = folder / inside
            found |= {file.relative_to(top).as_posix(): file for file in regular(top)}
        return dict(sorted(found.items()))

    def named(self, file: Path) -> str:
        """A file of it as messages name it."""
        for folder in self.folders:
            if file.is_relative_to(folder):
                above = "" if folder == self.folders[0] else f"{folder.parent.name}/"
                return f"{above}{folder.name}/{file.relative_to(folder).as_posix()}"
        return str(file)


def regular(folder: Path) -> Iterator[Path]:
    """The files below a folder that a build reads; none where there is no such folder."""
    for place, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if name[0] != "." and name[-1] != "~" and file.is_file() and not file.is_symlink():
                yield file


def refused(error: OSError) -> None:
    """A folder that cannot be read is none that is empty: without its files the site would be another."""
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise error
