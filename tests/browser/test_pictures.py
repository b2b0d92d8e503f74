"""The pictures for people to look at: one of each kind of page that the site has."""

from __future__ import annotations

import pytest

from glose.tasks.browser import find
from glose.tasks.pictures import largest, open_card
from tests.browser.conftest import ARTICLE

pytestmark = pytest.mark.browser


def test_of_several_pages_the_largest_is_photographed(reader_site):
    assert largest(reader_site, "20*/*/*/*/index.html") == reader_site / ARTICLE / "index.html"
    assert largest(reader_site, "nothing/*/index.html") is None


@pytest.mark.parametrize(("look", "phone"), [("desktop", False), ("phone", True)])
def test_the_card_is_open_when_its_picture_is_taken(visit, look, phone):
    page = visit(phone=phone)
    open_card(page.page, look)
    assert page.card.count() == 1


def test_a_browser_is_there_to_take_them():
    assert find()
