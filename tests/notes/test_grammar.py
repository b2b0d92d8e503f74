"""A file of notes is read strictly: what is wrong is told with its line and what to write."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from glose.digest import load_notes
from glose.digest.errors import NotesError
from glose.digest.notes.grammar import Words
from glose.digest.notes.load import read_notes
from glose.digest.notes.note import Claim, Quotation
from glose.digest.schema.node import Node, Reading
from tests.notes.made_up import ONE, told


def test_a_note_is_read_with_everything_that_it_says() -> None:
    found, reading = read_notes(ONE.encode(), "content/notes/pont.fr.yaml", "fr")
    assert not reading.faults + reading.warnings
    (note,) = found.notes
    assert (found.slug, found.lang) == ("pont", "fr")
    assert (note.id, note.kind, note.part, note.line) == ("budget", "context", "body", 2)
    assert note.on == Quotation("pont", "Le budget du ", ", voté à")
    assert note.created == dt.date(2016, 3, 20)
    assert note.sources[0].url == "https://registre.example/pont"
    assert not note.draft


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("les mots", Quotation("les mots")),
        ("les mots|après eux", Quotation("les mots", "", "après eux")),
        ("avant |les mots| après", Quotation("les mots", "avant ", " après")),
        ("avant|les mots|", Quotation("les mots", "avant")),
        (r"a\|b|les \| mots|c", Quotation("les | mots", "a|b", "c")),
    ],
)
def test_a_quotation_has_one_two_or_three_parts(written: str, read: Quotation) -> None:
    reading = Reading("x")
    assert Words().read(Node(written), "on", reading) == read
    assert Words().read(Node(Words().plain(read)), "on", reading) == read
    assert not reading.faults


@pytest.mark.parametrize("written", ["a|b|c|d", "avant|…|après", "|", "x" * 3000])
def test_a_quotation_without_words_or_with_too_many_parts_is_refused(written: str) -> None:
    reading = Reading("x")
    assert Words().read(Node(written), "on", reading) is None
    assert reading.faults


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("kind:", "kynd:", ':3: unknown key "kynd" in a note; write "kind"'),
        ("context ", "contexte ", ':3: kind is "contexte"; write "context"'),
        ("  by: Anne Exemple\n", "", ':2: a note has no "by"; add it'),
        ("created: 2016-03-20", "created: hier", ':9: created is "hier", not a day'),
        ("id: budget", "id: Le Budget", ':2: id "Le Budget" may hold a-z'),
        ("- id", "id", ":3: the file is not YAML"),
        ("  kind", "  hint: 0\n  kind", ':3: hint is "0"; write a whole number from 1'),
        ("title: Registre d'exemple, ", "", ':11: a source has no "title"; add it'),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_what_to_write(old: str, new: str, wrong: str) -> None:
    assert told(ONE) == []
    assert any(one.startswith(wrong) for one in told(ONE.replace(old, new, 1))), told(
        ONE.replace(old, new, 1)
    )


def test_two_notes_of_one_name_are_told() -> None:
    (wrong,) = told(ONE + ONE)
    assert wrong.startswith(':13: the id "budget" stands twice, first on line 2')


def test_a_claim_says_who_made_it_and_only_a_claim_does() -> None:
    claim = "  claim: {speaker: le maire, result: unverified}\n"
    assert told(ONE.replace("context ", "claim ")) == [
        ':2: note budget is of the kind claim and has no "claim"; say who said it'
    ]
    assert told(ONE + claim) == [":2: note budget has a claim and is of the kind context; write kind: claim"]
    found, reading = read_notes((ONE.replace("context ", "claim ") + claim).encode(), "pont.yaml", "fr")
    assert not reading.faults
    assert found.notes[0].claim == Claim({"fr": "le maire"}, "unverified")
    two = claim.replace("le maire", "{fr: le maire, en: the mayor}")
    found, reading = read_notes((ONE.replace("context ", "claim ") + two).encode(), "pont.yaml", "fr")
    assert not reading.faults
    assert found.notes[0].claim == Claim({"fr": "le maire", "en": "the mayor"}, "unverified")


def test_an_unfinished_draft_is_left_out_with_a_warning_and_no_fault() -> None:
    draft = ONE.replace("    fr: Il était de 3 millions.\n", "    fr:\n") + "  status: draft\n"
    found, reading = read_notes(draft.encode(), "content/notes/pont.yaml")
    assert (found.notes, reading.faults) == ((), [])
    assert 'the draft is left out: a note has no "body"' in str(reading.warnings[0])
    assert read_notes((ONE + "  status: draft\n").encode(), "pont.yaml")[0].notes[0].draft


def test_a_name_that_no_article_can_have_is_told() -> None:
    assert told(ONE, "content/notes/Le pont.yaml")
    assert told(ONE, "content/notes/pont.yml")
    assert not told("", "content/notes/pont.yaml")


def test_loading_raises_every_fault_at_once(tmp_path: Path) -> None:
    file = tmp_path / "pont.yaml"
    file.write_text(ONE, encoding="utf-8")
    assert [one.id for one in load_notes(file)] == ["budget"]
    file.write_text(ONE.replace("kind:", "kynd:").replace("by:", "bye:"), encoding="utf-8")
    with pytest.raises(NotesError) as error:
        load_notes(file)
    assert len(error.value.faults) == 4
