"""Names of furniture on what holds the article, and letters that only look like such a name."""

from __future__ import annotations

import pytest

from glose.digest.readers.page.class_names import words
from tests.page.pages import CLOSING, OPENING, between, drafted, page

PROSE = "Une phrase de plus, assez longue pour que personne ne la prenne pour une étiquette ou un bouton de la page."
OTHER = "La mairie de Sampletown cherche encore une date pour la fête du port, que la pluie a déjà repoussée deux fois."


def texts(data: bytes) -> list[str]:
    return [block.text for block in drafted(data).blocks]


@pytest.mark.parametrize(
    "around",
    [
        "<nav class='menu'><ul><li><a href='/'>Accueil</a></li></ul>",
        "<button class='menu-toggle'><span>Menu</span>",
        "<header class='site-header'><div class='nav-main'>",
        "<form action='/recherche'><input name='q'>",
        "<div class='layout-sidebar-left'>",
        "<div class='page-footer'>",
        "<footer>",
        "<div class='sponsored-post promo'>",
    ],
)
def test_a_box_that_holds_the_whole_article_is_no_furniture(around: str) -> None:
    data = page(f"<p>{PROSE}</p>").replace(b"<main>", around.encode() + b"<main>")
    assert texts(data) == [OPENING, PROSE, CLOSING]


@pytest.mark.parametrize("label", ["cta", "newsletter-box", "ad-slot", "share-bar"])
def test_a_box_never_closed_inside_the_article_takes_only_its_own_words(label: str) -> None:
    body = f"<div class='{label}'><div><form><label>Courriel</label><input></form></div><p>{PROSE}</p><p>{OTHER}</p>"
    assert texts(page(body)) == [OPENING, PROSE, OTHER, CLOSING]


@pytest.mark.parametrize("label", ["cta", "newsletter-box", "ad-slot", "share-bar"])
def test_a_small_box_of_that_name_is_furniture(label: str) -> None:
    assert between(f"<div class='{label}'><p>Notre lettre chaque semaine</p></div>") == []


@pytest.mark.parametrize(
    "heading",
    [
        '<h2 id="comments-from-the-mayor">Ce que dit le maire</h2>',
        '<h2 id="newsletter">La lettre du maire</h2>',
        '<h2 class="ez-toc-section" id="more">Deux ans de travaux</h2>',
        '<h2 id="toc-1">Deux ans de travaux</h2>',
        '<h2 id="nav_costs__0">Deux ans de travaux</h2>',
    ],
)
def test_a_headings_own_id_and_mark_say_nothing_against_it(heading: str) -> None:
    assert len(between(f"{heading}<p>{PROSE}</p>")) == 2


@pytest.mark.parametrize(
    "label",
    [
        "rail-strike",
        "the-newsletter-affair",
        "sharing-with-a-single-developer",
        "ad40b84c-12ad-4ad0-b8ad-ad12ad34ad56",
    ],
)
def test_a_word_inside_an_id_made_from_other_words_is_no_evidence(label: str) -> None:
    assert between(f'<section id="{label}"><p>{PROSE}</p></section>') == [PROSE]


@pytest.mark.parametrize(
    "label", ["comments", "comments-section", "site-footer", "related_articles", "ad-slot-1"]
)
def test_an_id_all_of_whose_words_are_of_the_craft_is_evidence(label: str) -> None:
    assert between(f'<div id="{label}"><p>{PROSE}</p></div>') == []


@pytest.mark.parametrize("label", ["overflow-x-hidden", "bricks-lazy-hidden", "field--label-hidden"])
def test_a_class_that_hides_something_else_does_not_hide_the_text(label: str) -> None:
    assert between(f'<div class="{label}"><p>{PROSE}</p></div>') == [PROSE]


def test_a_page_that_never_opens_its_body_has_one() -> None:
    data = f"<title>Le pont</title><main><h1>Le pont</h1><p>{PROSE}</p><p>{OTHER}</p></main>"
    assert texts(f"<html>{data}</html>".encode()) == [PROSE, OTHER]


@pytest.mark.parametrize("label", ["hidden", "is-hidden", "sr-only", "visually-hidden"])
def test_a_class_that_hides_its_element_does(label: str) -> None:
    assert between(
        f'<p>Un mot <span class="{label}">(ouvre un onglet)</span> du maire de la ville, dit-on.</p>'
    ) == ["Un mot du maire de la ville, dit-on."]


def test_letters_of_a_hash_are_no_words() -> None:
    assert words("1.169906.4ad40b84") == ()
    assert words("7f3a9c12-ad12-4ad0-b8ad-ad12ad34ad56") == ()


def test_a_question_that_is_a_button_is_a_heading() -> None:
    body = f"<h3><button type='button'>Qui paiera les travaux ?</button></h3><p>{PROSE}</p>"
    assert between(body) == ["Qui paiera les travaux ?", PROSE]


def test_a_button_in_the_text_is_none_of_it() -> None:
    assert between(f"<p>{PROSE}</p><button>Partager</button>") == [PROSE]


def test_an_element_whose_name_the_parser_garbles_may_hold_the_article() -> None:
    data = page(f"<p>{PROSE}</p>").replace(b"<html lang='fr'>", b"<h<div>tml lang='fr'>")
    assert PROSE in texts(data.replace(b"<article", b"<nav><article"))
