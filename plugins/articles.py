"""The page of each article: its headline and where it comes from, its text, and what serves a reader of it.

Its lexicon, related articles, other printings, the dates that it speaks of, and what has been done to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from plugins.digest.edition.edition import Edition
from plugins.digest.edition.moments import Moment, order
from plugins.digest.edition.related import related
from plugins.digest.site.dressed import dress
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
from plugins.digest.text.script import direction

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
    for place, (article, near) in enumerate(zip(articles, nearest(site, edition), strict=True)):
        values: dict[str, Any] = {}
        if near:
            names = {term.slug: term.name for term in article.terms}
            values["related"] = [(links[at], [names[slug] for slug in shared]) for at, shared in near]
        if others := same.get(place):
            values["printings"] = [links[at] for at in others]
        yield _page(site, article, edition.lang, **values)


def _page(
    site: Site,
    article: Article,
    lang: str,
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
    """What the template sees beside: the text as it is shown, and what follows from it."""
    article: Article = page.values["article"]
    text = room.fetch(article.text, Text)
    if page.values["guest"]:
        text = led(text, page.values["lexicon"])
    picture = text.picture
    return {
        "text": text,
        "days": day_words([article.date]),
        "body": dress(text.html, text.lexicon),
        "caption": dress(picture.caption, text.lexicon, first=0) if picture and picture.caption else "",
        "margins": direction(article.lang) == direction(page.lang),
        "reprint": room.settings.site_name(text.source_url) if text.source_url else "",
        "cited": cited(article),
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


def cited(article: Article) -> list[Moment]:
    """The dates that the article mentions, in order of time; of those named twice the first words."""
    found = {
        (one.since, one.until): Moment(one.since, one.until, one.text, article.lang)
        for one in reversed(article.mentioned)
        if one.since or one.until
    }
    return sorted(found.values(), key=order)


VIEWS: Mapping[str, View] = {"article.html": view}


def register() -> None:
    """Connects to nothing: the build asks for `pages`."""
