"""The lexicon in a theme that has no place for it."""

from __future__ import annotations

from glose.digest.site.values import LexiconEntry
from glose.glossary_tooltips import native_html


def entry(lang: str) -> LexiconEntry:
    native = (("جبهة تجريبية", "ar", "rtl"),)
    return LexiconEntry("front-exemple", "org", "Front-Exemple", lang, native, "", "", "", "", "", "Front")


def test_a_name_in_another_script_stands_beside_the_readers_own() -> None:
    assert native_html(entry("fr")) == ' <span lang="ar" dir="rtl">جبهة تجريبية</span>'


def test_a_reader_of_that_script_reads_the_name_once() -> None:
    assert native_html(entry("ar")) == ""
