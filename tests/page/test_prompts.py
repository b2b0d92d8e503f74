"""Lines in the website's own voice, and sentences of the article that begin like one."""

from __future__ import annotations

import pytest

from plugins.digest.newsroom.prompts import is_stub, prompt


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
        ("Image 1 of 5", "share"),
        ("Have a tip? Write to desk@gazette.example", "contact"),
    ],
)
def test_a_prompt_is_known_by_its_words(text: str, kind: str) -> None:
    assert prompt(text, linked=0.0) == kind


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
def test_a_sentence_that_begins_like_a_prompt_is_none(text: str) -> None:
    assert prompt(text, linked=0.0) == ""


def test_a_long_block_is_no_prompt_unless_it_is_mostly_links() -> None:
    text = "À lire aussi : " + "un titre de plus, " * 20
    assert prompt(text, linked=0.0) == ""
    assert prompt(text, linked=0.9) == "related"


def test_the_line_of_a_paywall_is_known_and_a_sentence_about_one_is_not() -> None:
    assert is_stub("Il vous reste 71 % de cet article à lire.")
    assert not is_stub("Il lui reste deux articles à lire avant ce soir.")
