"""What templates say in a language is what CLDR and the catalogue have."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from babel.lists import format_list
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from glose.digest.errors import DigestError
from glose.digest.layers import Layers
from glose.digest.site.linked_data import graph
from glose.digest.site.render.theme import Theme
from glose.digest.site.render.words import Words, iso
from tests.digest import ROOT

THEME = Theme(Layers.of(ROOT / "theme"))
WORDS = {lang: Words(THEME.catalogue(lang)) for lang in ("fr", "en", "ar", "pt")}


@pytest.mark.parametrize("lang", WORDS)
@given(st.lists(st.text(max_size=3), max_size=6))
def test_a_list_is_written_as_cldr_has_it(lang: str, items: list[str]) -> None:
    words = WORDS[lang]
    assert words.listing(items) == format_list(items, locale=words.locale)
    assert words.listing(tuple(items)) == format_list(items, locale=words.locale)


@given(st.text("<>&\"'%( a\u2028\x7f\x01é", max_size=8))
def test_structured_data_is_json_that_ends_no_script(text: str) -> None:
    shown = graph([{"name": text}])
    assert "<" not in shown
    assert json.loads(shown)["@graph"] == [{"name": text}]
    plain = json.dumps({"name": text}, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    assert plain in shown


def test_what_fills_a_message_is_escaped_unless_it_is_html() -> None:
    message = "“%(title)s”"
    assert WORDS["en"].t(message, title="<b> 100 %") == "“&lt;b&gt; 100 %”"
    assert WORDS["en"].t(message, title=Markup("<b>")) == "“<b>”"


def test_a_counted_message_has_the_languages_plural_and_its_number() -> None:
    one, many = "%(n)s article", "%(n)s articles"
    assert [WORDS["en"].n(one, many, number) for number in (1, 2, 1200)] == [
        "1 article",
        "2 articles",
        "1,200 articles",
    ]
    assert WORDS["fr"].n(one, many, 0) == "0 article"


def test_a_message_that_nobody_has_translated_is_a_fault_of_the_catalogue() -> None:
    with pytest.raises(DigestError, match=r"^theme/translations/en\.po: no translation"):
        WORDS["fr"].t("Unheard of")


def test_an_edition_without_a_translation_speaks_english_by_its_own_calendar() -> None:
    assert WORDS["pt"].t("Glossary") == "Glossary"
    assert WORDS["pt"].day(date(2016, 3, 15)) == "15 de março de 2016"


def test_a_midnight_stands_for_its_day() -> None:
    assert iso(datetime(2016, 3, 15, tzinfo=UTC)) == iso(date(2016, 3, 15)) == "2016-03-15"
    assert iso(datetime(2016, 3, 15, 0, 1, tzinfo=UTC)) == "2016-03-15T00:01:00+00:00"
