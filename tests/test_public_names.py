"""The library's public names, and what importing them loads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import glose.digest

ROOT = Path(__file__).parents[1]
HEAVY = {"trafilatura", "feedparser", "pelican", "invoke", "nh3", "distributed"}


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after this code."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


@pytest.mark.parametrize("name", glose.digest.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert callable(getattr(glose.digest, name))


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        glose.digest.no_such_name  # noqa: B018


def test_the_library_alone_loads_nothing_of_ours() -> None:
    assert not {m for m in loaded_by("import glose.digest") if m.startswith("glose.digest.")}


@pytest.mark.parametrize("name", ["convert", "to_markdown", "load_glossary"])
def test_one_part_does_not_load_the_libraries_of_another(name: str) -> None:
    assert not HEAVY & loaded_by(f"from glose.digest import {name}")
