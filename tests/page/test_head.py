"""What stands between title and text: standfirst, byline, date; and what the head of the page says."""

# ruff: noqa: E501  (markup stands as it is sent)

from __future__ import annotations

from datetime import date

import pytest

from glose.digest.readers.page.people import is_names
from tests.page.pages import OPENING, between, drafted, page

LEAD = "Le conseil a choisi une autre place. Les commerçants demandent du temps."


@pytest.mark.parametrize(
    "top",
    [
        f"<p class='chapo'>{LEAD}</p>",
        f"<h2 class='subtitle'>{LEAD}</h2>",
        f"<div><p>{LEAD}</p></div>",
        f"<div class='meta'><p itemprop='description'>{LEAD}</p></div>",
    ],
)
def test_a_lead_set_apart_is_the_standfirst(top: str) -> None:
    draft = drafted(page(top=top))
    assert draft.article.standfirst == LEAD
    assert LEAD not in [block.text for block in draft.blocks]


def test_a_description_tells_the_standfirst_from_other_lines() -> None:
    other = "Une autre ligne, qui parle de tout autre chose que du marché."
    head = f'<meta property="og:description" content="{LEAD}">'
    assert drafted(page(head=head, top=f"<p>{other}</p><p>{LEAD}</p>")).article.standfirst == LEAD


def test_a_first_paragraph_that_the_description_repeats_stays_in_the_text() -> None:
    draft = drafted(page(head=f'<meta name="description" content="{OPENING}">'))
    assert draft.article.standfirst == ""
    assert draft.blocks[0].text == OPENING


def test_a_caption_above_the_text_is_no_standfirst() -> None:
    top = f"<figure><img src='a.jpg'><figcaption>{LEAD}</figcaption></figure>"
    assert drafted(page(top=top)).article.standfirst == ""


@pytest.mark.parametrize(
    ("top", "authors"),
    [
        ("<p class='byline'>Par Anne Exemple et Paul Essai</p>", ("Anne Exemple", "Paul Essai")),
        ("<p>Par Anne Exemple, à Ville-Exemple</p>", ("Anne Exemple",)),
        ("<div class='author'>By Jane Sample, Staff Reporter</div>", ("Jane Sample",)),
        (
            "<div><span itemprop='author'>Ana Ejemplo</span> <span>15 de marzo de 2016</span></div>",
            ("Ana Ejemplo",),
        ),
        ("<p>Von Erika Beispiel</p>", ("Erika Beispiel",)),
        (
            "<ul class='authors'><li>régions</li><li>par Anne Exemple</li><li>15 mars 2016</li><li>3 min</li></ul>",
            ("Anne Exemple",),
        ),
        ("<p>Par ailleurs, il pleut depuis une semaine.</p>", ()),
        ("<p class='kicker'>Proche-Orient</p>", ()),
    ],
)
def test_authors_are_read_off_the_byline(top: str, authors: tuple[str, ...]) -> None:
    assert drafted(page(top=top)).article.authors == authors


def test_a_line_of_names_above_the_text_is_the_byline() -> None:
    draft = drafted(
        page().replace(f"<p>{OPENING}".encode(), f"<p>Anne Exemple/Paul Essai</p><p>{OPENING}".encode())
    )
    assert draft.article.authors == ("Anne Exemple", "Paul Essai")
    assert draft.blocks[0].text == OPENING


@pytest.mark.parametrize(
    "text", ["Passer la publicité", "Noticias relacionadas", "Le 15 mars", "Anne", "La rue du Puits est vide"]
)
def test_other_short_lines_are_no_names(text: str) -> None:
    assert not is_names(text)


def test_the_record_s_authors_come_first_and_a_reference_is_followed() -> None:
    record = '{"@graph":[{"@type":"NewsArticle","headline":"x","author":[{"@id":"#a"},"Paul Essai and Léa Modèle"]},{"@id":"#a","@type":"Person","name":"Anne Exemple (aex)"}]}'
    head = f'<script type="application/ld+json">{record}</script><meta name="author" content="La rédaction">'
    assert drafted(page(head=head)).article.authors == ("Anne Exemple", "Paul Essai", "Léa Modèle")


def test_the_outlet_is_no_author_where_a_person_signs() -> None:
    head = '<meta property="og:site_name" content="Le Journal d\'essai"><meta name="author" content="Le Journal d\'essai">'
    assert drafted(page(head=head, top="<p class='byline'>Par Anne Exemple</p>")).article.authors == (
        "Anne Exemple",
    )
    assert drafted(page(head=head)).article.authors == ("Le Journal d'essai",)


def test_an_agency_among_the_authors_is_the_source() -> None:
    assert drafted(page(head='<meta name="author" content="AFP">')).article.source == "AFP"


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type":"Report","headline":"x","datePublished":"2016-03-15"}</script>',
        '<meta property="article:published_time" content="2016-03-15">',
        '<meta name="dc.date.issued" content="2016-03-15">',
        '<meta itemprop="datePublished" content="2016-03-15">',
    ],
)
def test_the_date_is_the_metadata_s(head: str) -> None:
    article = drafted(page(head=head)).article
    assert (article.date, article.date_source) == (date(2016, 3, 15), "metadata")


@pytest.mark.parametrize("top", ["<time datetime='2016-03-15'>mardi</time>", "<p>Publié le 15 mars 2016</p>"])
def test_without_metadata_the_date_is_the_one_above_the_text(top: str) -> None:
    assert drafted(page(top=top)).article.date == date(2016, 3, 15)


def test_a_date_in_the_text_or_of_another_article_is_not_the_page_s() -> None:
    body = "<p>Le 12 mars 2016, il neigeait sur la place, et personne ne pensait au marché.</p>"
    other = "<div class='related'><time datetime='2016-03-10'>10 mars</time></div>"
    assert drafted(page(body + other)).article.date is None


def test_a_date_that_cannot_be_read_is_told_and_not_guessed() -> None:
    article = drafted(page(head='<meta name="date" content="bientôt">')).article
    assert article.date is None
    assert any(f.rule == "date" and f.confidence < 0.5 for f in article.findings)


def test_dates_that_differ_are_told() -> None:
    head = (
        '<meta property="article:published_time" content="2016-03-15"><meta name="date" content="2014-01-01">'
    )
    article = drafted(page(head=head)).article
    assert article.date == date(2016, 3, 15)
    assert any(f.rule == "date" and "2014-01-01" in f.message for f in article.findings)


def test_a_paywalled_page_is_kept_and_told() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","isAccessibleForFree":"False"}</script>'
    findings = drafted(page(head=head)).article.findings
    assert [f.confidence < 0.5 for f in findings if f.rule == "paywall"] == [True]
    assert between("<p>Il vous reste 57 % de cet article à lire.</p>") == []
    assert not any(f.rule == "paywall" for f in drafted(page()).article.findings)


@pytest.mark.parametrize(
    "script", ['<!-- {"@type":"NewsArticle","headline":"x",} -->', "//", "{", "[" * 5000, '"x"', "null"]
)
def test_a_record_that_is_broken_costs_nothing_else(script: str) -> None:
    assert (
        drafted(page(head=f'<script type="application/ld+json">{script}</script>')).blocks[0].text == OPENING
    )


def test_where_the_page_comes_from_is_its_canonical_address() -> None:
    head = '<link rel="canonical" href="https://journal.example/a"><meta property="og:url" content="https://journal.example/b">'
    assert drafted(page(head=head)).article.source_url == "https://journal.example/a"
    assert drafted(page(head='<link rel="canonical" href="javascript:1">')).article.source_url == ""


def test_a_template_s_language_yields_to_the_text_s() -> None:
    more = "<p>Les marchands sont venus avec leurs enfants dans la salle du conseil, et ils ont parlé de la place.</p>"
    html = page(more * 3).replace(b"<html lang='fr'>", b"<html lang='en-US'>")
    article = drafted(html).article
    assert article.lang == "fr"
    assert any(f.rule == "language" and f.text == "en" for f in article.findings)


def test_a_language_that_the_text_does_not_contradict_is_the_page_s() -> None:
    assert drafted(page().replace(b"lang='fr'", b"lang='fr-CA'")).article.lang == "fr"
    assert (
        drafted(
            b"<html lang='zu'><body><h1>Umbhalo</h1><p>Umbhalo wesivivinyo ongenalutho, obhalelwe lolu vivinyo kuphela.</p></body></html>"
        ).article.lang
        == "zu"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Le Journal d'essai, Ville-Exemple — 15/03/2016 à 17:42",
        "Publié le 15 mars 2016 à 17h42 et modifié le 16 mars 2016",
        "見本新聞 2016/3/15 21:17（最終更新 3/16 21:17） 789文字",
        "Temps de lecture : 4 minutes, et 12 commentaires de lecteurs",
    ],
)
def test_a_line_of_dates_names_or_minutes_is_no_standfirst(line: str) -> None:
    assert drafted(page(top=f"<p class='chapo'>{line}</p>")).article.standfirst == ""


def test_a_lead_that_names_a_day_is_a_standfirst() -> None:
    lead = "Réuni le 15 mars 2016, le conseil de Ville-Exemple a choisi une autre place."
    assert drafted(page(top=f"<p class='chapo'>{lead}</p>")).article.standfirst == lead


@pytest.mark.parametrize(
    "line",
    [
        "Madrid, 4 de marzo de 2016, actualizado a las 09:00 h",
        "4 marzo 2016 alle 09:00 - 2 minuti di lettura",
        "الأحد 4 مارس 2016 - 09:00 بتوقيت غرينتش",
        "2016年3月4日 9時00分 会員記事",
    ],
)
def test_a_line_that_says_when_is_neither_standfirst_nor_text(line: str) -> None:
    draft = drafted(page(top=f"<p>{line}</p>"))
    assert draft.article.standfirst == ""
    assert line not in [block.text for block in draft.blocks]


def test_words_above_the_title_in_the_article_are_its_kicker() -> None:
    data = f"<html lang='es'><body><article><p class='antetitulo'>Un conflicto</p><h1>El mercado cambia de plaza</h1><p>{OPENING}</p><p>{LEAD}</p></article></body></html>"
    assert [block.text for block in drafted(data.encode()).blocks] == [OPENING, LEAD]


def test_a_break_parts_the_names_and_addresses_of_a_byline() -> None:
    for line, authors in (
        ("Par Anne Exemple<br>a.exemple@example.org", ("Anne Exemple",)),
        ("Par Anne Exemple<br>Paul Essai", ("Anne Exemple", "Paul Essai")),
        ("Par<br>Anne Exemple", ("Anne Exemple",)),
    ):
        assert drafted(page(top=f"<p class='byline'>{line}</p>")).article.authors == authors


def test_a_name_beside_a_handle_and_buttons_is_the_author() -> None:
    line = "<a href='/@a'>@anne</a> <a href='/p'>Anne Exemple</a> · Follow · 3 min read · Mar 4, 2016"
    assert drafted(page(top=f"<div class='byline'>{line}</div>")).article.authors == ("Anne Exemple",)
