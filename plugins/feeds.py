"""Atom, RSS and JSON feeds, one of each an edition: full text, absolute links, the lexicon after the text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from xml.sax.saxutils import XMLGenerator

from feedgenerator import Atom1Feed, Rss201rev2Feed
from pelican import signals

LIMIT = 50
"""Entries a feed: a reader that looks once a week misses nothing of a daily digest."""
_ANNOTATION = re.compile(r' class="term"| role="doc-glossref"| aria-details="[^"]*"')


class _Atom(Atom1Feed):  # type: ignore[misc]
    """Atom whose entries name their language (RFC 4287, section 2) and whose empty feed has no clock in it."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]}

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


class _Rss(Rss201rev2Feed):  # type: ignore[misc]
    """RSS 2.0 with the full text in ``content:encoded`` and the address of the feed itself."""

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        }

    def add_item_elements(self, handler: XMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])  # type: ignore[attr-defined]

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


class FeedsGenerator:
    """Writes ``feeds/all.{atom.xml,rss.xml,json}`` for every edition."""

    def __init__(
        self, context: dict[str, Any], settings: dict[str, Any], output_path: str, **_: object
    ) -> None:
        self.context, self.settings, self.output = context, settings, Path(output_path)

    def generate_output(self, _writer: object) -> None:
        """Called by Pelican after every context is complete."""
        site = (self.settings["SITEURL"] or self.settings["FEED_DOMAIN"]).rstrip("/")
        articles = list(chain(self.context["articles"], *(a.translations for a in self.context["articles"])))
        for lang in self.settings["EDITIONS"]:
            own = sorted(
                (a for a in articles if a.lang == lang), key=lambda a: (a.date, a.slug), reverse=True
            )
            home = site + "/" + ("" if lang == self.settings["DEFAULT_LANG"] else f"{lang}/")
            folder = self.output / home.removeprefix(f"{site}/") / "feeds"
            folder.mkdir(parents=True, exist_ok=True)
            entries = [entry(article, site) for article in own[:LIMIT]]
            for name, kind in (("all.atom.xml", _Atom), ("all.rss.xml", _Rss)):
                feed = kind(
                    title=self.settings["SITENAME"],
                    link=home,
                    description=self.settings["SITENAME"],
                    language=lang,
                    feed_url=f"{home}feeds/{name}",
                )
                for item in entries:
                    feed.add_item(**item)
                with (folder / name).open("w", encoding="utf-8") as file:
                    feed.write(file, "utf-8")
            text = json.dumps(
                json_feed(self.settings["SITENAME"], home, lang, entries), ensure_ascii=False, indent=1
            )
            (folder / "all.json").write_text(text + "\n", encoding="utf-8")


def entry(article: Any, site: str) -> dict[str, Any]:
    """One article as the keyword arguments of feedgenerator's ``add_item``, every link absolute."""
    url = f"{site}/{article.url}"
    return {
        "title": article.title,
        "link": url,
        "description": html.escape(article.standfirst or article.title, quote=False),
        "content": full_text(article, site),
        "author_name": ", ".join(article.named_authors) or article.source or "",
        "pubdate": article.date,
        "updateddate": getattr(article, "modified", article.date),
        "unique_id": url,
        "unique_id_is_permalink": True,
        "categories": [str(tag) for tag in article.tags],
        "lang": article.lang,
    }


def full_text(article: Any, site: str) -> str:
    """The text with plain links for mentions and the lexicon after it: no attribute points out of the entry."""
    body = _ANNOTATION.sub("", article.get_content(site))
    return body + "".join(lexicon(article.lexicon, site))


def lexicon(entries: Iterable[Any], site: str) -> Iterable[str]:
    """The article's definitions as a list."""
    rows = [
        f'<dt><a href="{site}/{e.url}">{html.escape(e.name)}</a></dt><dd>{html.escape(e.definition)}</dd>'
        for e in entries
    ]
    return ["<hr><dl>", *rows, "</dl>"] if rows else []


def json_feed(title: str, home: str, lang: str, entries: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": home,
        "feed_url": f"{home}feeds/all.json",
        "language": lang,
        "items": [
            {
                "id": item["unique_id"],
                "url": item["link"],
                "title": item["title"],
                "summary": html.unescape(item["description"]),
                "content_html": item["content"],
                "date_published": item["pubdate"].isoformat(),
                "date_modified": item["updateddate"].isoformat(),
                "authors": [{"name": item["author_name"]}] if item["author_name"] else [],
                "tags": item["categories"],
                "language": item["lang"],
            }
            for item in entries
        ],
    }


def generator(_pelican: object) -> type[FeedsGenerator]:
    """The generator that Pelican runs after its own."""
    return FeedsGenerator


def register() -> None:
    """Adds the generator to every run."""
    signals.get_generators.connect(generator)
