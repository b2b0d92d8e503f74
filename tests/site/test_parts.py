"""What pages are made of: order, relations, time, place and addresses."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glose.digest.edition.chart import LIMIT, chart
from glose.digest.edition.collate import fold, initial, sort_key
from glose.digest.edition.edition import Edition
from glose.digest.edition.fragment import fragment
from glose.digest.edition.moments import Moment, events, source_of, years
from glose.digest.edition.outline import WIDTH, load_outline
from glose.digest.edition.related import COMMON, related
from glose.digest.editions import Editions
from glose.digest.glossary.term import Event, Name, Sense, Source, Term
from glose.digest.model.errors import DigestError
from tests.digest import ROOT

EDITIONS = Editions(("fr", "en"))
OUTLINE = load_outline(ROOT / "theme" / "outlines" / "levant.json")


# Order


def test_accents_ligatures_and_apostrophes_do_not_move_a_word():
    names = ["zèbre", "Œuf", "Élan", "oeuf", "elan", "L’Été", "étage", "Al-Qaïda", "alaouites", "Alep"]
    assert sorted(names, key=sort_key) == [
        "alaouites", "Alep", "Al-Qaïda", "elan", "Élan", "étage", "L’Été", "oeuf", "Œuf", "zèbre",
    ]  # fmt: skip


def test_arabic_names_are_in_the_order_of_their_letters():
    assert sorted(["حلب", "اللاذقية", "أسد", "بشار"], key=sort_key) == ["أسد", "اللاذقية", "بشار", "حلب"]


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=8))
def test_an_initial_is_one_letter_or_the_sign_for_the_rest(text):
    assert initial(text) == "#" or initial(text)[0].isalpha()


def test_an_edition_knows_its_language():
    arabic = Edition("ar", "ar/", ())
    assert (arabic.name, arabic.direction) == ("العربية", "rtl")
    assert Edition("fr", "", ()).territory == "fr_FR"


# Related articles


def test_a_rare_shared_term_counts_more_than_a_common_one():
    terms = {name: frozenset(slugs.split()) for name, slugs in {
        "a": "rare common", "b": "rare", "c": "common", "d": "common", "e": "common", "f": "other",
    }.items()}  # fmt: skip
    found = dict(related(terms))
    assert [relation.key for relation in found["a"]] == ["b", "c", "d", "e"]
    assert found["f"] == ()


def test_a_term_that_stands_everywhere_relates_nothing():
    terms = {number: frozenset({"everywhere"}) for number in range(COMMON + 1)}
    assert all(relations == () for _, relations in related(terms))


@given(st.dictionaries(st.integers(0, 20), st.frozensets(st.sampled_from("abcdef"), max_size=4), max_size=12))
def test_relations_are_mutual_and_never_with_oneself(terms):
    found = {key: {r.key: r.score for r in relations} for key, relations in related(terms, limit=50)}
    for key, others in found.items():
        assert key not in others
        for other, score in others.items():
            assert found[other][key] == pytest.approx(score)


# Time


def test_years_run_backwards_and_days_forwards():
    moments = [Moment(day, day, str(day)) for day in (date(2015, 1, 2), date(2016, 5, 1), date(2016, 2, 1))]
    assert [(year, [day.cited[0].text for day in days]) for year, days in years(moments)] == [
        (2016, ["2016-02-01", "2016-05-01"]),
        (2015, ["2015-01-02"]),
    ]


def test_what_articles_cite_folds_under_its_day_and_an_interval_stands_for_itself():
    day, end = date(2016, 2, 27), date(2016, 3, 5)
    moments = [
        Moment(day, None, "depuis"), Moment(None, day, "jusqu’au"), Moment(day, day, "le"), Moment(day, end, "du"),
        Moment(day, day, "publié", kind="article"), Moment(day, None, "commence", kind="event"),
    ]  # fmt: skip
    ((year, days),) = years(moments)
    assert year == 2016
    kinds = [(day.period.until, day.events, day.articles, day.cited) for day in days]
    assert [(until, *([m.text for m in found] for found in told)) for until, *told in kinds] == [
        (day, [], ["publié"], ["jusqu’au", "le", "depuis"]),
        (end, [], [], ["du"]),
        (None, ["commence"], [], []),
    ]  # fmt: skip


def term(slug: str, *happened: Event, **more: Any) -> Term:
    name = Name(f"Nom de {slug}", "fr", "pref")
    sources = (Source("Titre de la source", "https://source.example/1"),)
    return Term(
        slug, "org", (name,), (Sense(),), sources, date(2026, 1, 1), "reviewed", events=happened, **more
    )


TRUCE = Event({"fr": "La trêve commence."}, "https://source.example/1", date(2016, 2, 27))


def test_an_event_is_told_with_its_entry_and_the_source_that_bears_it():
    (told,) = events([term("un", TRUCE)], "en", EDITIONS)
    assert (told.text, told.lang, told.since, told.until) == (
        "La trêve commence.",
        "fr",
        TRUCE.date,
        TRUCE.date,
    )
    assert told.entries == (("Nom de un", "en/glossary/un/"),)
    assert [source.title for source in told.sources] == ["Titre de la source"]


def test_what_two_entries_tell_in_the_same_words_is_told_once():
    (told,) = events([term("un", TRUCE), term("deux", TRUCE)], "fr", EDITIONS)
    assert [name for name, _ in told.entries] == ["Nom de un", "Nom de deux"]
    assert len(told.sources) == 1
    later = replace(TRUCE, date=date(2016, 2, 28))
    assert len(events([term("un", TRUCE), term("deux", later)], "fr", EDITIONS)) == 2


def test_a_source_that_the_entry_does_not_list_is_named_by_its_host():
    away = replace(TRUCE, source="https://ailleurs.example/page")
    assert source_of(term("un"), away).title == "ailleurs.example"


def test_the_boundary_of_two_senses_is_no_event():
    turn = date(2016, 7, 28)
    two = replace(term("un"), senses=(Sense(until=turn), Sense(since=turn)))
    assert events([two], "fr", EDITIONS) == []


def test_a_month_without_a_mention_is_a_bar_of_no_height():
    bars = chart(["2015-12-01T06:00:00+00:00", "2016-02-03", "2016-02-09"]).bars
    assert [(str(bar.first), bar.count, bar.height) for bar in bars] == [
        ("2015-12-01", 1, 0.5),
        ("2016-01-01", 0, 0.0),
        ("2016-02-01", 2, 1.0),
    ]


@given(st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), max_size=30))
def test_a_chart_counts_every_mention_whatever_its_unit(days):
    drawn = chart(map(str, days))
    assert sum(bar.count for bar in drawn.bars) == len(days)
    assert drawn.unit == "year" or len(drawn.bars) <= LIMIT


# Place


def test_the_edges_of_the_box_are_the_edges_of_the_picture():
    west, south, east, north = OUTLINE.box
    assert OUTLINE.place((west, north)) == (0.0, 0.0)
    assert OUTLINE.place((east, south)) == (WIDTH, OUTLINE.height)
    assert OUTLINE.holds((west, south))
    assert not OUTLINE.holds((east + 0.1, south))


def test_a_degree_is_as_long_to_the_east_as_the_middle_of_the_map_has_it():
    """At 34.9° N a degree of longitude is 0.82 of one of latitude."""
    x0, y0 = OUTLINE.place((36.0, 35.0))
    x1, y1 = OUTLINE.place((37.0, 34.0))
    assert (x1 - x0) / (y1 - y0) == pytest.approx(0.82, abs=0.01)


def test_the_outline_says_where_it_comes_from_in_every_language_of_the_interface():
    assert "Natural Earth" in OUTLINE.source
    for file in (ROOT / "theme" / "translations").glob("*.po"):
        assert "Natural Earth" in OUTLINE.credit[file.stem]


@pytest.mark.parametrize(
    "text", ["{}", "[]", "no JSON", '{"box": [1, 2, 3]}', '{"box": "west"}'],
)  # fmt: skip
def test_a_broken_outline_is_named(tmp_path, text):
    file = tmp_path / "essai.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DigestError, match=r"outlines/essai\.json"):
        load_outline(file)


def test_an_outline_without_width_is_named(tmp_path):
    whole = json.loads((ROOT / "theme" / "outlines" / "levant.json").read_text(encoding="utf-8"))
    file = tmp_path / "essai.json"
    file.write_text(json.dumps(whole | {"box": [32, 31, 32, 38]}), encoding="utf-8")
    with pytest.raises(DigestError, match="no width"):
        load_outline(file)
    file.write_text(json.dumps(whole), encoding="utf-8")
    assert load_outline(file) == OUTLINE


def test_the_outline_of_the_documentation_can_be_drawn(tmp_path):
    page = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")
    file = tmp_path / "essai.json"
    file.write_text(page.partition("```json\n")[2].partition("```")[0], encoding="utf-8")
    drawn = load_outline(file)
    assert drawn.path(drawn.land, closed=True).endswith("z")
    assert drawn.holds(drawn.countries[0][1])


def test_where_no_outline_is_there_is_none(tmp_path):
    assert load_outline(tmp_path / "essai.json") is None


# Addresses


def test_a_fragment_names_the_words_between_their_neighbours():
    made = fragment("qui se bat contre le", "Front d’Exemple", ", selon un témoin")
    assert made.startswith("#:~:text=")
    assert unquote(made) == "#:~:text=se bat contre le-,Front d’Exemple,-, selon un témoin"


@given(st.text("abc -,&é’", min_size=1, max_size=12))
def test_signs_of_the_syntax_never_stand_bare_in_a_fragment(words):
    middle = fragment("", words, "").removeprefix("#:~:text=")
    assert not set(middle) & set("-,& ")
    assert unquote(middle) == words
