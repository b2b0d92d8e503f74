"""What holds of every date and every text."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from glose.digest.dates import mentioned, parse_date, parse_iptc7901
from glose.digest.dates.mention import LEXICONS
from glose.digest.dates.names import KNOWN

DAYS = st.dates(date(1600, 1, 1), date(2199, 12, 31))
LANGUAGES = st.sampled_from([lexicon.lang for lexicon in LEXICONS])
TRAPS = """
    mardi soir lundi mars mai May March Sunday 3 15 27 31 48 2016 2011 99 1er heures hours days jours mois
    depuis jusqu'au d'ici entre du au et to - – . , / : ( ) le the last next dernier prochain hier il y a
    ago within by in en fin mi- janv. sept. İ ẞ ’ 15/03/2016 03/04/2016 2016-03-15 الثلاثاء آذار/ عام
"""
WORDS = st.sampled_from(TRAPS.split())
PROSE = st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join))


@given(day=DAYS, lang=st.sampled_from(KNOWN), form=st.sampled_from(["full", "long", "medium"]))
def test_a_date_written_by_cldr_is_read_back(day: date, lang: str, form: str) -> None:
    assert parse_date(format_date(day, form, locale=lang), lang) == day


@given(moment=st.datetimes(datetime(1600, 1, 1), datetime(2199, 12, 31), timezones=st.just(UTC)))
def test_a_moment_written_in_iso_8601_is_read_back_to_the_second(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    basic = moment.strftime("%Y%m%dT%H%M%SZ")
    rfc822 = moment.strftime("%a, %d %b %Y %H:%M:%S +0000")
    assert parse_date(moment.isoformat()) == parse_date(basic) == parse_date(rfc822) == moment


@given(text=PROSE, lang=st.one_of(LANGUAGES, st.text(max_size=8)))
def test_no_text_makes_a_parser_raise(text: str, lang: str) -> None:
    parse_date(text, lang, "Europe/Paris")
    parse_iptc7901(text)


@given(texts=st.lists(PROSE, max_size=3), lang=LANGUAGES, published=st.none() | st.dates())
def test_mentions_are_words_of_the_text_and_sound_stretches(
    texts: list[str], lang: str, published: date | None
) -> None:
    joined = "\n".join(texts)
    for mention in mentioned(texts, published, lang):
        assert mention.text
        assert mention.text in joined
        assert mention.since is None or mention.until is None or mention.since <= mention.until
        assert (mention.since is None and mention.until is None) == (
            mention.rule in ("unresolved", "contradiction")
        )


@given(day=DAYS, published=DAYS, lang=LANGUAGES)
def test_a_full_date_in_prose_needs_no_publication_date(day: date, published: date, lang: str) -> None:
    text = format_date(day, "d MMMM y" if lang != "de" else "d. MMMM y", locale=lang)
    for when in (None, published):
        (mention,) = mentioned([text], when, lang)
        assert (mention.since, mention.until) == (day, day)


@given(published=DAYS, weekday=st.integers(0, 6))
def test_a_bare_weekday_is_the_latest_one_up_to_the_publication(published: date, weekday: int) -> None:
    name = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")[weekday]
    (mention,) = mentioned([f"Il a plu {name}."], published, "fr")
    assert mention.since is not None
    assert mention.since.weekday() == weekday
    assert 0 <= (published - mention.since).days < 7


@pytest.mark.parametrize("lang", [lexicon.lang for lexicon in LEXICONS])
@pytest.mark.parametrize(
    "hostile",
    [
        *("1" * 100_000, " " * 100_000, "1 " * 50_000, "mars " * 20_000, "mardi 15 mars " * 7_000),
        *("du 3 au " * 12_000, "May 3, " * 14_000, "1, " * 33_000, "d'ici " * 16_000, "mi-" * 33_000),
    ],
    ids=range(10),
)
def test_hostile_texts_end(lang: str, hostile: str) -> None:
    mentioned([hostile], date(2016, 3, 15), lang)
    assert parse_date(hostile, lang) is None
