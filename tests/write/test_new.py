"""`new.article`, `new.page`, `new.term`, `new.note`: whole files, from answers or flags, never over what is there."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from glose.digest.markdown import parse
from tests.digest import a_project

DIGEST = """from glose.defaults import *  # noqa: F403

SITENAME = "Sampletown Review"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "en"
EDITIONS = ("en", "fr")
"""


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = a_project(tmp_path_factory.mktemp("new") / "digest")
    (root / "pelicanconf.py").write_text(DIGEST, encoding="utf-8")
    return root


def invoke(root: Path, *arguments: str, code: int = 0, answers: str = "") -> str:
    """What the task says; `answers`: what somebody types on a terminal."""
    command = [sys.executable, "-m", "invoke", *arguments]
    if not answers:
        done = subprocess.run(
            command, cwd=root, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
        )
    else:
        ours, theirs = pty.openpty()
        os.write(ours, answers.encode())
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, stdin=theirs, check=False)
        os.close(theirs)
        os.close(ours)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def header(file: Path) -> dict[str, object]:
    return parse(file.read_text(encoding="utf-8"), file.name)[0]


def test_an_article_is_begun_from_flags_and_tells_its_path_and_what_comes_next(digest: Path) -> None:
    said = invoke(
        digest, "new.article", "--title", "The bridge: closed", "--date", "2026-06-01T08:00", "--tag", "bridge",
        "--author", "Anne Exemple", "--category", "Town",
    )  # fmt: skip
    assert said.splitlines()[0] == "content/articles/the-bridge-closed.md"
    assert "next: write its text below the header, then set `status: published`" in said
    found = header(digest / "content/articles/the-bridge-closed.md")
    assert (found["title"], found["lang"], found["status"]) == ("The bridge: closed", "en", "draft")
    assert str(found["date"]) == "2026-06-01 08:00:00+02:00"
    assert (found["tags"], found["authors"], found["category"]) == (["bridge"], ["Anne Exemple"], "Town")


def test_nothing_is_written_over_and_a_translation_stands_beside_its_original(digest: Path) -> None:
    invoke(digest, "new.article", "--title", "One")
    file = digest / "content/articles/one.md"
    file.write_text(before := file.read_text(encoding="utf-8") + "\nText.\n", encoding="utf-8")
    said = invoke(digest, "new.article", "--title", "One", code=2)
    assert "content/articles/one.md: exists already; edit it, or name another --slug" in said
    said = invoke(digest, "new.article", "--title", "Un", "--slug", "one", "--lang", "fr")
    assert said.startswith("content/articles/one.fr.md\n")
    invoke(digest, "new.article", "--title", "Un", "--slug", "one", "--lang", "fr", code=2)
    assert file.read_text(encoding="utf-8") == before


def test_a_page_is_begun_and_published_when_asked_for(digest: Path) -> None:
    invoke(digest, "new.page", "--title", "Imprint", "--status", "published", "--summary", "Who we are.")
    found = header(digest / "content/pages/imprint.md")
    assert (found["slug"], found["status"], found["summary"]) == ("imprint", "published", "Who we are.")


def test_on_a_terminal_what_is_left_out_is_asked_for(digest: Path) -> None:
    said = invoke(digest, "new.article", answers="\nA title\nfr\n2026-05-02\nTown\nquay, boats\n")
    assert "language (en, fr) [en]: " in said
    found = header(digest / "content/articles/a-title.md")
    assert (found["lang"], str(found["date"]), found["tags"]) == ("fr", "2026-05-02", ["quay", "boats"])
    invoke(digest, "new.page", answers="Contact\n\nreach-us\n")
    assert header(digest / "content/pages/reach-us.md")["lang"] == "en"
    invoke(digest, "new.term", answers="Sampletown\nplace\nde:Musterstadt\n\n")
    assert "Musterstadt" in (digest / "content/glossary/sampletown.md").read_text(encoding="utf-8")


def test_a_note_is_begun_from_flags_and_from_answers(digest: Path) -> None:
    (digest / "content/articles/quay.md").write_text(
        "---\ntitle: Quay\ndate: 2026-05-01\nslug: quay\nlang: en\nstatus: published\n---\n\nThe old quay is closed.\n",
        encoding="utf-8",
    )
    said = invoke(
        digest, "new.note", "--article", "quay", "--quotation", "old quay", "--text", "Built in 1900."
    )
    assert said.startswith("content/notes/quay.yaml:1\nnext: write what it says and its sources")
    said = invoke(
        digest, "new.note", answers="quay\nclosed\nSince Monday.\nRegister\nhttps://register.example/\n"
    )
    assert "next: `invoke serve` shows it beside its words" in said
    assert (
        "to"
        not in invoke(digest, "new.note", "--article", "quay", code=2).partition("--quotation is missing")[0]
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("new.article",), "--title is missing: add --title and its headline"),
        (
            ("new.article", "--title", "x", "--lang", "English"),
            "--lang English: write a language tag like en",
        ),
        (("new.article", "--title", "x", "--date", "tomorrow"), "--date tomorrow: write it like 2026-12-24"),
        (("new.article", "--title", "x", "--date", "2027-03-28T02:30"), "where it is 03:30 then; write that"),
        (("new.article", "--title", "x", "--slug", "A b"), "slug"),
        (
            ("new.page", "--title", "x", "--status", "secret"),
            "--status secret: choose one of draft, published",
        ),
        (("new.term",), "--name: write the term's name"),
    ],
)
def test_wrong_usage_is_told_and_writes_nothing(digest: Path, arguments: tuple[str, ...], told: str) -> None:
    before = sorted(digest.rglob("content/**/*"))
    assert told in invoke(digest, *arguments, code=2)
    assert sorted(digest.rglob("content/**/*")) == before
