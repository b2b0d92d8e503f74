"""What a page asks of a reader's device: one request, no noise, any width, any contrast, paper."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from tests.browser.conftest import ARTICLE, PAGES, TERM

pytestmark = pytest.mark.browser
EVERY = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())


@EVERY
def test_a_page_is_one_request_and_the_console_stays_silent(look, path):
    page = look(path)
    page.wait(50)
    extra = [url for url in page.requests if url != page.base + path]
    assert extra == ([page.base + "theme/search.js"] if path == "search/" else [])
    assert page.complaints == []


@EVERY
def test_a_page_fits_a_narrow_screen_and_text_of_twice_the_size(look, path):
    page = look(path)
    page.page.set_viewport_size({"width": 320, "height": 256})
    width = "document.documentElement.scrollWidth"
    assert page.page.evaluate(width) <= 320
    page.page.set_viewport_size({"width": 640, "height": 800})
    page.page.evaluate("document.documentElement.style.fontSize = '225%'")
    assert page.page.evaluate(width) <= 640


def test_the_sheet_fits_a_narrow_screen(visit):
    page = visit(viewport={"width": 320, "height": 256})
    page.term("front-exemple").hover()
    page.opens()
    assert page.page.evaluate(
        "(() => { const c = document.getElementById('card').getBoundingClientRect();"
        " return c.left >= 0 && c.right <= 320 && c.bottom <= 256.5 })()"
    )


def test_wider_spacing_of_text_hides_nothing(visit):
    """WCAG 1.4.12."""
    page = visit(viewport={"width": 360, "height": 740})
    page.page.evaluate(
        "for (const e of document.querySelectorAll('body *')) e.style.cssText ="
        " 'line-height:1.5 !important;letter-spacing:.12em !important;word-spacing:.16em !important'"
    )
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_forced_colours_keep_terms_and_marks_visible(visit):
    page = visit("timeline/", forced_colors="active")
    colour = "getComputedStyle(document.querySelector('.line > li'), '::before').backgroundColor"
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.page.evaluate(colour) != page.page.evaluate(ground)


def test_reduced_motion_means_no_transition(visit):
    page = visit(reduced_motion="reduce")
    assert page.page.evaluate("getComputedStyle(document.getElementById('card')).transitionDuration") == "0s"


def test_the_dark_scheme_is_dark_and_the_light_one_light(visit):
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    dark = visit(color_scheme="dark").page.evaluate(ground)
    light = visit(color_scheme="light").page.evaluate(ground)
    assert sum(map(int, dark[4:-1].split(","))) < 120 < 600 < sum(map(int, light[4:-1].split(",")))


def test_paper_has_the_lexicon_marks_and_addresses_but_no_navigation(visit, tmp_path):
    page = visit()
    file = tmp_path / "article.pdf"
    page.page.pdf(path=file, format="A4", prefer_css_page_size=True, tagged=True, outline=True)
    flat = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(file).pages).split())
    assert "Lexique au 15 mars 2016" in flat
    assert "À propos de ce texte" in flat
    assert "établie par la rédaction" in flat
    assert "éprouver la carte" in flat
    assert "Front d’Exemple°" in flat.replace(" °", "°")
    assert "⟨https://example.org/depeche⟩" in flat.replace(" ", "")
    assert "Fiche complète" not in flat
    assert "Aller au texte" not in flat
    assert "Chronologie" not in flat


def test_arabic_runs_from_right_to_left(visit):
    page = visit("ar/2016/03/16/barqiya-tajribiya/")
    brand, nav = (page.page.locator(one).bounding_box() for one in (".brand", "header nav"))
    assert brand["x"] > nav["x"] + nav["width"] - 1
    text = page.page.locator(".text").bounding_box()
    assert text["x"] + text["width"] < 1280 - 200, "no margin for glosses before the text"


def test_a_type_filters_the_glossary_by_its_anchor_alone(visit):
    page = visit("glossary/", java_script_enabled=False)
    assert page.page.locator("main li.org").first.is_visible()
    page.page.locator("a[href='#place']").click()
    assert page.page.locator("main li.place").first.is_visible()
    assert not page.page.locator("main li.org").first.is_visible()
    assert not page.page.locator("section:not(.place)").first.is_visible()
    page.page.get_by_role("link", name="Tout", exact=True).click()
    assert page.page.locator("main li.org").first.is_visible()


def test_a_line_of_context_leads_to_the_very_words(visit):
    page = visit(TERM, viewport={"width": 800, "height": 300})
    page.page.locator(f"a[href*='{ARTICLE}'][href*=':~:text']").first.click()
    page.page.wait_for_url(f"**/{ARTICLE}*")
    page.wait(400)
    box = page.term("front-exemple").bounding_box()
    assert 0 <= box["y"] < 300, "the browser did not find the words"
