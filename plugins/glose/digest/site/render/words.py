"""The words, dates and numbers of an edition, as functions and filters of its templates.

No ``locale`` is touched: names of months come from CLDR by Babel, words from ``theme/translations/<lang>.po``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel.dates import format_time
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from glose.digest.edition.catalogue import Catalogue
from glose.digest.edition.language import ends, in_its_year, in_words, language_name, locale_of
from glose.digest.edition.period import Period
from glose.digest.glossary.term import base
from glose.digest.site.dressed import names_whole
from glose.digest.text.script import direction
from glose.digest.text.slug import name_slug
from glose.digest.text.typography import typeset

KEPT = 10_000
"""Values of one function that are remembered."""


def iso(value: date) -> str:
    """A date for ``datetime`` attributes: a day stays a day, and so does a midnight, which stands for one."""
    text = value.isoformat()
    midnight = isinstance(value, datetime) and not (
        value.hour or value.minute or value.second or value.microsecond
    )
    return text[: len("2016-03-15")] if midnight else text


direction_of = lru_cache(KEPT)(direction)
set_for_display = lru_cache(KEPT)(typeset)


class Words:
    """What a language's templates say; pure, so that everything may be said once and remembered."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue, self.lang, self.locale = catalogue, catalogue.lang, locale_of(catalogue.lang)
        # As `babel.lists` has it, which looks the patterns up each time.
        self._list = {key: str(pattern) for key, pattern in self.locale.list_patterns["standard"].items()}
        self._pair = self._list.get("2", self._list["end"])
        self._text = lru_cache(KEPT)(lambda message: escape(catalogue.text(message)))
        self._counted = lru_cache(KEPT)(self._plural)
        self._tongue = lru_cache(KEPT)(self.tongue)
        self._clock = lru_cache(KEPT)(lambda at: str(format_time(at, "short", locale=self.locale)))

    def t(self, message: str, /, **values: object) -> Markup:
        """The translation of `message`, its ``%(name)s`` filled in; values that are not markup are escaped."""
        text: Markup = self._text(message)
        if not values:
            return text
        # What `text % values` is, for less.
        return Markup(str.__mod__(text, {name: escape(one) for name, one in values.items()}))  # noqa: S704

    def n(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        """The translation of a counted message; ``%(n)s`` is the number as the language writes it."""
        found: Markup = self._counted(one, many, number)
        return self._plural(one, many, number, **values) if values else found

    def _plural(self, one: str, many: str, number: int, **values: object) -> Markup:
        shown = format_decimal(number, locale=self.locale)
        return escape(self.catalogue.plural(one, many, number)) % {"n": shown, **values}

    def day(self, value: date, shape: str = "long") -> str:
        """A date in words. `shape` is one of CLDR's (full, long, medium) or a CLDR pattern such as ``MMMM y``."""
        return in_words(value.date() if isinstance(value, datetime) else value, shape, self.lang)

    def ends(self, value: Period) -> tuple[str, ...]:
        """The words for a period, or for each of its ends; the macro `period` joins them."""
        return ends(value, self.lang)

    def in_its_year(self, value: Period) -> str:
        """The words for a period under the heading of its year; empty where these would not say it."""
        return in_its_year(value, self.lang)

    def clock(self, value: datetime) -> str:
        """The time of day, without seconds."""
        return self._clock(value.time())

    def listing(self, items: Sequence[str]) -> str:
        """``a, b et c`` in the language's way."""
        first, *rest = items or ("",)
        if len(rest) < 2:
            return self._pair.format(first, *rest) if rest else str(first)
        found = self._list["start"].format(first, rest[0])
        for item in rest[1:-1]:
            found = self._list["middle"].format(found, item)
        return str(self._list["end"].format(found, rest[-1]))

    def partial_day(self, text: str) -> str:
        """A date as exact as ISO 8601 gives it, in words: ``2016-02`` becomes February 2016."""
        year, month, number = (*map(int, text.split("-")), 0, 0)[:3]
        shape = "long" if number else "MMMM y" if month else "y"
        return self.day(date(year, month or 1, number or 1), shape)

    def language(self, lang: str) -> str:
        """The name of a language, in the language of the page."""
        return language_name(lang, self.lang)

    def tongue(self, lang: str) -> str:
        """The name of a language as a sentence has it, in the language of the page; empty for the page's own."""
        return "" if base(lang) == base(self.lang) else str(self.locale.languages.get(base(lang), lang))

    def country(self, code: str) -> str:
        """The name of a country (ISO 3166-1, two letters), in the language of the page."""
        return str(self.locale.territories[code])

    def number(self, value: float, shape: str = "#,##0.##") -> str:
        """A number as the language writes it. `shape` is a CLDR number pattern."""
        return str(format_decimal(value, shape, locale=self.locale))

    @property
    def functions(self) -> Mapping[str, Callable[..., Any]]:
        """Functions of templates; those of constants are folded."""
        return {
            "t": self.t,
            "n": self.n,
            "language": self.language,
            "tongue": self._tongue,
            "country": self.country,
            "direction_of": direction_of,
            "name_of": language_name,
        }

    @property
    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Filters of templates."""
        return {
            "clock": self.clock,
            "day": self.day,
            "ends": self.ends,
            "in_its_year": self.in_its_year,
            "iso": iso,
            "names_whole": names_whole,
            "listing": self.listing,
            "number": self.number,
            "partial_day": self.partial_day,
            "slug": name_slug,
            "typeset": set_for_display,
        }
