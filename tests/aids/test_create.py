"""A new entry begins with what is known; the loader then names what is still to be written, line by line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.glossary import load_glossary
from glose.digest.glossary.create import create
from glose.digest.glossary.entry import read_entry
from glose.digest.model.errors import GlossaryError
from glose.digest.schema.node import Reading
from tests.aids.made_up import words

DAY = dt.date(2026, 11, 22)


def test_what_the_author_must_still_write_is_named_by_line_and_a_draft_stops_nobody(tmp_path: Path) -> None:
    text = create("Ville-Exemple", "place", DAY, lang="fr", languages=("fr", "en"))
    (tmp_path / "ville-exemple.md").write_text(text, encoding="utf-8")
    glossary = load_glossary(tmp_path)
    assert not glossary
    rows = text.split("\n")
    named = {rows[fault.line - 1].split("  #")[0].strip() for fault in glossary.warnings if fault.line}
    assert {'- {text: "", lang: en, role: pref}', "- short:", '- title: ""'} <= named
    (tmp_path / "ville-exemple.md").write_text(text.replace("draft", "reviewed"), encoding="utf-8")
    with pytest.raises(GlossaryError, match='a sense has no "short"'):
        load_glossary(tmp_path)


def test_with_everything_given_the_draft_loads(tmp_path: Path) -> None:
    text = create(
        "Ville-Exemple",
        "place",
        DAY,
        lang="fr",
        definition="Une ville.",
        source="Titre",
        url="https://a.example/",
    )
    (tmp_path / "ville-exemple.md").write_text(text, encoding="utf-8")
    found = load_glossary(tmp_path)["ville-exemple"]
    assert (found.status, found.as_of, found.review_after) == ("draft", DAY, dt.date(2027, 11, 22))
    assert found.definition("fr", DAY) == "Une ville."


@settings(max_examples=50, deadline=None)
@given(words, st.sampled_from(["fr", "en", "ar"]))
def test_any_name_is_read_back_as_it_was_given(name: str, lang: str) -> None:
    text = create(
        name,
        "person",
        DAY,
        lang=lang,
        languages=(lang,),
        definition="…",
        source="…",
        url="https://a.example/",
    )
    found = read_entry(Reading("x.md", "fr"), "x", text)
    assert found is not None
    assert [one.text for one in found.names if one.lang == lang] == [name]


def test_a_type_that_is_none_names_the_nearest() -> None:
    with pytest.raises(GlossaryError, match='write "place"'):
        create("Ville-Exemple", "plce", DAY, lang="fr")


def test_names_in_other_languages_are_preferred_there_and_further_ones_are_aliases(tmp_path: Path) -> None:
    aliases = (
        ("de", "Musterstadt"),
        ("de", "Muster-Stadt"),
        ("en", "S-town"),
        ("en", "SAMPLETOWN"),
        ("ar", "مثال"),
    )
    text = create("Sampletown", "place", DAY, lang="en", languages=("en", "de"), aliases=aliases)
    rows = [row for row in text.split("\n") if row.startswith("  - {text: ")]
    assert rows == [
        '  - {text: "Sampletown", lang: en, role: pref}',
        '  - {text: "Musterstadt", lang: de, role: pref}',
        '  - {text: "Muster-Stadt", lang: de, role: alt}',
        '  - {text: "S-town", lang: en, role: alt}',
        '  - {text: "مثال", lang: ar, role: pref}',
    ]


@pytest.mark.parametrize(
    ("languages", "said"),
    [(("en", "de"), "{en: First version., de: Erste Fassung.}"), (("sv",), "{en: First version.}")],
)
def test_an_entry_speaks_the_languages_of_its_site_and_no_other(
    languages: tuple[str, ...], said: str
) -> None:
    text = create("Sampletown", "place", DAY, lang=languages[0], languages=languages)
    assert f"what: {said}}}" in text
    assert "fr" not in {row.partition(":")[0].strip() for row in text.split("\n")}
    assert "lang: fr" not in text
