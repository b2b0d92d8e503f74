"""The dispatch as people read it: on a phone, at a desk, without script, aloud, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader

from glose.digest.markdown import parse
from tests.browser.conftest import Visit, watch
from tests.browser.test_access import in_both_schemes
from tests.digest import ROOT

pytestmark = pytest.mark.browser
DISPATCH = "syrie-al-qaida-lancera-une-offensive-d-ici-48-heures-apres-le-retrait-des-russes"
TRUCE = "ceasefire-27-february-2016"
WIDE = (1120, 1280, 1440, 1920)
LINES = """e => [...e.getClientRects()].filter(r => r.width > 1)
.map(r => ({x: r.left, y: r.top, r: r.right, b: r.bottom}))"""
CARD = """() => { const r = document.getElementById('card').getBoundingClientRect();
return {x: r.left, y: r.top, r: r.right, b: r.bottom, w: innerWidth, h: innerHeight} }"""


@pytest.fixture
def read(chromium: Browser, served_sample: str, built_site: Path) -> Iterator[Callable[..., Visit]]:
    """Opens the dispatch in a window: ``read(360, 740, touch=True)``; `at` is a fragment."""
    (file,) = built_site.glob(f"2016/03/15/{DISPATCH}/index.html")
    path = file.parent.relative_to(built_site).as_posix()
    contexts: list[BrowserContext] = []

    def go(width: int, height: int = 900, *, touch: bool = False, at: str = "", **options: Any) -> Visit:
        touching = {"has_touch": True, "is_mobile": True} if touch else {}
        window = {"viewport": {"width": width, "height": height}, "locale": "fr-FR"}
        contexts.append(chromium.new_context(**(window | touching | options)))
        seen = watch(contexts[-1].new_page(), served_sample)
        seen.page.goto(f"{served_sample}{path}/{at}")
        return seen

    yield go
    for context in contexts:
        context.close()


def words(page: Page) -> str:
    """What the dispatch says, without the notes between its paragraphs."""
    return str(page.evaluate(
        "[...document.querySelectorAll('.text > p, .text > .pass > p')].map(p => p.textContent).join('\\n')"
    ))  # fmt: skip


@pytest.mark.parametrize(
    "window", [(320, 200), (360, 740), (740, 360), (768, 1024), (1120, 800), (1280, 900), (1920, 1080)]
)
def test_the_page_fits_every_window_and_moves_in_none(read, window):
    page = read(*window)
    shift = page.page.evaluate(
        """() => new Promise(done => { let sum = 0; new PerformanceObserver(list => {
        for (const one of list.getEntries()) sum += one.value }).observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(sum), 100) })"""
    )
    assert shift == 0
    assert (
        page.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    )
    assert page.complaints == []


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


def test_a_long_word_breaks(read):
    page = read(360, 740).page
    page.evaluate("document.getElementById('p1').append('é'.repeat(300))")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize(("lang", "mark"), [("fr", "«"), ("en", "“"), ("de", "„")])
def test_a_quotation_has_the_marks_of_its_language(read, lang, mark):
    page = read(360).page
    page.evaluate(
        f"document.getElementById('p1').insertAdjacentHTML('afterend', '<p lang={lang}><q>oui</q></p>')"
    )
    quotes = page.evaluate("getComputedStyle(document.querySelector('#p1 + p q')).quotes")
    assert (mark in quotes) if lang == "fr" else quotes == "auto"


# margins


@pytest.mark.parametrize("width", WIDE)
def test_without_script_every_gloss_stands_beside_its_line(read, width):
    page = read(width, java_script_enabled=False).page
    found = page.evaluate(
        """() => [...document.querySelectorAll('.text a.term')].map(a => { const i = a.querySelector('i');
        const g = i.getBoundingClientRect(), word = [...a.getClientRects()].find(r => r.left !== g.left);
        return {word: word.top, left: g.left, right: g.right, top: g.top, bottom: g.bottom} })"""
    )
    text = page.evaluate("document.querySelector('#p1').getBoundingClientRect().left")
    line = page.evaluate("parseFloat(getComputedStyle(document.getElementById('p1')).lineHeight)")
    assert len(found) > 15
    assert all(one["left"] >= 0 and one["right"] < text and one["bottom"] > one["top"] for one in found)
    assert all(one["bottom"] <= other["top"] for one, other in pairwise(found)), "overlap"
    assert max(one["top"] - one["word"] for one in found) <= 4 * line


@pytest.mark.parametrize("width", WIDE)
def test_without_script_every_note_stands_beside_the_text_and_none_over_another(read, width):
    page = read(width, java_script_enabled=False).page
    tops = page.evaluate(
        "[...document.querySelectorAll('.text .ref')].map(r => r.getBoundingClientRect().top)"
    )
    notes = page.evaluate(
        """[...document.querySelectorAll('.note')].map(n => { const r = n.getBoundingClientRect();
        return {x: r.left, r: r.right, y: r.top, b: r.bottom} })"""
    )
    text = page.evaluate("document.querySelector('#p1').getBoundingClientRect().right")
    assert len(notes) >= 8
    assert all(one["x"] > text and one["r"] <= width for one in notes)
    assert all(one["b"] <= other["y"] + 1 for one, other in pairwise(notes)), "overlap"
    assert abs(notes[0]["y"] - tops[0]) < 40, "the first note is not beside its words"


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


def test_the_gloss_of_a_term_is_its_accessible_description(read):
    page = read(1280).page
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("Accessibility.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": f"a[aria-details='term-{TRUCE}']"})
    (told, *_) = session.send(
        "Accessibility.getPartialAXTree", {"nodeId": node["nodeId"], "fetchRelatives": False}
    )["nodes"]
    link = page.locator(f"a[aria-details='term-{TRUCE}']")
    assert told["description"]["value"] == link.get_attribute("aria-description")
    assert told["name"]["value"] == link.inner_text().strip()


def test_in_a_narrow_window_notes_are_closed_and_a_number_opens_its_own_without_script(read):
    page = read(800, java_script_enabled=False).page
    assert page.evaluate("[...document.querySelectorAll('.note')].every(n => !n.open)")
    page.locator(".text .ref").nth(2).click()
    page.wait_for_selector(".note[open] #note-3")
    assert page.locator(".note[open]").count() == 1


def test_how_the_date_is_known_is_one_step_away_without_script(read):
    page = read(360, java_script_enabled=False).page
    page.locator(".by a[href='#date']").click()
    page.wait_for_selector("#about[open] #date")


def test_a_lexicon_entry_leads_back_to_its_passage(read):
    page = read(360, 740, java_script_enabled=False).page
    place = page.locator(f"p:has(a[aria-details='term-{TRUCE}'])").first
    page.locator(f"div:has(> #term-{TRUCE}) dfn a").click()
    page.wait_for_url(f"**#{place.get_attribute('id')}")
    box = place.bounding_box()
    assert 0 <= box["y"] < 740


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


@pytest.mark.parametrize("nth", [1, 11])
@pytest.mark.parametrize("window", [(360, 740), (740, 360), (320, 200)])
def test_a_sheet_leaves_the_tapped_word_in_sight_and_has_a_button_to_close_it(read, window, nth):
    width, height = window
    page = read(width, height, touch=True)
    term = page.page.locator(".text a.term").nth(nth)
    term.scroll_into_view_if_needed()
    term.tap()
    page.opens()
    card, word = page.page.evaluate(CARD), term.evaluate(LINES)[0]
    assert card["x"] >= -1
    assert card["y"] >= -1
    assert card["r"] <= card["w"] + 1
    assert card["b"] <= card["h"] + 1
    if height > 320:
        assert word["b"] <= card["y"] + 1 or word["y"] >= card["b"] - 1, "the sheet hides the word"
    button = page.page.locator("#card button")
    box = button.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height
    assert min(box["width"], box["height"]) >= 44
    assert page.page.evaluate("document.activeElement.id") == "card"
    page.page.keyboard.press("End")
    end = "(e => e.scrollTop + e.clientHeight >= e.scrollHeight - 2)(document.getElementById('card'))"
    for _ in range(40):
        if page.page.evaluate(end):
            break
        page.wait(50)
    assert page.page.evaluate(end), "no key scrolls the sheet"
    button.tap()
    page.wait(100)
    assert page.card.count() == 0
    assert page.page.evaluate("document.activeElement.className") == "term"


# everybody


@pytest.mark.parametrize("width", [360, 1280])
def test_with_its_notes_open_the_page_has_no_barrier(read, width):
    page = read(width, color_scheme="light", reduced_motion="reduce")
    page.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert in_both_schemes(page) == []


def test_with_a_card_over_its_notes_the_page_has_no_barrier(read):
    page = read(1280, color_scheme="light", reduced_motion="reduce")
    page.term(TRUCE).hover()
    page.opens()
    assert in_both_schemes(page) == []


def test_without_script_everything_can_be_read(read):
    text = read(360, java_script_enabled=False).page.locator("main").text_content() or ""
    for words_ in ("Les jihadistes", "aucun récit d’une grande", "Réseau jihadiste", "SHA-256"):
        assert words_ in text, words_


def test_forced_colours_keep_terms_and_notes(read):
    page = read(1280, forced_colors="active")
    assert page.complaints == []
    line = "getComputedStyle(document.querySelector('.note')).borderInlineStartColor"
    assert page.page.evaluate(line) != page.page.evaluate(
        "getComputedStyle(document.documentElement).backgroundColor"
    )


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
