"""Which program a folder or a file comes from: by what only that program has."""

from __future__ import annotations

from pathlib import Path

from glose.digest.bring import wxr
from glose.digest.bring.hugo import CONFIG
from glose.digest.bring.post import Program

_SIGNS: tuple[tuple[Program, tuple[str, ...]], ...] = (
    ("hugo", ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default", "archetypes")),
    ("jekyll", ("_config.yml", "_config.yaml", "_config.toml", "_posts", "_drafts")),
    ("pelican", ("pelicanconf.py",)),
    ("hugo", tuple(name for name in CONFIG if "/" not in name)),
)
"""In this order: a site of Jekyll may have a config.yaml for something else."""


def recognised(place: Path) -> Program | None:
    """The program, or None where nothing shows it."""
    if place.is_file():
        with place.open("rb") as stream:
            return "wordpress" if wxr.is_export(stream.read(wxr.PROLOG)) else None
    return next(
        (program for program, names in _SIGNS if any((place / name).exists() for name in names)), None
    )
