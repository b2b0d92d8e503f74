"""The tasks of an editor's day, as they are called."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from glose.digest import load_notes

ARTICLE = """---
title: Le pont
slug: le-pont
lang: fr
date: 2016-03-15
status: published
---

Le pont d'Exempleville rouvrira mardi, a dit le maire.

Le budget du pont a été dépassé, a rappelé le maire.
"""


def invoke(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "invoke", *arguments], cwd=root, capture_output=True, text=True, check=False
    )


@pytest.fixture
def site(project: Path) -> Path:
    (project / "content" / "articles" / "le-pont.md").write_text(ARTICLE, encoding="utf-8")
    return project


def told(done: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


NEW = ("notes.new", "le-pont", "budget du pont", "--text", "Il était bas.", "--by", "Anne Exemple")
SOURCE = ("--source", "Registre", "--url", "https://registre.example/")


def test_a_note_is_begun_checked_moved_listed_and_carried_away(site: Path) -> None:
    file = site / "content" / "notes" / "le-pont.yaml"
    done = invoke(site, *NEW, *SOURCE, "--kind", "sic")
    assert (done.returncode, done.stdout) == (0, "content/notes/le-pont.yaml:1\n"), told(done)
    (note,) = load_notes(file)
    assert (note.id, note.kind, note.hint, note.draft) == ("budget-du-pont", "sic", 2, False)
    done = invoke(site, "notes.check")
    assert (done.returncode, done.stdout) == (0, "every note stands on its words\n"), told(done)

    article = site / "content" / "articles" / "le-pont.md"
    article.write_text(ARTICLE.replace("budget du pont", "budget du pond"), encoding="utf-8")
    assert "its words changed" in told(invoke(site, "notes.check"))
    done = invoke(site, "notes.migrate")
    assert (done.returncode, "left as it is" in done.stdout) == (1, True), told(done)
    assert " Le |budget du pont| a été dépassé, a" in done.stdout
    assert 'paragraph 2 "budget du pond" ' in done.stdout
    assert " Le |budget du pond| a été dépassé, a" in done.stdout
    assert load_notes(file) == (note,)
    done = invoke(site, "notes.migrate", "--yes")
    assert (done.returncode, "1 written, 0 left" in done.stdout) == (0, True), told(done)
    assert load_notes(file)[0].on.exact == "budget du pond"

    article.write_text(ARTICLE.replace("Le budget du pont a été dépassé", "Rien"), encoding="utf-8")
    wrong = "content/notes/le-pont.yaml:1: note budget-du-pont: its words"
    for name in ("notes.check", "check"):
        done = invoke(site, name)
        assert (done.returncode, wrong in done.stdout) == (1, True), told(done)
    assert invoke(site, "notes.migrate", "--yes").returncode == 1

    assert "budget-du-pont" in told(invoke(site, "notes.list", "--kind", "sic"))
    assert told(invoke(site, "notes.list", "--kind", "claim")) == "no notes\n"
    page = json.loads(invoke(site, "notes.export", "le-pont").stdout)
    assert page["items"][0]["target"]["source"].endswith("/2016/03/15/le-pont/")
    text = file.read_text(encoding="utf-8").replace(
        "Il était bas.", "Voir [ici]({filename}/articles/le-pont.md#p2)."
    )
    file.write_text(text, encoding="utf-8")
    page = json.loads(invoke(site, "notes.export", "le-pont").stdout)
    assert page["items"][0]["body"][0]["value"] == "Voir [ici](/2016/03/15/le-pont/#p2)."


def test_a_note_without_text_or_source_is_a_draft_that_stops_nobody(site: Path) -> None:
    assert invoke(site, "notes.new", "le-pont", "budget du pont").returncode == 0
    assert "status: draft" in (site / "content" / "notes" / "le-pont.yaml").read_text(encoding="utf-8")
    done = invoke(site, "notes.check")
    assert (done.returncode, "the draft is left out" in done.stdout) == (0, True), told(done)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("notes.new", "le-pont", "le maire"), "in the paragraphs 1, 2: write more of them"),
        (
            ("notes.new", "le-pont", "le roi"),
            "these words do not stand in the article: copy them from its text\n",
        ),
        (("notes.new", "le-pont", "budget", "--paragraph", "1"), "not stand in paragraph 1, but in 2"),
        (
            ("notes.new", "le-pont", "Le pont", "--part", "title", "--paragraph", "2"),
            "of the body add --part body",
        ),
        (
            ("notes.new", "le-pont", "budget", "--source", "Registre", "--url", "registre"),
            "--url registre: is no ad",
        ),
        (("notes.import", "export.json"), "--article: name the article that the notes are on"),
        (("notes.new", "le-point", "le maire"), 'no such article; write "le-pont"'),
        (("notes.new", "le-pont", "pont", "--part", "caption"), "has none"),
        (("notes.new", "le-pont", "budget", "--kind", "avis"), "choose one of context"),
    ],
)
def test_what_cannot_be_noted_is_wrong_usage(site: Path, arguments: tuple[str, ...], why: str) -> None:
    done = invoke(site, *arguments)
    assert (done.returncode, why in told(done)) == (2, True), told(done)
    assert not (site / "content" / "notes").exists()


def test_notes_of_a_draft_are_told_by_check_and_stop_nothing_until_it_is_published(site: Path) -> None:
    article = site / "content" / "articles" / "le-pont.md"
    assert invoke(site, *NEW, *SOURCE).returncode == 0
    draft = ARTICLE.replace("published", "draft")
    article.write_text(draft, encoding="utf-8")
    assert "budget" not in told(invoke(site, "check"))
    article.write_text(draft.replace("Le budget du pont", "Rien"), encoding="utf-8")
    done = invoke(site, "check")
    assert (
        done.returncode,
        "Articles, terms and notes: 1 warning\ncontent/notes/le-pont.yaml:1: note budget-du-pont"
        in done.stdout,
    ) == (0, True)
    assert "(in a draft); " in done.stdout
    assert invoke(site, "notes.check").returncode == 1


def test_notes_of_one_day_are_listed_in_the_order_of_their_file(site: Path) -> None:
    for words in ("maire", "pont", "budget", "mardi"):
        done = invoke(site, "notes.new", "le-pont", words, "--paragraph", "1", "--text", "x", *SOURCE)
        assert (done.returncode == 0) == (words != "budget"), told(done)
    lines = [int(one.split(":")[1]) for one in invoke(site, "notes.list").stdout.splitlines()]
    assert lines == sorted(lines)
    assert len(lines) == 3


def test_a_note_on_a_part_that_is_gone_is_told_by_migrate_too(site: Path) -> None:
    file = site / "content" / "notes" / "le-pont.yaml"
    assert invoke(site, *NEW, *SOURCE).returncode == 0
    file.write_text(file.read_text(encoding="utf-8") + "  in: caption\n", encoding="utf-8")
    done = invoke(site, "notes.migrate", "--yes")
    assert (done.returncode, "nothing is like its words" in done.stdout) == (1, True), told(done)


def test_one_of_several_places_is_named_by_its_paragraph(site: Path) -> None:
    assert (
        invoke(
            site, "notes.new", "le-pont", "le maire", "--paragraph", "2", "--text", "x", *SOURCE
        ).returncode
        == 0
    )
    (note,) = load_notes(site / "content" / "notes" / "le-pont.yaml")
    assert (note.hint, note.on.suffix) == (2, ".")


def test_annotations_of_hypothesis_are_taken_in_as_drafts(site: Path) -> None:
    selector = {"type": "TextQuoteSelector", "exact": "budget du pont", "prefix": "Le ", "suffix": " a été"}
    row = {"id": "x1", "user": "acct:anne@hypothes.is", "created": "2016-03-20T10:11:12Z", "text": "Bas."}
    rows = [row | {"target": [{"selector": [selector]}]}, {"id": "x2"}]
    (site / "export.json").write_text(json.dumps({"rows": rows}), encoding="utf-8")
    done = invoke(site, "notes.import", "export.json", "--article", "le-pont")
    assert done.returncode == 1
    assert "export.json: x2: is on no words" in done.stdout, told(done)
    (note,) = load_notes(site / "content" / "notes" / "le-pont.yaml")
    assert (note.by, note.draft) == ("anne", True)
