"""When a page was published: by what speaks of the article itself, never by a date of something else."""

# ruff: noqa: E501  (markup stands as it is sent)

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from glose.digest.model.article import Article
from glose.digest.readers.page import dates
from tests.page.pages import drafted, page

PROSE = "Le conseil de Ville-Exemple avait déjà parlé du marché le 12 mars 2016, sans rien décider, et il s'était séparé tard dans la nuit."


def article(body: str = "", head: str = "", top: str = "") -> Article:
    return drafted(page(body, head=head, top=top)).article


@pytest.mark.parametrize(
    ("top", "body", "whose"),
    [
        (
            "<figure><img src='a.jpg'><figcaption>La place, le 12 mars 2016</figcaption></figure>",
            "",
            "a picture's",
        ),
        ("<div class='cadre'><img src='a.jpg'><p>La place, le 12 mars 2016</p></div>", "", "a picture's"),
        (
            "<div class='related'><a href='/b'>Un autre</a> <span>12 mars 2016</span></div>",
            "",
            "another story's",
        ),
        ("", f"<p>{PROSE}</p>", "one in the text"),
        ("<p>Mis à jour le 12 mars 2016</p>", "", "its last change"),
        ("<p>Last updated: <time datetime='2016-03-12'>12 March 2016</time></p>", "", "its last change"),
    ],
)
def test_a_date_of_something_else_dates_nothing_and_holds_the_article(
    top: str, body: str, whose: str
) -> None:
    found = article(body, top=top)
    assert found.date is None
    assert [whose in reason for reason in found.held] == [True]


def test_the_moment_of_the_last_change_alone_is_no_publication() -> None:
    found = article(head='<meta property="article:modified_time" content="2016-03-12T10:00:00Z">')
    assert (found.date, found.modified is not None) == (None, True)
    assert any("last change" in reason for reason in found.held)


def test_a_date_of_something_else_beside_the_article_s_own_holds_nothing() -> None:
    top = "<p>Publié le 15 mars 2016, mis à jour le 16 mars 2016</p><figure><img src='a.jpg'><figcaption>La place, le 12 mars 2016</figcaption></figure>"
    found = article(f"<p>{PROSE}</p>", top=top)
    assert (found.date, found.held) == (date(2016, 3, 15), ())


def test_a_page_that_names_no_day_at_all_is_only_undated() -> None:
    assert article().held == ()


def test_a_date_above_the_text_that_contradicts_the_metadata_is_told() -> None:
    head = '<meta property="article:published_time" content="2016-03-15">'
    found = article(head=head, top="<p>Publié le 2 février 2014</p>")
    assert found.date == date(2016, 3, 15)
    assert any(
        f.rule == "date" and "2 février 2014" in f.message and f.confidence < 0.9 for f in found.findings
    )
    assert not any("elsewhere" in f.message for f in article(head=head, top="<p>15 mars 2016</p>").findings)


UPDATE = '{"@type":"BlogPosting","headline":"La place se vide","datePublished":"2016-03-17","author":{"@type":"Person","name":"Zoé Autre"},"articleBody":"x"}'


def test_the_record_of_an_update_neither_dates_nor_signs_a_live_page() -> None:
    record = f'{{"@type":"LiveBlogPosting","headline":"Le marché change de place","datePublished":"2016-03-15","author":{{"@type":"Person","name":"Anne Exemple"}},"liveBlogUpdate":[{UPDATE}]}}'
    found = article(head=f'<script type="application/ld+json">{record}</script>')
    assert (found.date, found.authors) == (date(2016, 3, 15), ("Anne Exemple",))


def test_a_post_among_others_neither_dates_nor_signs_a_live_page() -> None:
    post = "<section class='post'><time datetime='2016-03-17'>10h00</time><p class='byline'>Par Zoé Autre</p><p>Il ne se passe rien de plus sur la place du Puits.</p></section>"
    found = drafted(
        page(post * 3).replace(b"<article class='texte'><p>", b"<article class='texte'><div><p>")
    ).article
    assert (found.date, found.authors) == (None, ())


def test_the_record_of_another_story_says_nothing_of_this_one() -> None:
    other = '{"@type":"NewsArticle","headline":"Un pont fermé à Bourg-Modèle","url":"https://journal.example/pont","datePublished":"2014-01-02","author":"Zoé Autre"}'
    head = f'<link rel="canonical" href="https://journal.example/marche"><script type="application/ld+json">{other}</script>'
    assert article(head=head).authors == ()
    own = head.replace("https://journal.example/pont", "https://journal.example/marche")
    assert article(head=own).date == date(2014, 1, 2)


def test_the_record_of_the_page_dates_the_article_where_it_has_none_of_its_own() -> None:
    graph = '{"@graph":[{"@type":"WebPage","@id":"#p","datePublished":"2016-03-15","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Anne Exemple"}]}'
    found = article(head=f'<script type="application/ld+json">{graph}</script>')
    assert (found.date, found.authors) == (date(2016, 3, 15), ("Anne Exemple",))


def test_a_sentence_above_the_text_that_speaks_of_a_day_dates_nothing() -> None:
    found = article(top="<p>Le vote a eu lieu le 2 mars 2016.</p>")
    assert found.date is None
    assert article(top="<p>Publié le 2 mars 2016.</p>").date == date(2016, 3, 2)


def test_a_label_behind_its_date_is_that_date_s() -> None:
    line = "2016年3月4日 9時00分 (2016年3月5日 10時00分 更新)"
    assert article(top=f"<div>{line}</div>").date == date(2016, 3, 4)


def test_the_day_of_an_event_marked_in_a_sentence_dates_nothing() -> None:
    top = "<p>Le prochain vote aura lieu le <time datetime='2016-05-01'>1er mai 2016</time>, dit-il.</p>"
    assert article(top=top).date is None
    assert article(top="<p><time datetime='2016-05-01'>1er mai 2016</time></p>").date == date(2016, 5, 1)


def test_the_last_change_below_the_publication_is_told_from_it() -> None:
    line = "Pubblicato il 4 marzo 2016<br>Ultimo aggiornamento il 6 marzo 2016"
    assert article(top=f"<p>{line}</p>").date == date(2016, 3, 4)


def test_of_times_without_end_the_first_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(dates, "in_update", lambda element: asked.append(element) or False)
    found = article(
        "<time datetime='2016-03-12'>12 mars</time>" * 3_000, top="<time datetime='2016-03-15'>15 mars</time>"
    )
    assert found.date == date(2016, 3, 15)
    assert sum(one.tag == "time" for one in asked) == dates._MOST_TIMES
