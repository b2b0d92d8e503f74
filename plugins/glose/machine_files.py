"""Files for machines: sitemap, robots, headers, the glossary and the list of articles as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import msgspec

from glose.digest.former import file_of
from glose.digest.glossary import Glossary
from glose.digest.glossary.exchange import export
from glose.digest.site.found import day_or_moment
from glose.digest.site.look.colour import parts
from glose.digest.site.look.signs import ACCENT_ICON, icon
from glose.digest.site.look.typefaces import SHEET, sheet
from glose.digest.site.room import Room, View, Writer
from glose.digest.site.site import Site
from glose.digest.site.values import Article, Fingerprint, Page, Part, Whole, fingerprint
from glose.digest.text.typography import typeset

HEADERS = """/*
  Content-Security-Policy: {csp}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: interest-cohort=()
"""
"""The form that Netlify and Cloudflare Pages read; docs/site.md says what nginx needs."""
# A server's policy and the page's own both hold, so the server's must allow what the search page needs.
UNLISTED = ("404.html",)
SECURITY = ".well-known/security.txt"
"""Where RFC 9116, section 3, has researchers look for whom to tell about a hole."""
NAMES = "terms.json"
"""Beside each search page: what its failed searches may have meant."""
FORMATS = {"glossary.json": "json", "glossary.ttl": "skos"}
"""Name of each export of the glossary, and its format."""


def file(site: Site, path: str, values: dict[str, Any], needs: tuple[bytes, ...] = ()) -> Page:
    """A file at the root, whose writer is called like it."""
    return Page(path, path, site.settings.lang, path, (), values, needs)


def key(site: Site) -> Fingerprint:
    """Of what decides all of them but the sitemap."""
    return fingerprint((site.told, site.terms, any(one.written for one in site.sheets)))


def pages(site: Site) -> Iterator[Page | Part]:
    """All but the sitemap."""
    yield file(site, "robots.txt", {})
    if site.settings.security_contact:
        yield file(site, SECURITY, {})
    written = any(one.written for one in site.articles) or any(one.written for one in site.sheets)
    yield file(site, "_headers", {"written": written})
    if site.settings.look.icon == ACCENT_ICON:
        yield file(site, ACCENT_ICON, {})
    if site.settings.look.fonts:
        yield file(site, SHEET, {})
    listed = sorted_articles(site)
    rows = [
        (a.url, a.title, a.when, a.precision, a.date_source, a.lang, a.source, a.tags, a.terms)
        for a in listed
    ]
    yield Part("articles.json", fingerprint((site.settings.lang, rows)), partial(articles, site, listed))
    entries = tuple(entry.fp for entry in site.entries.values())
    for path in FORMATS:
        yield file(site, path, {"entries": entries}, entries)
    for lang, prefix in site.prefixes.items():
        path = f"{prefix}search/{NAMES}"
        yield Page(path, NAMES, lang, path, (), {"rows": tuple(names(site, lang, prefix))})


def names(site: Site, lang: str, prefix: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Title, address and names of each term, as search_words.js reads them."""
    for slug, entry in site.entries.items():
        every = tuple(dict.fromkeys(name.text for name in entry.term.names))
        yield typeset(entry.term.label(lang), lang), f"{prefix}glossary/{slug}/", every


def sorted_articles(site: Site) -> list[Article]:
    """The published articles, newest first, those of one moment by language."""
    found = [article for article in site.articles if article.status == "published"]
    found.sort(key=lambda a: (a.lang, a.slug), reverse=True)
    found.sort(key=lambda a: a.date, reverse=True)
    return found


def articles(site: Site, listed: Sequence[Article]) -> Iterator[Page]:
    """The list of articles as data."""
    rows = tuple(
        {
            "url": a.url,
            "title": a.title,
            "date": a.when[:10] if a.precision == "day" else a.when,
            "date_source": a.date_source or None,
            "lang": a.lang,
            "source": a.source or None,
            "tags": a.tags,
            "terms": tuple(term.slug for term in a.terms),
        }
        for a in listed
    )
    yield file(site, "articles.json", {"rows": rows})


def last(site: Site, paths: Sequence[str]) -> Iterator[Page]:
    """The sitemap, which names what is there to be read: no redirect, nothing hidden or retracted."""
    led = [*(one.aliases for one in site.articles), *(one.aliases for one in site.sheets)]
    former = {file_of(alias) for aliases in led for alias in aliases}
    kept_back = {file_of(article.url) for article in site.articles if article.status != "published"}
    left_out = {*UNLISTED, *former, *kept_back}
    shown = tuple(sorted(path for path in paths if path.endswith(".html") and path not in left_out))
    listed = [article for article in site.articles if article.status == "published"]
    stamps = {a.url: a.modified or a.when for a in listed}
    others = {a.url: ((a.lang, a.url), *found) for a in listed if (found := site.translations(a))}
    for a in listed:
        for url in site.invited(a).values():
            stamps.setdefault(url, stamps[a.url])
    yield file(site, "sitemap.xml", {"paths": shown, "stamps": stamps, "translations": others})


def sitemap(page: Page, room: Room) -> str:
    """The sitemap protocol (sitemaps.org) with ``hreflang`` alternates where an edition has the same page."""
    return "\n".join(_sitemap(page.values, room)) + "\n"


def _sitemap(values: Mapping[str, Any], room: Room) -> Iterator[str]:
    stamps, translations = values["stamps"], values["translations"]
    urls = [path.removesuffix("index.html") for path in values["paths"]]
    known = set(urls)
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    )
    for url in urls:
        stamp, others = "", dict(translations.get(url, ()))
        if url in stamps:
            stamp = f"<lastmod>{day_or_moment(stamps[url])}</lastmod>"
        elif not others:
            others = editions_of(url, known, room)
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang={quoteattr(lang)} href={quoteattr(room.public(other))}/>'
            for lang, other in sorted(others.items())
            if len(others) > 1
        )
        yield f"<url><loc>{escape(room.public(url))}</loc>{stamp}{links}</url>"
    yield "</urlset>"


def editions_of(url: str, known: set[str], room: Room) -> dict[str, str]:
    """The same listing or term in every edition that has it, by language."""
    prefixes = room.settings.editions.prefixes
    own = next((prefix for prefix in prefixes.values() if prefix and url.startswith(prefix)), "")
    bare = url.removeprefix(own)
    return {lang: prefix + bare for lang, prefix in prefixes.items() if prefix + bare in known}


def security(_page: Page, room: Room) -> str:
    """RFC 9116, section 2.5; `settings_faults` has seen to it that both values are sound."""
    return (
        f"Contact: {room.settings.security_contact}\n"
        f"Expires: {room.settings.security_expires}\n"
        f"Preferred-Languages: {', '.join(room.settings.languages)}\n"
        f"Canonical: {room.public(SECURITY)}\n"
    )


def robots(_page: Page, room: Room) -> str:
    """Everything may be read."""
    return f"User-agent: *\nAllow: /\nSitemap: {room.public('sitemap.xml')}\n"


def headers(page: Page, room: Room) -> str:
    """For servers that take a policy from a file: it allows what any page needs, and no more."""
    return HEADERS.format(csp=room.constants["sent_csp" if page.values["written"] else "search_csp"])


def sign(_page: Page, room: Room) -> bytes:
    """The theme's sign in the house's accent."""
    return icon(*parts(room.constants["accent"]))


def fonts(_page: Page, room: Room) -> str:
    """Where the files of the house's own typefaces are."""
    return sheet(room.settings.look.fonts, room.settings.look.display)


def table(page: Page, room: Room) -> str:
    """``articles.json``."""
    rows = [{**row, "url": room.public(row["url"])} for row in page.values["rows"]]
    return (
        msgspec.json.format(msgspec.json.encode(rows), indent=1).decode() + "\n"
    )  # json takes ten times as long


def rows(page: Page, _room: Room) -> str:
    """``terms.json``."""
    return msgspec.json.encode(page.values["rows"]).decode() + "\n"


def glossary(page: Page, room: Room) -> str:
    """The glossary in one of the `FORMATS`."""
    terms = Glossary(room.fetch(entry, Whole).term for entry in page.values["entries"])
    return export(terms, FORMATS[page.template], room.public("glossary/")).rstrip() + "\n"


WHOLE = True
"""Its pages are few, each of the whole site, and planned before those of others."""
VIEWS: Mapping[str, View] = {}
WRITERS: Mapping[str, Writer] = {
    "robots.txt": robots,
    SECURITY: security,
    "_headers": headers,
    ACCENT_ICON: sign,
    SHEET: fonts,
    "articles.json": table,
    "sitemap.xml": sitemap,
    NAMES: rows,
    **dict.fromkeys(FORMATS, glossary),
}


def register() -> None:
    """Pelican asks every plugin for it; the build takes `pages` instead."""
