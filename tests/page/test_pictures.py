"""Pictures with their captions and credits, as fields and not as prose."""

# ruff: noqa: E501  (markup stands as it is sent)

from __future__ import annotations

import pytest

from glose.digest import convert
from glose.digest.model.article import Image
from tests.page.pages import CLOSING, OPENING, between, drafted, page

PROSE = "Une phrase de plus, assez longue pour que personne ne la prenne pour une étiquette ou un bouton de la page."
CAPTION = "La place du Puits, un jour de marché."


def images(body: str) -> list[Image]:
    draft = drafted(page(body))
    assert [block.text for block in draft.blocks] == [OPENING, CLOSING]
    found = (draft.article.image, *draft.article.images)
    return [image for image in found if image != Image()]


@pytest.mark.parametrize(
    "figure",
    [
        f'<figure><img src="p/a.jpg"><figcaption>{CAPTION} <span class="credit">Agence Test</span></figcaption></figure>',
        f'<figure><img src="p/a.jpg"><figcaption><span>{CAPTION}</span><span>Anne Exemple/Agence Test</span></figcaption></figure>',
        f'<figure><img src="p/a.jpg"><div class="copyright">Agence Test</div><figcaption>{CAPTION}</figcaption></figure>',
        f'<figure><img src="p/a.jpg"><p>{CAPTION}</p><small class="photographer">Agence Test</small></figure>',
        f'<div class="wp-caption"><img src="p/a.jpg"><p class="wp-caption-text">{CAPTION} © Agence Test</p></div>',
        f'<div class="media"><img src="p/a.jpg"><div class="image-description">{CAPTION} (Photo : Agence Test)</div></div>',
        f'<div class="photo"><img src="p/a.jpg"><p>{CAPTION}</p><p>Photo : Agence Test</p></div>',
    ],
)
def test_a_caption_and_its_credit_are_found_wherever_markup_puts_them(figure: str) -> None:
    (image,) = images(figure)
    assert image.caption == CAPTION
    assert image.credit.endswith("Agence Test")
    assert image.src == "p/a.jpg"


def test_a_credit_in_pieces_is_put_together() -> None:
    figure = (
        f'<figure><img src="p/a.jpg"><figcaption><span class="caption">{CAPTION}</span> <span class="credit">Photo by '
        '</span><span class="photo-author">-</span>, <span class="distributor">AFP via Getty Images</span>'
        "</figcaption></figure>"
    )
    assert [(image.caption, image.credit) for image in images(figure)] == [(CAPTION, "AFP via Getty Images")]


@pytest.mark.parametrize(
    "markup",
    [
        '<p><img src="p/a.jpg"></p><p style="text-align: center">Une habitante entre au marché</p>',
        '<img src="p/a.jpg"><p class="aligncenter">Une habitante entre au marché</p>',
        '<p><img src="p/a.jpg"></p><p><em>Une habitante entre au marché</em></p>',
        '<p><img src="p/a.jpg"><br><i>Une habitante entre au marché</i></p>',
    ],
)
def test_a_line_set_apart_under_a_picture_is_its_caption(markup: str) -> None:
    assert [(image.caption, image.src) for image in images(markup)] == [
        ("Une habitante entre au marché", "p/a.jpg")
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><img src='p/a.jpg'></p><p>Une habitante entre au marché de la place.</p>",
        "<p><img src='p/a.jpg'></p><p>Une habitante <em>entre</em> au marché de la place.</p>",
        "<p style='text-align:center'>Une habitante entre au marché de la place.</p>",
        "<p><img src='p/a.jpg'></p><p style='text-align:center'>« Une habitante entre au marché de la place. »</p>",
    ],
)
def test_a_paragraph_under_a_picture_is_text(markup: str) -> None:
    assert "Une habitante" in drafted(page(markup)).blocks[1].text


FIGURE = '<figure><img src="{1}" alt="{0}"><figcaption>Légende {0} de la place. Photo : Agence Test</figcaption></figure>'


def test_further_pictures_stand_where_they_stood() -> None:
    prose = "<p>Une phrase assez longue entre deux images, pour que chacune ait sa place à elle.</p>"
    pictures = FIGURE.format("une", "p/une.jpg"), FIGURE.format("deux", "p/deux.jpg")
    article = drafted(page(prose.join(pictures) + prose)).article
    assert [(image.src, image.place) for image in article.images] == [("p/deux.jpg", 2)]
    assert (article.image.src, article.image.place) == ("p/une.jpg", None)
    assert not any("further picture" in finding.message for finding in article.findings)


def test_a_further_picture_whose_file_is_not_beside_the_page_is_told() -> None:
    away = FIGURE.format("deux", "https://images.example/deux.jpg")
    article = drafted(page(FIGURE.format("une", "p/une.jpg") + away)).article
    assert [image.place for image in article.images] == [None]
    assert any("further picture" in finding.message for finding in article.findings)


def test_what_a_rule_takes_out_of_the_text_moves_no_picture() -> None:
    signed = "<p>(Par Anne Exemple)</p>"
    prose = "<p>Une phrase assez longue entre deux images, pour que chacune ait sa place à elle.</p>"
    body = FIGURE.format("une", "p/une.jpg") + prose + FIGURE.format("deux", "p/deux.jpg") + prose + signed
    (article,) = convert(page("<p>PARIS (AFP) - 15 mars 2016</p>" + body), "page.html")
    (image,) = article.images
    assert article.body[(image.place or 0) - 1].text.startswith("Une phrase")


def test_a_picture_of_another_article_is_not_this_one_s() -> None:
    assert (
        images(
            f'<div class="related"><figure><img src="x.jpg"><figcaption>{CAPTION}</figcaption></figure></div>'
        )
        == []
    )


@pytest.mark.parametrize(
    "src", ["https://images.example/a.jpg", "//images.example/a.jpg", "/a.jpg", "data:image/png;base64,AA"]
)
def test_a_picture_that_does_not_lie_beside_the_page_has_no_path(src: str) -> None:
    (image,) = images(f'<figure><img src="{src}"><figcaption>{CAPTION}</figcaption></figure>')
    assert image.src == ""


def test_a_paragraph_about_photographs_is_prose() -> None:
    text = "La photo de la place, prise en 1950 par un inconnu, a été retrouvée mardi dans une boîte de la mairie."
    assert text in [block.text for block in drafted(page(f"<p>{text}</p>")).blocks]


def test_the_record_names_the_picture_where_the_page_shows_none() -> None:
    record = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","image":{"@type":"ImageObject","caption":"La place.","creditText":"Agence Test"}}</script>'
    assert drafted(page(head=record)).article.image == Image("La place.", "Agence Test")


def test_a_picture_without_words_is_kept_when_its_file_lies_beside_the_page() -> None:
    assert images('<p><img src="p/place.jpg" alt="La place"></p>') == [
        Image(src="p/place.jpg", alt="La place")
    ]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="p/icone.png" width="16" height="16">',
        '<img class="avatar" src="p/anne.jpg">',
        '<div class="related"><img src="p/autre.jpg"></div>',
        '<img src="https://images.example/place.jpg" alt="La place">',
    ],
)
def test_an_icon_or_another_s_picture_is_not(markup: str) -> None:
    assert images(markup) == []


def test_a_credit_that_only_the_record_of_the_picture_gives_is_its_credit() -> None:
    picture = '{"@type":"ImageObject","description":"La rive, vue du pont.","author":"Agence Test"}'
    record = f'{{"@type":"NewsArticle","headline":"Le marché change de place","image":{picture}}}'
    figure = "<figure><img src='a.jpg'><figcaption>La rive, vue du {}.</figcaption></figure>"
    head = f'<script type="application/ld+json">{record}</script>'
    assert drafted(page(figure.format("pont"), head=head)).article.credit == "Agence Test"
    assert drafted(page(figure.format("port"), head=head)).article.credit == ""


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="sc-a1"><div class="sc-b2"><img src="p/a.jpg"></div><div class="sc-c3"><div>{CAPTION}</div></div></div>',
        f'<figure><img src="p/a.jpg"><div class="footer_a1"><figcaption class="c_b2">{CAPTION}</figcaption></div></figure>',
        f'<div class="Img_root__3xK"><img src="p/a.jpg"><span class="Img_t__9f">{CAPTION}</span></div>',
    ],
)
def test_the_words_in_a_picture_s_own_box_are_its_caption_whatever_the_box_is_called(markup: str) -> None:
    (image,) = images(markup)
    assert image.caption == CAPTION
    assert image.src == "p/a.jpg"


def test_a_sentence_of_the_text_beside_a_picture_is_no_caption() -> None:
    row = f'<div class="row"><div class="col"><img src="p/a.jpg"></div><div class="col"><p>{PROSE}</p></div></div>'
    assert between(row) == [PROSE]


def test_names_and_links_beside_a_picture_are_no_caption() -> None:
    for markup in (
        '<div class="x1"><img src="p/a.jpg"><div>Anne Exemple</div></div>',
        '<div class="x1"><img src="p/a.jpg"><div><a href="/autre">Une autre place</a></div></div>',
        '<div class="x1"><img src="p/a.jpg" width="40"><div>Le fil du jour</div></div>',
    ):
        found = drafted(page(markup)).article
        assert not any(image.caption for image in (found.image, *found.images))


def test_the_article_s_picture_in_a_box_called_teaser_keeps_its_words() -> None:
    top = f'<div class="teaser-image"><figure><img src="p/a.jpg"><figcaption>{CAPTION}</figcaption></figure></div>'
    assert drafted(page(top=top)).article.image.caption == CAPTION


def test_a_slide_with_a_heading_and_prose_is_text_and_a_long_caption_is_none() -> None:
    slide = f'<section class="gallery-item"><h2>Étape 1</h2><img src="p/a.jpg"><p>{PROSE}</p></section>'
    assert between(slide) == ["Étape 1", PROSE]
    assert between(f'<section class="gallery-item"><img src="p/a.jpg"><p>{PROSE}</p></section>') == []


def gallery(first: int = 1) -> str:
    return "".join(f"<h2>{n}/6 Vue {n}</h2><ul><li><p>{n} : {PROSE}</p></li></ul>" for n in range(first, 7))


def test_the_pictures_of_a_counted_gallery_are_no_text() -> None:
    story = f"<p>{PROSE}</p><p>{PROSE} Bis.</p>"
    assert between(story + gallery() + f"<h2>Ensuite</h2><p>{PROSE} Ter.</p>") == [
        PROSE,
        f"{PROSE} Bis.",
        "Ensuite",
        f"{PROSE} Ter.",
    ]


def test_counted_slides_that_are_the_article_are_its_text() -> None:
    data = (
        f"<html lang='fr'><body><main><h1>Six vues du marché</h1><div>{gallery()}</div></main></body></html>"
    )
    assert len(drafted(data.encode()).blocks) == 12


def test_a_question_that_a_button_opens_the_answer_to_is_text_and_a_button_s_label_is_none() -> None:
    body = f"<div><button>Que deviendront les étals du coin quand la halle neuve ouvrira ?</button><div><p>{PROSE}</p></div><button>Voir plus ?</button></div>"
    assert between(body) == ["Que deviendront les étals du coin quand la halle neuve ouvrira ?", PROSE]


def test_a_picture_without_a_credit_does_not_take_that_of_another() -> None:
    first = f'<figure><img src="p/a.jpg"><figcaption>{CAPTION} <span class="credit">Anne Exemple</span></figcaption></figure>'
    second = '<div class="x1"><img src="p/b.jpg"><div>Le port au matin</div></div>'
    assert [image.credit for image in images(first + second)] == ["Anne Exemple", ""]


@pytest.mark.parametrize(
    "markup",
    [
        f'<p><img src="p/a.jpg"></p><h6>{CAPTION} Photo : Anne Exemple</h6>',
        f'<center><img src="p/a.jpg"></center><center><small>{CAPTION}</small></center>',
        f'<table align="right"><tr><td><img src="p/a.jpg"></td></tr><tr><td align="center">{CAPTION}</td></tr></table>',
    ],
)
def test_a_caption_may_be_a_small_heading_centred_or_in_a_table_for_layout(markup: str) -> None:
    (image,) = images(markup)
    assert image.caption == CAPTION


def test_a_small_heading_below_a_picture_that_names_nobody_is_a_heading() -> None:
    assert between(f'<p><img src="p/a.jpg"></p><h6>La suite des travaux</h6><p>{PROSE}</p>') == [
        "La suite des travaux",
        PROSE,
    ]


def test_a_credit_in_a_field_of_its_own_is_no_second_picture() -> None:
    fields = f'<div class="media"><div><img src="p/a.jpg"></div><div class="field-caption">{CAPTION}</div><div class="field-credit">Paul Essai</div></div>'
    assert [(image.caption, image.credit) for image in images(fields)] == [(CAPTION, "Paul Essai")]


def test_the_text_of_a_slide_is_text_in_whatever_box_of_it_it_stands() -> None:
    slide = f"<div class='slick-slide'><h2>Étape 1</h2><div class='slide-text'><p>{PROSE}</p></div></div>"
    assert between(slide) == ["Étape 1", PROSE]
    assert between(f"<div class='slick-slide'><div class='slide-text'><p>{PROSE}</p></div></div>") == []


def test_what_a_figure_cites_is_its_credit() -> None:
    figure = f'<figure><img src="p/a.jpg"><footer><figcaption>{CAPTION}</figcaption><cite>Photo : Paul Essai</cite></footer></figure>'
    assert [(image.caption, image.credit) for image in images(figure)] == [(CAPTION, "Paul Essai")]
