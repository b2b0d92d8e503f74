"""What a page has beside the article is told, and an article that may not be all of it is held."""

from __future__ import annotations

import pytest

from glose.digest.conversion import convert
from glose.digest.model.article import Article, Finding
from tests.page.pages import CLOSING, OPENING, drafted, page

PROSE = "Une phrase de plus, assez longue pour que personne ne la prenne pour une étiquette ou un bouton de la page."
OTHER = "La mairie de Sampletown cherche encore une date pour la fête du port, que la pluie a déjà repoussée deux fois."
LONG = " ".join([PROSE, OTHER, PROSE.replace("plus", "trop"), OTHER.replace("port", "pont")])


def told(data: bytes) -> list[Finding]:
    return [finding for finding in drafted(data).article.findings if finding.dropped]


def beside(body: str) -> bytes:
    """A page with `body` outside the element that holds its article."""
    return page().replace(b"</main>", b"</main>" + body.encode())


def converted(data: bytes) -> Article:
    return convert(data, "page.html", {"date": "2016-03-15"})[0]


def test_each_paragraph_outside_the_article_has_a_finding() -> None:
    found = told(beside(f"<div class='footer'><p>{PROSE}</p><p>{OTHER}</p></div>"))
    assert [finding.text for finding in found if finding.text in (PROSE, OTHER)] == [PROSE, OTHER]


def test_a_long_paragraph_that_is_left_out_has_low_confidence_and_a_short_one_has_not() -> None:
    (long,) = (finding for finding in told(beside(f"<aside><p>{LONG}</p></aside>")) if finding.text == LONG)
    (short,) = (
        finding for finding in told(beside(f"<aside><p>{PROSE}</p></aside>")) if finding.text == PROSE
    )
    assert long.confidence < 0.5 <= short.confidence


def test_readers_comments_are_left_out_without_doubt() -> None:
    (found,) = (f for f in told(beside(f"<div id='comments'><p>{LONG}</p></div>")) if f.text == LONG)
    assert found.confidence >= 0.5


def test_a_menu_of_hundreds_of_entries_is_one_finding_that_names_them_all() -> None:
    menu = "".join(f"<li><a href='/{n}'>Rubrique {n}</a></li>" for n in range(300))
    found = [f for f in told(beside(f"<ul>{menu}</ul>")) if "Rubrique" in f.text]
    assert len(found) == 1
    assert all(f"Rubrique {n}" in found[0].text for n in range(300))


def test_a_text_that_stands_in_a_field_is_not_told_as_left_out() -> None:
    assert not {"Le marché change de place", OPENING, CLOSING} & {f.text for f in told(page())}


def test_another_wording_of_the_title_is_told() -> None:
    data = page(
        "<h1>Le marché change de place, a dit le maire</h1>",
        head="<meta property='og:title' content='Le marché change de place, a dit le maire'>",
    )
    shown = drafted(data)
    left = [f.text for f in shown.article.findings] + [b.text for b in shown.blocks] + [shown.article.title]
    assert any("a dit le maire" in text for text in left)


@pytest.mark.parametrize("body", ["", "<div id='root'></div>", "<p><a href='/'>Accueil</a></p>"])
def test_a_page_with_a_title_and_no_text_is_held(body: str) -> None:
    article = converted(f"<html><title>Le pont</title><main><h1>Le pont</h1>{body}</main></html>".encode())
    assert article.status == "draft"
    assert any("no text" in reason for reason in article.held)


def test_a_page_with_far_more_prose_than_its_article_is_held() -> None:
    boxes = "".join(f"<div class='b{n}'><section><p>{LONG} {n} fois.</p></section></div>" for n in range(12))
    data = b"<html><title>Le march\xc3\xa9</title><body>" + page() + boxes.encode()
    article = converted(data)
    texts = " ".join([*(b.text for b in article.body), *(f.text for f in article.findings)])
    assert all(f"{n} fois." in texts for n in range(12))
    assert article.held or sum(LONG in b.text for b in article.body) == 12


def test_a_page_whose_boxes_are_small_is_not_held() -> None:
    article = converted(beside(f"<div class='footer'><p>{PROSE}</p></div><ul><li>Météo</li></ul>"))
    assert article.status == "published"
    assert not article.held
