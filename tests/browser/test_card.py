"""The card: one definition for the mouse, the keyboard and the finger, and for readers who have none of it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import ARTICLE, Visit

pytestmark = pytest.mark.browser
TOWN, FRONT, TRUCE = "ville-exemple", "front-exemple", "treve-exemple"


def focused(page: Visit) -> str:
    return str(page.page.evaluate("document.activeElement.textContent.trim()"))


def tab_to(page: Visit, words: str) -> None:
    for _ in range(40):
        if focused(page) == words:
            return
        page.page.keyboard.press("Tab")
    pytest.fail(f"no Tab leads to {words}")


def test_a_resting_pointer_opens_the_card_under_its_term(visit):
    page = visit(viewport={"width": 1280, "height": 1000})
    page.page.evaluate(
        """() => { addEventListener('pointerover',
        e => { if (e.target.closest?.('a.term')) window.t0 ??= performance.now() }, true);
        document.getElementById('card').addEventListener('beforetoggle', () => window.t1 ??= performance.now()) }"""
    )
    term = page.term(FRONT)
    term.hover()
    page.opens()
    assert page.page.evaluate("t1 - t0") >= 390, "opened before the pointer had rested"
    assert "printemps 2016" in page.card.inner_text(), "the definition is not the one of the article's day"
    card, words = page.card.bounding_box(), term.bounding_box()
    assert abs(card["x"] - words["x"]) < 2
    assert 0 <= card["y"] - (words["y"] + words["height"]) < 12


def test_a_pointer_that_passes_by_opens_nothing(visit):
    page = visit()
    box = page.term(FRONT).bounding_box()
    page.page.mouse.move(box["x"] + 2, box["y"] + 4)
    page.wait(150)
    page.page.mouse.move(5, 5)
    page.wait(600)
    assert page.card.count() == 0


def test_the_card_stays_while_the_pointer_is_on_it_and_goes_when_it_leaves(visit):
    page = visit()
    page.term(FRONT).hover()
    page.opens()
    page.card.hover()
    page.wait(900)
    assert page.card.count() == 1
    page.page.mouse.move(5, 5)
    page.wait(500)
    assert page.card.count() == 0


def test_escape_closes_the_card_and_the_resting_pointer_does_not_bring_it_back(visit):
    page = visit()
    term = page.term(FRONT)
    term.hover()
    page.opens()
    page.page.keyboard.press("Escape")
    assert page.card.count() == 0
    box = term.bounding_box()
    page.page.mouse.move(box["x"] + box["width"] / 2 + 3, box["y"] + box["height"] / 2 + 1)
    page.wait(600)
    assert page.card.count() == 0


def test_a_click_outside_closes_the_card(visit):
    page = visit()
    page.term(FRONT).hover()
    page.opens()
    page.page.mouse.click(5, 5)
    page.wait(50)
    assert page.card.count() == 0


def test_the_keyboard_opens_the_card_at_once_without_an_extra_stop(visit):
    page = visit()
    tab_to(page, "Ville-Exemple")
    assert page.card.count() == 1
    page.page.keyboard.press("Tab")
    assert focused(page) == "Front d’Exemple"
    assert "Groupe fictif" in page.card.inner_text()


def test_escape_leaves_the_keyboard_where_it_was(visit):
    page = visit()
    tab_to(page, "Front d’Exemple")
    page.page.mouse.move(300, 300)
    page.page.mouse.move(310, 500)
    page.wait(450)
    assert page.card.count() == 1, "a moving pointer closed what the keyboard had opened"
    page.page.keyboard.press("Escape")
    assert page.card.count() == 0
    assert focused(page) == "Front d’Exemple"


def test_enter_and_a_click_follow_the_link(visit):
    page = visit()
    tab_to(page, "Front d’Exemple")
    page.page.keyboard.press("Enter")
    page.page.wait_for_url("**/glossary/front-exemple/#since-2012-01-23")
    page.page.go_back()
    page.term(TOWN).click()
    page.page.wait_for_url("**/glossary/ville-exemple/#since-*")


def test_a_tap_opens_a_sheet_that_takes_the_focus_and_a_second_one_closes_it(visit):
    page = visit(phone=True)
    page.term(FRONT).tap()
    page.opens()
    assert page.page.url.endswith(ARTICLE)
    assert page.page.evaluate("document.activeElement.id") == "card"
    box = page.card.bounding_box()
    assert (box["x"], box["width"]) == (0, 360)
    assert min(abs(box["y"]), abs(box["y"] + box["height"] - 740)) < 2, "the sheet is at no edge"
    page.term(FRONT).tap()
    page.wait(150)
    assert page.card.count() == 0


def test_a_tap_on_another_term_changes_the_sheet_and_one_outside_closes_it(visit):
    page = visit(phone=True)
    page.term(TOWN).tap()
    page.opens()
    page.term(FRONT).tap()
    page.wait(200)
    assert "Groupe fictif" in page.card.inner_text()
    sheet = page.card.bounding_box()
    page.page.touchscreen.tap(180, 730 if sheet["y"] < 2 else 10)
    page.wait(150)
    assert page.card.count() == 0


def test_the_sheet_leads_to_the_full_entry_at_the_sense_of_the_day(visit):
    page = visit(phone=True)
    page.term(FRONT).tap()
    page.opens()
    page.card.locator(".more a").tap()
    page.page.wait_for_url("**/glossary/front-exemple/#since-2012-01-23")
    first = page.page.locator(".senses > *").evaluate_all(
        "all => all.toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0].innerText"
    )
    assert "Groupe fictif" in first, "the sense of the article's day is not shown first, or not open"


def test_the_card_turns_upwards_near_the_bottom(visit):
    page = visit(viewport={"width": 1000, "height": 420})
    term = page.term(TRUCE)
    term.evaluate("e => scrollBy(0, e.getBoundingClientRect().bottom - innerHeight + 20)")
    box = term.bounding_box()
    page.page.mouse.move(box["x"] + 20, box["y"] + 8)
    page.opens()
    card = page.card.bounding_box()
    assert card["y"] + card["height"] <= box["y"] + 1


def test_the_card_opens_towards_the_left_in_arabic(visit):
    page = visit("ar/2016/03/16/barqiya-tajribiya/")
    term = page.term(FRONT)
    term.hover()
    page.opens()
    card, words = page.card.bounding_box(), term.bounding_box()
    assert abs(card["x"] + card["width"] - words["x"] - words["width"]) < 2
    assert page.card.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_nothing_moves_when_the_card_opens_or_the_page_loads(visit):
    page = visit()
    page.page.evaluate(
        """() => { window.shift = 0; new PerformanceObserver(list => {
        for (const entry of list.getEntries()) window.shift += entry.value })
        .observe({type: 'layout-shift', buffered: true}) }"""
    )
    before = page.page.evaluate("document.documentElement.scrollHeight")
    page.term(FRONT).hover()
    page.opens()
    page.wait(250)
    assert page.page.evaluate("window.shift") == 0
    assert page.page.evaluate("document.documentElement.scrollHeight") == before


def test_without_script_a_term_is_a_link_and_the_lexicon_defines_it(visit):
    page = visit(java_script_enabled=False)
    assert page.page.locator("#term-front-exemple").is_visible()
    page.term(FRONT).click()
    page.page.wait_for_url("**/glossary/front-exemple/#since-2012-01-23")
