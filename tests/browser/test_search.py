"""Search: nothing is loaded before it is wanted, and a misspelt or unaccented name is found."""

from __future__ import annotations

import shutil

import pytest

from glose.tasks.search_index import index
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser
MANY = (
    '<!doctype html><html lang="fr"><title>Foule</title><main data-kind="Article" data-pagefind-meta="kind[data-kind]">'
    "<h1>La foule {n}</h1><p data-pagefind-body>Une foule.</p></main>"
)


@pytest.fixture(scope="module")
def crowd(reader_site, tmp_path_factory):
    """Address of the same site, on which 45 pages more speak of a crowd."""
    site = tmp_path_factory.mktemp("crowd") / "site"
    shutil.copytree(reader_site, site)
    for number in range(45):
        (site / f"foule-{number}.html").write_text(MANY.format(n=number), encoding="utf-8")
    index(site)
    with serving(site) as address:
        yield address


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


def hit(page, title):
    results(page)
    return page.page.locator("#results li", has=page.page.get_by_role("link", name=title, exact=True))


def test_the_number_of_hits_is_told_to_everybody(visit):
    page = visit("search/?q=Élise")
    found = results(page)
    status = page.page.get_by_role("status")
    assert status.inner_text().split() == ["Résultats", ":", str(len(found))]


def test_a_hit_says_what_it_is_of_which_day_and_from_whom(visit):
    page = visit("search/?q=15 mars 2016")
    results(page)
    what, whose, when = page.page.locator("#results .meta").first.inner_text().split(" · ")
    assert (what, when) == ("Article", "15 mars 2016")
    assert whose


def test_an_excerpt_is_of_the_text_alone(visit):
    page = visit("search/?q=Élise")
    excerpt = hit(page, "Élise Exemple").locator(".ours").inner_text()
    for beside in ("Définitions par date", "À jour au", "Fiche complète", " · "):
        assert beside not in excerpt


def test_the_way_back_from_a_hit_leads_to_the_hits(visit):
    page = visit("search/")
    page.page.locator("#q").press_sequentially("Élise", delay=20)
    page.page.wait_for_url("**/search/?q=*")
    page.page.wait_for_selector("#results a")
    page.page.get_by_role("link", name="Élise Exemple").click()
    page.page.wait_for_url("**/glossary/elise-exemple/")
    page.page.go_back()
    assert "Élise Exemple" in results(page)
    assert page.page.locator("#q").input_value() == "Élise"


def test_an_index_that_did_not_come_is_asked_for_again(visit):
    page = visit("search/")
    page.page.route("**/pagefind/**", lambda route: route.abort())
    page.page.locator("#q").fill("Élise")
    retry = page.page.get_by_role("button", name="Réessayer")
    retry.wait_for()
    assert page.page.get_by_role("status").inner_text() == "L’index n’a pas pu être chargé."
    page.page.unroute("**/pagefind/**")
    retry.click()
    page.page.wait_for_selector("#results a")
    assert not retry.is_visible()


def test_a_slip_that_nobody_knows_is_answered_with_the_nearest_names(visit):
    page = visit("search/?q=Elxise Exmple")
    page.page.wait_for_selector("#near a")
    assert page.page.locator("#near a").first.inner_text() == "Élise Exemple"
    assert page.page.get_by_role("status").inner_text().startswith("Aucune page n’a ces mots.")
    assert page.page.locator("#results a").count() == 0


def test_a_word_that_only_begins_alike_is_no_hit(visit):
    page = visit("search/?q=élisabéthaine")
    page.page.wait_for_selector("#status:has-text('Aucun')")
    assert page.page.locator("#results a").count() == 0


def test_the_other_editions_are_asked_the_same(visit):
    page = visit("search/?q=Élise")
    results(page)
    page.page.locator("#others").get_by_role("link", name="English").click()
    page.page.wait_for_url("**/en/search/?q=*")
    assert page.page.locator("#q").input_value() == "Élise"


def test_all_hits_can_be_reached(visit, crowd):
    page = visit("")
    page.page.goto(f"{crowd}search/?q=foule")
    page.page.wait_for_selector("#results a")
    assert page.page.get_by_role("status").inner_text().endswith(" 45")
    more = page.page.get_by_role("button", name="Suite des résultats")
    for shown in (40, 45):
        more.click()
        page.page.wait_for_selector(f"#results li:nth-child({shown})")
    assert not more.is_visible()
    assert page.page.evaluate("document.activeElement.closest('#results li') !== null")
    assert len(set(page.page.locator("#results a").evaluate_all("all => all.map(a => a.href)"))) == 45


ASK = "async ([from, name, ...given]) => (await import(from))[name](...given)"
ASKED = (
    (["days", "27. Februar 2016", "de"], [[2016, 2, 27]]),
    (["days", "am 27.2.2016", "de"], [[2016, 2, 27]]),
    (["days", "27 de febrero de 2016", "es"], [[2016, 2, 27]]),
    (["days", "den Februar hindurch", "de"], []),
    (["queries", "Mueller", "de"], ["Mueller", "Müller"]),
    (["queries", "Mueller", "fr"], ["Mueller"]),
    (["queries", "Straße", "de"], ["Straße", "Strasse"]),
    (["queries", "„Die Brücke“", "de"], ['"Die Brücke"']),
    (["holds", "Mueller", {"content": "Herr Müller kam", "meta": {"title": "x"}}, "de"], True),
    (["holds", "Mueller", {"content": "Herr Müller kam", "meta": {"title": "x"}}, "fr"], False),
    (["holds", "Strasse", {"content": "die Straße", "meta": {"title": "x"}}, "de"], True),
)


def test_words_are_looked_for_as_their_language_writes_them(visit):
    page = visit("search/")
    for call, answer in ASKED:
        assert page.page.evaluate(ASK, [f"{page.base}theme/search_words.js", *call]) == answer, call
