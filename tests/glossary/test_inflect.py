"""Number and gender by endings."""

from __future__ import annotations

import pytest

from plugins.digest.glossary.inflect import variants


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("jihadiste", "jihadistes"),
        ("jihadistes", "jihadiste"),
        ("général", "généraux générale générales"),
        ("journaux", "journal"),
        ("bateau", "bateaux"),
        ("festival", "festivals"),
        ("bijou", "bijoux"),
        ("travail", "travaux"),
        ("détail", "détails"),
        ("pneu", "pneus"),
        ("religieux", "religieuse religieuses"),
        ("sportif", "sportive sportives"),
        ("syrien", "syriens syrienne syriennes"),
        ("libanais", "libanaise"),
        ("rebelle", "rebelles"),
        ("insurgé", "insurgés insurgée insurgées"),
        ("insurgés", "insurgé insurgée"),
        ("combattant", "combattants combattante"),
        ("directeur", "directeurs directrice"),
        ("turc", "turcs turque"),
        ("bateau-mouche", "bateaux-mouches"),
        ("contre-attaque", "contre-attaques"),
    ],
)
def test_french_words_are_found_in_their_other_forms(name: str, found: str) -> None:
    assert set(found.split()) <= set(variants(name, "fr"))


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("parti", "partie parties"),
        ("port", "porte portes"),
        ("accord", "accorde"),
        ("armée", "armé"),
        ("traité", "traitée"),
        ("corps", "corp"),
        ("fils", "fil"),
        ("pays", "pay"),
        ("chinois", "chinoi"),
        ("congrès", "congrè"),
    ],
)
def test_french_words_do_not_become_other_words(name: str, others: str) -> None:
    assert not set(others.split()) & set(variants(name, "fr"))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("objectif terroriste", "objectifs terroristes"),
        ("groupes islamistes", "groupe islamiste"),
        ("chef d’état-major", "chefs d’état-major"),
        ("accord de paix", "accords de paix"),
        ("résolution du Conseil", "résolutions du Conseil"),
        ("Casque bleu", "Casques bleus"),
    ],
)
def test_in_a_french_name_the_words_before_the_preposition_agree(name: str, found: str) -> None:
    assert found in variants(name, "fr")


def test_what_follows_the_preposition_stays() -> None:
    assert "chefs d’états-majors" not in variants("chef d’état-major", "fr")
    assert "accord de paixs" not in variants("accord de paix", "fr")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("militia", "militias"),
        ("army", "armies"),
        ("armies", "army"),
        ("gunman", "gunmen"),
        ("gunmen", "gunman"),
        ("wolf", "wolves"),
        ("ambush", "ambushes"),
        ("ambushes", "ambush"),
        ("air strike", "air strikes"),
        ("cessation of hostilities", "cessations of hostilities"),
    ],
)
def test_english_words_are_found_in_their_other_number(name: str, found: str) -> None:
    assert found in variants(name, "en")


def test_english_words_that_end_in_s_are_not_cut_short() -> None:
    for word in ("crisis", "corpus", "glass"):
        assert word[:-1] not in variants(word, "en")


def test_acronyms_and_other_languages_stay_as_they_are() -> None:
    assert variants("ONU", "fr") == ("ONU",)
    assert variants("Brot", "de") == ("Brot",)
