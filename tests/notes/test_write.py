"""A file that a person wrote stays theirs: what is added or changed is a few lines, all else byte for byte."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from glose.digest.notes.load import read_notes
from glose.digest.notes.note import KINDS, Claim, Note, Quotation, Rating
from glose.digest.notes.write import appended, changed, note_text
from glose.digest.schema.source import Source
from tests.notes.made_up import ONE, note


def read(text: str) -> tuple[Note, ...]:
    found, reading = read_notes(text.encode(), "content/notes/pont.yaml", "fr")
    assert not reading.faults, reading.faults
    return found.notes


def test_a_changed_key_is_the_only_line_that_is_new() -> None:
    text = changed(ONE, "budget", {"on": "Le |budget| du pont"})
    before, after = ONE.splitlines(), text.splitlines()
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [
        '  on: "Le |budget| du pont"'
    ]
    assert "# not a verdict" in text
    assert changed(ONE, "budget", {}) == ONE


def test_a_new_key_stands_where_the_grammar_has_it_and_takes_nothing_away() -> None:
    text = changed(ONE, "budget", {"hint": 3, "modified": "2016-03-21"})
    left = [line for line in text.splitlines() if line not in ("  hint: 3", "  modified: 2016-03-21")]
    assert left == ONE.splitlines()
    (one,) = read(text)
    assert (one.hint, one.modified) == (3, dt.date(2016, 3, 21))
    assert text.index("hint") < text.index("body") < text.index("created") < text.index("modified")


def test_a_key_is_taken_away_with_its_line_alone() -> None:
    added = changed(ONE, "budget", {"hint": 3})
    assert changed(added, "budget", {"hint": None}) == ONE
    assert changed(ONE, "budget", {"hint": None}) == ONE


def test_texts_and_lists_are_changed_as_a_whole() -> None:
    body = {
        "fr": "Un.\n\nDeux.",
        "en": "It had been three million, which the register says and nobody has contested.",
    }
    text = changed(ONE, "budget", {"body": body, "sources": [{"title": "B", "url": "https://b.example/"}]})
    (one,) = read(text)
    assert one.body == body
    assert one.sources == (Source("B", "https://b.example/"),)
    assert text.startswith(ONE[: ONE.index("  body")])
    assert "  by: Anne Exemple\n\n  created" in text


def test_one_note_of_several_is_changed() -> None:
    two = appended(ONE, note("le |maire| a dit", "maire"))
    assert two.startswith(ONE.rstrip())
    assert [one.id for one in read(two)] == ["budget", "maire"]
    text = changed(two, "maire", {"certainty": "low"})
    assert text.startswith(ONE.rstrip())
    assert [one.certainty for one in read(text)] == ["", "low"]
    with pytest.raises(LookupError):
        changed(two, "autre", {"hint": 1})


def test_line_ends_and_indentation_of_the_file_are_kept() -> None:
    indented = "".join(f"  {line}\n" if line else "\n" for line in ONE.splitlines())
    crlf = indented.replace("\n", "\r\n")
    text = changed(appended(crlf, note("le |maire| a dit", "maire")), "budget", {"hint": 2})
    assert "\n" not in text.replace("\r\n", "")
    assert [(one.id, one.hint) for one in read(text)] == [("budget", 2), ("maire", 0)]


def test_the_first_note_of_a_file_is_written_for_people() -> None:
    assert appended("", note("dit |le maire| à", hint=1)) == (
        '- id: n1\n  kind: context\n  on: "dit |le maire| à"\n  hint: 1\n  body:\n    fr: Une précision.\n'
        "  by: Anne Exemple\n  created: 2016-03-20\n  sources:\n    - title: Registre d'exemple\n"
        "      url: https://registre.example/pont\n"
    )


WORDS = st.text("ab |\\:#'\"\n-é{}[],&*!%", max_size=90).map(lambda text: f"a{text}".strip())
LINE = WORDS.map(lambda text: " ".join(text.split()))
TEXTS = st.dictionaries(st.sampled_from(("fr", "en", "ar")), WORDS, min_size=1)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2020, 1, 1))


@st.composite
def notes(draw: Any) -> Note:
    kind = draw(st.sampled_from(KINDS))
    rating = st.none() | st.builds(Rating, st.integers(1, 5), TEXTS)
    claim = st.builds(Claim, TEXTS, st.just("mixed"), LINE, st.none() | DAYS, TEXTS, TEXTS, rating)
    return Note(
        draw(st.from_regex(r"[a-z][a-z0-9]{2,8}x", fullmatch=True)),
        kind,
        Quotation(draw(LINE), draw(st.just("") | LINE), draw(st.just("") | LINE)),
        draw(TEXTS),
        draw(LINE),
        draw(DAYS),
        tuple(
            draw(
                st.lists(
                    st.builds(Source, LINE, st.just("https://a.example/?x=1&y"), LINE), min_size=1, max_size=3
                )
            )
        ),
        hint=draw(st.integers(0, 20)),
        certainty=draw(st.sampled_from(("", "high"))),
        claim=draw(claim) if kind == "claim" else None,
    )


@settings(deadline=None, max_examples=40, phases=[Phase.explicit, Phase.generate])
@given(st.lists(notes(), max_size=3, unique_by=lambda one: one.id), notes())
def test_what_is_written_is_read_back(some: list[Note], last: Note) -> None:
    text = "".join(map(note_text, some))
    assert list(read(text)) == some
    if last.id not in {one.id for one in some}:
        assert list(read(appended(text, last))) == [*some, last]
        renamed = changed(appended(text, last), last.id, {"by": "Un autre", "body": {"fr": "x"}})
        assert [one.by for one in read(renamed)] == [*(one.by for one in some), "Un autre"]
        assert list(read(renamed))[:-1] == some
