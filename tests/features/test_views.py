"""The glossary as a whole: index, timeline, map."""

from __future__ import annotations

from dataclasses import replace as with_fields
from datetime import date, timedelta

from glose import glossary_views
from glose.digest.edition.moments import Day
from glose.digest.glossary.term import Event, Identifier, Name, Position, Term
from glose.digest.site.room import Room
from glose.digest.site.values import Article, Mentioned, Page
from tests.features.sites import FIRST, OUTLINE, SETTINGS, SOURCE, Store, article, entries, made, site, term

STORE = Store()
HERE = Position(5.0, 5.0, date(2016, 1, 1), "atlas d’exemple")


def built(terms: list[Term], *articles: Article) -> dict[str, Page]:
    """Address to page."""
    found = site(list(articles), entries(STORE, terms), outline=OUTLINE)
    return {page.address: page for page in made(glossary_views.pages(found))}


def lines(page: Page) -> list[str]:
    """What a timeline tells, from top to bottom."""
    found: list[Day] = [day for _, days in page.values["years"] for day in days]
    return [one.text for day in found for one in (*day.events, *day.articles, *day.cited)]


def event(what: str, day: date) -> Event:
    return Event({"fr": what, "en": f"{what} (en)"}, SOURCE.url, day)


def test_the_index_is_in_order_of_the_names_and_under_their_letters() -> None:
    named = [
        term(slug, names=(Name(text, "fr", "pref"),))
        for slug, text in (("a", "Zèbre"), ("b", "Élan"), ("c", "eau"))
    ]
    letters = built(named)["glossary/"].values["letters"]
    assert [(letter, [one.name for one in found]) for letter, found in letters] == [
        ("E", ["eau", "Élan"]),
        ("Z", ["Zèbre"]),
    ]


def test_a_definition_is_in_the_edition_s_language_or_else_says_which_it_is_in() -> None:
    only = with_fields(term("a").senses[0], short={"fr": "En français seulement."})
    (_, (one,)) = built([term("a", senses=(only,))])["en/glossary/"].values["letters"][0]
    assert (one.lang, one.definition) == ("fr", "En français seulement.")


def test_a_long_index_holds_no_definitions_so_that_none_of_them_makes_it_again() -> None:
    many = [term(f"t{n}") for n in range(501)]
    other = [with_fields(many[0], senses=term("t0").senses[:1]), *many[1:]]
    pages = built(many)
    assert not pages["glossary/"].values["defined"]
    assert pages["glossary/"] == built(other)["glossary/"]


def test_a_short_timeline_is_one_page_with_events_and_publications_and_no_day_that_these_only_cite() -> None:
    cited = (Mentioned("le 1er mai 2015", date(2015, 5, 1), date(2015, 5, 1)),)
    pages = built(
        [term("a", events=(event("Un fait", date(2014, 1, 1)),))], article(STORE, "x", mentioned=cited)
    )
    assert lines(pages["timeline/"]) == ["Titre de x", "Un fait"]
    assert lines(pages["en/timeline/"]) == ["Un fait (en)"]
    assert pages["timeline/"].alternates == (("fr", "timeline/"), ("en", "en/timeline/"))


def test_the_year_of_the_newest_dispatch_is_open_else_the_newest() -> None:
    pieces = [article(STORE, "x"), article(STORE, "y", FIRST.replace(year=2020), source="")]
    assert built([], *pieces)["timeline/"].values["open"] == 2016
    assert built([], pieces[1])["timeline/"].values["open"] == 2020
    assert (
        built([term("a", events=(event("Un fait", date(2014, 1, 1)),))])["timeline/"].values["open"] == 2014
    )
    assert built([])["timeline/"].values["open"] == 0


def test_a_long_timeline_is_divided_and_a_year_has_its_own_articles_and_events() -> None:
    many = [article(STORE, f"d{n:03}", FIRST - timedelta(days=n)) for n in range(501)]
    pages = built([term("a", events=(event("Un fait", date(2012, 3, 1)),))], *many)
    assert pages["timeline/"].values["more"] == (2016, 2015, 2014, 2012)
    assert lines(pages["timeline/"]) == ["Un fait"]
    assert lines(pages["timeline/2012/"]) == ["Un fait"]
    assert len(lines(pages["timeline/2016/"])) == 75
    assert pages["timeline/2012/"].alternates == ()


def test_the_map_draws_what_it_holds_and_lists_the_rest() -> None:
    pages = built(
        [
            term("ici", "place", position=HERE),
            term("nord", "place", position=with_fields(HERE, lat=9.0)),
            term("loin", "place", position=with_fields(HERE, lat=50.0)),
            term("sans", "place"),
            term("autre", "org"),
        ]
    )
    values = pages["map/"].values
    assert [one.listed.slug for one in values["marks"]] == ["nord", "ici"]
    assert [one.listed.slug for one in values["beyond"]] == ["loin"]
    assert [one.slug for one in values["unplaced"]] == ["sans"]
    seen = glossary_views.map_view(pages["map/"], Room(SETTINGS, "fr", STORE.fetch))
    assert len(seen["drawn"]) == 2


def test_an_area_is_named_where_the_outline_draws_the_division_of_its_code() -> None:
    code = Identifier("iso3166_2", "FR-X", date(2016, 1, 1), "à la main")
    pages = built(
        [
            term("ici", "place", position=HERE),
            term("province", "place", same_as=(code,)),
            term("ailleurs", "place", same_as=(with_fields(code, id="FR-Y"),)),
        ]
    )
    values = pages["map/"].values
    assert [(one.slug, x, y) for one, x, y in values["areas"]] == [("province", 448.0, 192.7)]
    assert [one.slug for one in values["unplaced"]] == ["ailleurs"]


def test_the_capital_is_drawn_once_as_the_glossary_s_own_place_if_it_is_one() -> None:
    capital = term("capitale", "place", position=with_fields(HERE, lat=2.0, lon=2.0))
    for terms, own in (([term("ici", "place", position=HERE)], False), ([capital], True)):
        page = built(terms)["map/"]
        seen = glossary_views.map_view(page, Room(SETTINGS, "fr", STORE.fetch))
        assert [mark.capital for mark in page.values["marks"]] == [own]
        assert [name for name, *_ in seen["capitals"]] == ([] if own else ["Chef-lieu"])
        assert len(seen["drawn"]) == 1


def test_the_map_has_a_sea_named_in_the_edition_s_language_and_a_scale() -> None:
    pages = built([term("ici", "place", position=HERE)])
    assert [name for name, *_ in pages["map/"].values["map"]["seas"]] == ["Mer d’essai"]
    assert [name for name, *_ in pages["en/map/"].values["map"]["seas"]] == ["Sample Sea"]
    kilometres, units = pages["map/"].values["map"]["scale"]
    assert (kilometres, units) == (100, 57.7)  # of ten degrees at five degrees north, 1109 km, on 640 units


def test_a_site_without_a_place_on_the_map_has_no_map() -> None:
    assert "map/" not in built([term("loin", "place", position=with_fields(HERE, lat=50.0))])
    assert "map/" in built([term("ici", "place", position=HERE)])


def test_machines_are_told_of_every_term_of_the_index() -> None:
    page = built([term("b"), term("a")])["en/glossary/"]
    told = str(glossary_views.index_view(page, Room(SETTINGS, "en", STORE.fetch))["json_ld"])
    first, second = (told.index(f"https://exemple.invalid/en/glossary/{slug}/#term") for slug in "ab")
    assert first < second
