"""Going back shows nothing that was withdrawn, cut or removed since, whatever its address."""

from __future__ import annotations

from glose.digest.build.standing import Standing, withdrawn

NOW = Standing(
    whole=frozenset({"2016/03/15/a/", "2016/03/15/old/"}),
    less=frozenset({"2016/03/15/cut/"}),
    files=frozenset({"images/kept.png"}),
)
SAME = {
    "index.html": "1",
    "2016/03/15/index.html": "1",
    "2016/03/15/a/index.html": "1",
    "en/2016/03/15/a/index.html": "1",
    "2016/03/15/old/index.html": "1",
    "2016/03/15/cut/index.html": "1",
    "2016/03/15/a/share.png": "1",
    "images/kept.png": "1",
    "theme/icon.png": "1",
    "tags/gone/index.html": "1",
}


def told(earlier: dict[str, str], live: dict[str, str], below: str = "") -> list[str]:
    return [f"{one.path}: {one.what}" for one in withdrawn(earlier, live, NOW, below)]


def test_a_site_of_what_may_be_shown_today_comes_back_with_its_listings() -> None:
    assert told(SAME, SAME | {"index.html": "2"}) == []
    assert told(SAME, {"2016/03/15/cut/index.html": "1"}) == []


def test_an_article_that_no_source_shows_any_more_is_told_once_for_all_its_files() -> None:
    earlier = SAME | {
        f"{place}2016/03/15/gone/index.html{twin}": "1" for place in ("", "en/") for twin in ("", ".gz")
    }
    assert told(earlier, SAME) == ["/2016/03/15/gone/: has been withdrawn since, and would come back"]


def test_it_is_told_even_where_the_live_site_still_shows_it() -> None:
    earlier = SAME | {"2016/03/15/gone/index.html": "1"}
    assert told(earlier, earlier) == ["/2016/03/15/gone/: has been withdrawn since, and would come back"]


def test_an_article_that_showed_more_then_is_told_and_one_that_is_the_same_is_not() -> None:
    assert told(SAME, SAME | {"2016/03/15/cut/index.html": "2"}) == [
        "/2016/03/15/cut/: shows less now than it did then"
    ]


def test_a_picture_that_was_removed_is_told_and_what_the_build_makes_is_not() -> None:
    earlier = SAME | {"images/gone.png": "1", "pagefind/fragment/x.pf_fragment": "1", "theme/old.png": "1"}
    assert told(earlier, SAME) == ["/images/gone.png: has been removed since, and would come back"]


def test_a_site_below_a_path_is_judged_by_its_own_addresses() -> None:
    earlier = {f"digest/{path}": sha256 for path, sha256 in SAME.items()}
    assert told(earlier | {"digest/images/gone.png": "1"}, earlier, "digest/") == [
        "/images/gone.png: has been removed since, and would come back"
    ]
