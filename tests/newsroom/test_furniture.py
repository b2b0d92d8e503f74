"""Lines in the website's own voice, and sentences of the article that begin like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.newsroom.furniture import KINDS, furniture, is_stub, too_much
from glose.digest.newsroom.furniture import kind as kind_of
from glose.digest.newsroom.phrases import Phrase, folded, openings, read
from tests.newsroom.furniture import FURNITURE, REPORTING

WORDING = sorted(
    (Path(__file__).parents[2] / "plugins" / "glose" / "digest" / "newsroom" / "wording").glob("*.txt")
)
PHRASES = [(file.stem, phrase) for file in WORDING for phrase in read(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("À lire aussi : La halle attend son toit", "related"),
        ("Lire aussi La halle attend son toit", "related"),
        ("À lire : La halle", "related"),
        ("Sur le même sujet", "related"),
        ("Read more: What becomes of the fish", "related"),
        ("Related stories", "related"),
        ("Lesen Sie auch: Der Fluss", "related"),
        ("Te puede interesar", "related"),
        ("اقرأ أيضا: حكاية", "related"),
        ("Publicité", "advertising"),
        ("Passer la publicité", "advertising"),
        ("ADVERTISEMENT", "advertising"),
        ("Story continues below advertisement", "advertising"),
        ("Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.", "paywall"),
        ("Article réservé aux abonnés", "paywall"),
        ("Déjà abonné ? Se connecter", "paywall"),
        ("S’abonner", "paywall"),
        ("To continue reading, subscribe now.", "paywall"),
        ("Recevez chaque matin notre newsletter dans votre boîte mail", "newsletter"),
        ("Sign up for our newsletter.", "newsletter"),
        ("Partager sur Facebook", "share"),
        ("Copier le lien", "share"),
        ("Follow us on Instagram", "share"),
        ("Image 1 of 5", "label"),
        ("Have a tip? Write to desk@gazette.example", "contact"),
    ],
)
def test_furniture_is_known_by_its_words(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "La publicité pour le tabac est interdite depuis 1991.",
        "Lire, disait-elle, est une façon de se taire.",
        "Relire aussi les contrats, voilà ce qu'il faudrait.",
        "More on that is expected on the same evening.",
        "Share prices fell on Monday.",
        "Like many on X, he laughed.",
        "Une erreur de pilotage est en cause.",
        "Contact was lost at dawn.",
        "Partager le pain ne se discute pas.",
        "Most people read the story.",
        "La suite, dit-il, est connue.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_none(text: str) -> None:
    assert kind_of(text) == ""


def test_a_long_block_is_no_furniture_unless_it_is_mostly_links() -> None:
    text = "À lire aussi : " + "un titre de plus, " * 20
    assert kind_of(text, linked=0.0) == ""
    assert kind_of(text, linked=0.9) == "related"


def test_the_line_of_a_paywall_is_known_and_a_sentence_about_one_is_not() -> None:
    assert is_stub("Il vous reste 71 % de cet article à lire.")
    assert not is_stub("Il lui reste deux articles à lire avant ce soir.")


@pytest.mark.parametrize(("text", "expected"), FURNITURE.items())
def test_every_language_has_its_kinds(text: str, expected: str) -> None:
    assert kind_of(text) == expected


@pytest.mark.parametrize("text", REPORTING)
def test_reporting_is_no_furniture(text: str) -> None:
    assert kind_of(text) == ""


def test_every_language_has_words_for_related_links_subscription_sharing_and_consent() -> None:
    have = {(lang, phrase.kind) for lang, phrase in PHRASES}
    langs = ("ar", "de", "en", "es", "fr", "it", "nl", "pt")
    assert {(lang, name) for lang in langs for name in KINDS} <= have


def test_every_phrase_has_a_kind_and_a_word_that_must_be_there() -> None:
    assert {phrase.kind for _, phrase in PHRASES} <= set(KINDS)
    assert [phrase.source for _, phrase in PHRASES if not openings(phrase)] == []
    assert [p.source for _, p in PHRASES if any(p.reads("", loose=loose)[0] for loose in (False, True))] == []


@pytest.mark.parametrize(
    ("source", "text", "reads"),
    [
        ("lire|voir aussi", "Lire aussi", True),
        ("lire|voir aussi", "Lire  aussi !", True),
        ("lire|voir aussi", "Relire aussi", False),
        ("[vous_etes] deja abonne", "Vous êtes déjà abonné ?", True),
        ("l' article continue", "L’article continue", True),
        ("# min de lecture", "12 min de lecture", True),
        ("meistgelesen*", "Meistgelesene", True),
        ("partager|imprimer partager|imprimer+", "Partager Imprimer Partager", True),
        ("lire aussi ^…", "Lire aussi La halle", True),
        ("lire aussi ^…", "Lire aussi La halle.", False),
        ("lire aussi ^…", "Lire aussi la halle", False),
        ("lire aussi ^…", "Lire aussi : la halle.", True),
        ("lire aussi ~…", "Lire aussi la halle", True),
        ("lire aussi ~…", "Lire aussi la halle.", False),
        ("lire aussi :…", "Lire aussi la halle", False),
    ],
)
def test_a_phrase_is_read_as_it_is_written(source: str, text: str, reads: bool) -> None:
    assert Phrase("related", source).reads(folded(text), loose=False)[0] == reads


def test_where_much_is_a_link_a_phrase_may_go_on_in_any_way() -> None:
    assert kind_of("Lire aussi la halle.") == ""
    assert kind_of("Lire aussi la halle.", linked=0.8) == "related"


def test_a_block_of_several_phrases_is_furniture_and_one_with_a_sentence_is_none() -> None:
    assert kind_of("Déjà abonné ? Se connecter | Partager") == "paywall"
    assert kind_of("Déjà abonné ? Le maire ne l'est pas.") == ""


def test_notices_may_take_more_of_a_brief_than_a_free_phrase() -> None:
    notice, free = furniture("Advertisement"), furniture("Read more: the bridge")
    assert notice
    assert free
    assert too_much([(notice, 300)], 1000) == frozenset()
    assert too_much([(notice, 600)], 1000) == {"advertising"}
    assert too_much([(free, 300)], 1000) == {"related"}
    assert too_much([(free, 90)], 200) == frozenset()  # less than a paragraph
