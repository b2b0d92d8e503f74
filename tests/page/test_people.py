"""Who wrote a page: names, without the labels, days, buttons, desks and agencies around them."""

# ruff: noqa: E501  (markup stands as it is sent)

from __future__ import annotations

import pytest

from glose.digest.readers.page.byline_text import undated, unglued
from tests.page.pages import drafted, page

LINKS = "<a href='/a'>Anne Exemple</a><a href='/b'>Paul Essai</a>"
BOTH = ("Anne Exemple", "Paul Essai")


@pytest.mark.parametrize(
    ("top", "authors"),
    [
        (f"<div class='byline'>{LINKS}</div>", BOTH),
        (f"<div class='byline'>Par{LINKS}</div>", BOTH),
        (
            "<div class='byline'><span>Anne Exemple</span><span>Paul Essai</span><span>Journalistes</span></div>",
            BOTH,
        ),
        ("<p class='byline'>Anne Exemple (à Ville-Exemple) et Paul Essai (à Bourg)</p>", BOTH),
        (
            "<div class='signature'><span>Par&nbsp;<a href='/a'>Anne Exemple</a></span> <span>le 07 mai 2020</span></div>",
            BOTH[:1],
        ),
        ("<p class='byline'>Anne Exemple<span>Publié le 15 mars 2016</span></p>", BOTH[:1]),
        (
            "<p class='auteur'>Par Anne Exemple, envoyée spéciale à Ville-Exemple | 3 min de lecture</p>",
            BOTH[:1],
        ),
        (
            "<div class='byline'><span class='author'>By Anne Exemple | <a href='mailto:a@b.example'>Email the author</a></span><a href='/x'>a.exemple@journal.example</a></div>",
            BOTH[:1],
        ),
        ("<p class='byline'>Anne Exemple <a href='/s'>Suivre</a> @anneexemple</p>", BOTH[:1]),
        ("<div class='signature'>Propos recueillis par Anne Exemple</div>", BOTH[:1]),
        (
            "<div class='byline'>By JANE SAMPLE and JOHN TEST, Associated Press</div>",
            ("JANE SAMPLE", "JOHN TEST"),
        ),
        ("<p class='autor'>Von Erika Beispiel, Berlin</p>", ("Erika Beispiel",)),
        (
            "<p class='author'>Door Jan Voorbeeld en Piet Proef, 7 mei 2020 om 10:00</p>",
            ("Jan Voorbeeld", "Piet Proef"),
        ),
        ("<div class='reader-credits credits'>Anne Exemple</div>", BOTH[:1]),
        ("<p class='byline'>Staff</p>", ()),
        ("<p class='byline'>Par La rédaction avec AFP</p>", ()),
        ("<p class='byline'>Réservé aux abonnés</p>", ()),
        ("<p class='byline'>By Agence France-Presse</p>", ("Agence France-Presse",)),
    ],
)
def test_names_are_read_off_a_byline_and_nothing_else(top: str, authors: tuple[str, ...]) -> None:
    assert drafted(page(top=top)).article.authors == authors


def test_names_that_the_metadata_glues_together_are_parted() -> None:
    head = '<meta name="author" content="Anne ExemplePaul Essai">'
    assert drafted(page(head=head)).article.authors == BOTH


def test_a_section_signs_nothing() -> None:
    head = '<meta name="author" content="Régions"><meta property="article:section" content="Régions">'
    assert drafted(page(head=head)).article.authors == ()


def test_a_reading_time_on_a_share_card_is_no_author() -> None:
    card = '<meta name="twitter:label1" content="{}"><meta name="twitter:data1" content="{}">'
    assert drafted(page(head=card.format("Written by", "Anne Exemple"))).article.authors == BOTH[:1]
    assert drafted(page(head=card.format("Est. reading time", "Quatre minutes"))).article.authors == ()


@pytest.mark.parametrize(
    "name", ["Jane MacDonald Sample", "LeBron Sample", "Anne-Marie Exemple", "DeShawn O'Sample"]
)
def test_a_capital_inside_a_name_parts_it_not(name: str) -> None:
    assert unglued(name) == [name]


@pytest.mark.parametrize("name", ["BR24 Redaktion", "Anne Exemple", "Jane May"])
def test_a_line_without_a_day_stays_whole(name: str) -> None:
    assert undated(name) == name
