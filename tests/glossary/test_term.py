"""What a term answers: its name, its sense, its definition."""

from __future__ import annotations

import datetime as dt

from glose.digest.glossary.term import Name, Sense
from tests.glossary.entries import term

THEN, TURN, NOW = dt.date(2016, 3, 15), dt.date(2016, 7, 28), dt.date(2017, 1, 1)
CHANGING = term(
    "delta",
    Name("Delta", "fr", "pref", None, TURN),
    Name("Nouveau Delta", "fr", "pref", TURN, None),
    Name("Daltah", "fr", "hidden"),
    Name("The Delta", "en", "pref"),
    Name("دلتا", "ar", "pref"),
    senses=(
        Sense(None, TURN, {"fr": "Avant.", "en": "Before."}),
        Sense(TURN, NOW, {"fr": "Après."}),
    ),
)


def test_the_definition_is_the_one_of_the_articles_day() -> None:
    assert CHANGING.definition("fr", THEN) == "Avant."
    assert CHANGING.definition("fr", TURN - dt.timedelta(1)) == "Avant."
    assert CHANGING.definition("fr", TURN) == "Après."


def test_there_is_no_definition_for_a_day_without_a_sense_nor_in_a_language_without_text() -> None:
    assert CHANGING.definition("fr", NOW) is None
    assert CHANGING.definition("en", TURN) is None
    assert CHANGING.definition("ar", THEN) is None


def test_without_a_day_only_a_single_sense_defines() -> None:
    assert CHANGING.definition("fr", None) is None
    assert term("alfa", "Alfa").definition("fr", None) == "Définition de alfa."


def test_a_region_does_not_change_the_language() -> None:
    assert CHANGING.definition("en-GB", THEN) == "Before."
    assert CHANGING.label("fr_CA", THEN) == "Delta"


def test_the_label_is_the_preferred_name_of_the_day() -> None:
    assert CHANGING.label("fr", THEN) == "Delta"
    assert CHANGING.label("fr", TURN) == "Nouveau Delta"
    assert CHANGING.label("fr") == "Nouveau Delta"
    assert CHANGING.label("en") == "The Delta"


def test_a_label_falls_back_to_english_then_to_the_first_language_then_to_the_slug() -> None:
    assert CHANGING.label("de") == "The Delta"
    assert term("alfa", Name("Alfa", "ar", "alt"), Name("Alpha", "fr", "pref")).label("de") == "Alfa"
    assert term("alfa", Name("Alfa", "fr", "hidden")).label("fr") == "alfa"
    assert term("alfa").label("fr") == "alfa"


def test_a_time_of_day_is_taken_for_its_day() -> None:
    assert CHANGING.definition("fr", dt.datetime(2016, 7, 28, 12, tzinfo=dt.UTC)) == "Après."


def test_a_sense_keeps_its_anchor_when_the_entry_gets_others() -> None:
    only = term("alfa", "Alfa").senses
    assert [sense.anchor for sense in only] == ["since-always"]
    assert [sense.anchor for sense in CHANGING.senses] == ["since-always", "since-2016-07-28"]
