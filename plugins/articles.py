"""The page of each article: its text and lexicon, and what else a reader may want to know of it.

Who is who, the dates that it speaks of, related and neighbouring articles, other printings, where it comes from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

import msgspec

from plugins.digest.edition.collate import sort_key
from plugins.digest.edition.edition import Edition
from plugins.digest.edition.moments import Moment, order
from plugins.digest.edition.related import related
from plugins.digest.site.found import day_words
from plugins.digest.site.lexicon import explained
from plugins.digest.site.linked_article import article_page
from plugins.digest.site.room import Room, View
from plugins.digest.site.site import Site
from plugins.digest.site.values import (
    ROOT,
    Article,
    LexiconEntry,
    Link,
    Page,
    Part,
    Text,
    fingerprint,
    moment,
    pack,
)

CAST = ("person", "community", "org", "agency")
"""Types of entries that act or speak, in the order in which they are shown."""
NAMES = 4
"""Shared terms that are named for a related article."""

Near = list[list[tuple[int, tuple[str, ...]]]]
"""For each article of an edition the places of the related ones, and the slugs of the terms that they share."""
_near = msgspec.msgpack.Decoder(Near)


def pages(site: Site) -> Iterator[Page | Part]:
    """One page an article; hidden and retracted ones have nothing to do with others."""
    for edition in site.editions.values():
        yield from _listed(site, edition)
        yield from invited(site, edition)
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
    lexicon: Sequence[LexiconEntry] = (),
    address: str = "",
) -> Page:
    own, translations = (article.lang, article.url), site.translations(article)
    url = address or article.url
    # Where an edition takes it in is no version in that edition's language, so search engines are not told of one.
    alternates = () if address else (own, *translations)
    versions = {site.settings.editions.own(lang): there for lang, there in (*translations, own)}
    return Page(
        f"{url}index.html",
        "article.html",
        lang,
        url,
        alternates,
        {
            "article": article,
            "older": older,
            "newer": newer,
            "related": related,
            "printings": printings,
            "translations": (own, *translations) if address else translations,
            "versions": {**site.invited(article), **versions},
            "lexicon": lexicon,
            "guest": address != "",
            "links": site.targets(article.links) if article.links else {},
        },
        (article.text,),
    )


def invited(site: Site, edition: Edition) -> Iterator[Part]:
    """An edition's pages of untranslated articles, with its own words, definitions and notes around their text."""
    for article in edition.guests:
        entries = [site.entries[term.slug].fp for term in article.terms if term.slug in site.entries]
        links = site.targets(article.links)
        key = fingerprint(b"".join((pack((article, edition.lang, links)), *entries)))
        yield Part(f"guest {edition.lang} {article.file}", key, partial(guest, site, article, edition.lang))


def guest(site: Site, article: Article, lang: str) -> Iterator[Page]:
    """One of them: without what is filed under words of its own language."""
    rule = site.settings.editions
    terms = [site.entries[one.slug].term for one in article.terms if one.slug in site.entries]
    shown = msgspec.structs.replace(article, category="", tags=())
    lexicon = explained(terms, lang, article.date.date(), rule)
    yield _page(site, shown, lang, address=rule.there(article.url, article.lang, lang), lexicon=lexicon)


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
    if page.values["guest"]:
        text = led(text, page.values["lexicon"])
    return {
        "text": text,
        "days": day_words([article.date]),
        "cast": cast(text.lexicon),
        "chronology": chronology(article),
        "modified": moment(article.modified) if article.modified else None,
        "json_ld": "" if article.retracted else article_page(room, article, text),
    }


def led(text: Text, lexicon: Sequence[LexiconEntry]) -> Text:
    """The text with the lexicon of another edition, to whose terms its mentions lead."""
    before = {row.slug: f'href="{ROOT}/{row.url}' for row in text.lexicon}
    html = text.html
    for row in lexicon:
        if row.slug in before:
            html = html.replace(before[row.slug], f'href="{ROOT}/{row.url}')
    return msgspec.structs.replace(text, html=html, lexicon=tuple(lexicon))


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
