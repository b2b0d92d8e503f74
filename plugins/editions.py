"""The editions: what the site has in each language, and how templates name it.

An edition is one language's site: the first of EDITIONS at the root, the others under ``/<lang>/``. Templates
find them in ``editions``, by language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, time
from itertools import chain
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from pelican import signals

from plugins.digest.edition.edition import Edition
from plugins.digest.edition.language import direction, language_name
from plugins.digest.text.slug import name_slug


def iso(value: date) -> str:
    """A date for ``datetime`` attributes: a day stays a day, and so does a midnight, which stands for one."""
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date().isoformat()
    return value.isoformat()


@pass_context
def edition_of(context: Context, lang: str) -> str:
    """The edition that speaks `lang`, else the first: an article may be in a language without an edition."""
    return nearest(lang, context["editions"], context["DEFAULT_LANG"])


@pass_context
def home_of(context: Context, lang: str) -> str:
    """Address of an edition's home page, from the page at hand."""
    return f"{context['SITEURL']}/{context['editions'][lang].prefix}"


@pass_context
def alternates_of(context: Context, path: str) -> dict[str, str]:
    """Addresses of a page that every edition has at the same `path`, by language."""
    return {lang: edition.prefix + path for lang, edition in context["editions"].items()}


@pass_context
def page_url(context: Context, slug: str) -> str:
    """Address of one of the editors' pages in the page's language, else in the site's; empty where there is none."""
    found = {page.lang: page.url for page in versions(context["pages"]) if page.slug == slug}
    return str(found.get(context["lang"]) or found.get(context["DEFAULT_LANG"]) or "")


def equip(generator: Any) -> None:
    """Gives a generator's Jinja environment the words that templates use for languages and addresses."""

    generator.env.globals.update(
        edition_of=edition_of,
        home_of=home_of,
        alternates_of=alternates_of,
        page_url=page_url,
        direction_of=direction,
        name_of=language_name,
    )
    generator.env.filters.update(iso=iso, slug=name_slug)


def collect(generators: list[Any]) -> None:
    """Puts ``editions`` into the context, and ``alternates`` (language to address) on every article and page.

    An article in a language without an edition stands in the first edition's lists, since it must stand somewhere.
    """
    context, settings = generators[0].context, generators[0].settings
    langs = settings["EDITIONS"]
    found: dict[str, list[Any]] = defaultdict(list)
    for article in versions(context["articles"]):
        found[nearest(article.lang, langs, langs[0])].append(article)
    shown = ("articles", "hidden_articles", "pages", "hidden_pages")
    for content in versions(chain.from_iterable(context[name] for name in shown)):
        content.alternates = {version.lang: version.url for version in (content, *content.translations)}
    context["public_url"] = settings["SITEURL"]
    context["editions"] = {
        lang: Edition(
            lang,
            f"{lang}/" if lang != langs[0] else "",
            tuple(sorted(found[lang], key=lambda a: (a.date, a.slug), reverse=True)),
        )
        for lang in langs
    }


def versions(originals: Iterable[Any]) -> Iterator[Any]:
    """Originals and their translations: Pelican's lists hold the former only."""
    return chain.from_iterable((original, *original.translations) for original in originals)


def nearest(lang: str, known: Collection[str], default: str) -> str:
    """The edition for a language: its own, its language's without a region, or the default."""
    return next((one for one in (lang, lang.partition("-")[0]) if one in known), default)


def register() -> None:
    """Connects to the generators' beginnings, and to the moment when all have read their files."""
    signals.generator_init.connect(equip)
    signals.all_generators_finalized.connect(collect)
