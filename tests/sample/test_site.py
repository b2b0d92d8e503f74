"""The sample as files: no fault, no broken link, light pages, and what its glossary explains in its dispatch."""

from __future__ import annotations

from datetime import UTC, datetime

from glose.digest import batch
from glose.digest.check.site import site_faults
from tests.digest import ROOT
from tests.site.test_site import broken_links, open_years, pages, sources_without_a_link, weigh, wrong_ids


def test_it_has_no_fault(built_site):
    assert site_faults(built_site) == []
    assert broken_links(built_site) == []
    assert list(wrong_ids(built_site)) == []


def test_its_articles_fit_the_first_packets(built_site):
    weigh(built_site)


def test_the_dispatch_has_its_terms_explained_each_once(built_site):
    (name,) = [name for name in pages(built_site) if name.startswith("2016/03/15/syrie-")]
    page = pages(built_site)[name]
    marked = page.xpath("//a[@class='term']/@aria-details")
    assert len(marked) >= 14
    assert len(marked) == len(set(marked)) == len(page.xpath("//section[@class='lexicon']//dd"))
    assert not page.xpath("//h1//a[@class='term'] | //p[@class='pull-quote']//a[@class='term']")


def test_all_years_fold_but_that_of_the_dispatch(built_site):
    assert open_years(built_site) == ["2016"]


def test_every_address_of_a_source_is_a_link_on_the_terms_page(built_site):
    assert list(sources_without_a_link(built_site)) == []


def test_without_an_address_in_the_settings_no_error_can_be_reported(built_site):
    assert not pages(built_site)["index.html"].xpath("//footer//a[starts-with(@href, 'mailto:')]")


def test_its_articles_are_what_its_seeds_give():
    report = batch.run(ROOT / "seeds", ROOT / "content", check=True, now=datetime(2026, 11, 22, tzinfo=UTC))
    assert [outcome.seed for outcome in report.outcomes("stale", "failed", "conflict", "orphan")] == []
