"""Files that are published as they are: pictures, what a text links to, and the theme's own."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from glose.digest.build.sources import read, stamp_of
from glose.digest.layers import Layers, refused, regular
from glose.digest.model.errors import Fault
from glose.digest.site.look.look import Look
from glose.digest.site.look.signs import Size, size_of

Copies = dict[str, tuple[Path, str]]
"""Path below the site to the file that is copied there, and its stamp."""
FOLDERS = ("templates", "translations", "static", "outlines")
"""Of a theme."""


def copies(content: Path, named: Mapping[str, str], theme: Layers, clock: int) -> Copies:
    """Everything that is copied. `named`: files below the content, each with its stamp."""
    found: Copies = {file: (content / file, stamp) for file, stamp in named.items()}
    for name, file in theme.files("static").items():
        found[f"theme/{name}"] = file, stamp_of(file.stat(), clock)
    return dict(sorted(found.items()))


def logo(content: Path, look: Look) -> Size | None:
    """How large the house's sign is; None for a house without one. What is none, the settings' check has told."""
    name = look.logo[0]
    return size_of(read(content / name, name), name) if name and (content / name).is_file() else None


def theme_stamps(theme: Layers, card: Path, clock: int) -> dict[str, str]:
    """Every file that decides what pages look like, with its stamp."""
    folders = [folder / name for folder in theme.folders for name in FOLDERS]
    return {
        str(file): stamp_of(file.stat(), clock) for folder in (*folders, card) for file in regular(folder)
    }


def theme_faults(theme: Layers) -> list[Fault]:
    """Links, pipes and the like, which no build reads: what they lead to may change unseen, or never end."""
    odd = (
        Path(place, name)
        for top in theme.folders
        for place, folders, names in os.walk(top, onerror=refused)
        for name in (*folders, *names)
        if not stat.S_ISREG(mode := Path(place, name).lstat().st_mode) and not stat.S_ISDIR(mode)
    )
    what = "is not a regular file", "put the file itself there"
    return [Fault(theme.named(file), None, *what) for file in sorted(odd)]
