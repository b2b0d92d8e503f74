"""What is known of a language by CLDR. Cached, since Babel reads a tag anew each time, at a millisecond a tag."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from babel.core import Locale, UnknownLocaleError, get_global
from babel.dates import format_date, format_interval

from glose.digest.edition.period import Period
from glose.digest.glossary.term import base

WORLD = {"en": "en-001"}
"""Tags that CLDR takes for one country: dates in the English of the world read 28 January 2017, as our texts do."""
SHAPES = {"month": "LLLL y", "year": "y"}
WHOLE = {"months": "yMMMM", "years": "y"}
"""CLDR's skeletons of intervals: ``avril 2013 – juillet 2016``, ``2012–2016``."""
_DIGIT = re.compile(r"\d")
_FIRST = re.compile(r"\b1 (?=\D)")
_FIRST_DAY = re.compile(r"\b1(\s|–)(?!\d+ \d)")


@cache
def locale_of(lang: str) -> Locale:
    """The locale of a BCP 47 tag; raises Babel's `UnknownLocaleError` or `ValueError` for what is none."""
    return _tagged(WORLD.get(lang, lang))


@cache
def _tagged(lang: str) -> Locale:
    return Locale.parse(lang, sep="-")


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
    """The locale as Open Graph writes it, with its own territory or CLDR's likeliest.

    >>> territory("fr"), territory("pt-BR"), territory("zh-Hant"), territory("he")
    ('fr_FR', 'pt_BR', 'zh_TW', 'he_IL')
    """
    own, known = _tagged(lang), get_global("likely_subtags")
    if own.territory:
        return f"{own.language}_{own.territory}"
    likely = known.get(lang.replace("-", "_")) or known.get(own.language) or own.language
    return f"{own.language}_{Locale.parse(likely).territory}"


@lru_cache(maxsize=10_000)
def in_words(value: date, shape: str, lang: str) -> str:
    """A date as the language writes it. `shape` is one of CLDR's (full, long, medium) or a CLDR pattern."""
    text = str(format_date(value, shape, locale=locale_of(lang)))
    return _FIRST.sub("1er ", text) if base(lang) == "fr" else text


@lru_cache(maxsize=10_000)
def _interval(since: date | None, until: date | None, skeleton: str, lang: str) -> str:
    """An interval as the language writes it. Babel looks for the nearest skeleton each time, at half a millisecond."""
    return str(format_interval(since, until, skeleton, locale=locale_of(lang)))


def in_its_year(period: Period, lang: str) -> str:
    """The words for a period under the heading of its year; empty for the year itself and for open ends.

    >>> in_its_year(Period(date(2016, 3, 3), date(2016, 3, 5)), "en")
    '3–5 March'
    >>> in_its_year(Period(date(2016, 3, 1), date(2016, 3, 31)), "fr")
    'mars'
    """
    since, until = period.since, period.until
    if since is None or until is None or since.year != until.year or period.precision == "year":
        return ""
    if period.precision == "month":
        return in_words(since, "LLLL", lang)
    text = _interval(since, until, "MMMMd", lang)
    return _FIRST_DAY.sub(r"1er\1", text) if base(lang) == "fr" else text


def ends(period: Period, lang: str) -> tuple[str, ...]:
    """The words for a period: one text where that says it all, else one for each end that it has.

    The first of two ends leaves out what the last one says again.

    >>> ends(Period(date(2016, 2, 27), date(2016, 3, 5)), "fr")
    ('27 février', '5 mars 2016')
    >>> ends(Period(date(2016, 3, 3), date(2016, 3, 5)), "en")
    ('3', '5 March 2016')
    >>> ends(Period(date(2012, 1, 1), date(2016, 12, 31)), "en")
    ('2012–2016',)
    """
    since, until = period.since, period.until
    if period.precision in WHOLE:
        return (_interval(since, until, WHOLE[period.precision], lang),)
    if period.precision in SHAPES and since:
        return (in_words(since, SHAPES[period.precision], lang),)
    if period.precision != "span" or since is None or until is None:
        return tuple(in_words(day, "long", lang) for day in (since or until,) if day)
    first, last = in_words(since, "long", lang).split(), in_words(until, "long", lang).split()
    shared = ""  # the year, and the month that stands before it; never the number of a day
    while first[-1] == last[-1] and not (_DIGIT.search(shared) and _DIGIT.search(first[-1])):
        shared += first.pop() + last.pop()
    return " ".join(first).rstrip(",،"), in_words(until, "long", lang)
