"""What a desk writes around a story is judged alike, in whatever format it comes."""

from __future__ import annotations

import pytest

from glose.digest import convert
from glose.digest.model.article import Image
from tests.newsroom.captions import CAPTIONS, FROM_THE_FILES
from tests.newsroom.captions import REPORTING as NO_CAPTIONS
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


@forms
@pytest.mark.parametrize("text", CAPTIONS)
def test_a_pictures_words_are_no_text_in_any_format(form: str, text: str) -> None:
    one = article(form, text, *BEFORE, *AFTER)
    assert body(one) == [*BEFORE, *AFTER]
    assert one.credit == CAPTIONS[text]
    assert one.archive_photo == (text in FROM_THE_FILES)
    assert one.date_source == "supplied"


@forms
@pytest.mark.parametrize("text", NO_CAPTIONS)
def test_a_sentence_that_speaks_of_a_photo_stays_in_every_format(form: str, text: str) -> None:
    one = article(form, BEFORE[0], text, *BEFORE[1:], *AFTER)
    assert body(one) == [BEFORE[0], text, *BEFORE[1:], *AFTER]
    assert one.image == Image()


@forms
def test_a_credit_behind_the_last_sentence_leaves_the_sentence(form: str) -> None:
    one = article(form, *BEFORE, *AFTER[:-1], AFTER[-1] + " Photo : Anne Exemple / AFP")
    assert body(one) == [*BEFORE, *AFTER]
    assert one.credit == "Anne Exemple / AFP"


@forms
def test_of_several_captions_the_first_is_the_articles_and_the_others_are_told(form: str) -> None:
    first = "Le pont d'Exempleville, le 3 mars 2015. (Anne Exemple/AFP)"
    other = "La rivière d'Exempleville, le 4 mars 2015. (Paul Essai/AFP)"
    one = article(form, first, other, *BEFORE, *AFTER)
    assert body(one) == [*BEFORE, *AFTER]
    assert [image.credit for image in (one.image, *one.images)] == ["Anne Exemple/AFP", "Paul Essai/AFP"]
    assert other in [finding.text for finding in one.findings if finding.dropped]


@forms
def test_the_date_of_a_caption_is_never_the_articles(form: str) -> None:
    caption = "Le pont d'Exempleville, le 3 mars 2015. (Anne Exemple/AFP)"
    (one,) = convert(FORMATS[form]((caption, *BEFORE, *AFTER)), "essai")
    assert str(one.date or "")[:10] != "2015-03-03"
