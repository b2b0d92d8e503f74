"""One publication date out of a short string."""

from __future__ import annotations

from datetime import date

import pytest

from glose.digest.dates import parse_date, parse_dateline_date, parse_iptc7901, weekday_of

PARIS = "Europe/Paris"


def read(text: str, lang: str = "", timezone: str | None = PARIS) -> str | None:
    """The date as ISO 8601, or None."""
    found = parse_date(text, lang, timezone)
    return found and found.isoformat()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2019-01-21", "2019-01-21"),
        ("20190121", "2019-01-21"),
        ("20190121T093000Z", "2019-01-21T09:30:00+00:00"),
        ("20190121T0930+0100", "2019-01-21T09:30:00+01:00"),
        ("20190121093000", "2019-01-21T09:30:00+01:00"),
        ("2019-01-21T09:30:00+01:00", "2019-01-21T09:30:00+01:00"),
        ("2019-01-21T09:30:00.123456Z", "2019-01-21T09:30:00+00:00"),
        ("2019-01-21T09:30-05", "2019-01-21T09:30:00-05:00"),
        ("2019-01-21T09:30:00Z[UTC]", "2019-01-21T09:30:00+00:00"),
        ("2019-01-21 09:30:00 +0100", "2019-01-21T09:30:00+01:00"),
        ("2019-01-21 09:30", "2019-01-21T09:30:00+01:00"),
        ("2019-W04-1", "2019-01-21"),
        ("2019W041", "2019-01-21"),
        ("2019-021", "2019-01-21"),
        ("1548063000", "2019-01-21T09:30:00+00:00"),
        ("1548063000000", "2019-01-21T09:30:00+00:00"),
        ("Mon, 21 Jan 2019 09:30:00 GMT", "2019-01-21T09:30:00+00:00"),
        ("Mon, 21 Jan 2019 09:30:00 -0500", "2019-01-21T09:30:00-05:00"),
        ("Mon, 21 Jan 19 09:30:00 EST", "2019-01-21T09:30:00-05:00"),
        ("Mon Jan 21 09:30:00 2019", "2019-01-21T09:30:00+01:00"),
        ("Mon Jan 21 2019 09:30:00 GMT+0100 (CET)", "2019-01-21T09:30:00+01:00"),
    ],
)
def test_machine_formats_are_read_in_any_language(text: str, iso: str) -> None:
    assert {read(text, lang) for lang in ("", "fr", "en", "ar")} == {iso}


@pytest.mark.parametrize(
    ("lang", "text", "iso"),
    [
        ("fr", "21 jan 2019", "2019-01-21"),
        ("fr", "1er mars 2016", "2016-03-01"),
        ("fr", "Publié le 15/03/2016 à 17:42", "2016-03-15T17:42:00+01:00"),
        ("fr", "15 MARS 2016 - 17H42", "2016-03-15T17:42:00+01:00"),
        ("fr", "mardi 15 mars 2016 à 17 h 42", "2016-03-15T17:42:00+01:00"),
        ("fr", "15 aout 2016 à 8h", "2016-08-15T08:00:00+02:00"),
        ("fr", "Ville-Exemple, 10 juil 2024 (AFP) -", "2024-07-10"),
        ("en", "March 22, 2016 5:42 pm", "2016-03-22T17:42:00+01:00"),
        ("en", "March 22, 2016 12:05 a.m.", "2016-03-22T00:05:00+01:00"),
        ("en", "March 22, 2016 5.42pm ET", "2016-03-22T17:42:00-04:00"),
        ("en", "Sept. 30th 2015", "2015-09-30"),
        ("en", "the 22nd of March 2016", "2016-03-22"),
        ("es", "15 de marzo de 2016", "2016-03-15"),
        ("es", "21 ene 2019 (EFE).-", "2019-01-21"),
        ("de", "15. März 2016, 17.42 Uhr", "2016-03-15T17:42:00+01:00"),
        ("de", "15. Jänner 2016", "2016-01-15"),
        ("it", "ROMA, 01 LUG 2016 -", "2016-07-01"),
        ("nl", "15 mrt 2016", "2016-03-15"),
        ("pt", "terça-feira, 15 de março de 2016", "2016-03-15"),
        ("ar", "15 كانون الثاني 2016", "2016-01-15"),
        ("ar", "١٥ يناير ٢٠١٦", "2016-01-15"),
        ("ar", "15 آذار/مارس 2016", "2016-03-15"),
        ("ja", "2016年3月15日 17時42分", "2016-03-15T17:42:00+01:00"),
        ("ko", "2016년 3월 15일 오후 5:42", "2016-03-15T17:42:00+01:00"),
        ("ru", "15 марта 2016", "2016-03-15"),
        ("hu", "2016. március 15.", "2016-03-15"),
        ("", "15 mars 2016", "2016-03-15"),
        ("fr", "Mar 15, 2016", "2016-03-15"),
    ],
)
def test_date_lines_are_read_in_their_language(lang: str, text: str, iso: str) -> None:
    assert read(text, lang) == iso


@pytest.mark.parametrize(
    ("lang", "iso"),
    [
        *(("fr", "2016-04-03"), ("de", "2016-04-03"), ("es-MX", "2016-04-03"), ("en-GB", "2016-04-03")),
        *(("en-US", "2016-03-04"), ("en", None), ("", None), ("xx", None), ("ja", None), ("fr-CA", None)),
    ],
)
def test_the_order_of_day_and_month_is_the_languages_or_unresolved(lang: str, iso: str | None) -> None:
    assert read("03/04/2016", lang) == iso


@pytest.mark.parametrize("lang", ["fr", "en", "", "en-US"])
def test_a_numeric_date_with_one_reading_is_read_everywhere(lang: str) -> None:
    assert read("15/03/2016", lang) == read("03/15/2016", lang) == "2016-03-15"
    assert read("04/04/2016", lang) == "2016-04-04"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "21 jan"),
        ("en", "March 2016"),
        ("fr", "2016"),
        ("fr", "2016-03"),
        ("fr", "mardi"),
        ("fr", "aujourd'hui à 17h42"),
        ("fr", "il y a 3 heures"),
        ("fr", "15/03/16"),
        ("fr", "lundi 15 mars 2016"),
        ("en", "Mon, 15 Mar 2016 10:00:00 GMT"),
        ("fr", "31/02/2016"),
        ("fr", "31 février 2016"),
        ("fr", "14 mars 2016, 15 mars 2016"),
        ("fr", "12 chats 2016"),
        ("fr", "PT2M53S"),
        ("fr", "0001-01-01T00:00:00Z"),
        ("fa", "1394/12/25"),
        ("fr", "0612345678901"),
        ("fr", ""),
        ("fr", "15 mars 2016 " + "x" * 400),
    ],
)
def test_nothing_is_completed_or_guessed(lang: str, text: str) -> None:
    assert read(text, lang) is None


def test_of_a_publication_and_an_update_the_publication_is_meant() -> None:
    both = "Mis à jour le 16/03/2016 à 10h00, publié le 15/03/2016 à 17h42"
    assert read(both, "fr") == "2016-03-15T17:42:00+01:00"
    assert (
        read("15. März 2016 - 16.03 Uhr Akt.: 16. März 2016 - 21.18 Uhr", "de") == "2016-03-15T16:03:00+01:00"
    )
    assert read("Updated March 16, 2016", "en") == "2016-03-16"


def test_an_unreadable_publication_is_not_replaced_by_its_update() -> None:
    assert read("Published 03/04/2016, updated 15/04/2016", "en") is None


def test_a_time_without_a_zone_needs_one_given() -> None:
    assert read("15/03/2016 17:42", "fr", None) == "2016-03-15"
    assert read("15/03/2016 17:42 GMT", "fr", None) == "2016-03-15T17:42:00+00:00"


def test_a_zone_that_several_zones_share_leaves_the_day() -> None:
    assert read("May 3, 2016 10:00 IST", "en") == "2016-05-03"


def test_a_duration_is_no_time_of_day() -> None:
    assert read("15 mars 2016, 1h de lecture", "fr") == "2016-03-15"


def test_an_hour_that_does_not_exist_leaves_the_day() -> None:
    assert read("2016-03-15 25:10", "fr") == "2016-03-15"


def test_a_dateline_gives_its_day_only() -> None:
    assert parse_dateline_date("Ville-Exemple, 21 jan 2019 09:30 GMT (AFP)", "fr") == date(2019, 1, 21)
    assert parse_dateline_date("VILLE-EXEMPLE, Monday (Agence Test)", "en") is None


@pytest.mark.parametrize(
    ("stamp", "timezone", "iso"),
    [
        ("091223 dec 18", None, "2018-12-09"),
        ("091223 dec 18", "Europe/Zurich", "2018-12-09T12:23:00+01:00"),
        ("\x03091223 dec 18\r\n", "Europe/Zurich", "2018-12-09T12:23:00+01:00"),
        ("101137 GMT Dez 18", "Europe/Zurich", "2018-12-10T11:37:00+00:00"),
        ("071341 GMT Okt 15 \r\n", None, "2015-10-07T13:41:00+00:00"),
        ("312360 dec 18", None, None),
        ("321223 dec 18", None, None),
        ("091223 foo 18", None, None),
        ("no stamp", None, None),
    ],
)
def test_the_stamp_of_a_wire_is_read(stamp: str, timezone: str | None, iso: str | None) -> None:
    found = parse_iptc7901(stamp, timezone)
    assert (found and found.isoformat()) == iso


def test_a_stamp_is_not_taken_for_a_date_line() -> None:
    assert read("091223 dec 18", "en") is None


def test_a_weekday_is_named_in_its_language_first() -> None:
    assert [
        weekday_of(word, lang) for word, lang in (("MARDI", "fr"), ("mar.", "fr"), ("الثلاثاء", "ar"))
    ] == [1] * 3
    assert weekday_of("Tue") == 1
    assert weekday_of("Ville", "fr") is None


def test_a_year_of_two_digits_is_read_where_the_language_begins_with_the_day() -> None:
    assert parse_date("Do 25.04.24 | 14:07 Uhr | Von Eva Muster", "de") == date(2024, 4, 25)
    assert parse_date("25/04/24 à 14h07", "fr") == date(2024, 4, 25)


def test_a_year_of_two_digits_may_stand_first_and_a_number_in_pairs_is_no_date() -> None:
    assert parse_date("24.04.25", "ko") is None
    assert parse_date("25.04.24 14:07", "en") is None
    assert parse_date("25.04.24", "de") is None
    assert parse_date("01.02.03.04.05", "fr") is None
    assert parse_date("Mi 25.04.24", "de") is None
