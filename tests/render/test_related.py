"""Related articles: what is far away moves nothing, and what is known is not found again."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from glose import articles
from glose.digest.edition.related import COMMON, TELLING, related
from glose.digest.site.site import Site
from glose.digest.site.values import Article, pack
from tests.features.sites import FIRST, Store, article, large, made, site

TERMS = st.lists(st.frozensets(st.sampled_from("abcdefghij"), max_size=6), max_size=12)


@given(TERMS)
def test_the_nearest_are_those_of_the_highest_score_the_newer_first(held: list[frozenset[str]]) -> None:
    terms = dict(enumerate(held))
    counts = {slug: sum(slug in one for one in held) for one in held for slug in one}
    for place, found in related(terms, limit=3):
        mine = sorted(terms[place], key=lambda slug: (counts[slug], slug))
        mine = [slug for slug in mine if counts[slug] > 1][:TELLING]
        scores = {
            other: sum((len(held) // counts[slug]).bit_length() for slug in mine if slug in terms[other])
            for other in terms
            if other != place and set(mine) & terms[other]
        }
        best = sorted(scores, key=lambda other: (-scores[other], other))[:3]
        assert [(one.key, one.score) for one in found] == [(other, scores[other]) for other in best]
        assert all(one.shared == tuple(slug for slug in mine if slug in terms[one.key]) for one in found)


def test_a_term_in_as_many_articles_as_may_be_still_tells_something() -> None:
    terms = {number: frozenset({"often"}) for number in range(COMMON)}
    assert all(len(found) == 4 for _, found in related(terms))


def test_an_article_that_shares_no_telling_term_moves_no_list() -> None:
    terms = {number: frozenset({f"t{number // 3}", f"u{number // 5}"}) for number in range(60)}
    before = dict(related(terms))
    assert dict(related({**terms, 60: frozenset({"new"})})) == {**before, 60: ()}
    moved = dict(related({**terms, 60: frozenset({"t0"})}))
    assert {key for key in before if moved[key] != before[key]} <= {0, 1, 2}


def near(one: Site) -> list[object]:
    return [page.values["related"] for page in made(articles.pages(one))]


def test_an_edit_that_explains_nothing_else_finds_nothing_anew() -> None:
    first = large(Store(), 60, 12, 3)
    shown = near(first)
    assert any(shown)
    kept = dict(first.memo)
    other = Site(
        first.settings,
        first.articles,
        (),
        first.entries,
        memo={name: bytes(data) for name, data in kept.items()},
    )
    assert near(other) == shown
    assert other.memo == kept


def test_what_is_remembered_of_another_site_is_not_used() -> None:
    first, second = large(Store(), 60, 12, 3), large(Store(), 60, 12, 4)
    alone = near(large(Store(), 60, 12, 4))
    near(first)
    second.memo.update(first.memo)
    assert near(second) == alone


def test_names_are_those_of_the_article_and_the_telling_ones_come_first() -> None:
    store = Store()
    mine = [
        article(store, f"a{number}", mentions=("often", "rare") if number < 2 else ("often",))
        for number in range(5)
    ]
    shown = {
        page.values["article"].slug: page.values["related"] for page in made(articles.pages(site(mine, {})))
    }
    link, names = shown["a0"][0]
    assert link.title == "Titre de a1"
    assert names == ["Groupe rare", "Groupe often"]


def test_values_of_a_page_are_plain_data() -> None:
    store = Store()
    for page in made(articles.pages(large(store, 20, 6, 3))):
        assert msgspec.msgpack.decode(pack(page))


@st.composite
def rows(draw: st.DrawFn) -> list[Article]:
    """A few articles that hold some of a few terms."""
    places = draw(st.lists(st.integers(0, 11), unique=True, max_size=12))
    store = Store()
    return [
        article(
            store,
            f"a{number}",
            FIRST - timedelta(days=draw(st.integers(0, 3))),
            draw(st.sampled_from(["fr", "fr", "en"])),
            mentions=draw(st.lists(st.sampled_from("abcdefg"), unique=True, max_size=5)),
        )
        for number in places
    ]


@given(st.lists(rows(), min_size=2, max_size=4))
def test_what_is_found_beside_the_last_build_is_what_is_found_alone(builds: list[list[Article]]) -> None:
    memo: dict[str, bytes] = {}
    for articles_now in builds:
        one = site(articles_now, {})
        one.memo.update(memo)
        assert near(one) == near(site(articles_now, {}))
        memo = dict(one.memo)


@given(rows(), st.data())
def test_one_edit_beside_the_last_build_is_what_is_found_alone(
    before: list[Article], data: st.DataObject
) -> None:
    first = site(before, {})
    near(first)
    at = data.draw(st.integers(0, max(0, len(before) - 1)))
    other = data.draw(rows().filter(bool))[:1]
    after = [*before[:at], *data.draw(st.sampled_from([other, []])), *before[at + 1 :]]
    after = list({one.file: one for one in after}.values())
    second = site(after, {})
    second.memo.update(first.memo)
    assert near(second) == near(site(after, {}))
