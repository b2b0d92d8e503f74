"""Term pages: which mentions they quote, and what they say of the entry."""

from __future__ import annotations

from dataclasses import replace as with_fields
from datetime import date, timedelta

from plugins import term_pages
from plugins.digest.glossary.term import Identifier, Relations
from plugins.digest.site.room import Room
from plugins.digest.site.values import Article, Entry, Page
from tests.features.sites import FIRST, SETTINGS, Store, article, entries, made, site, term

STORE = Store()


def built(*articles: Article, **more: object) -> dict[str, Page]:
    """Address to page."""
    found = entries(STORE, [term("a", **more), term("b")])
    return {page.address: page for page in made(term_pages.pages(site(list(articles), found)))}


def shown(page: Page) -> dict[str, object]:
    """What its template sees."""
    return dict(term_pages.view(page, Room(SETTINGS, page.lang, STORE.fetch)))


def test_a_term_has_a_page_in_every_edition() -> None:
    pages = built()
    assert set(pages) == {"glossary/a/", "glossary/b/", "en/glossary/a/", "en/glossary/b/"}
    assert pages["en/glossary/a/"].alternates == (("fr", "glossary/a/"), ("en", "en/glossary/a/"))
    assert (pages["glossary/a/"].values["title"], pages["en/glossary/a/"].values["title"]) == (
        "Groupe a",
        "Group a",
    )


def test_the_newest_mentions_are_quoted_and_the_rest_is_a_list() -> None:
    many = [article(STORE, f"d{n:02}", FIRST - timedelta(days=n), mentions=("a",)) for n in range(27)]
    values = built(*many)["glossary/a/"].values
    assert [link.title for link, _ in values["mentions"]] == [f"Titre de d{n:02}" for n in range(25)]
    assert [link.title for link in values["rest"]] == ["Titre de d25", "Titre de d26"]


def test_mentions_in_the_page_s_language_come_first() -> None:
    pages = built(
        article(STORE, "en", lang="en", mentions=("a",)),
        article(STORE, "fr", FIRST - timedelta(days=1), mentions=("a",)),
        article(STORE, "ar", FIRST - timedelta(days=2), "ar", mentions=("a",)),
    )
    langs = {path: [link.lang for link, _ in page.values["mentions"]] for path, page in pages.items()}
    assert langs["glossary/a/"] == ["fr", "en", "ar"]
    assert langs["en/glossary/a/"] == ["en", "fr", "ar"]


def test_what_is_hidden_mentions_nothing_and_neither_does_a_text_that_is_not_shown() -> None:
    pages = built(
        article(STORE, "x", mentions=("a",), status="hidden"), article(STORE, "y", mentions=("a",), lines=())
    )
    assert pages["glossary/a/"].values["mentions"] == ()


def test_a_page_needs_its_entry_and_the_sentences_that_it_quotes() -> None:
    page = built(article(STORE, "x", mentions=("a",)))["glossary/a/"]
    ((_, line),) = page.values["mentions"]
    assert page.needs == (page.values["entry"], line)


def test_the_chart_counts_quoted_and_listed_mentions() -> None:
    many = [article(STORE, f"d{n:02}", FIRST - timedelta(days=n), mentions=("a",)) for n in range(30)]
    chart = shown(built(*many)["glossary/a/"])["mentioned"]
    assert sum(bar.count for bar in chart.bars) == 30  # type: ignore[attr-defined]


def test_the_long_text_is_in_the_edition_s_language_or_else_in_the_site_s() -> None:
    pages = built()
    assert shown(pages["en/glossary/a/"])["body_lang"] == "fr"
    assert shown(pages["glossary/a/"])["body"] == "<p>Sur a.</p>"


def test_related_entries_are_named_in_the_page_s_language() -> None:
    pages = built(relations=Relations(part_of=("b",)))
    assert pages["glossary/a/"].values["related"] == (("part_of", (("b", "Groupe b"),)),)
    assert pages["en/glossary/a/"].values["related"] == (("part_of", (("b", "Group b"),)),)
    assert pages["glossary/b/"].values["related"] == ()


def test_a_relation_to_a_draft_that_is_not_published_is_not_shown() -> None:
    pages = built(relations=Relations(part_of=("draft",), see=("draft", "b")))
    assert pages["glossary/a/"].values["related"] == (("see", (("b", "Groupe b"),)),)


def test_links_of_the_long_text_lead_where_their_files_are_published() -> None:
    known = entries(STORE, [term("a")])
    known["a"] = Entry(known["a"].fp, known["a"].term, ("articles/x.md", "articles/hidden.md"))
    found = site([], known, addresses={"articles/x.md": "2016/03/15/x/"})
    page = next(iter(made(term_pages.pages(found))))
    assert page.values["links"] == {"articles/x.md": "2016/03/15/x/"}


def test_machines_are_told_checked_identifiers_only() -> None:
    known = (
        Identifier("wikidata", "Q1", date(2016, 1, 1), "à la main"),
        Identifier("geonames", "2"),
        Identifier("viaf", "3", date(2016, 1, 1), "à la main"),
    )
    told = str(shown(built(same_as=known)["glossary/a/"])["json_ld"])
    assert '"sameAs":["https://www.wikidata.org/wiki/Q1"]' in told
    assert '"inDefinedTermSet":"https://exemple.invalid/glossary/#set"' in told


def test_no_text_of_an_entry_ends_the_script_that_tells_machines_of_it() -> None:
    senses = (with_fields(term("a").senses[0], short={"fr": "</script><script>"}),)
    told = str(shown(built(senses=senses)["glossary/a/"])["json_ld"])
    assert "<" not in told
