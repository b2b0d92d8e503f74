"""A feed of each term and tag (Atom): titles, first lines and links, for who follows one thing.

A term has one feed for all editions, so that a thousand terms are a thousand files and not two: each piece once, in the
root's language if it is there, and every entry says its language. A tag is a word of its edition, and so is its feed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache, partial
from xml.sax.saxutils import escape, quoteattr

from glose.digest.editions import Editions
from glose.digest.site.addresses import feed_of, tag_feed_of
from glose.digest.site.guests import chosen
from glose.digest.site.room import Room, View, Writer
from glose.digest.site.site import Site
from glose.digest.site.values import Article, Fingerprint, Page, Part, Value, fingerprint, moment, pack
from glose.digest.text.typography import typeset

UTC_START = "1970-01-01T00:00:00Z"
address_of = lru_cache(20_000)(tag_feed_of)


class Item(Value, frozen=True):
    """An article as these feeds show it."""

    url: str
    lang: str
    title: str
    summary: str
    author: str
    when: str
    modified: str


def key(site: Site) -> Fingerprint:
    """Of what decides all of them."""
    return fingerprint((site.told, site.terms))


def pages(site: Site) -> Iterator[Part]:
    """A part a feed."""
    most = site.settings.narrow_feed_items
    base = pack((site.settings.lang, site.settings.languages, most))
    shown = [article for article in site.articles if article.status == "published"]
    marks = {article.file: fingerprint((article.slug, item(article))) for article in shown}
    found: dict[str, list[Article]] = defaultdict(list)
    keys: dict[str, list[Fingerprint]] = defaultdict(list)
    for article in shown:
        mark = marks[article.file]
        for slug, _ in article.lines:
            found[slug].append(article)
            keys[slug].append(mark)
    for slug, entry in site.entries.items():
        if held := found.get(slug):
            title = typeset(entry.term.label(site.settings.lang), site.settings.lang)
            one = fingerprint(b"".join([base, pack(title), *keys[slug]]))
            yield Part(f"feed {slug}", one, partial(of_term, site, slug, title, held))
    for lang, edition in site.editions.items():
        tagged: dict[str, dict[str, Article]] = defaultdict(dict)
        names: dict[str, str] = {}
        for article in edition.articles:
            for tag in article.tags:
                address = edition.prefix + address_of(tag)
                tagged[address].setdefault(article.file, article)
                names[address] = min(tag, names.get(address, tag))
        for address, filed in tagged.items():
            articles = list(filed.values())[:most]
            one = fingerprint(
                b"".join([pack((lang, names[address])), *(marks[one.file] for one in articles)])
            )
            yield Part(f"feed {address}", one, partial(of_tag, lang, address, names[address], articles))


def of_term(site: Site, slug: str, title: str, articles: Sequence[Article]) -> Iterator[Page]:
    """The pieces that mention a term, each once."""
    lang = site.settings.lang
    yield feed(
        lang,
        feed_of(slug),
        title,
        f"glossary/{slug}/",
        once(articles, site.settings.editions)[: site.settings.narrow_feed_items],
    )


def of_tag(lang: str, address: str, name: str, articles: Sequence[Article]) -> Iterator[Page]:
    """The articles of a tag."""
    home = address.replace("feeds/", "", 1).removesuffix(".atom.xml") + "/"
    yield feed(lang, address, name, home, articles)


def feed(lang: str, address: str, title: str, home: str, articles: Iterable[Article]) -> Page:
    """A feed as a page."""
    items = tuple(map(item, articles))
    return Page(address, "narrow atom", lang, address, (), {"title": title, "home": home, "items": items})


def once(articles: Sequence[Article], rule: Editions) -> list[Article]:
    """Each piece in one language, the root's if it is there."""
    pieces: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        pieces[article.slug].append(article)
    return [chosen(same, rule) for same in pieces.values()]


def item(article: Article) -> Item:
    """What a feed says of the article."""
    a = article
    return Item(a.url, a.lang, a.title, a.standfirst, ", ".join(a.authors) or a.source, a.when, a.modified)


def stamp(text: str) -> str:
    """RFC 3339 of an ISO 8601 text."""
    when: datetime = moment(text)
    return when.isoformat()


def write(page: Page, room: Room) -> str:
    """RFC 4287."""
    return "\n".join(_lines(page, room)) + "\n"


def _lines(page: Page, room: Room) -> Iterator[str]:
    values, items = page.values, page.values["items"]
    name = room.settings.name
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(page.lang)}>'
    yield f"<title>{escape(values['title'])} – {escape(name)}</title>"
    yield f"<id>{escape(room.public(page.address))}</id>"
    yield f'<link rel="self" href={quoteattr(room.public(page.address))}/>'
    yield f'<link rel="alternate" href={quoteattr(room.public(values["home"]))}/>'
    yield f"<author><name>{escape(name)}</name></author>"
    stamps = [max((one.when, one.modified), key=lambda text: moment(text or one.when)) for one in items]
    yield f"<updated>{stamp(max(stamps, key=moment)) if stamps else UTC_START}</updated>"
    for one, latest in zip(items, stamps, strict=True):
        yield entry(one, room.public(one.url), latest)
    yield "</feed>"


@lru_cache(5_000)
def entry(one: Item, url: str, latest: str) -> str:
    """An article in a feed: the same in that of each term which it mentions."""
    author = f"<author><name>{escape(one.author)}</name></author>\n" if one.author else ""
    return (
        f"<entry xml:lang={quoteattr(one.lang)}>\n"
        f"<title>{escape(one.title)}</title><id>{escape(url)}</id><link href={quoteattr(url)}/>\n"
        f"<published>{stamp(one.when)}</published><updated>{stamp(latest)}</updated>\n"
        f"{author}<summary>{escape(one.summary)}</summary></entry>"
    )


VIEWS: Mapping[str, View] = {}
WRITERS: Mapping[str, Writer] = {"narrow atom": write}


def register() -> None:
    """Pelican asks every plugin for it; the build takes `pages` instead."""
