"""What is saved is noticed: also in a folder that goes and comes back, and after the places are others."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from glose.tasks.watching import Changes

PATIENCE = 20.0


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path.resolve() / "project"
    (root / "content" / "articles").mkdir(parents=True)
    (root / "pelicanconf.py").write_text("SITENAME = 'Essai'\n")
    return root


def seen(changes: Changes, file: Path) -> bool:
    """Whether a change of this file is told, among others."""
    return any(file in changes.wait(PATIENCE / 10) for _ in range(10))


def test_a_file_is_noticed_that_is_saved_in_place_or_by_another_that_takes_its_place(root: Path) -> None:
    changes = Changes(root, [root / "content"])
    file = root / "content/articles/a.md"
    file.write_text("Un.")
    assert seen(changes, file)
    beside = file.with_name("b.tmp")
    beside.write_text("Deux.")
    beside.replace(file)
    assert seen(changes, file)
    file.unlink()
    assert seen(changes, file)


def test_a_folder_is_watched_that_was_not_there_or_that_went_and_came_back(root: Path) -> None:
    theme, content = root / "theme", root / "content"
    changes = Changes(root, [content, theme])
    theme.mkdir()
    assert seen(changes, theme)
    (theme / "own.css").write_text("p{}")
    assert seen(changes, theme / "own.css")
    shutil.rmtree(content)
    assert seen(changes, content)
    content.mkdir()
    assert seen(changes, content)
    (content / "c.md").write_text("Trois.")
    assert seen(changes, content / "c.md")


def test_other_places_are_watched_once_the_settings_name_them(root: Path) -> None:
    changes = Changes(root, [root / "content"])
    other = root.parent / "elsewhere"
    other.mkdir()
    changes.follow([other])
    (other / "d.md").write_text("Quatre.")
    assert seen(changes, other / "d.md")


def test_a_program_of_the_root_is_noticed_and_nothing_else_that_lies_there(root: Path) -> None:
    changes = Changes(root, [root / "content"])
    (root / "notes.txt").write_text("Rien.")
    (root / "output").mkdir()
    beside = root / "conf.tmp"
    beside.write_text("SITENAME = 'Autre'\n")
    beside.replace(root / "pelicanconf.py")
    assert changes.wait(PATIENCE) == {root / "pelicanconf.py"}


def test_a_checkout_of_hundreds_of_files_is_seen_in_a_few_looks(root: Path) -> None:
    def git(*words: str) -> None:
        known = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_NAME": "A"}
        env = {**os.environ, **known, "GIT_COMMITTER_EMAIL": "a@b.example"}
        subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, env=env)

    git("init", "-q", "-b", "one")
    git("add", ".")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "two")
    files = [root / f"content/articles/{name}/{number}.md" for name in "ab" for number in range(150)]
    for file in files:
        file.parent.mkdir(exist_ok=True)
        file.write_text("Un texte.")
    git("add", ".")
    git("commit", "-qm", "two")
    git("checkout", "-q", "one")
    changes = Changes(root, [root / "content"])
    git("checkout", "-q", "two")
    found, looks = set[Path](), 0
    while more := changes.wait(1):
        found |= more
        looks += 1
    assert all(file.exists() for file in files)
    assert {file for file in found if file.is_relative_to(root / "content")}
    assert looks < 50
    files[-1].write_text("Un autre.")
    assert seen(changes, files[-1])


def test_where_the_system_watches_no_more_files_are_looked_at_in_turn(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from glose.tasks import watching

    real = watching.watch

    def limited(*places: Path, force_polling: bool | None = None, **more: object) -> object:
        if not force_polling:
            raise OSError("OS file watch limit reached.")
        return real(*places, force_polling=True, poll_delay_ms=20, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(watching, "watch", limited)
    changes = Changes(root, [root / "content"])
    (root / "content/e.md").write_text("Cinq.")
    assert seen(changes, root / "content/e.md")
    assert "limit reached" in capsys.readouterr().err
