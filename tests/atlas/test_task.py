"""`invoke map.outline` in a digest: a file of its own, what it says, and every way to ask wrongly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from glose.digest.edition.outline import load_outline

POSITION = """---
type: place
names:
  - {text: Beispielheim, lang: en, role: pref}
senses:
  - short: {en: A town of examples.}
position: {lat: 47.2, lon: 11.4, checked: 2026-11-22, how: read off a map}
sources: [{title: Register, publisher: Sampletown, date: 2026-11-22, url: "https://register.example/"}]
as_of: 2026-11-22
status: reviewed
changes:
  - {date: 2026-11-22, what: {en: First version.}}
---
"""


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    (tmp_path / "pelicanconf.py").write_text("from glose.defaults import *\n", encoding="utf-8")
    tasks = "from glose.tasks import tasks_of\n\nns = tasks_of(__file__)\n"
    (tmp_path / "tasks.py").write_text(tasks, encoding="utf-8")
    (tmp_path / "content/glossary").mkdir(parents=True)
    return tmp_path


def outline(root: Path, *arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "invoke", "map.outline", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_an_outline_is_made_once_and_again_when_one_says_so(digest: Path) -> None:
    (digest / "content/glossary/beispielheim.md").write_text(POSITION, encoding="utf-8")
    code, said = outline(digest, "--country", "at, ch", "--name", "alps")
    assert code == 0, said
    assert "theme/outlines/alps.json: " in said
    assert "1 of 1 checked places" in said
    assert 'write MAP = "alps.json" into pelicanconf.py' in said
    made = load_outline(digest / "theme/outlines/alps.json")
    assert made is not None
    assert made.holds((11.4, 47.2))
    code, said = outline(digest, "--bbox=-10,35,5,45", "--name", "alps")
    assert (code, "add --force" in said) == (2, True)
    assert outline(digest, "--bbox", "-10,35,5,45", "--name", "alps", "--force")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--name", "x"), "name what it shows"),
        (("--bbox=1,2,3,4", "--country", "DE", "--name", "x"), "name what it shows"),
        (("--country", "DE", "--name", "../x"), "--name ../x: write a name in small letters"),
        (("--country", "ZZ", "--name", "x"), "--country ZZ: ZZ: no country of that code"),
        (("--bbox=5,45,17", "--name", "x"), "--bbox 5,45,17: write four numbers"),
    ],
)
def test_what_is_asked_wrongly_is_told_in_one_line(
    digest: Path, arguments: tuple[str, ...], told: str
) -> None:
    code, said = outline(digest, *arguments)
    assert (code, len(said.splitlines())) == (2, 1)
    assert told in said
    assert not (digest / "theme").exists()
