"""A note that is edited changes the lines that say something else, and nobody else's."""

from __future__ import annotations

import copy
import difflib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.notes.amend import items, with_note, without_note
from glose.digest.notes.load import read_notes

FILE = """\
# Notes of the town desk; keep the order.

- id: budget
  kind: context   # not a verdict
  on: "Le budget du |pont|, voté à"
  body: # both languages
    fr: >-
      Le budget était de trois millions, selon le registre de la ville, que personne
      n’a contesté depuis. Il a été voté une seconde fois le 12 mars 2016, après que
      la première délibération a été annulée par le juge.
    en: 'It was three million.'
  by: Anne Exemple

  created: 2016-03-20
  sources:
    - {title: Registre d'exemple, url: "https://registre.example/pont"} # seen
    # the second one is in Arabic
    - title: "السجل"
      url: https://sijill.example/

# About who speaks.
- id: qui
  kind: claim
  on: "rouvrira mardi|, a dit"
  body: {fr: Le maire., en: "The mayor, himself."}
  by: Bo Sample
  created: 2016-03-21
  certainty: low
  sources:
  - title: Registre
    url: https://registre.example/maire
  claim:
    speaker: le maire
    result: unverified   # as of today
    what: Le pont rouvrira.
  status: draft
"""


def lines(before: str, after: str) -> list[str]:
    """The lines that are new or gone, as a diff shows them."""
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [one for one in found if not one.startswith(("---", "+++", "@@"))]


def edited(id: str, text: str = FILE, **new: Any) -> str:
    values = next(one for one in copy.deepcopy(items(text)) if one["id"] == id)
    for path, value in new.items():
        *above, last = path.split("__")
        place = values
        for key in above:
            place = place[int(key) if key.isdecimal() else key]
        if value is None:
            del place[last]
        else:
            place[last] = value
    after = with_note(text, id, values, "fr")
    assert next(one for one in items(after) if one["id"] == id) == values
    assert [one for one in items(after) if one["id"] != id] == [one for one in items(text) if one["id"] != id]
    return after


def test_what_says_the_same_is_the_same_file() -> None:
    assert edited("budget") == FILE
    assert edited("qui") == FILE


def test_a_text_that_names_no_language_stays_as_it_is_when_a_form_names_the_sites() -> None:
    values = next(one for one in items(FILE) if one["id"] == "qui")
    values["claim"]["what"] = {"fr": "Le pont rouvrira."}
    assert with_note(FILE, "qui", values, "fr") == FILE
    values["claim"]["what"] = {"fr": "Le pont rouvrira.", "en": "It will open."}
    assert "      en: It will open.\n" in with_note(FILE, "qui", values, "fr")


def test_a_word_keeps_its_line_and_its_comment() -> None:
    assert lines(FILE, edited("budget", kind="variant")) == [
        "-  kind: context   # not a verdict",
        "+  kind: variant   # not a verdict",
    ]
    assert lines(FILE, edited("qui", claim__result="confirmed")) == [
        "-    result: unverified   # as of today",
        "+    result: confirmed   # as of today",
    ]


def test_a_quoted_text_stays_quoted() -> None:
    assert lines(FILE, edited("budget", body__en="It was four.")) == [
        "-    en: 'It was three million.'",
        "+    en: 'It was four.'",
    ]
    assert 'url: "https://autre.example/"} # seen' in edited(
        "budget", sources__0__url="https://autre.example/"
    )


def test_a_folded_text_breaks_anew_only_where_it_is_new() -> None:
    fr = items(FILE)[0]["body"]["fr"].replace("le 12 mars 2016", "le 14 mars 2016")
    assert lines(FILE, edited("budget", body__fr=fr)) == [
        "-      n’a contesté depuis. Il a été voté une seconde fois le 12 mars 2016, après que",
        "+      n’a contesté depuis. Il a été voté une seconde fois le 14 mars 2016, après que",
    ]
    more = items(FILE)[0]["body"]["fr"] + " Depuis, rien."
    assert all("juge" in one or "Depuis, rien" in one for one in lines(FILE, edited("budget", body__fr=more)))


def test_a_text_in_paragraphs_takes_the_place_of_one() -> None:
    after = edited("budget", body__fr="Un.\n\nDeux : trois.")
    assert "    fr: |-\n      Un.\n\n      Deux : trois.\n    en: 'It" in after


def test_a_key_is_added_in_its_place_and_taken_away_with_its_line() -> None:
    assert lines(FILE, edited("budget", certainty="high")) == ["+  certainty: high"]
    assert lines(FILE, edited("budget", modified="2016-03-22")) == ["+  modified: 2016-03-22"]
    assert lines(FILE, edited("qui", status=None)) == ["-  status: draft"]
    assert lines(FILE, edited("qui", claim__on="2016-03-11")) == ["+    on: 2016-03-11"]
    assert lines(FILE, edited("qui", claim=None, kind="sic"))[1:] == [
        "+  kind: sic",
        "-  claim:",
        "-    speaker: le maire",
        "-    result: unverified   # as of today",
        "-    what: Le pont rouvrira.",
    ]


def test_a_source_is_added_changed_and_taken_away_alone() -> None:
    sources = items(FILE)[0]["sources"]
    third = {"title": "Le Journal d’exemple", "url": "https://journal.example/"}
    assert lines(FILE, edited("budget", sources=[*sources, third])) == [
        "+    - title: Le Journal d’exemple",
        "+      url: https://journal.example/",
    ]
    assert lines(FILE, edited("budget", sources=[third, *sources])) == [
        "+    - title: Le Journal d’exemple",
        "+      url: https://journal.example/",
    ]
    assert lines(FILE, edited("budget", sources=sources[:1])) == [
        '-    - title: "السجل"',
        "-      url: https://sijill.example/",
    ]
    assert lines(FILE, edited("budget", sources__1__publisher="دار المثال")) == [
        "+      publisher: دار المثال"
    ]


def test_line_ends_are_those_of_the_file() -> None:
    other = FILE.replace("\n", "\r\n")
    after = edited("budget", other, certainty="high", body__fr="Un.\n\nDeux.", sources__1__publisher="X")
    assert after.count("\n") == after.count("\r\n")


def test_a_new_note_comes_last_with_its_keys_in_order() -> None:
    values = {
        "status": "draft", "sources": [{"url": "https://a.example/", "title": "A"}], "created": "2016-03-22",
        "by": "Anne Exemple", "hint": "2", "body": {"fr": "Oui."}, "on": "a|b|c", "kind": "sic", "id": "neuf",
    }  # fmt: skip
    after = with_note(FILE, "", values, "fr")
    assert after.startswith(FILE)
    assert list(items(after)[-1]) == [
        "id",
        "kind",
        "on",
        "hint",
        "body",
        "by",
        "created",
        "sources",
        "status",
    ]
    assert "\n  hint: 2\n" in after
    assert "\n  created: 2016-03-22\n" in after
    assert with_note("", "", values, "fr") == after[len(FILE) + 1 :]


@pytest.mark.parametrize("text", [FILE, FILE.replace("\n", "\r\n")])
def test_a_note_goes_alone(text: str) -> None:
    assert [one["id"] for one in items(without_note(text, "budget"))] == ["qui"]
    assert [one["id"] for one in items(without_note(text, "qui"))] == ["budget"]
    assert all(one.startswith("-") for one in lines(text, without_note(text, "budget")))
    assert "# About who speaks." in without_note(text, "budget")
    last = without_note(without_note(text, "qui"), "budget")
    assert items(last) == []
    assert "# Notes of the town desk" in last
    only = text[: text.index("# About")].partition("order.")[2].lstrip()
    assert without_note(only, "budget") == ""


def test_a_note_that_is_not_there_or_stands_on_one_line_is_refused() -> None:
    with pytest.raises(LookupError, match='no note "autre"'):
        with_note(FILE, "autre", {"id": "autre"}, "fr")
    with pytest.raises(LookupError):
        without_note("[{id: a, kind: sic}]", "a")
    with pytest.raises(LookupError, match="twice"):
        with_note("- id: a\n- id: a\n", "a", {"id": "a"}, "fr")


TEXT = (
    st.text("aé’: #-|>\"'[]{},&*!%@`\\\n\u00a0ق", min_size=1, max_size=200)
    .map(lambda text: "\n".join(" ".join(row.split(" ")).strip(" ") for row in text.split("\n")).strip())
    .filter(lambda text: text and text.strip() == text and text not in ("-", "~"))
)
SOURCE = st.fixed_dictionaries(
    {"title": TEXT, "url": st.just("https://a.example/")},
    optional={"publisher": TEXT, "date": st.just("2016-03")},
)


@settings(deadline=None)
@given(st.sampled_from(["budget", "qui"]), st.dictionaries(st.sampled_from(["fr", "en", "ar"]), TEXT, min_size=1),
       st.lists(SOURCE, min_size=1, max_size=4), st.booleans())  # fmt: skip
def test_whatever_is_written_the_note_says_it_and_the_others_what_they_said(
    id: str, body: dict[str, str], sources: list[dict[str, str]], windows: bool
) -> None:
    text = FILE.replace("\n", "\r\n") if windows else FILE
    after = edited(id, text, body=body, sources=sources)
    _, reading = read_notes(after.encode(), "content/notes/pont.yaml", "fr")
    assert not reading.faults
    assert after.startswith(text[: text.index("- id")])
    other = ("- id: qui", None) if id == "budget" else (None, "# About")
    start, end = (text.index(one) if one else None for one in other)
    assert text[slice(start, end)].strip() in after
