"""A part is made again when its pages would be others: always when that is due, and seldom else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace as with_fields
from datetime import date, timedelta
from itertools import chain
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from glose import articles as article_pages
from glose import feeds, glossary_views, listings, machine_files, narrow_feeds, term_pages
from glose.digest.glossary.term import Event, Position, Relations, Term
from glose.digest.site.site import Site
from glose.digest.site.values import Article, Correction, Line, Mentioned, Named, Page, fingerprint
from tests.features.sites import FIRST, OUTLINE, SETTINGS, SOURCE, Store, article, entries, made, site, term

FEATURES = (article_pages, listings, term_pages, glossary_views, feeds, narrow_feeds, machine_files)
SLUGS = ("a", "b", "c")
STORE = Store()


def parts(found: Site) -> dict[str, tuple[bytes, tuple[bytes, ...]]]:
    """Name to key and pages of every part, and of every page that is none."""
    every: dict[str, tuple[bytes, tuple[bytes, ...]]] = {}
    for one in chain.from_iterable(feature.pages(found) for feature in FEATURES):
        if isinstance(one, Page):
            name, key, pages = one.path, fingerprint(one), (fingerprint(one),)
        else:
            name, key, pages = one.name, one.key, tuple(map(fingerprint, one.make()))
        assert name not in every
        every[name] = key, pages
    return every


def wholes(found: Site) -> dict[str, tuple[bytes, tuple[bytes, ...]]]:
    """Name to key and pages of every feature that has a key of its own."""
    with_keys: list[Any] = [one for one in FEATURES if hasattr(one, "key")]
    return {
        one.__name__: (one.key(found), tuple(map(fingerprint, made(one.pages(found))))) for one in with_keys
    }


def changed(before: Site, after: Site) -> set[str]:
    """Names of the parts that a build would make, or take away."""
    old, new = parts(before), parts(after)
    return {name for name in old.keys() | new.keys() if old.get(name, b"0")[0] != new.get(name, b"1")[0]}


TERMS = {
    "a": term("a", "place", position=Position(5.0, 5.0, date(2016, 1, 1), "atlas d’exemple")),
    "b": term(
        "b", events=(Event({"fr": "Un fait"}, SOURCE.url, date(2015, 1, 1)),), relations=Relations(see=("a",))
    ),
    "c": term("c"),
}


def example(number: int) -> Article:
    """One of a few articles that differ in everything."""
    return article(
        STORE,
        f"depeche-{number}",
        FIRST - timedelta(days=number * 20),
        ("fr", "en", "ar")[number % 3],
        mentions=SLUGS[: number % 4],
        tags=("Un", "Deux")[: number % 3],
        category="Ville" if number % 2 else "",
        authors=("Anne Exemple",) if number % 2 else (),
        mentioned=(Mentioned("hier", date(2015, 6, 1), date(2015, 6, 1)),) if number % 3 == 1 else (),
    )


BASE = [example(number) for number in range(6)]


def whole(articles: list[Article] = BASE, terms: dict[str, Term] = TERMS, **more: Any) -> Site:
    more.setdefault("settings", with_fields(SETTINGS, size=2))
    known = entries(STORE, terms)
    if "c" in known:
        known["c"] = known["c"]._replace(links=("articles/x.md",))
    return site(articles, known, outline=OUTLINE, **{"addresses": {"articles/x.md": "x/"}, **more})


FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "text": st.just(b"another text"),
    "title": st.just("Autre titre"),
    "when": st.sampled_from(["2016-03-15T18:00:00+01:00", "2011-01-01T00:00:00+01:00"]),
    "source": st.sampled_from(["", "AGLI"]),
    "standfirst": st.just("Un chapeau."),
    "category": st.sampled_from(["", "Monde"]),
    "status": st.sampled_from(["hidden", "retracted"]),
    "minutes": st.just(9),
    "precision": st.just("day"),
    "date_source": st.just("dateline"),
    "modified": st.just("2016-04-01T10:00:00+01:00"),
    "tags": st.sampled_from([("Un",), ("un", "Trois"), ()]),
    "authors": st.sampled_from([("Jean Exemple",), ()]),
    "corrections": st.just((Correction(date(2016, 4, 1), "Un nom."),)),
    "mentioned": st.just((Mentioned("en 2012", date(2012, 1, 1), date(2012, 12, 31)),)),
    "terms": st.sampled_from([(), (Named("c", "org", "Le groupe c"),)]),
    "lines": st.just((("a", STORE.keep(Line("Une ", "autre", " phrase."))),)),
    "url": st.just("ailleurs/"),
    "lang": st.sampled_from(["fr", "en", "de"]),
    "links": st.just(("articles/x.md",)),
    "slug": st.sampled_from(["depeche-1", "autre"]),
    "variant_of": st.just("depeche-2"),
}


@st.composite
def edits(draw: st.DrawFn) -> Site:
    """The base with one thing changed."""
    what = draw(st.sampled_from(["article", "term", "settings", "less", "more", "map", "links", "gone"]))
    articles, terms, more = list(BASE), dict(TERMS), {}
    at = draw(st.integers(0, len(BASE) - 1))
    if what == "article":
        field = draw(st.sampled_from(sorted(FIELDS)))
        articles[at] = replace(articles[at], **{field: draw(FIELDS[field])})
    elif what == "term":
        slug = draw(st.sampled_from(SLUGS))
        change = draw(
            st.sampled_from(
                [
                    {"names": TERMS["c"].names},
                    {"senses": TERMS["a"].senses[:1]},
                    {"events": ()},
                    {"events": (Event({"en": "A fact"}, SOURCE.url, date(2009, 1, 1)),)},
                    {"position": None},
                    {"type": "place"},
                    {"relations": Relations(part_of=("c",))},
                    {"body": {"fr": "Plus."}},
                ]
            )
        )
        terms[slug] = with_fields(terms[slug], **change)
    elif what == "settings":
        change = draw(
            st.sampled_from(
                [
                    {"languages": ("fr",)},
                    {"languages": ("fr", "en", "ar")},
                    {"lang": "en", "languages": ("en", "fr")},
                    {"size": 3},
                    {"security_contact": "mailto:x@exemple.invalid"},
                ]
            )
        )
        more["settings"] = with_fields(SETTINGS, **{"size": 2, **change})
    elif what == "less":
        del articles[at]
    elif what == "more":
        articles.append(example(draw(st.integers(6, 9))))
    elif what == "gone":
        del terms[draw(st.sampled_from(SLUGS))]
    elif what == "links":
        return with_fields(whole(), addresses={"articles/x.md": draw(st.sampled_from(["y/", "x/"]))})
    else:
        return replace_outline(whole(), draw(st.booleans()))
    return whole(articles, terms, **more)


def replace_outline(found: Site, away: bool) -> Site:
    return with_fields(found, outline=None if away else with_fields(OUTLINE, credit={"fr": "Autre"}))


@given(edits())
@settings(deadline=None, max_examples=150)
def test_a_part_whose_key_is_the_old_one_has_the_old_pages(after: Site) -> None:
    for old, new in ((parts(whole()), parts(after)), (wholes(whole()), wholes(after))):
        for name in old.keys() & new.keys():
            assert old[name][0] != new[name][0] or old[name][1] == new[name][1], name


def edited(**fields: Any) -> Site:
    """The base with its second article, in French as the fourth, changed."""
    return whole([BASE[0], BASE[1], BASE[2], replace(BASE[3], **fields), *BASE[4:]])


def test_a_new_text_makes_the_feeds_and_looks_at_the_articles_that_may_name_it() -> None:
    assert changed(whole(), edited(text=b"another text")) == {
        "articles fr 2016-02-0", "articles fr 2016-01-1", "articles fr 2015-12-0",
        "feeds/all.atom.xml", "feeds/all.rss.xml", "feeds/all.json",
    }  # fmt: skip


def test_a_new_text_asks_nothing_of_the_features_that_show_none() -> None:
    assert wholes(whole()) == wholes(edited(text=b"another text"))
    assert len(wholes(whole())) == 5


def test_a_text_beyond_the_feeds_makes_its_own_page() -> None:
    many = [article(STORE, f"depeche-{n:03}", FIRST - timedelta(days=n)) for n in range(60)]
    last = [*many[:-1], replace(many[-1], text=b"another text")]
    assert changed(whole(many), whole(last)) == {"articles fr 2016-01-1"}


def test_a_new_title_makes_its_own_lists_and_the_terms_that_it_mentions() -> None:
    got = changed(whole(), edited(title="Autre titre"))
    assert {
        "listing fr ",
        "listing fr 2016/01/15/",
        "listing fr sources/agex/",
        "term a",
        "timeline fr",
    } <= got
    assert not {name for name in got if name.startswith(("listing en 2", "glossary", "map"))}
    assert "listing fr 2016/03/15/" not in got
    assert "listing fr archives/" not in got


def test_a_new_definition_makes_its_term_and_what_lists_it() -> None:
    terms = dict(TERMS, c=with_fields(TERMS["c"], senses=TERMS["c"].senses[:1]))
    assert changed(whole(), whole(terms=terms)) == {
        "term c", "glossary fr", "glossary en", "glossary.json", "glossary.ttl",
    }  # fmt: skip


def test_the_home_page_is_made_when_what_is_cited_changes_and_no_card_does() -> None:
    got = changed(whole(), edited(terms=(*BASE[3].terms[:2], Named("c", "org", "Un autre nom"))))
    assert "listing fr " in got
    assert not {name for name in got if name.startswith("listing fr 2016")}


def test_another_page_in_one_edition_makes_the_same_list_in_the_others() -> None:
    more = article(STORE, "nouvelle", FIRST, "en", source="")
    got = changed(whole(), whole([*BASE, more]))
    assert {"listing en ", "listing fr 2016/03/15/"} <= got  # the day now has a version to lead to
    assert "listing fr archives/" not in got


def test_pages_are_made_when_they_are_asked_for_and_not_before() -> None:
    made: list[Callable[[], Any]] = []
    found: Iterator[Any] = term_pages.pages(whole())
    made += [part.make for part in found]
    assert len(made) == len(TERMS)
