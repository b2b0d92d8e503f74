"""Datelines in the forms that agencies use, and sentences that only look like one."""

from __future__ import annotations

from datetime import date

import pytest

from glose.digest.model.article import Article, Block
from glose.digest.model.draft import Draft
from glose.digest.rules.dateline import dateline


def after(text: str, **known: object) -> Draft:
    article = Article(lang="fr", **known)  # type: ignore[arg-type]
    return dateline(Draft(article, (Block("paragraph", text), Block("paragraph", "Une suite."))))


@pytest.mark.parametrize(
    ("start", "found", "source", "day"),
    [
        ("Ville, 21 jan 2019 (AFP) - ", "Ville, 21 jan 2019 (AFP)", "AFP", date(2019, 1, 21)),
        ("Ville, 10 juil 2024 (AFP) ", "Ville, 10 juil 2024 (AFP)", "AFP", date(2024, 7, 10)),
        ("Ville (ats afp) ", "Ville (ats afp)", "ATS", None),
        ("VILLE EXEMPLE (AP) — ", "VILLE EXEMPLE (AP)", "AP", None),
        ("FORT EXEMPLE, Pa. (AP) _ ", "FORT EXEMPLE, Pa. (AP)", "AP", None),
        ("VILLE, Monday (Reuters) - ", "VILLE, Monday (Reuters)", "Reuters", None),
        ("Nueva Ville, 21 ene (EFE).- ", "Nueva Ville, 21 ene (EFE)", "EFE", None),
        ("EXEMPLE March 22 AAP - ", "EXEMPLE March 22 AAP", "AAP", None),
        ("EXEMPLE, Pays, Dec. 9 Kyodo - ", "EXEMPLE, Pays, Dec. 9 Kyodo", "Kyodo", None),
        ("VILLE, 01 LUG - ", "VILLE, 01 LUG", "", None),
        ("Ville (dpa) - ", "Ville (dpa)", "dpa", None),
        ("EXEMPLE/LA VILLE, March 7 (Reuters) - ", "EXEMPLE/LA VILLE, March 7 (Reuters)", "Reuters", None),
        ("VILLE, Nov 22 — ", "VILLE, Nov 22", "", None),
        ("VILLE, N.Y. – ", "VILLE, N.Y.", "", None),
        ("BEYROUTH – ", "BEYROUTH", "", None),
    ],
)
def test_a_dateline_is_taken_off_the_first_paragraph(
    start: str, found: str, source: str, day: date | None
) -> None:
    draft = after(start + "La première phrase.")
    assert draft.article.dateline == found
    assert draft.blocks[0].text == "La première phrase."
    assert draft.article.source == source
    assert (draft.article.date, draft.article.date_source) == (day, "dateline" if day else "unresolved")


@pytest.mark.parametrize(
    "text",
    [
        "Ville-Exemple est une ville (ouest) de la région.",
        "L'agence (AFP) a publié un texte.",
        "URGENT - Un séisme a eu lieu.",
        "LE POINT SUR LA SITUATION - Une journée ordinaire.",
        "Le 21 janvier 2019, une place (nord) a ouvert.",
        "Anne Exemple, 30 ans, habite ici.",
        "A - B",
        "Non - dit-il.",
    ],
)
def test_a_sentence_that_looks_like_one_is_left_alone(text: str) -> None:
    assert after(text).blocks[0].text == text


def test_a_dateline_may_be_a_paragraph_of_its_own() -> None:
    draft = after("Ville, 21 jan 2019 (AFP) -")
    assert draft.article.dateline == "Ville, 21 jan 2019 (AFP)"
    assert [block.text for block in draft.blocks] == ["Une suite."]


def test_a_day_without_a_year_gives_no_date_and_says_so() -> None:
    draft = after("Ville, 21 jan (AFP) - Une phrase.")
    assert draft.article.date is None
    assert [f for f in draft.article.findings if f.rule == "date" and f.confidence < 0.5]


def test_a_known_date_wins_over_the_dateline() -> None:
    draft = after("Ville, 21 jan 2019 (AFP) - Une phrase.", date=date(2020, 1, 1), date_source="metadata")
    assert (draft.article.date, draft.article.date_source) == (date(2020, 1, 1), "metadata")


def test_a_reader_that_has_the_dateline_switches_the_rule_off() -> None:
    text = "Ville, 21 jan 2019 (AFP) - Une phrase."
    assert after(text, dateline="Ville (AFP)").blocks[0].text == text
