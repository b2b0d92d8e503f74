"""Files for machines: sitemap, robots, headers, the glossary and the list of articles as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pelican import signals

from plugins.digest.glossary.exchange import export

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


class MachineFilesGenerator:
    """Runs after the pages are written, since the sitemap lists what is there."""

    def __init__(
        self, context: dict[str, Any], settings: dict[str, Any], output_path: str, **_: object
    ) -> None:
        self.context, self.settings, self.output = context, settings, Path(output_path)
        self.site = (settings["SITEURL"] or settings["FEED_DOMAIN"]).rstrip("/")

    def generate_output(self, _writer: object) -> None:
        """Called by Pelican after every context is complete."""
        articles = list(chain(self.context["articles"], *(a.translations for a in self.context["articles"])))
        articles.sort(key=lambda a: (a.date, a.lang, a.slug), reverse=True)
        glossary = self.context["glossary"]
        self.write("sitemap.xml", "\n".join(self.sitemap(articles)))
        self.write("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {self.site}/sitemap.xml")
        if self.settings.get("SECURITY_CONTACT"):
            self.write(SECURITY, "\n".join(self.security()))
        self.write("_headers", HEADERS.format(csp=self.context["search_csp"]).rstrip())
        self.write(
            "articles.json",
            json.dumps([record(a, self.site) for a in articles], ensure_ascii=False, indent=1),
        )
        self.write("glossary.json", export(glossary, "json", f"{self.site}/glossary/").rstrip())
        self.write("glossary.ttl", export(glossary, "skos", f"{self.site}/glossary/").rstrip())

    def write(self, name: str, text: str) -> None:
        """One file at the root of the site, with a closing line break."""
        file = self.output / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text + "\n", encoding="utf-8")

    def security(self) -> Iterator[str]:
        """RFC 9116, section 2.5; `settings_faults` has seen to it that both values are sound."""
        yield f"Contact: {self.settings['SECURITY_CONTACT']}"
        yield f"Expires: {self.settings['SECURITY_EXPIRES']}"
        yield f"Preferred-Languages: {', '.join(self.settings['EDITIONS'])}"
        yield f"Canonical: {self.site}/{SECURITY}"

    def sitemap(self, articles: list[Any]) -> Iterator[str]:
        """The sitemap protocol (sitemaps.org) with ``hreflang`` alternates where an edition has the same page."""
        stamps = {a.url: getattr(a, "modified", a.date).isoformat() for a in articles}
        names = sorted(f.relative_to(self.output).as_posix() for f in self.output.rglob("*.html"))
        urls = [name.removesuffix("index.html") for name in names if name not in UNLISTED]
        known = set(urls)
        translated = {a.url: {t.lang: t.url for t in (a, *a.translations)} for a in articles}
        yield '<?xml version="1.0" encoding="utf-8"?>'
        yield (
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:xhtml="http://www.w3.org/1999/xhtml">'
        )
        for url in urls:
            stamp = f"<lastmod>{stamps[url]}</lastmod>" if url in stamps else ""
            others = translated.get(url) or self.editions_of(url, known)
            links = "".join(
                f'<xhtml:link rel="alternate" hreflang={quoteattr(lang)} '
                f"href={quoteattr(f'{self.site}/{other}')}/>"
                for lang, other in sorted(others.items())
                if len(others) > 1
            )
            yield f"<url><loc>{escape(f'{self.site}/{url}')}</loc>{stamp}{links}</url>"
        yield "</urlset>"

    def editions_of(self, url: str, known: set[str]) -> dict[str, str]:
        """The same listing or term in every edition that has it, by language."""
        first, *rest = self.settings["EDITIONS"]
        bare = next((url.removeprefix(f"{lang}/") for lang in rest if url.startswith(f"{lang}/")), url)
        candidates = {first: bare, **{lang: f"{lang}/{bare}" for lang in rest}}
        return {lang: address for lang, address in candidates.items() if address in known}


def record(article: Any, site: str) -> dict[str, Any]:
    """One article as a row of ``articles.json``."""
    return {
        "url": f"{site}/{article.url}",
        "title": article.title,
        "date": article.date.date().isoformat()
        if article.date_precision == "day"
        else article.date.isoformat(),
        "date_source": article.date_source,
        "lang": article.lang,
        "source": article.source,
        "tags": [str(tag) for tag in article.tags],
        "terms": [entry.slug for entry in article.lexicon],
    }


def generator(_pelican: object) -> type[MachineFilesGenerator]:
    """The generator that Pelican runs after its own and those of earlier plugins."""
    return MachineFilesGenerator


def register() -> None:
    """Adds the generator to every run."""
    signals.get_generators.connect(generator)
