"""`invoke build --verify`: a site that is not what its sources give is named, file by file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = """---
title: Titre d’essai
date: 2016-03-15T00:00:00+01:00
slug: essai
lang: fr
status: published
---

Un texte d’essai.
"""


def verified(project: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "invoke", "build", "--no-search", "--verify"]
    done = subprocess.run(command, cwd=project, check=False, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def built(project: Path) -> Path:
    """A project with an article, whose site is what its sources give."""
    (project / "content/articles/essai.md").write_text(ARTICLE, encoding="utf-8")
    code, said = verified(project)
    assert code == 0, said
    assert "the same as a clean build" in said
    return project


def test_what_somebody_changed_in_the_site_is_named(built: Path) -> None:
    site = built / "output"
    (site / "2016/03/15/essai/index.html").write_text("by hand")
    (site / "tags/index.html").unlink()
    (site / "theme/stray.txt").write_text("by hand")
    code, said = verified(built)
    assert code == 1
    assert "Traceback" not in said
    assert "output/2016/03/15/essai/index.html: is not what a clean build makes" in said
    assert "output/tags/index.html: is not there, and a clean build makes it" in said
    assert "output/theme/stray.txt: is made by no clean build" in said
    assert len(said.strip().splitlines()) == 4


def test_an_edit_is_no_difference_and_nothing_is_left_behind(built: Path) -> None:
    file = built / "content/articles/essai.md"
    file.write_text(ARTICLE.replace("Un texte", "Un autre texte"), encoding="utf-8")
    code, said = verified(built)
    assert code == 0, said
    assert [one.name for one in (built / ".glose").iterdir() if one.is_dir()] == ["output"]
