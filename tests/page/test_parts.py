"""An article in several parts, and what only looks like one of them."""

# ruff: noqa: E501  (markup stands as it is sent)

from __future__ import annotations

import pytest

from tests.page.pages import CLOSING, OPENING, between, drafted, page

PROSE = "Une phrase de plus, assez longue pour que personne ne la prenne pour une étiquette ou un bouton de la page."
OTHER = "La mairie de Sampletown cherche encore une date pour la fête du port, que la pluie a déjà repoussée deux fois."
THIRD = "Anne Exemple, qui tient l'étal du coin depuis vingt ans, attend de voir les plans avant de dire son avis."
TITLE = "<h1>Le marché change de place</h1>"
STORY = (PROSE, OTHER, THIRD)


def texts(body: str, title: str = "Le marché change de place") -> list[str]:
    head = f"<title>{title}</title></head><body>"
    data = f"<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'>{head}{body}</body></html>"
    draft = drafted(data.encode())
    return [
        *([draft.article.standfirst] if draft.article.standfirst else []),
        *(b.text for b in draft.blocks),
    ]


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def test_the_first_paragraphs_in_a_box_called_teaser_open_the_text() -> None:
    body = (
        f"<main><article>{TITLE}<div class='teaser-content'>{paragraphs(OPENING, PROSE)}"
        f"</div><div class='remainder'>{paragraphs(OTHER, THIRD, CLOSING)}</div></article></main>"
    )
    assert texts(body) == [OPENING, PROSE, OTHER, THIRD, CLOSING]


def test_a_teaser_that_leads_to_another_article_is_none_of_it() -> None:
    teaser = f"<div class='teaser'><a href='/autre'><h3>La fête du port</h3><p>{OTHER}</p></a></div>"
    assert between(teaser) == []


def test_cards_of_a_list_below_the_text_are_part_of_it() -> None:
    cards = "".join(
        f"<article class='venue'><h2>Maison {n}</h2><div class='excerpt'><p>{n} : {OTHER}</p></div></article>"
        for n in range(9)
    )
    body = (
        f"<main>{TITLE}<div class='lead'>{paragraphs(*STORY)}</div><div class='venues'>{cards}</div></main>"
    )
    found = texts(body)
    assert [text for text in found if text.endswith(OTHER) and text != OTHER] == [
        f"{n} : {OTHER}" for n in range(9)
    ]
    assert "Maison 3" in found


def test_cards_that_are_links_are_other_articles() -> None:
    cards = "".join(
        f"<article class='card'><a href='/{n}'><h2>Un autre sujet {n}</h2><p>{n} : {OTHER}</p></a></article>"
        for n in range(9)
    )
    body = f"<main>{TITLE}<div class='lead'>{paragraphs(*STORY)}</div><div class='list'>{cards}</div></main>"
    assert texts(body) == list(STORY)


@pytest.mark.parametrize("attribute", ["shadowrootmode='open'", "shadowmode='open'", "shadowroot='open'"])
def test_the_text_of_a_web_component_is_read(attribute: str) -> None:
    body = f"<main>{TITLE}<x-story><template {attribute}><div>{paragraphs(*STORY)}</div></template></x-story></main>"
    assert texts(body) == list(STORY)


def test_the_text_of_any_other_template_is_not() -> None:
    assert between(f"<template><p>{PROSE}</p></template>") == []


def test_each_update_of_a_live_page_keeps_its_heading() -> None:
    updates = "".join(
        f"<article class='block'><header><time>1{n}:00</time><h2>Point {n}</h2></header><p>{line}</p></article>"
        for n, line in enumerate(STORY)
    )
    body = f"<main>{TITLE}<div class='liveblog'>{updates}</div></main>"
    assert texts(body) == ["Point 0", PROSE, "Point 1", OTHER, "Point 2", THIRD]


def test_readers_comments_set_like_the_text_are_none_of_it() -> None:
    comments = "".join(
        f"<div class='comment'><div class='content'>{n} : je n'aurais pas déplacé ce marché, et je l'ai toujours dit à tous.</div></div>"
        for n in range(12)
    )
    body = (
        f"<main>{TITLE}<div id='page'><div class='story'><div class='content'>"
        f"{paragraphs(OPENING, CLOSING)}</div></div><div id='commentsContainer'><div id='comments'>{comments}</div></div></div></main>"
    )
    assert texts(body) == [OPENING, CLOSING]


def test_a_heading_in_the_websites_words_stands_where_the_text_goes_on_below_it() -> None:
    body = f"<div><h2>Comments</h2><span>[<a href='/e'>modifier</a>]</span></div><p>{PROSE}</p>"
    assert between(body) == ["Comments", PROSE]


def test_it_goes_where_what_is_below_it_goes() -> None:
    assert between("<h2>Comments</h2><div id='comments'><p>Bravo.</p></div>") == []


def test_a_dialog_that_a_style_rule_closes_is_no_article_however_long() -> None:
    partners = "".join(
        f"<div class='row'><p>{n} : {OTHER} Ce partenaire garde vos données un an.</p></div>"
        for n in range(20)
    )
    head = "<style>@media print{.x{color:red}} .partners,.y{margin:0;display:none} .z{display:block}</style>"
    body = f"{head}<div class='partners'>{partners}</div><main>{TITLE}{paragraphs(*STORY)}</main>"
    assert texts(body) == list(STORY)


@pytest.mark.parametrize(
    "rule",
    [
        "@media print{.part{display:none}}",
        ".part{display:none} .part{display:block}",
        ".part.closed{display:none}",
        ".js .part{display:none}",
        ".part{display:none} .part.open{display:block}",
    ],
)
def test_a_style_rule_that_does_not_hide_it_says_nothing(rule: str) -> None:
    body = f"<style>{rule}</style>{TITLE}<div class='part open'>{paragraphs(*STORY)}</div>"
    assert texts(body) == list(STORY)


def test_an_answer_that_opens_on_a_click_is_text() -> None:
    body = (
        "<h3><button aria-controls='p1' aria-expanded='false'>Qui paiera les travaux ?</button></h3>"
        f"<div id='p1' style='display:none'><p>{PROSE}</p></div>"
    )
    assert between(body) == ["Qui paiera les travaux ?", PROSE]


def test_a_box_that_nothing_opens_stays_hidden() -> None:
    assert between(f"<div style='display:none'><p>{PROSE}</p></div>") == []


def test_the_words_of_a_box_with_a_form_go_with_it() -> None:
    assert (
        between("<div><h2>Notre lettre</h2><form><label>Courriel</label><input name='e'></form></div>") == []
    )


def test_a_public_note_of_the_editors_ends_nothing() -> None:
    note = "Note de la rédaction : la date du vote a été corrigée."
    english = "Editor's note: the date of the vote was corrected."
    for line in (note, english):
        data = page(f"<p>{PROSE}</p><p>{line}</p><p>{OTHER}</p>")
        assert [b.text for b in drafted(data).blocks][-2:] == [OTHER, CLOSING]


def test_sections_whose_headings_are_of_the_first_level_keep_them() -> None:
    body = f"<h1>Deux ans de travaux</h1><p>{PROSE}</p><h1>Qui paiera ?</h1><p>{OTHER}</p>"
    assert between(body) == ["Deux ans de travaux", PROSE, "Qui paiera ?", OTHER]


def test_the_title_said_again_in_the_text_is_no_section() -> None:
    assert between(f"{TITLE}<p>{PROSE}</p>") == [PROSE]


def test_the_first_section_s_heading_of_the_first_level_stays_in_the_text() -> None:
    body = (
        f"<main><div class='head'>{TITLE}</div><div class='body'><h1>I. Un puits</h1>{paragraphs(*STORY)}"
        f"<h1>II. Une halle</h1>{paragraphs(OPENING, CLOSING)}</div></main>"
    )
    assert texts(body) == ["I. Un puits", *STORY, "II. Une halle", OPENING, CLOSING]


def test_a_second_wording_of_the_title_above_the_text_is_no_section() -> None:
    body = f"<main>{TITLE}<div class='body'><h1>Le marché change enfin de place</h1>{paragraphs(*STORY)}</div></main>"
    assert texts(body) == [*STORY]


def test_a_title_below_its_kicker_in_one_heading_is_the_title_and_no_standfirst() -> None:
    head = "<header><h2><span>Ville-Exemple :</span><span>Le marché change de place</span></h2></header>"
    body = f"<main><article>{head}<div class='b'>{paragraphs(*STORY)}</div></article></main>"
    assert texts(body) == [*STORY]


READERS = "".join(f"<div class='x7'><p>Lecteur {n} : {OTHER}</p></div>" for n in range(9))


@pytest.mark.parametrize("heading", ["Commentaires (9)", "9 commentaires", "Comments (9)"])
def test_what_readers_wrote_below_a_counted_heading_is_no_text(heading: str) -> None:
    body = f"<main>{TITLE}<div class='a1'>{paragraphs(*STORY)}</div><section><h2>{heading}</h2>{READERS}</section></main>"
    assert texts(body) == [*STORY]


def test_comments_without_a_number_may_head_a_part_of_the_text() -> None:
    body = f"<main>{TITLE}<div>{paragraphs(*STORY)}<h2>Commentaires</h2>{paragraphs(OPENING, CLOSING)}</div></main>"
    assert texts(body) == [*STORY, "Commentaires", OPENING, CLOSING]


def test_comments_by_their_schema_are_no_text() -> None:
    one = f"<div itemprop='comment' itemscope itemtype='https://schema.org/Comment'><p>{OTHER}</p></div>"
    body = f"<main>{TITLE}<article><div>{paragraphs(OPENING, CLOSING)}</div></article>{one * 5}</main>"
    assert texts(body) == [OPENING, CLOSING]


def test_what_an_attribute_hides_beside_the_article_is_no_text_however_long() -> None:
    list_of_partners = "".join(f"<p>Le partenaire {n} : {OTHER}</p>" for n in range(15))
    body = f"<main>{TITLE}<div>{paragraphs(*STORY, OPENING)}</div></main><div hidden>{list_of_partners}</div>"
    assert texts(body) == [*STORY, OPENING]


def test_an_article_that_a_script_would_show_is_text() -> None:
    body = f"<header><p>Le journal</p></header><div hidden>{TITLE}{paragraphs(*STORY, OPENING)}</div>"
    assert texts(body) == [*STORY, OPENING]


@pytest.mark.parametrize(
    "text",
    ["<footer><p>{}</p></footer>", "<div class='paywall'><p>Cet article est réservé aux abonnés.</p></div>"],
)
def test_a_page_of_nothing_but_furniture_is_held(text: str) -> None:
    line = "Toutes les nouvelles de Ville-Exemple, chaque jour depuis 1901, par ceux qui les font."
    data = f"<!DOCTYPE html><html lang='fr'><body><main>{TITLE}</main>{text.format(line)}</body></html>"
    assert drafted(data.encode()).article.held


def test_what_a_server_sent_later_stands_where_its_template_waits() -> None:
    body = (
        f"<main>{TITLE}{paragraphs(OPENING)}<template id='B:0'></template><div>Un instant</div>{paragraphs(CLOSING)}</main>"
        f"<footer><p>Mentions</p></footer><div hidden id='S:0'>{paragraphs(*STORY)}<template id='P:1a'></template></div>"
        f"<div hidden id='S:1a'>{paragraphs('Bis : ' + OTHER)}</div>"
    )
    assert texts(body) == [OPENING, *STORY, "Bis : " + OTHER, CLOSING]


def test_a_hidden_box_that_no_template_waits_for_stays_hidden() -> None:
    body = f"<main>{TITLE}<div>{paragraphs(*STORY, OPENING)}</div></main><div hidden id='S:0'>{paragraphs(OTHER + ' Bis.')}</div>"
    assert texts(body) == [*STORY, OPENING]


def test_a_class_that_hides_on_narrow_screens_alone_hides_nothing() -> None:
    wide = f"<div class='hidden md:block'>{paragraphs(OTHER)}</div>"
    assert between(wide) == [OTHER]
    assert between(f"<div class='hidden md:mt-4'>{paragraphs('Un mot.')}</div>") == []


PARTNERS = "".join(f"<p>Le partenaire {n} : {OTHER}</p>" for n in range(12))


def test_a_dialog_with_a_heading_of_its_own_is_no_article() -> None:
    dialog = f"<div role='dialog'><h1>Votre accord, s'il vous plaît</h1>{PARTNERS}</div>"
    assert texts(f"{dialog}<main>{TITLE}<article>{paragraphs(*STORY, OPENING)}</article></main>") == [
        *STORY,
        OPENING,
    ]


def test_an_article_that_is_shown_in_a_dialog_is_one() -> None:
    assert texts(f"<div role='dialog'>{TITLE}{paragraphs(*STORY, OPENING)}</div>") == [*STORY, OPENING]


@pytest.mark.parametrize("name", ["9f-share-0b", "c0ffee-nav-88", "0e5a7b-comment-1"])
def test_letters_in_an_id_that_a_machine_made_say_nothing(name: str) -> None:
    assert between(f"<div id='{name}'>{OTHER}</div>") == [OTHER]


@pytest.mark.parametrize("name", ["sidebar", "caption1", "newsletter_1"])
def test_the_id_of_a_paragraph_is_a_mark_for_links(name: str) -> None:
    assert between(f"<p id='{name}'>{OTHER}</p>") == [OTHER]


def test_the_id_of_a_box_that_is_made_of_the_craft_s_words_is_evidence() -> None:
    assert (
        between(f"<div id='share-bar-2'><p>{OTHER}</p></div><div id='comments-1'><p>{THIRD}</p></div>") == []
    )


def slide(inner: str) -> str:
    return f"<div class='stream slide'><div class='data'>{inner}</div></div>"


def test_slides_with_prose_beside_the_one_that_the_engine_took_are_text() -> None:
    slides = "".join(slide(f"<h2>Maison {n}</h2><ul><li>{n} : {PROSE} {OTHER}</li></ul>") for n in range(6))
    found = texts(f"<header>{TITLE}</header><main><div class='slideshow'>{slides}</div></main>")
    assert [text for text in found if text.endswith(OTHER)] == [f"{n} : {PROSE} {OTHER}" for n in range(6)]
    assert "Maison 0" in found
    assert "Maison 5" in found


def test_slides_that_lead_to_other_articles_are_none_of_the_text() -> None:
    slides = "".join(
        slide(f"<h2><a href='/{n}'>Maison {n}</a></h2><p><a href='/{n}'>{n} : {OTHER}</a></p>")
        for n in range(6)
    )
    body = f"<main>{TITLE}<div class='b'>{paragraphs(*STORY, OPENING)}</div><div class='slideshow'>{slides}</div></main>"
    assert texts(body) == [*STORY, OPENING]
