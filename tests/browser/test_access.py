"""axe on every kind of page: no violation of WCAG A, AA and AAA or of its best practices."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import ARTICLE, PAGES, Visit

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]


COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
"""Rules whose answer changes with the colour scheme."""


def violations(page: Visit, only: dict[str, object] | None = None) -> list[str]:
    only = only or {"type": "tag", "values": RULES}
    found = Axe().run(page.page, options={"runOnly": only}).response["violations"]
    return [f"{one['id']}: {node['html'][:140]}" for one in found for node in one["nodes"]]


def in_both_schemes(page: Visit) -> list[str]:
    """Every rule in the light scheme, and in the dark one those that colours decide."""
    light = violations(page)
    page.page.emulate_media(color_scheme="dark")
    return light + [f"dark {one}" for one in violations(page, {"type": "rule", "values": COLOURS})]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_no_page_has_a_barrier(look, path):
    assert in_both_schemes(look(path)) == []


@pytest.mark.parametrize("path", [ARTICLE, "ar/2016/03/16/barqiya-tajribiya/"], ids=["fr", "ar"])
def test_an_open_card_is_no_barrier(visit, path):
    page = visit(path, color_scheme="light", reduced_motion="reduce")
    page.term("front-exemple").hover()
    page.opens()
    assert in_both_schemes(page) == []


def test_an_open_sheet_is_no_barrier(visit):
    page = visit(phone=True, color_scheme="light", reduced_motion="reduce")
    page.term("front-exemple").tap()
    page.opens()
    assert in_both_schemes(page) == []
