"""Which parts of a page are the article's text."""

# ruff: noqa: E501  (markup stands as it is sent)

from __future__ import annotations

import json

import pytest

from glose.digest.model.article import Mark
from glose.digest.model.errors import SeedError
from tests.page.pages import CLOSING, OPENING, between, drafted, page

PROSE = "Une phrase de plus, assez longue pour que personne ne la prenne pour une étiquette ou un bouton de la page."


@pytest.mark.parametrize(
    "label",
    ["related", "share-bar", "newsletter-box", "ad-slot", "comments", "breadcrumb", "site-footer", "popup"],
)
def test_what_a_class_calls_furniture_is_left_out_and_told(label: str) -> None:
    body = f'<div class="{label}"><p>{PROSE}</p></div>'
    assert between(body) == []
    assert any(f.text == PROSE and f.dropped for f in drafted(page(body)).article.findings)


@pytest.mark.parametrize(
    "label", ["paragraphe", "shareholder", "headway", "md:ad-[2px]", "texte-courant", "addition"]
)
def test_a_class_that_only_resembles_furniture_says_nothing(label: str) -> None:
    assert between(f'<div class="{label}"><p>{PROSE}</p></div>') == [PROSE]


def test_a_hidden_line_is_no_text_and_does_not_cut_the_paragraph_around_it() -> None:
    body = '<p>La place est <span class="sr-only">(lien externe)</span>grande, disent ceux qui y ont leur étal depuis des années.</p>'
    assert between(body) == ["La place est grande, disent ceux qui y ont leur étal depuis des années."]


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    body = "<div>Une première phrase assez longue pour un paragraphe.<br>Sa suite.<br> <br>Une autre phrase, assez longue aussi pour en être un.</div>"
    assert between(body) == [
        "Une première phrase assez longue pour un paragraphe. Sa suite.",
        "Une autre phrase, assez longue aussi pour en être un.",
    ]


def test_an_initial_set_large_belongs_to_its_word() -> None:
    body = '<p><span class="lettrine">L</span> es marchands attendent, disent-ils, une réponse à leur lettre de février.</p>'
    assert between(body) == ["Les marchands attendent, disent-ils, une réponse à leur lettre de février."]


def test_a_word_of_one_letter_keeps_its_space_after_a_large_initial() -> None:
    body = '<p><span class="dropcap">A</span> man waited on the quay for three hours, and nobody could tell him anything.</p>'
    assert between(body)[0].startswith("A man")


def test_a_quotation_pulled_out_of_the_text_is_not_said_twice() -> None:
    body = f"<blockquote><p>{PROSE}</p></blockquote><p>{PROSE} Et il s'est tu.</p>"
    assert between(body) == [f"{PROSE} Et il s'est tu."]


def test_a_question_asked_twice_is_kept_twice() -> None:
    question = "Que pensez-vous de cette nouvelle place, et des étals qui y seront installés ?"
    body = f"<p>{question}</p><p>{PROSE}</p><p>{question}</p><p>Rien, dit-elle, avant de reprendre sa lecture du journal.</p>"
    assert between(body).count(question) == 2


def test_short_lines_of_a_list_are_text() -> None:
    assert between("<ul><li>Mardi matin.</li><li>Jeudi soir.</li></ul>") == ["Mardi matin.", "Jeudi soir."]


def test_a_list_of_links_is_not() -> None:
    assert (
        between('<ul><li><a href="/a">Les mots croisés</a></li><li><a href="/b">La météo</a></li></ul>') == []
    )


def test_a_heading_without_text_below_it_goes() -> None:
    assert between(
        "<h2>À découvrir</h2>" + '<ul><li><a href="/a">Les mots croisés</a></li></ul>', top=""
    ) == ["À découvrir"]
    blocks = drafted(page().replace(b"</article>", "<h2>À découvrir</h2></article>".encode())).blocks
    assert [block.text for block in blocks] == [OPENING, CLOSING]


def test_a_text_that_advertising_cuts_in_two_is_one() -> None:
    more = '<div class="corps"><p>' + PROSE + "</p></div>"
    html = page().replace(b"<article class='texte'>", b"<article><div class='corps'>")
    html = html.replace(b"</article>", f"</div><div class='pub'>Annonce</div>{more}</article>".encode())
    assert [block.text for block in drafted(html).blocks] == [OPENING, CLOSING, PROSE]


def test_a_table_of_figures_keeps_its_columns() -> None:
    table = "<table><tr><th>Produit</th><th>Prix</th></tr><tr><td>Pommes</td><td>1,90</td></tr></table>"
    assert between(table) in (
        ["Produit  Prix\nPommes   1,90"],
        [],
    )  # the engine may not want it; its columns never mix


def test_links_lead_to_the_web_or_nowhere() -> None:
    body = (
        '<p>Il contient <a href="javascript:alert(1)">un danger</a>, <a href="data:text/html,x">un autre</a>, '
        '<a href="/plan">un plan</a>, <a href="mailto:a@exemple.example">une adresse</a> et <a href="#bas">le bas</a>.</p>'
    )
    head = '<link rel="canonical" href="https://journal.example/a/b">'
    (block,) = (b for b in drafted(page(body, head)).blocks if b.marks)
    assert [(m.href, block.text[m.start : m.end]) for m in block.marks] == [
        ("https://journal.example/plan", "un plan"),
        ("mailto:a@exemple.example", "une adresse"),
    ]


def test_emphasis_lies_on_its_words() -> None:
    body = "<p>La place est <em>très</em> grande, et <strong>personne</strong> ne sait encore qui la balaiera.</p>"
    (block,) = (b for b in drafted(page(body)).blocks if b.marks)
    assert block.marks == (Mark("em", 13, 17), Mark("strong", 29, 37))


def test_a_message_quoted_from_a_network_is_a_quotation() -> None:
    body = '<blockquote class="twitter-tweet"><p>Nous sommes désolés.</p>— La ligne (@ligne)</blockquote>'
    assert between(body) == ["Nous sommes désolés.", "— La ligne (@ligne)"]


def scripted(text: str, about: str) -> bytes:
    data = json.dumps(
        {"state": {"article": {"html": text}, "banner": "<p>Nous utilisons des cookies.</p>" * 20}}
    )
    return f"<html lang='fr'><head><title>{about}</title></head><body><div id='app'></div><script>window.__DATA__={data}</script></body></html>".encode()


def test_a_text_that_a_script_would_have_shown_is_found_and_told() -> None:
    text = f"<p>{OPENING}</p><p>$$PUB$$</p><p>{PROSE}</p><p>{CLOSING}</p>"
    draft = drafted(scripted(text, "Le marché de la place du Puits, un conseil municipal"))
    assert [block.text for block in draft.blocks] == [OPENING, PROSE, CLOSING]
    assert any(f.rule == "body" and f.confidence < 0.5 for f in draft.article.findings)


def test_a_script_s_other_strings_are_no_article() -> None:
    with pytest.raises(SeedError):
        drafted(scripted("", "Le marché de la place du Puits, un conseil municipal"))


def test_a_page_with_a_text_of_its_own_needs_no_script_s() -> None:
    more = (
        "<p>Le marché de la place, encore une fois, dans les données d'un script qui n'intéresse personne.</p>"
        * 3
    )
    body = f"<p>{PROSE}</p><p>Et une autre phrase, plus longue encore, pour que la page montre assez de texte.</p>"
    assert more[3:30] not in " ".join(between(body + f"<script>x={json.dumps(more)}</script>"))


def test_a_heading_s_link_to_itself_is_no_word_of_it() -> None:
    body = f"<h2 id='a'>Le puits<a href='#a'>#</a></h2><p>{PROSE}</p><h2><a href='#b'>¶</a>La halle <a href='/b'>neuve</a></h2><p>{PROSE} Bis.</p>"
    assert between(body) == ["Le puits", PROSE, "La halle neuve", f"{PROSE} Bis."]


def test_the_hour_of_an_update_is_no_text() -> None:
    body = (
        f"<ol><li><time>10:05</time><p>{PROSE}</p></li><li>À 10:05, tout était fini sur la place.</li></ol>"
    )
    assert between(body) == [PROSE, "À 10:05, tout était fini sur la place."]


def test_a_box_for_letters_that_holds_the_text_takes_its_own_heading_and_form_alone() -> None:
    long = f"{PROSE} {PROSE}"
    body = f"<div class='newsletter-signup'><h3>Le courrier du matin</h3><form><input type='email'></form><p>{long}</p><p>{long} Bis.</p></div>"
    assert between(body) == [long, f"{long} Bis."]


def test_spans_that_a_style_makes_blocks_are_paragraphs() -> None:
    lines = f"<div><span style='display:block'>{PROSE}</span><span style='display: block'>{PROSE} Bis.</span></div>"
    assert between(lines) == [PROSE, f"{PROSE} Bis."]


def test_a_link_to_edit_a_section_is_no_word_of_its_heading() -> None:
    body = f"<h2>Le puits<span class='x'>[<a href='/e'>modifier</a>]</span></h2><p>{PROSE}</p>"
    assert between(body) == ["Le puits", PROSE]
    assert between(f"<h2>Le puits <span>[1]</span></h2><p>{PROSE}</p>") == ["Le puits [1]", PROSE]
