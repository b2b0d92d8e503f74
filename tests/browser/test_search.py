"""Search: nothing is loaded before it is wanted, and a misspelt or unaccented name is found."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def results(page):
    page.page.wait_for_selector("#results[aria-busy=false]", state="attached")
    return page.page.locator("#results a").all_inner_texts()


def test_the_index_is_loaded_when_somebody_begins_to_search(visit):
    page = visit("search/")
    assert not [url for url in page.requests if "pagefind" in url]
    page.page.locator("#q").fill("trêve")
    assert any("trêve" in title for title in results(page))
    assert all(url.startswith(page.base) for url in page.requests)
    assert page.complaints == []


@pytest.mark.parametrize("words", ["elise", "ELISE", "Élise"])
def test_accents_and_case_do_not_matter(visit, words):
    page = visit(f"search/?q={words}")
    assert "Élise Exemple" in results(page)


@pytest.mark.parametrize("words", ["oeuvre", "œuvre"])
def test_a_ligature_and_its_letters_find_the_same(visit, words):
    page = visit(f"search/?q={words}")
    assert "Œuvre d’essai" in results(page)


def test_a_slip_that_the_glossary_knows_finds_the_term(visit):
    page = visit("search/?q=Exampel")
    assert "Ville-Exemple" in results(page)


def test_a_result_leads_to_its_page(visit):
    page = visit("search/?q=Élise")
    results(page)
    page.page.get_by_role("link", name="Élise Exemple").click()
    page.page.wait_for_url("**/glossary/elise-exemple/")


def test_words_that_stand_nowhere_are_answered(visit):
    page = visit("search/?q=xylophone")
    results(page)
    assert page.page.locator("#status").inner_text() == "Aucun résultat."


def test_a_search_in_arabic_finds_the_arabic_text(visit):
    page = visit("ar/search/?q=تجريبية")
    assert results(page)


def test_without_script_the_form_leads_to_the_glossary(visit):
    page = visit("search/", java_script_enabled=False)
    page.page.locator("#q").fill("ville")
    page.page.keyboard.press("Enter")
    page.page.wait_for_url("**/glossary/?q=ville")


def test_what_is_withheld_from_readers_is_not_in_the_index(visit):
    page = visit("search/?q=retirée")
    assert "Une dépêche d’essai retirée" not in results(page)
