"""Names and directions of languages, also of those that CLDR does not know."""

from __future__ import annotations

from datetime import date

import pytest

from glose.digest.edition.language import language_name
from glose.digest.editions import Editions
from glose.digest.glossary.term import Name
from glose.digest.text.script import direction


@pytest.mark.parametrize(
    ("lang", "spoken", "name"),
    [
        ("fr", "en", "French"),
        ("fr", "", "Français"),
        ("mul", "en", "Multiple languages"),
        ("qaa", "fr", "Qaa"),
    ],
)
def test_a_language_is_called_as_the_reader_calls_it_else_by_its_tag(
    lang: str, spoken: str, name: str
) -> None:
    assert language_name(lang, spoken) == name


@pytest.mark.parametrize(
    ("lang", "way"),
    [
        *(("ar", "rtl"), ("fr", "ltr"), ("he", "rtl"), ("dv", "rtl"), ("ps-AF", "rtl")),
        *(("ku", "ltr"), ("kmr", "ltr"), ("ckb", "rtl"), ("ku-Arab", "rtl"), ("ckb-Latn", "ltr")),
        *(
            ("az", "ltr"),
            ("az-IR", "rtl"),
            ("uz_AF", "rtl"),
            ("ar-Latn", "ltr"),
            ("pnb", "rtl"),
            ("prs", "rtl"),
        ),
        *(("mul", "ltr"), ("qaa", "ltr"), ("", "ltr")),
    ],
)
def test_a_language_is_written_as_its_script_runs_and_without_data_from_the_left(lang: str, way: str) -> None:
    assert direction(lang) == way
    assert Name("x", lang, "pref").dir == way


@pytest.mark.parametrize(
    ("lang", "edition", "where"),
    [
        *(
            ("fr", "fr", ""),
            ("fr-CA", "fr", "fr-CA/"),
            ("en", "en", "en/"),
            ("en-GB", "en", "en-GB/"),
            ("EN_us", "en", "EN_us/"),
        ),
        *(("zh-TW", "zh-Hant", "zh-TW/"), ("zh", "zh-Hans", "zh/"), ("pt", "pt-BR", "pt/")),
        *(("de", "", "de/"), ("de-AT", "", "de-AT/"), ("mul", "", "mul/"), ("", "", "")),
    ],
)
def test_one_rule_leads_from_a_language_to_its_edition_and_address(
    lang: str, edition: str, where: str
) -> None:
    rule = Editions(("fr", "en", "zh-Hans", "zh-Hant", "pt-BR"))
    assert (rule.own(lang), rule.of(lang), rule.prefix(lang)) == (edition, edition or "fr", where)
    assert rule.article(lang, date(2016, 3, 5), "x") == f"{where}2016/03/05/x/"
    assert rule.term(lang, "a") == f"{rule.prefixes[rule.of(lang)]}glossary/a/"
