"""The pages that gather: how far a reader scrolls on a phone, and what opens without script."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
SCREENS = "document.documentElement.scrollHeight / innerHeight"


def readable_names(page):
    """The names that the map shows on a phone; none of them is small or covers another."""
    page.page.set_viewport_size(PHONE)
    boxes = page.page.locator(".map text").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => { const b = e.getBoundingClientRect();"
        " return [e.textContent, b.left, b.top + 2, b.right, b.bottom - 2, parseFloat(getComputedStyle(e).fontSize)] })"
    )
    scale = page.page.locator(".map").bounding_box()["width"] / 640
    assert min(size * scale for *_, size in boxes) >= 10.5
    over = [
        (one[0], other[0])
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if min(one[3], other[3]) - max(one[1], other[1]) > 1
        and min(one[4], other[4]) - max(one[2], other[2]) > 1
    ]
    assert over == []
    return {name for name, *_ in boxes}


def test_names_on_the_map_can_be_read_on_a_phone_and_cover_no_other(look):
    assert {"Ville-Exemple", "Turquie", "Irak"} <= readable_names(look("map/"))


@pytest.mark.parametrize(
    ("path", "most"), [("glossary/front-exemple/", 2.5), ("glossary/ville-exemple/", 2.5), ("timeline/", 4)]
)
def test_a_page_that_gathers_is_few_screens_of_a_phone(look, path, most):
    page = look(path)
    page.page.set_viewport_size(PHONE)
    assert page.page.evaluate(SCREENS) <= most


def test_the_sense_of_the_article_s_day_opens_first_and_says_so_without_script(visit):
    page = visit("glossary/front-exemple/#since-2012-01-23", viewport=PHONE, java_script_enabled=False)
    asked = page.page.locator("#since-2012-01-23")
    assert asked.is_visible()
    assert page.page.get_by_text("le sens à la date de l’article").is_visible()
    today = page.page.locator("#since-2016-07-28")
    assert asked.bounding_box()["y"] < today.bounding_box()["y"]


def test_a_term_opens_with_today_s_sense_and_the_others_fold(visit):
    page = visit("glossary/front-exemple/", java_script_enabled=False)
    assert page.page.locator("#since-2016-07-28").is_visible()
    assert not page.page.locator("#since-2012-01-23").is_visible()
    assert not page.page.get_by_text("le sens à la date de l’article").is_visible()
    page.page.locator("details.sense summary").click()
    assert page.page.locator("#since-2012-01-23").is_visible()
