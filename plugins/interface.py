"""Gives templates their words, dates and numbers in the language of the page.

A page's language is the template variable ``lang``; everything here reads it, so no template repeats it.
No ``locale`` is touched: names of months come from CLDR by Babel, words from ``theme/translations/<lang>.po``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from babel.core import Locale
from babel.dates import format_time
from babel.lists import format_list
from babel.numbers import format_decimal
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from pelican import signals

from plugins.digest.edition.catalogue import Catalogue, load_catalogue
from plugins.digest.edition.language import ends as ends_of
from plugins.digest.edition.language import in_words, language_name, locale_of
from plugins.digest.edition.period import Period, held
from plugins.digest.text.typography import typeset


def _catalogue(context: Context) -> Catalogue:
    catalogue: Catalogue = context["catalogues"][context["lang"]]
    return catalogue


def _locale(context: Context) -> Locale:
    return locale_of(context["lang"])


def _fill(message: str, values: dict[str, object]) -> Markup:
    """The message with its ``%(name)s`` filled in; values that are not markup are escaped."""
    return escape(message) % values if values else escape(message)


@pass_context
def t(context: Context, message: str, /, **values: object) -> Markup:
    """The translation of `message`, filled with `values`."""
    return _fill(_catalogue(context).text(message), values)


@pass_context
def n(context: Context, one: str, many: str, number: int, /, **values: object) -> Markup:
    """The translation of a counted message; ``%(n)s`` is the number as the language writes it."""
    catalogue = _catalogue(context)
    shown = format_decimal(number, locale=locale_of(catalogue.lang))
    return _fill(catalogue.plural(one, many, number), {"n": shown, **values})


@pass_context
def day(context: Context, value: date, shape: str = "long") -> str:
    """A date in words. `shape` is one of CLDR's (full, long, medium) or a CLDR pattern such as ``MMMM y``."""
    return in_words(date(value.year, value.month, value.day), shape, context["lang"])


@pass_context
def ends(context: Context, value: Period) -> tuple[str, ...]:
    """The words for a period, or for each of its ends; the macro `period` joins them."""
    return ends_of(value, context["lang"])


@pass_context
def clock(context: Context, value: datetime) -> str:
    """The time of day, without seconds."""
    return str(format_time(value, "short", locale=_locale(context)))


@pass_context
def listing(context: Context, items: list[str]) -> str:
    """``a, b et c`` in the language's way."""
    return str(format_list(items, locale=_locale(context)))


@pass_context
def partial_day(context: Context, text: str) -> str:
    """A date as exact as ISO 8601 gives it, in words: ``2016-02`` becomes February 2016."""
    year, month, number = (*map(int, text.split("-")), 0, 0)[:3]
    shape = "long" if number else "MMMM y" if month else "y"
    return day(context, date(year, month or 1, number or 1), shape)


@pass_context
def language(context: Context, lang: str) -> str:
    """The name of a language, in the language of the page."""
    return language_name(lang, context["lang"])


@pass_context
def country(context: Context, code: str) -> str:
    """The name of a country (ISO 3166-1, two letters), in the language of the page."""
    return str(_locale(context).territories[code])


@pass_context
def number(context: Context, value: float, shape: str = "#,##0.##") -> str:
    """A number as the language writes it. `shape` is a CLDR number pattern."""
    return str(format_decimal(value, shape, locale=_locale(context)))


def site_of(address: str) -> str:
    """Whose page an address is, as readers name it: its host without the ``www.`` before it."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def provide(generator: Any) -> None:
    """Adds the functions and filters to a generator's own Jinja environment."""
    generator.env.globals.update(t=t, n=n, language=language, country=country, held=held)
    generator.env.filters.update(
        day=day,
        ends=ends,
        partial_day=partial_day,
        clock=clock,
        listing=listing,
        number=number,
        site_of=site_of,
        typeset=typeset,
    )
    if "catalogues" not in generator.context:
        folder = Path(generator.theme) / "translations"
        found = {
            path.stem: load_catalogue(path, f"theme/translations/{path.name}")
            for path in sorted(folder.glob("*.po"))
        }
        for lang in generator.settings.get("EDITIONS", ()):
            if lang not in found and "en" in found:  # which `settings_notes` has told
                found[lang] = replace(found["en"], lang=lang, _set={})
        generator.context["catalogues"] = found


def register() -> None:
    """Connects to every generator, since each brings its own Jinja environment."""
    signals.generator_init.connect(provide)
