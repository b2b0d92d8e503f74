"""What a desk writes around a story is judged alike, in whatever format it comes."""

from __future__ import annotations

import pytest

from tests.newsroom.formats import AFTER, BEFORE, FORMATS, article, body
from tests.newsroom.furniture import FURNITURE, REPORTING

forms = pytest.mark.parametrize("form", FORMATS)


@forms
@pytest.mark.parametrize("text", FURNITURE)
def test_furniture_is_left_out_of_every_format_and_told(form: str, text: str) -> None:
    one = article(form, *BEFORE, text, *AFTER)
    assert body(one) == [*BEFORE, *AFTER]
    assert text in [finding.text for finding in one.findings if finding.dropped]
    assert not one.held


@forms
@pytest.mark.parametrize("text", REPORTING)
def test_a_sentence_of_reporting_stays_in_every_format(form: str, text: str) -> None:
    assert body(article(form, *BEFORE, text, *AFTER)) == [*BEFORE, text, *AFTER]


@forms
def test_the_note_of_a_link_is_cut_out_of_its_sentence(form: str) -> None:
    one = article(
        form, *BEFORE, "L'indice (.SMPL), opens new tab a perdu un dixième lundi à la Bourse.", *AFTER
    )
    assert body(one)[4] == "L'indice (.SMPL) a perdu un dixième lundi à la Bourse."
    assert ", opens new tab" in [finding.text for finding in one.findings if finding.dropped]


@forms
def test_what_would_take_a_fifth_of_the_article_is_no_furniture_and_holds_it(form: str) -> None:
    books = [
        f"Lire aussi : {name}, le roman d'une ville entière et de ses ponts"
        for name in ("Un", "Deux", "Trois")
    ]
    one = article(form, *BEFORE[:3], *books)
    assert body(one) == [*BEFORE[:3], *books]
    assert one.status == "draft"
    assert len(one.held) == 1


@forms
def test_a_long_paragraph_that_is_left_out_is_left_out_with_doubt(form: str) -> None:
    text = (
        "Recevez chaque matin, avant tout le monde et sans publicité, les nouvelles de la ville et de la rivière "
        "dans notre newsletter gratuite"
    )
    one = article(form, *BEFORE, *AFTER, text, *AFTER)
    assert text not in body(one)
    assert [finding.confidence < 0.5 for finding in one.findings if finding.text == text] == [True]
