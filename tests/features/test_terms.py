"""Term pages: which mentions they quote, and what they say of the entry."""

from __future__ import annotations

from dataclasses import replace as with_fields
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path

from glose import term_pages
from glose.digest.glossary.term import Identifier, Position, Relations
from glose.digest.layers import Layers
from glose.digest.site.render.theme import Theme
from glose.digest.site.render.words import Words
from glose.digest.site.room import Room
from glose.digest.site.values import Article, Entry, Page
from tests.features.sites import FIRST, OUTLINE, SETTINGS, Store, article, entries, made, site, term

STORE = Store()


@cache
def words(lang: str) -> Words:
    """Those of our theme."""
    return Words(Theme(Layers.of(Path(__file__).parents[2] / "theme")).catalogue(lang))


def built(*articles: Article, **more: object) -> dict[str, Page]:
    """Address to page."""
    found = entries(STORE, [term("a", **more), term("b")])
    return {page.address: page for page in made(term_pages.pages(site(list(articles), found)))}


def shown(page: Page) -> dict[str, object]:
    """What its template sees."""
    return dict(
        term_pages.view(page, Room(SETTINGS, page.lang, STORE.fetch, speak=partial(words, page.lang)))
    )


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
    assert [link.title for link, _ in values["own"]] == [f"Titre de d{n:02}" for n in range(25)]
    assert [link.title for link in values["rest"]] == ["Titre de d25", "Titre de d26"]


def test_mentions_in_other_languages_stand_by_themselves() -> None:
    pages = built(
        article(STORE, "en", lang="en", mentions=("a",)),
        article(STORE, "gb", lang="en-GB", mentions=("a",)),
        article(STORE, "fr", FIRST - timedelta(days=1), mentions=("a",)),
        article(STORE, "ar", FIRST - timedelta(days=2), "ar", mentions=("a",)),
    )

    def langs(path: str, which: str) -> list[str]:
        return [link.lang for link, _ in pages[path].values[which]]

    assert langs("glossary/a/", "own") == ["fr"]
    assert langs("glossary/a/", "abroad") == ["en-GB", "en", "ar"]
    assert langs("en/glossary/a/", "own") == ["en-GB", "en"]
    assert langs("en/glossary/a/", "abroad") == ["fr", "ar"]


def test_a_translated_piece_is_one_piece_told_in_the_page_s_language() -> None:
    pages = built(*(article(STORE, "x", lang=lang, mentions=("a",)) for lang in ("en", "fr", "ar")))
    for path, lang in (("glossary/a/", "fr"), ("en/glossary/a/", "en")):
        assert [link.lang for link, _ in pages[path].values["own"]] == [lang]
        assert pages[path].values["abroad"] == ()
        assert shown(pages[path])["total"] == 1


def test_an_untranslated_piece_is_reached_where_the_edition_takes_it_in() -> None:
    x, y = (article(STORE, slug, mentions=("a",)) for slug in "xy")
    for most, where in ((0, ""), (5, "en/")):
        found = site([x, y], entries(STORE, [term("a")]), with_fields(SETTINGS, untranslated=most))
        page = {one.address: one for one in made(term_pages.pages(found))}["en/glossary/a/"]
        assert {link.url for link, _ in page.values["abroad"]} == {
            f"{where}2016/03/15/{slug}/" for slug in "xy"
        }


def test_a_place_has_a_small_map_and_what_lies_beyond_its_edge_none() -> None:
    here = Position(2.0, 5.0, date(2016, 1, 1), "atlas d’exemple")
    for at, drawn in ((here, True), (with_fields(here, lat=50.0), False), (None, False)):
        found = site([], entries(STORE, [term("a", "place", position=at)]), outline=OUTLINE)
        page = next(iter(made(term_pages.pages(found))))
        assert bool(page.values["place"]) == drawn
    assert with_fields(OUTLINE).place((5.0, 2.0)) == (320.0, 513.9)


def test_what_is_hidden_mentions_nothing_and_neither_does_a_text_that_is_not_shown() -> None:
    pages = built(
        article(STORE, "x", mentions=("a",), status="hidden"), article(STORE, "y", mentions=("a",), lines=())
    )
    assert pages["glossary/a/"].values["own"] == ()


def test_a_page_needs_its_entry_and_the_sentences_that_it_quotes() -> None:
    page = built(article(STORE, "x", mentions=("a",)))["glossary/a/"]
    ((_, line),) = page.values["own"]
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
