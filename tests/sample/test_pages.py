"""The sample in a browser: no barrier on its pages, and how far a reader scrolls on a phone."""

from __future__ import annotations

import pytest

from tests.browser.test_access import in_both_schemes
from tests.browser.test_lists import PHONE, SCREENS, readable_names

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["", "glossary/jabhat-al-nusra/", "timeline/", "en/map/", "about/"])
def test_no_page_of_the_sample_has_a_barrier(look, path):
    assert in_both_schemes(look(path)) == []


def test_on_a_phone_the_map_leaves_no_link_behind_whose_words_it_has_no_room_for(look):
    page = look("map/")
    page.page.set_viewport_size(PHONE)
    assert page.page.evaluate("document.querySelectorAll('.map a.area').length") > 0
    assert in_both_schemes(page) == []


def test_the_dispatch_has_no_barrier(look, built_site):
    (page,) = built_site.glob("2016/03/15/syrie-*/index.html")
    path = page.parent.relative_to(built_site).as_posix() + "/"
    assert in_both_schemes(look(path)) == []


def terms(site):
    return sorted(
        file.parent.relative_to(site).as_posix() + "/" for file in site.glob("**/glossary/*/index.html")
    )


def test_a_term_of_the_sample_is_two_and_a_half_screens_of_a_phone_at_most(look, built_site, served_sample):
    found = terms(built_site)
    page = look(found[0])
    page.page.set_viewport_size(PHONE)
    long = {}
    for path in found:
        page.page.goto(served_sample + path)
        if (screens := page.page.evaluate(SCREENS)) > 2.5:
            long[path] = round(screens, 2)
    assert len(found) > 60
    assert long == {}


@pytest.mark.parametrize("path", ["timeline/", "en/timeline/"])
def test_the_timeline_is_four_screens_of_a_phone_at_most(look, path):
    page = look(path)
    page.page.set_viewport_size(PHONE)
    assert page.page.evaluate(SCREENS) <= 4


@pytest.mark.parametrize("path", ["", "en/"])
def test_the_dispatch_stands_on_the_first_screen_of_a_phone(look, path):
    page = look(path)
    page.page.set_viewport_size(PHONE)
    headline, first, pieces = (page.page.locator(one).first.bounding_box() for one in (
        ".front .headline", ".front p:not(.by, .meta)", ".front .list",
    ))  # fmt: skip
    assert headline["y"] < 250
    assert first["y"] + first["height"] < 740
    assert first["y"] < pieces["y"] < 2 * 740


def test_names_on_the_map_can_be_read_on_a_phone_and_cover_no_other(look):
    names = readable_names(look("map/"))
    assert {"Hmeimim", "Damas", "Turquie", "Irak", "Jordanie", "Méditerranée"} <= names
