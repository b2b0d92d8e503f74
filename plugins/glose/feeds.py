"""Atom, RSS and JSON feeds, one of each an edition: full text, absolute links, the lexicon after the text."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import StringIO
from typing import Any
from urllib.parse import urljoin
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from feedgenerator import Atom1Feed, Rss201rev2Feed

from glose.digest.site.entry import SAYS, lexicon, picture, rights, whose
from glose.digest.site.footnotes import apart
from glose.digest.site.noted_feed import SAYS as NOTES
from glose.digest.site.noted_feed import notes_list, with_marks
from glose.digest.site.render.renderer import FILE_LINK, target
from glose.digest.site.room import Room, View, Writer, says
from glose.digest.site.site import Site
from glose.digest.site.values import (
    ROOT,
    Article,
    Fingerprint,
    Page,
    Text,
    Value,
    moment,
    pack,
)

DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
FILES = {"all.atom.xml": "atom", "all.rss.xml": "rss", "all.json": "json feed"}
"""Name of each feed, and its writer."""
_RELATIVE = re.compile(r'(<a href=")(?![a-z][a-z0-9+.-]*:)([^"]+)', re.IGNORECASE)
"""A link that is counted from its page: to a heading of it, say."""
KEPT = 500
"""Entries that are kept for the next feed and the next build: more than all editions' feeds hold together."""
_ANNOTATION = re.compile(r' class="term"| role="doc-glossref"| aria-details="[^"]*"')


class Item(Value, frozen=True):
    """An article as feeds show it, but for its text."""

    url: str
    title: str
    standfirst: str
    author: str
    source: str
    when: str
    modified: str
    tags: tuple[str, ...]
    lang: str
    text: Fingerprint
    links: dict[str, str]
    """Where its links to other files of the content lead."""


def pages(site: Site) -> Iterator[Page]:
    """The feeds of every edition, of the articles in its own language, that of a region among them."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in site.articles:
        lang = site.settings.editions.own(article.lang)
        if article.status == "published" and len(found[lang]) < site.settings.feed_items:
            found[lang].append(article)
    for lang, prefix in site.prefixes.items():
        items = tuple(item(site, article) for article in found[lang])
        needs = tuple(one.text for one in items)
        for name, writer in FILES.items():
            path = f"{prefix}feeds/{name}"
            yield Page(path, writer, lang, path, (), {"items": items}, needs)


def item(site: Site, article: Article) -> Item:
    """What a feed says of the article."""
    a = article
    author = ", ".join(a.authors) or a.source
    links = site.targets(a.links)
    return Item(
        a.url, a.title, a.standfirst, author, a.source, a.when, a.modified, a.tags, a.lang, a.text, links
    )


class _Atom(Atom1Feed):  # type: ignore[misc]
    """Atom whose entries name their language (RFC 4287, section 2) and whose empty feed has no clock in it.

    An entry says where its text is from (``via``), the feed how it looks (section 4.2.5).
    """

    def add_root_elements(self, handler: XMLGenerator) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("icon", self.feed["icon"])  # type: ignore[attr-defined]

    def add_item_elements(self, handler: XMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["original"]:
            handler.addQuickElement("link", "", {"rel": "via", "href": item["original"]})  # type: ignore[attr-defined]

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]}

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


class _Rss(Rss201rev2Feed):  # type: ignore[misc]
    """RSS 2.0 with the full text in ``content:encoded`` and the address of the feed itself."""

    def add_root_elements(self, handler: XMLGenerator) -> None:
        super().add_root_elements(handler)
        handler.startElement("image", AttributesImpl({}))
        for name, value in (("url", "icon"), ("title", "title"), ("link", "link")):
            handler.addQuickElement(name, self.feed[value])  # type: ignore[attr-defined]
        handler.endElement("image")

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        }

    def add_item_elements(self, handler: XMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])  # type: ignore[attr-defined]
        for key, name in (("item_copyright", "dc:rights"), ("original", "dc:source")):
            if item[key]:
                handler.addQuickElement(name, item[key], {"xmlns:dc": DUBLIN_CORE})  # type: ignore[attr-defined]

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


def entries(page: Page, room: Room) -> Iterator[dict[str, Any]]:
    """The articles as keyword arguments of feedgenerator's ``add_item``, every link absolute."""
    for one in page.values["items"]:
        key = pack(
            ("feeds", page.lang, one)
        )  # an edition's three feeds say the same, and so does the next build
        if key not in room.kept:
            if len(room.kept) >= KEPT:
                room.kept.clear()
            room.kept[key] = _entry(one, page, room)
        yield room.kept[key]


def _entry(one: Item, page: Page, room: Room) -> dict[str, Any]:
    url = room.public(one.url)
    text = room.fetch(one.text, Text)
    return {
        "title": one.title,
        "link": url,
        "description": html.escape(one.standfirst or one.title, quote=False),
        "content": content(one, text, page, room),
        "item_copyright": rights(text) or None,  # else Atom says that there are none
        "original": text.source_url,
        "picture": room.public(text.picture.src) if text.picture and text.picture.src else "",
        "author_name": one.author,
        "pubdate": moment(one.when),
        "updateddate": moment(one.modified or one.when),
        "unique_id": url,
        "unique_id_is_permalink": True,
        "categories": list(one.tags),
        "lang": one.lang,
    }


def content(one: Item, text: Text, page: Page, room: Room) -> str:
    """The picture, the text, the lexicon, the notes, and whose it is, with absolute links and no annotation."""
    url, langs = room.public(one.url), (page.lang, one.lang, room.settings.lang)
    words = apart(with_marks(text, url), one.url, url)
    shown = "".join((picture(text.picture, room), words, *lexicon(text.lexicon, room)))
    shown = absolute(_ANNOTATION.sub("", shown), page, room, one.links, url)
    notes = absolute(notes_list(text, langs, room), page, room, one.links, url)
    return shown + notes + whose(text, one.source, room)


def absolute(text: str, page: Page, room: Room, links: Mapping[str, str], url: str) -> str:
    """HTML whose addresses below the site's root begin with the site's own, and the others with `url`, its page's."""
    text = FILE_LINK.sub(lambda found: room.public(target(found[1], links, page)), text)
    return _RELATIVE.sub(
        lambda link: link[1] + urljoin(url, link[2]), text.replace(ROOT, room.settings.public)
    )


@says(*SAYS, *NOTES)
def feed(page: Page, room: Room) -> str:
    """Atom or RSS, by feedgenerator."""
    kind = _Atom if page.template == "atom" else _Rss
    made = kind(
        title=room.settings.name,
        link=room.public(room.prefix),
        description=room.told,
        language=page.lang,
        feed_url=room.public(page.address),
        icon=room.public(room.settings.look.icon),
    )
    for one in entries(page, room):
        made.add_item(**one)
    text = StringIO()
    made.write(text, "utf-8")
    return text.getvalue()


@says(*SAYS, *NOTES)
def json_feed(page: Page, room: Room) -> str:
    """JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": room.settings.name,
        "home_page_url": room.public(room.prefix),
        "feed_url": room.public(page.address),
        "icon": room.public(room.settings.look.icon),
        "favicon": room.public(room.settings.look.icon),
        "language": page.lang,
        "items": [
            {
                "id": one["unique_id"],
                "url": one["link"],
                "title": one["title"],
                "summary": html.unescape(one["description"]),
                "content_html": one["content"],
                "date_published": one["pubdate"].isoformat(),
                "date_modified": one["updateddate"].isoformat(),
                "authors": [{"name": one["author_name"]}] if one["author_name"] else [],
                "tags": one["categories"],
                "language": one["lang"],
                **({"external_url": one["original"]} if one["original"] else {}),
                **({"image": one["picture"]} if one["picture"] else {}),
                **({"_rights": {"text": one["item_copyright"]}} if one["item_copyright"] else {}),
            }
            for one in entries(page, room)
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


WHOLE = True
"""Its pages are few, each of the whole site, and planned before those of others."""
VIEWS: Mapping[str, View] = {}
WRITERS: Mapping[str, Writer] = {"atom": feed, "rss": feed, "json feed": json_feed}


def register() -> None:
    """Pelican asks every plugin for it; the build takes `pages` instead."""
