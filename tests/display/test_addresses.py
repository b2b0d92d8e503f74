"""Addresses that stand bare in a text are links to themselves, and no character of the text changes."""

from __future__ import annotations

import pytest
from lxml.html import fromstring

from glose.digest.body import to_body
from glose.digest.model.article import Block
from glose.digest.render import render


def links(html: str) -> list[str]:
    return [str(href) for href in fromstring(html).xpath("//a/@href")]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Voir https://agence.example/2016/front.", "https://agence.example/2016/front"),
        ("(http://agence.example/a)", "http://agence.example/a"),
        ("https://wiki.example/Ville_(Exemple), puis", "https://wiki.example/Ville_(Exemple)"),
        ("Titre, Éditeur – https://agence.example/?a=1&b=2;c", "https://agence.example/?a=1&b=2;c"),
        ("« https://agence.example/a »", "https://agence.example/a"),
        ("انظر https://agence.example/مثال", "https://agence.example/مثال"),
        ("https://agence.example/a?x=1!?…", "https://agence.example/a?x=1"),
    ],
)
def test_an_address_in_a_received_text_is_a_link_to_itself(text: str, address: str) -> None:
    html = render(to_body([Block("paragraph", text)]), "en")
    assert links(html) == [address]
    assert fromstring(html).text_content().strip() == text


@pytest.mark.parametrize(
    "text",
    [
        "`https://agence.example/a`",
        "http:// et ftp://agence.example/a",
        "agence.example/a",
        "xhttps://agence.example",
    ],
)
def test_what_is_no_address_or_is_code_is_no_link(text: str) -> None:
    assert links(render(text, "fr")) == []


def test_a_link_made_by_hand_keeps_its_words_and_its_address() -> None:
    html = render("[voir https://un.example/a](https://deux.example/b)", "fr")
    assert links(html) == ["https://deux.example/b"]


def test_an_address_ends_where_a_mark_made_by_hand_begins() -> None:
    html = render("https://agence.example/[[AFP]]", "fr")
    assert links(html) == ["https://agence.example/"]
    assert 'data-term="AFP"' in html


def test_emphasis_around_an_address_is_none_of_it() -> None:
    assert links(render("*https://agence.example/a_b_c*", "fr")) == ["https://agence.example/a_b_c"]
