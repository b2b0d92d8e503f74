"""Listings: what each shows of which articles."""

from __future__ import annotations

from dataclasses import replace as with_fields
from datetime import date, datetime, timedelta, timezone

from msgspec.structs import replace

from glose import listings
from glose.digest.site.site import Site
from glose.digest.site.values import Article, Correction, Named, Page
from tests.features.sites import FIRST, SETTINGS, Store, article, entries, made, site, term

STORE = Store()


def built(
    *articles: Article, size: int = 50, languages: tuple[str, ...] = ("fr", "en"), untranslated: int = 0
) -> dict[str, Page]:
    """Address to page."""
    found: Site = site(
        list(articles),
        entries(STORE, [term("a"), term("b")]),
        with_fields(SETTINGS, size=size, languages=languages, untranslated=untranslated),
    )
    return {page.address: page for page in made(listings.pages(found))}


def titles(page: Page) -> list[list[str]]:
    """Of the articles, by day; what leads a front page is the first."""
    days = [[card.title for card in cards] for _, cards in page.values["days"]]
    return [[page.values["lead"].title], *days] if page.values.get("lead") else days


def daily(number: int, each: int = 1) -> list[Article]:
    """So many days with so many articles each."""
    return [
        article(STORE, f"jour-{day}-{n}", FIRST - timedelta(days=day, minutes=n), title=f"{day}.{n}")
        for day in range(number)
        for n in range(each)
    ]


def test_every_part_of_an_address_is_a_listing() -> None:
    pages = built(article(STORE, "a"))
    assert [pages[path].values["heading"] for path in ("2016/", "2016/03/", "2016/03/15/")] == [
        "2016",
        "Mars 2016",
        "Mardi 15 mars 2016",
    ]


def test_what_is_hidden_or_retracted_stands_in_no_list() -> None:
    pages = built(article(STORE, "a", status="hidden"), article(STORE, "b", status="retracted", tags=("X",)))
    assert "2016/" not in pages
    assert "tags/x/" not in pages
    assert pages[""].values["days"] == ()


def test_a_day_is_never_torn_apart_and_a_page_knows_whether_another_follows() -> None:
    pages = built(*daily(3, 3), size=4)
    assert titles(pages[""]) == [["0.0"], ["0.1", "0.2"], ["1.0", "1.1", "1.2"]]
    assert titles(pages["page/2/"]) == [["2.0", "2.1", "2.2"]]
    assert (pages[""].values["older"], pages["page/2/"].values["older"]) == (True, False)
    assert "page/3/" not in pages


def test_a_listing_of_exactly_one_page_has_no_second() -> None:
    assert "page/2/" not in built(*daily(4), size=4)


def test_an_article_whose_clock_is_far_ahead_stands_under_its_own_day_with_the_others() -> None:
    east = timezone(timedelta(hours=9))
    pages = built(
        article(STORE, "a", datetime(2016, 3, 15, 12, tzinfo=timezone.utc), title="a"),  # noqa: UP017
        article(STORE, "b", datetime(2016, 3, 16, 1, tzinfo=east), title="b"),  # the 15th, 16:00 in Greenwich
        article(STORE, "c", datetime(2016, 3, 15, 18, tzinfo=timezone.utc), title="c"),  # noqa: UP017
    )
    assert titles(pages["2016/03/"]) == [["b"], ["c", "a"]]
    assert titles(pages["2016/03/15/"]) == [["c", "a"]]
    assert titles(pages["2016/03/16/"]) == [["b"]]


def test_archives_count_the_articles_of_each_month() -> None:
    pages = built(article(STORE, "a"), article(STORE, "b", FIRST - timedelta(days=40)))
    assert pages["archives/"].values["years"] == ((2016, ((date(2016, 3, 1), 1), (date(2016, 2, 1), 1))),)


def test_names_with_one_address_are_one_group_and_an_article_stands_in_it_once() -> None:
    pages = built(
        article(STORE, "a", tags=("Marché", "marche"), title="a"),
        article(STORE, "b", FIRST + timedelta(hours=1), tags=("Marché",), title="b"),
    )
    (group,) = pages["tags/"].values["groups"]
    assert (group.name, group.path, group.count) == ("marche", "tags/marche/", 2)
    assert titles(pages["tags/marche/"]) == [["b", "a"]]


def test_a_name_of_signs_has_an_address_too() -> None:
    assert any(
        path.startswith("tags/") and path != "tags/" for path in built(article(STORE, "a", tags=("!!!",)))
    )


def test_an_article_without_source_and_category_is_filed_under_neither() -> None:
    pages = built(article(STORE, "a", source="", category=""))
    assert pages["sources/"].values["groups"] == pages["categories/"].values["groups"] == ()


def test_a_page_names_the_editions_that_have_it_and_no_other() -> None:
    pages = built(*daily(3), article(STORE, "x", lang="en"), size=2)
    assert pages[""].alternates == (("fr", ""), ("en", "en/"))
    assert pages["page/2/"].alternates == (("fr", "page/2/"),)
    assert pages["en/2016/"].alternates == (("fr", "2016/"), ("en", "en/2016/"))


def test_an_article_in_a_language_without_edition_stands_in_the_first() -> None:
    assert titles(built(article(STORE, "a", lang="ar"))[""]) == [["Titre de a"]]


def test_a_region_is_the_edition_of_its_language() -> None:
    british = article(STORE, "a", lang="en-GB")
    pages = built(british)
    assert british.url == "en-GB/2016/03/15/a/"
    assert titles(pages["en/"]) == titles(pages["en/2016/03/15/"]) == [["Titre de a"]]
    assert titles(pages[""]) == []


def test_an_edition_lists_what_is_in_no_language_of_its_own_on_its_pages_for_it() -> None:
    pages = built(
        article(STORE, "a", tags=("Ville",)),
        article(STORE, "b"),
        article(STORE, "b", lang="en", title="B"),
        untranslated=5,
    )
    cards = {card.title: card for _, day in pages["en/2016/"].values["days"] for card in day}
    assert {title: (card.url, card.lang) for title, card in cards.items()} == {
        "Titre de a": ("en/2016/03/15/a/", "fr"),
        "B": ("en/2016/03/15/b/", "en"),
    }
    assert cards["Titre de a"].category == ""
    assert "en/tags/ville/" not in pages, "a tag is a word of its own language"
    assert titles(pages["en/sources/agex/"]) == [["B", "Titre de a"]]


def test_a_piece_in_several_other_languages_is_taken_in_once_in_the_root_s() -> None:
    both = [article(STORE, "a", lang=lang, title=lang) for lang in ("ar", "fr", "de")]
    pages = built(*both, languages=("fr", "en"), untranslated=5)
    assert titles(pages["en/"]) == [["fr"]]


def test_an_address_that_is_somebody_s_is_not_taken_for_an_untranslated_piece() -> None:
    hidden = article(STORE, "a", lang="en", status="retracted")
    former = article(STORE, "c", lang="en", aliases=("/en/2016/03/15/b/",), title="C")
    pages = built(article(STORE, "a"), hidden, article(STORE, "b"), former, untranslated=5)
    assert titles(pages["en/"]) == [["C"]]


def test_an_edition_for_which_there_are_too_many_lists_none_of_them() -> None:
    assert titles(built(*daily(3), untranslated=3)["en/"]) == [["0.0"], ["1.0"], ["2.0"]]
    assert titles(built(*daily(4), untranslated=3)["en/"]) == []


def test_a_card_leads_to_its_translations_and_never_to_a_hidden_one() -> None:
    both = [article(STORE, "a"), article(STORE, "a", lang="en")]
    assert built(*both)["2016/"].values["days"][0][1][0].translations == (("en", "en/2016/03/15/a/"),)
    hidden = [both[0], replace(both[1], status="hidden")]
    assert built(*hidden)["2016/"].values["days"][0][1][0].translations == ()


def test_translations_are_named_in_the_order_of_the_editions() -> None:
    pages = built(*(article(STORE, "a", lang=lang) for lang in ("de", "ar", "fr", "en")))
    (_, cards) = pages["2016/"].values["days"][0]
    assert [lang for lang, _ in cards[0].translations] == ["en", "ar", "de"]


def test_the_home_page_names_the_most_cited_terms_as_the_oldest_article_does() -> None:
    pages = built(
        article(STORE, "a", terms=(Named("b", "org", "Le nouveau nom"),), title="a"),
        article(
            STORE,
            "b",
            FIRST - timedelta(days=1),
            terms=(Named("b", "org", "Béta"), Named("a", "org", "Alpha")),
        ),
        article(STORE, "c", lang="en", terms=(Named("a", "org", "Alpha"),)),
    )
    assert [(one.name, one.url, one.articles) for one in pages[""].values["cited"]] == [
        ("Béta", "glossary/b/", 2),
        ("Alpha", "glossary/a/", 1),
    ]
    assert pages["en/"].values["cited"][0].url == "en/glossary/a/"


def test_only_the_first_page_names_them() -> None:
    many = [replace(one, terms=(Named("a", "org", "Alpha"),)) for one in daily(3)]
    pages = built(*many, size=2)
    assert pages[""].values["cited"]
    assert pages["page/2/"].values["cited"] == ()


def test_corrections_are_listed_newest_first() -> None:
    pages = built(
        article(
            STORE, "a", corrections=(Correction(date(2016, 3, 1), "Un"), Correction(date(2016, 5, 1), "Deux"))
        ),
        article(STORE, "b", corrections=(Correction(date(2016, 4, 1), "Trois"),)),
        article(STORE, "c", lang="en", corrections=(Correction(date(2016, 4, 1), "Four"),)),
    )
    assert [one.what for one in pages["corrections/"].values["changes"]] == ["Deux", "Trois", "Un"]
    assert [one.what for one in pages["en/corrections/"].values["changes"]] == ["Four"]


def test_an_empty_site_has_its_home_archives_groups_search_and_error_page() -> None:
    assert set(built(languages=("fr",))) == {
        "", "archives/", "sources/", "categories/", "tags/", "authors/", "corrections/", "search/", "404.html",
    }  # fmt: skip


A, B, C = (Named(slug, "org", slug.upper()) for slug in "abc")


def test_the_newest_dispatch_leads_with_the_pieces_that_explain_it() -> None:
    pages = built(
        article(STORE, "fond", FIRST + timedelta(days=9), source="", terms=(A, B), title="Fond"),
        article(STORE, "loin", FIRST + timedelta(days=8), source="", terms=(A,), title="Loin"),
        article(STORE, "neuve", terms=(A, B, C), title="Neuve"),
        article(STORE, "vieille", FIRST - timedelta(days=9), terms=(C,), title="Vieille"),
    )
    home = pages[""].values
    assert home["lead"].title == "Neuve"
    assert [one.title for one in home["beside"]] == ["Fond"], "one shared term explains nothing"
    assert [[card.title for card in cards] for _, cards in home["days"]] == [["Loin"], ["Vieille"]]
    assert titles(pages["2016/"])[0] == ["Fond"], "elsewhere it stands under its day"


def test_a_piece_that_leads_to_a_dispatch_explains_it_whatever_they_share() -> None:
    pages = built(
        article(STORE, "fond", source="", links=("articles/x.fr.md",), title="Fond"), article(STORE, "x")
    )
    assert [one.title for one in pages[""].values["beside"]] == ["Fond"]


def test_other_dispatches_of_the_first_page_carry_theirs_too() -> None:
    pages = built(
        article(STORE, "neuve"),
        article(STORE, "x", FIRST - timedelta(days=1), terms=(A, B)),
        article(STORE, "fond", FIRST - timedelta(days=2), source="", terms=(A, B), title="Fond"),
    )
    ((url, links),) = pages[""].values["carried"].items()
    assert (url, [link.title for link in links]) == ("2016/03/14/x/", ["Fond"])


def test_a_digest_of_background_pieces_alone_has_no_lead() -> None:
    pages = built(article(STORE, "fond", source="", title="Fond"))
    assert pages[""].values["lead"] is None
    assert titles(pages[""]) == [["Fond"]]


def test_a_front_page_names_the_newest_of_the_untranslated_that_are_too_many() -> None:
    pages = built(*daily(12), untranslated=11)
    assert [link.title for link in pages["en/"].values["elsewhere"]] == [f"{n}.0" for n in range(10)]
    assert pages[""].values["elsewhere"] == ()
