"""The dispatch as people read it: on a phone, at a desk, without script, aloud, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from glose.digest.markdown import parse
from tests.browser.conftest import Visit
from tests.browser.test_article import CARD, LINES, WIDE, glosses_in_the_margin, notes_in_the_margin, reading
from tests.digest import ROOT

pytestmark = pytest.mark.browser
DISPATCH = "syrie-al-qaida-lancera-une-offensive-d-ici-48-heures-apres-le-retrait-des-russes"
TRUCE = "ceasefire-27-february-2016"


@pytest.fixture
def read(chromium: Browser, served_sample: str) -> Iterator[Callable[..., Visit]]:
    with reading(chromium, f"{served_sample}2016/03/15/{DISPATCH}/") as go:
        yield go


def words(page: Page) -> str:
    """What the dispatch says, without the notes between its paragraphs."""
    return str(page.evaluate(
        "[...document.querySelectorAll('.text > p, .text > .pass > p')].map(p => p.textContent).join('\\n')"
    ))  # fmt: skip


def test_on_a_phone_the_dispatch_begins_on_the_first_half_of_the_first_screen(read):
    page = read(360, 740, touch=True)
    assert page.page.evaluate("document.querySelector('.text p').getBoundingClientRect().top") <= 400


def test_the_dispatch_keeps_the_words_that_were_sent(read):
    text = (ROOT / f"content/articles/{DISPATCH}.md").read_text(encoding="utf-8")
    sent = " ".join(parse(text, "")[1].split())
    shown = re.sub("«\u00a0|\u00a0»", '"', words(read(360).page)).replace("’", "'")
    assert " ".join(shown.split()) == sent


def test_no_name_is_broken_at_its_hyphen(read):
    page = read(360).page
    assert page.locator(".text .w").count() > 5
    broken = "[...document.querySelectorAll('.w')].filter(e => e.getClientRects().length > 1).map(e => e.textContent)"
    assert page.evaluate(broken) == []


def test_a_word_after_an_opening_mark_is_selected_without_it(read):
    selected = read(1280).page.evaluate(
        """() => { const p = document.getElementById('p2'), s = getSelection(); s.collapse(p.firstChild, 3);
        s.modify('move', 'backward', 'word'); s.modify('extend', 'forward', 'word'); return s.toString() }"""
    )
    assert selected.strip() == "Il"


def test_a_copied_paragraph_is_the_dispatch_and_nothing_else(read):
    copied = read(1280).page.evaluate(
        """() => { const s = getSelection(); s.selectAllChildren(document.getElementById('p1'));
        return s.toString() }"""
    )
    assert copied.startswith("Les jihadistes du Front al-Nosra, branche syrienne d’Al-Qaïda, vont lancer")


@pytest.mark.parametrize("text", ["%C2%AB%20Il%20est%20clair", "engag%C3%A9s%C2%A0%C2%BB%20par"])
def test_a_link_to_a_passage_finds_it(read, text):
    page = read(360, 400, at=f"#:~:text={text}")
    page.wait(300)
    assert page.page.evaluate("scrollY") > 0


# margins


@pytest.mark.parametrize("width", WIDE)
def test_without_script_glosses_and_notes_stand_beside_their_lines_and_none_over_another(read, width):
    page = read(width, java_script_enabled=False).page
    assert glosses_in_the_margin(page) > 15
    assert notes_in_the_margin(page, width) >= 8


def test_what_a_screen_reader_says_is_in_the_order_of_the_text(read):
    page = read(1280).page
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    nodes = {node["nodeId"]: node for node in tree}
    said: list[str] = []

    def walk(node: dict[str, Any]) -> None:
        if node.get("role", {}).get("value") == "StaticText":
            said.append(node.get("name", {}).get("value", ""))
        for child in node.get("childIds", []):
            if child in nodes:
                walk(nodes[child])

    walk(tree[0])
    wanted = ("Il est clair", "aucun récit", "En raison des", "Salma", "Nous ne sommes pas")
    places = [next((at for at, text in enumerate(said) if one in text), -1) for one in wanted]
    assert -1 not in places
    assert places == sorted(places)
    gloss = page.locator(f"a[aria-details='term-{TRUCE}'] > i").get_attribute("data-gloss")
    assert gloss not in said, "a gloss is read beside its lexicon entry"


# card and sheet


def test_the_card_opens_beside_the_line_that_is_pointed_at(read):
    page = read(1280, 800)
    term = page.term(TRUCE)
    term.scroll_into_view_if_needed()
    gloss = term.locator("i").evaluate("e => e.getBoundingClientRect().left")
    lines = [one for one in term.evaluate(LINES) if one["x"] != gloss]
    assert len(lines) == 2, "the term does not stand on two lines"
    for line in lines:
        page.page.mouse.move(5, 5)
        page.page.wait_for_selector("#card:not(:popover-open)", state="attached")
        page.page.mouse.move(line["x"] + 20, line["y"] + 12)
        page.opens()
        card = page.page.evaluate(CARD)
        assert min(abs(card["y"] - line["b"]), abs(line["y"] - card["b"])) < 12
        assert card["r"] <= card["w"]


def test_the_card_says_as_of_when_what_it_means_what_became_of_it_and_where_to_read_on(read):
    page = read(1280, 800)
    page.term(TRUCE).hover()
    page.opens()
    text = page.card.inner_text()
    text = text.replace("\u00a0", " ")
    for words_ in ("au 15 mars 2016", "Cessation des hostilités", "Depuis :", "Fiche complète"):
        assert words_ in text, words_
    assert page.card.locator("a").count() == 1, "the name of the card leads away"
    page.card.locator(".more a").click()
    page.page.wait_for_url(f"**/glossary/{TRUCE}/#since-2016-02-27")


# everybody


def test_without_script_everything_can_be_read(read):
    text = read(360, java_script_enabled=False).page.locator("main").text_content() or ""
    for words_ in ("Les jihadistes", "aucun récit d’une grande", "Réseau jihadiste", "SHA-256"):
        assert words_ in text, words_


def test_on_paper_the_text_comes_first_then_the_numbered_notes_then_the_lexicon(read, tmp_path):
    file = tmp_path / "dispatch.pdf"
    read(1280).page.pdf(path=file, prefer_css_page_size=True, tagged=True)
    flat = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(file).pages).split())
    flat = normalize("NFKC", flat)  # ligatures
    places = [
        flat.find(one)
        for one in (
            "aviation russe",
            " Notes 1 Affirmation",
            "aucun récit",
            "propos de ce texte",
            "Lexique au 15",
        )
    ]
    assert -1 not in places
    assert places == sorted(places)
    assert flat.count(" Notes 1") == 1
    assert "SHA-256" in flat, "what is closed on the screen is not printed"
