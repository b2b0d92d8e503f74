"""The dates that one article cites, as its page lists them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from glose.articles import cited
from glose.digest.site.values import Mentioned
from tests.features.sites import Store, article

DAY, PUBLISHED = date(2016, 2, 27), datetime(2016, 3, 1, tzinfo=UTC)


def dated(*mentioned: Mentioned) -> list[str]:
    found = article(Store(), "essai", PUBLISHED, mentioned=mentioned)
    return [moment.text for moment in cited(found)]


def test_a_date_named_twice_is_listed_once_in_its_first_words() -> None:
    twice = Mentioned("le 27 février", DAY, DAY), Mentioned("27/02", DAY, DAY)
    assert dated(*twice) == ["le 27 février"]


def test_dates_are_listed_in_order_of_time() -> None:
    later = date(2016, 2, 28)
    assert dated(Mentioned("dimanche", later, later), Mentioned("samedi", DAY, DAY)) == ["samedi", "dimanche"]


def test_an_article_that_mentions_no_date_that_anybody_could_tell_cites_none() -> None:
    assert dated(Mentioned("naguère", None, None)) == []
