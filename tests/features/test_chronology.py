"""The dates of one article, as its page lists them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from plugins.articles import chronology
from plugins.digest.site.values import Mentioned
from tests.features.sites import Store, article

DAY, PUBLISHED = date(2016, 2, 27), datetime(2016, 3, 1, tzinfo=UTC)


def dated(*mentioned: Mentioned) -> list[str]:
    found = article(Store(), "essai", PUBLISHED, mentioned=mentioned)
    return [moment.text or moment.kind for moment in chronology(found)]


def test_a_date_named_twice_is_listed_once_in_its_first_words_before_the_article_itself() -> None:
    twice = Mentioned("le 27 février", DAY, DAY), Mentioned("27/02", DAY, DAY)
    assert dated(*twice) == ["le 27 février", "article"]


def test_an_article_that_mentions_no_date_that_anybody_could_tell_has_no_chronology() -> None:
    assert dated(Mentioned("naguère", None, None)) == []
