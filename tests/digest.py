"""A digest of the tests' own: the engine as it lies here, with settings and texts that no sample is needed for."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("plugins", "theme", "pelicanconf.py", "publishconf.py", "tasks.py")
SETTINGS = ROOT / "tests" / "sites" / "settings"
READER = ROOT / "tests" / "sites" / "reader"
"""content/ with one of everything, in three languages; every name in it is made up."""
EMPTY = ("content/articles", "content/glossary", "seeds")


def source(part: str) -> Path:
    """Where a part of a digest is taken from: settings are the tests', all else is what this repository is."""
    own = SETTINGS / part
    return own if own.exists() else ROOT / part


def linked(root: Path) -> Path:
    """The parts at `root`, which is there: quick, and for sites that change none of them."""
    for part in PARTS:
        (root / part).symlink_to(source(part))
    return root


def copied(root: Path, *, whole: bool = True) -> Path:
    """Copies of the parts at `root`, which is there; without engine and theme unless `whole`."""
    for part in PARTS:
        if not source(part).is_dir():
            shutil.copy(source(part), root / part)
        elif whole:
            shutil.copytree(source(part), root / part, ignore=shutil.ignore_patterns("__pycache__"))
    return root


def a_project(root: Path, *, whole: bool = False) -> Path:
    """A digest at `root`, with content/ and seeds/ that are empty; the engine is the one that lies here.

    `whole`: with a copy of engine and theme, to be changed.
    """
    root.mkdir()
    copied(root, whole=whole)
    for folder in EMPTY:
        (root / folder).mkdir(parents=True)
    return root
