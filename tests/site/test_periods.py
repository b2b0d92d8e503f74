"""Stretches of time in words: as exact as they are, with the last day itself where the glossary has the day after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glose.digest.edition.language import ends, in_words
from glose.digest.edition.period import Period, held
from glose.digest.glossary.term import Event, Name, Sense
from tests.site.test_words import say

DAYS = st.dates(date(1900, 1, 2), date(2100, 1, 1))


def words(since: date | None, until: date | None, lang: str) -> str:
    """A sense of the glossary, as every page prints its period."""
    period = "{% import 'parts.html' as parts %}{{ parts.period(held(sense)) }}"
    return say(period, lang, sense=Sense(since, until)).strip()


@pytest.mark.parametrize(
    ("since", "until", "precision", "iso"),
    [
        (date(2016, 3, 15), date(2016, 3, 15), "day", "2016-03-15"),
        (date(2016, 3, 1), date(2016, 3, 31), "month", "2016-03"),
        (date(2016, 2, 1), date(2016, 2, 29), "month", "2016-02"),
        (date(2016, 2, 1), date(2016, 2, 28), "span", "2016-02-01"),
        (date(2015, 11, 1), date(2016, 2, 29), "months", "2015-11"),
        (date(2015, 1, 1), date(2015, 12, 31), "year", "2015"),
        (date(2012, 1, 1), date(2015, 12, 31), "years", "2012"),
        (date(2015, 9, 30), None, "since", "2015-09-30"),
        (None, date(2015, 9, 30), "until", "2015-09-30"),
    ],
)
def test_a_stretch_of_time_is_named_as_exactly_as_it_is_known(since, until, precision, iso):
    period = Period(since, until)
    assert (period.precision, period.iso) == (precision, iso)


@pytest.mark.parametrize(
    ("since", "until", "french", "english", "arabic"),
    [
        (
            date(2012, 1, 23), date(2016, 7, 28),
            "du 23 janvier 2012 au 27 juillet 2016", "from 23 January 2012 to 27 July 2016",
            "من 23 يناير 2012 إلى 27 يوليو 2016",
        ),
        (
            date(2016, 2, 27), date(2016, 3, 6),
            "du 27 février au 5 mars 2016", "from 27 February to 5 March 2016", "من 27 فبراير إلى 5 مارس 2016",
        ),
        (
            date(2016, 3, 1), date(2016, 3, 6),
            "du 1er au 5 mars 2016", "from 1 to 5 March 2016", "من 1 إلى 5 مارس 2016",
        ),
        (date(2016, 3, 1), date(2016, 4, 1), "mars 2016", "March 2016", "مارس 2016"),
        (
            date(2013, 4, 1), date(2016, 8, 1),
            "avril 2013\u2009–\u2009juillet 2016", "April 2013\u2009–\u2009July 2016", "أبريل 2013 – يوليو 2016",
        ),
        (date(2016, 1, 1), date(2017, 1, 1), "2016", "2016", "2016"),
        (date(2012, 1, 1), date(2017, 1, 1), "2012–2016",  "2012–2016", "2012–2016"),
        (date(2016, 3, 15), date(2016, 3, 16), "15 mars 2016", "15 March 2016", "15 مارس 2016"),
        (None, date(2016, 7, 1), "jusqu’au 30 juin 2016", "until 30 June 2016", "حتى 30 يونيو 2016"),
        (date(2016, 7, 1), None, "depuis le 1er juillet 2016", "since 1 July 2016", "منذ 1 يوليو 2016"),
    ],
)  # fmt: skip
def test_a_period_of_the_glossary_is_printed_with_its_last_day(since, until, french, english, arabic):
    assert [words(since, until, lang) for lang in ("fr", "en", "ar")] == [french, english, arabic]


def test_a_term_without_dates_has_no_period():
    assert words(None, None, "fr") == ""


def test_the_same_day_of_two_months_keeps_its_number_where_the_month_comes_first():
    assert ends(Period(date(2016, 2, 5), date(2016, 3, 5)), "en-US") == ("February 5", "March 5, 2016")


@given(DAYS, st.integers(1, 1000), st.sampled_from(["fr", "en", "ar", "de", "es", "en-US", "ja"]))
def test_the_first_of_two_ends_is_how_its_own_date_begins(since, days, lang):
    until = since + timedelta(days=days)
    first, *more = ends(Period(since, until), lang)
    if more:
        assert " ".join(in_words(since, "long", lang).split()).startswith(first)
        assert more == [in_words(until, "long", lang)]


@given(DAYS)
def test_names_and_events_end_on_the_day_before_as_senses_do(day):
    for one in (Name("x", "fr", "alt", until=day), Event({}, "", until=day), Sense(until=day)):
        assert held(one) == Period(None, day - timedelta(days=1))


def test_an_event_of_a_day_is_that_day():
    day = date(2016, 2, 27)
    assert held(Event({}, "", date=day)) == Period(day, day)
