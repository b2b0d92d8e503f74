"""The page of each article: its text and lexicon, and what else a reader may want to know of it.

Who is who, the dates that it speaks of, related and neighbouring articles, other printings, where it comes from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import msgspec

from plugins.digest.edition.collate import sort_key
from plugins.digest.edition.edition import Edition
from plugins.digest.edition.moments import Moment, order
from plugins.digest.edition.related import related
from plugins.digest.site.found import day_words
from plugins.digest.site.linked_article import article_page
from plugins.digest.site.room import Room, View
from plugins.digest.site.site import Site
from plugins.digest.site.values import Article, LexiconEntry, Link, Page, Text, fingerprint, moment, pack

CAST = ("person", "community", "org", "agency")
"""Types of entries that act or speak, in the order in which they are shown."""
NAMES = 4
"""Shared terms that are named for a related article."""

Near = list[list[tuple[int, tuple[str, ...]]]]
"""For each article of an edition the places of the related ones, and the slugs of the terms that they share."""
_near = msgspec.msgpack.Decoder(Near)


def pages(site: Site) -> Iterator[Page]:
    """One page an article; hidden and retracted ones have nothing to do with others."""
    for edition in site.editions.values():
        yield from _listed(site, edition)
    for article in site.articles:
        if article.status != "published":
            yield _page(site, article, site.settings.editions.of(article.lang))


def _listed(site: Site, edition: Edition) -> Iterator[Page]:
    articles: tuple[Article, ...] = edition.articles
    links = [article.link for article in articles]
    same = printings(articles)
    older = [*links[1:], None]
    newer: Link | None = None
    for place, (article, near) in enumerate(zip(articles, nearest(site, edition), strict=True)):
        values: dict[str, Any] = {}
        if near:
            names = {term.slug: term.name for term in article.terms}
            values["related"] = [(links[at], [names[slug] for slug in shared]) for at, shared in near]
        if others := same.get(place):
            values["printings"] = [links[at] for at in others]
        yield _page(site, article, edition.lang, older[place], newer, **values)
        newer = links[place]


def _page(
    site: Site,
    article: Article,
    lang: str,
    older: Link | None = None,
    newer: Link | None = None,
    related: Sequence[tuple[Link, Sequence[str]]] = (),
    printings: Sequence[Link] = (),
) -> Page:
    translations = site.translations(article)
    url = article.url
    return Page(
        f"{url}index.html",
        "article.html",
        lang,
        url,
        ((article.lang, url), *translations),
        {
            "article": article,
            "older": older,
            "newer": newer,
            "related": related,
            "printings": printings,
            "translations": translations,
            "links": site.targets(article.links) if article.links else {},
        },
        (article.text,),
    )


def printings(articles: Sequence[Article]) -> Mapping[int, Sequence[int]]:
    """Place of each article of which there are other printings, and the places of these."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        groups[article.variant_of or article.slug].append(place)
    return {
        place: [other for other in same if other != place]
        for same in groups.values()
        if len(same) > 1
        for place in same
    }


def nearest(site: Site, edition: Edition) -> Near:
    """The related articles of each of an edition's: found again only when an article explains other terms."""
    held = [[term.slug for term in article.terms] for article in edition.articles]
    key, name = fingerprint(pack(held)), f"related/{edition.lang}"
    before = site.memo.get(name, b"")
    if before[: len(key)] == key:
        return _near.decode(before[len(key) :])
    sets = {place: frozenset(slugs) for place, slugs in enumerate(held)}
    found: Near = [
        [(one.key, shared(one.shared, held[place], sets[one.key])) for one in relations]
        for place, relations in related(sets)
    ]
    site.memo[name] = key + pack(found)
    return found


def shared(telling: tuple[str, ...], own: Iterable[str], other: Collection[str]) -> tuple[str, ...]:
    """The shared terms that are named: the telling ones, then others in the order of the article."""
    if len(telling) < NAMES:
        telling = tuple(dict.fromkeys([*telling, *(slug for slug in own if slug in other)]))
    return telling[:NAMES]


def view(page: Page, room: Room) -> Mapping[str, Any]:
    """What the template sees beside: the text, and what follows from it."""
    article: Article = page.values["article"]
    text = room.fetch(article.text, Text)
    return {
        "text": text,
        "days": day_words([article.date]),
        "cast": cast(text.lexicon),
        "chronology": chronology(article),
        "modified": moment(article.modified) if article.modified else None,
        "json_ld": "" if article.retracted else article_page(room, article, text),
    }


def cast(lexicon: Sequence[LexiconEntry]) -> list[tuple[str, list[LexiconEntry]]]:
    """Those who act or speak, by type."""
    ranked = sorted(
        (entry for entry in lexicon if entry.type in CAST),
        key=lambda entry: (CAST.index(entry.type), sort_key(entry.name)),
    )
    return [(kind, list(found)) for kind, found in groupby(ranked, key=lambda entry: entry.type)]


def chronology(article: Article) -> list[Moment]:
    """The dates that the article mentions with its own among them; empty when it mentions none."""
    found = {
        (one.since, one.until): Moment(one.since, one.until, one.text, article.lang)
        for one in reversed(article.mentioned)  # of dates named twice the first words are kept
        if one.since or one.until
    }
    if not found:
        return []
    day = article.date.date()
    return sorted([*found.values(), Moment(day, day, "", kind="article")], key=order)


VIEWS: Mapping[str, View] = {"article.html": view}


def register() -> None:
    """Connects to nothing: the build asks for `pages`."""
