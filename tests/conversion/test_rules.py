"""What holds for every rule, and all of them together on one page."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from glose.digest import convert
from glose.digest.model.article import Article
from glose.digest.model.draft import Draft, Rule
from glose.digest.rules import RULES
from tests.conversion.drafts import QUOTE, SENTENCE, draft


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_that_finds_nothing_returns_its_input(rule: Rule) -> None:
    plain = draft(SENTENCE, SENTENCE.replace("premier", "second"), title="Un titre", lang="fr")
    assert rule(plain) is plain


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_bears_an_article_without_text(rule: Rule) -> None:
    assert rule(Draft(Article(lang="fr"), ())).blocks == ()


def test_a_printed_page_gives_every_field() -> None:
    text = "\n\n".join(
        [
            "Ville-Exemple ouvre sa place",
            "Par Anne Exemple, à Ville-Exemple",
            "Publié le 15 mars 2016 à 17h42",
            "La place, le 3 mars 2015. (AP Photo/Paul Essai, File)",
            QUOTE,
            "Ville-Exemple (AFP) - " + SENTENCE,
            "À lire aussi : une autre place",
            "- Une question -",
            QUOTE,
            "Mots-clés : Ville, Exemple",
            "AFP",
        ]
    )
    (article,) = convert(text.encode(), "page.txt")
    assert article.title == "Ville-Exemple ouvre sa place"
    assert article.authors == ("Anne Exemple",)
    assert article.date == date(2016, 3, 15)
    assert not isinstance(article.date, datetime)
    assert (article.date_source, article.status) == ("metadata", "published")
    assert (article.caption, article.credit) == ("La place, le 3 mars 2015.", "AP Photo/Paul Essai, File")
    assert article.standfirst == QUOTE
    assert article.dateline == "Ville-Exemple (AFP)"
    assert article.source == "AFP"
    assert article.tags == ("Ville", "Exemple")
    assert [(block.kind, block.text) for block in article.body] == [
        ("paragraph", SENTENCE),
        ("heading", "Une question"),
        ("paragraph", QUOTE),
    ]
