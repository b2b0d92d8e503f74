"""Names and directions of languages, also of those that CLDR does not know."""

from __future__ import annotations

import pytest

from plugins.digest.edition.language import direction, language_name


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


@pytest.mark.parametrize(("lang", "way"), [("ar", "rtl"), ("fr", "ltr"), ("mul", "ltr"), ("qaa", "ltr")])
def test_a_language_without_data_is_written_from_the_left(lang: str, way: str) -> None:
    assert direction(lang) == way
