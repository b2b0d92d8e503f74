"""What is known of a language by CLDR. Cached, since Babel reads a tag anew each time, at a millisecond a tag."""

from __future__ import annotations

from functools import cache

from babel.core import Locale, UnknownLocaleError, get_global

from plugins.digest.glossary.term import RIGHT_TO_LEFT, base

WORLD = {"en": "en-001"}
"""Tags that CLDR takes for one country: dates in the English of the world read 28 January 2017, as our texts do."""


@cache
def locale_of(lang: str) -> Locale:
    """The locale of a BCP 47 tag; raises Babel's `UnknownLocaleError` or `ValueError` for what is none."""
    return _tagged(WORLD.get(lang, lang))


@cache
def _tagged(lang: str) -> Locale:
    return Locale.parse(lang, sep="-")


def direction(lang: str) -> str:
    """``ltr`` or ``rtl``: how the language is written; of one that CLDR does not know, as the glossary has it."""
    try:
        return str(locale_of(lang).text_direction)
    except UnknownLocaleError:
        return "rtl" if base(lang) in RIGHT_TO_LEFT else "ltr"


@cache
def language_name(lang: str, spoken: str = "") -> str:
    """The language's name in `spoken`, by default its own, with a capital where its script has one.

    Of a language that CLDR does not know, or of ``mul``, what `spoken` calls it, else the tag.
    """
    try:
        name = str(_tagged(lang).get_display_name(locale_of(spoken or lang)))
    except UnknownLocaleError:
        name = str(locale_of(spoken).languages.get(base(lang), lang)) if spoken else lang
    return name[:1].upper() + name[1:]


@cache
def territory(lang: str) -> str:
    """The locale as Open Graph writes it, with CLDR's likeliest territory: ``fr_FR``."""
    likely = Locale.parse(get_global("likely_subtags").get(lang, lang), sep="_")
    return f"{likely.language}_{_tagged(lang).territory or likely.territory}"
