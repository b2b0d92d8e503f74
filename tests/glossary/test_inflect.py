"""Number and gender by endings."""

from __future__ import annotations

import pytest

from glose.digest.glossary.inflect import variants


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
        ("citoyen", "citoyenne citoyennes"),
        ("ambassadeur", "ambassadrice"),
        ("auteur", "autrice auteure autrices"),
        ("chef", "cheffe cheffes"),
        ("préfet", "préfète"),
        ("Grec", "Grecs Grecque Grecques"),
        ("œil", "yeux"),
        ("aide-soignant", "aides-soignants aides-soignantes"),
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
        ("parti communiste", "partie communiste"),
        ("port franc", "porte franche"),
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
        ("directeur général", "directrice générale"),
        ("directeur général", "directrices générales"),
        ("Premier ministre", "Première ministre"),
        ("haut-commissaire", "hautes-commissaires"),
        ("chef de cabinet", "cheffe de cabinet"),
        ("maire adjoint", "maires adjointes"),
        ("travailleur détaché", "travailleuse détachée"),
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
        ("attorney general", "attorneys general"),
        ("president-elect", "presidents-elect"),
        ("mother-in-law", "mothers-in-law"),
        ("crisis", "crises"),
        ("bacterium", "bacteria"),
        ("NGO", "NGOs"),
    ],
)
def test_english_words_are_found_in_their_other_number(name: str, found: str) -> None:
    assert found in variants(name, "en")


def test_english_words_that_end_in_s_are_not_cut_short() -> None:
    for word in ("crisis", "corpus", "glass"):
        assert word[:-1] not in variants(word, "en")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Soldat", "Soldaten Soldatin Soldatinnen"),
        ("Waffenruhe", "Waffenruhen"),
        ("Angriff", "Angriffe Angriffs Angriffen"),
        ("Land", "Länder Ländern Landes"),
        ("Kämpfer", "Kämpfern Kämpferin Kämpferinnen"),
        ("Abgeordneter", "Abgeordnete Abgeordneten"),
    ],
)
def test_german_nouns_are_found_in_their_other_forms(name: str, found: str) -> None:
    assert set(found.split()) <= set(variants(name, "de"))


def test_german_adjectives_take_their_endings_with_the_noun() -> None:
    assert {"schmutzigen Bombe", "schmutziger Bomben"} <= set(variants("schmutzige Bombe", "de"))


def test_german_words_do_not_become_other_words() -> None:
    assert "Wähler" not in variants("Wahl", "de")
    assert "Banker" not in variants("Bank", "de")


@pytest.mark.parametrize(
    ("lang", "name", "found"),
    [
        ("es", "misionero", "misioneros misionera misioneras"),
        ("es", "misión", "misiones"),
        ("it", "senatore", "senatori senatrice senatrici"),
        ("pt", "missão", "missões"),
    ],
)
def test_romance_nouns_are_found_in_their_other_forms(lang: str, name: str, found: str) -> None:
    assert set(found.split()) <= set(variants(name, lang))


def test_words_after_a_spanish_preposition_stay() -> None:
    assert "altos el fuego" in variants("alto el fuego", "es")


@pytest.mark.parametrize("lang", ["fr", "en", "de", "es"])
def test_an_acronym_takes_an_s_and_nothing_else(lang: str) -> None:
    assert variants("ONG", lang) == ("ONG", "ONGs")


def test_languages_without_rules_stay_as_they_are() -> None:
    assert variants("leib", "et") == ("leib",)
