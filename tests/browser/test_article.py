"""An annotated dispatch as people read it: on a phone, at a desk, with its margins full, without script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from glose.tasks.site_build import build
from tests.browser import annotated
from tests.browser.annotated import TERM
from tests.browser.conftest import Visit, serving, watch
from tests.browser.test_access import in_both_schemes
from tests.digest import linked

pytestmark = pytest.mark.browser
WIDE = (1120, 1280, 1440, 1920)
LINES = """e => [...e.getClientRects()].filter(r => r.width > 1)
.map(r => ({x: r.left, y: r.top, r: r.right, b: r.bottom}))"""
CARD = """() => { const r = document.getElementById('card').getBoundingClientRect();
return {x: r.left, y: r.top, r: r.right, b: r.bottom, w: innerWidth, h: innerHeight} }"""


@contextmanager
def reading(chromium: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Opens a page in a window: ``read(360, 740, touch=True)``; `at` is a fragment."""
    contexts: list[BrowserContext] = []

    def go(width: int, height: int = 900, *, touch: bool = False, at: str = "", **options: Any) -> Visit:
        touching = {"has_touch": True, "is_mobile": True} if touch else {}
        window = {"viewport": {"width": width, "height": height}, "locale": "fr-FR"}
        contexts.append(chromium.new_context(**(window | touching | options)))
        seen = watch(contexts[-1].new_page(), address)
        seen.page.goto(f"{address}{at}")
        return seen

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def dispatch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the dispatch."""
    root = linked(tmp_path_factory.mktemp("annotated"))
    annotated.write(root / "content")
    (root / "seeds").mkdir()
    build(root, root / "output")
    with serving(root / "output") as address:
        yield f"{address}2016/03/15/annotee/"


@pytest.fixture
def read(chromium: Browser, dispatch: str) -> Iterator[Callable[..., Visit]]:
    with reading(chromium, dispatch) as go:
        yield go


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


def glosses_in_the_margin(page: Page) -> int:
    """How many there are, each beside its line and none over another."""
    found = page.evaluate(
        """() => [...document.querySelectorAll('.text a.term')].map(a => { const i = a.querySelector('i');
        const g = i.getBoundingClientRect(), word = [...a.getClientRects()].find(r => r.left !== g.left);
        return {word: word.top, left: g.left, right: g.right, top: g.top, bottom: g.bottom} })"""
    )
    text = page.evaluate("document.querySelector('#p1').getBoundingClientRect().left")
    line = page.evaluate("parseFloat(getComputedStyle(document.getElementById('p1')).lineHeight)")
    assert all(one["left"] >= 0 and one["right"] < text and one["bottom"] > one["top"] for one in found)
    assert all(one["bottom"] <= other["top"] for one, other in pairwise(found)), "overlap"
    assert max(one["top"] - one["word"] for one in found) <= 4 * line
    return len(found)


def notes_in_the_margin(page: Page, width: int) -> int:
    """How many there are, each beside the text and none over another."""
    tops = page.evaluate(
        "[...document.querySelectorAll('.text .ref')].map(r => r.getBoundingClientRect().top)"
    )
    notes = page.evaluate(
        """[...document.querySelectorAll('.note')].map(n => { const r = n.getBoundingClientRect();
        return {x: r.left, r: r.right, y: r.top, b: r.bottom} })"""
    )
    text = page.evaluate("document.querySelector('#p1').getBoundingClientRect().right")
    assert all(one["x"] > text and one["r"] <= width for one in notes)
    assert all(one["b"] <= other["y"] + 1 for one, other in pairwise(notes)), "overlap"
    assert abs(notes[0]["y"] - tops[0]) < 40, "the first note is not beside its words"
    return len(notes)


@pytest.mark.parametrize("width", WIDE)
def test_without_script_glosses_and_notes_stand_beside_their_lines_and_none_over_another(read, width):
    page = read(width, java_script_enabled=False).page
    assert glosses_in_the_margin(page) == len(annotated.NAMES) + 1
    assert notes_in_the_margin(page, width) == annotated.PARAGRAPHS


def test_the_gloss_of_a_term_is_its_accessible_description(read):
    page = read(1280).page
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("Accessibility.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": f"a[aria-details='term-{TERM}']"})
    (told, *_) = session.send(
        "Accessibility.getPartialAXTree", {"nodeId": node["nodeId"], "fetchRelatives": False}
    )["nodes"]
    link = page.locator(f"a[aria-details='term-{TERM}']")
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
    place = page.locator(f"p:has(a[aria-details='term-{TERM}'])").first
    page.locator(f"div:has(> #term-{TERM}) dfn a").click()
    page.wait_for_url(f"**#{place.get_attribute('id')}")
    box = place.bounding_box()
    assert 0 <= box["y"] < 740


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


@pytest.mark.parametrize("width", [360, 1280])
def test_with_its_notes_open_the_page_has_no_barrier(read, width):
    page = read(width, color_scheme="light", reduced_motion="reduce")
    page.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert in_both_schemes(page) == []


def test_with_a_card_over_its_notes_the_page_has_no_barrier(read):
    page = read(1280, color_scheme="light", reduced_motion="reduce")
    page.term(TERM).hover()
    page.opens()
    assert in_both_schemes(page) == []


def test_forced_colours_keep_terms_and_notes(read):
    page = read(1280, forced_colors="active")
    assert page.complaints == []
    line = "getComputedStyle(document.querySelector('.note')).borderInlineStartColor"
    assert page.page.evaluate(line) != page.page.evaluate(
        "getComputedStyle(document.documentElement).backgroundColor"
    )
