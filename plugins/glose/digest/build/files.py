"""Files that are published as they are: pictures, what a text links to, and the theme's own."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from glose.digest.build.sources import stamp_of
from glose.digest.model.errors import Fault

Copies = dict[str, tuple[Path, str]]
"""Path below the site to the file that is copied there, and its stamp."""


def copies(content: Path, named: Mapping[str, str], theme: Path, clock: int) -> Copies:
    """Everything that is copied. `named`: files below the content, each with its stamp."""
    found: Copies = {file: (content / file, stamp) for file, stamp in named.items()}
    static = theme / "static"
    for file in _files(static):
        inside = file.relative_to(static).as_posix()
        found[f"theme/{inside}"] = file, stamp_of(file.stat(), clock)
    return dict(sorted(found.items()))


def theme_stamps(theme: Path, card: Path, clock: int) -> dict[str, str]:
    """Every file that decides what pages look like, with its stamp."""
    folders = (theme / "templates", theme / "translations", theme / "static", theme / "outlines", card)
    return {str(file): stamp_of(file.stat(), clock) for folder in folders for file in _files(folder)}


def theme_faults(theme: Path) -> list[Fault]:
    """Links, pipes and the like, which no build reads: what they lead to may change unseen, or never end."""
    odd = (
        Path(place, name)
        for place, folders, names in os.walk(theme, onerror=_refused)
        for name in (*folders, *names)
        if not stat.S_ISREG(mode := Path(place, name).lstat().st_mode) and not stat.S_ISDIR(mode)
    )
    what = "is not a regular file", "put the file itself there"
    return [Fault(f"{theme.name}/{file.relative_to(theme).as_posix()}", None, *what) for file in sorted(odd)]


def _refused(error: OSError) -> None:
    """A folder that cannot be read is none that is empty: without its files the site would be another."""
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise error


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=_refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if (
                not name.startswith(".")
                and not name.endswith("~")
                and file.is_file()
                and not file.is_symlink()
            ):
                yield file
