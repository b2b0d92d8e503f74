"""Which articles stand below one as related, by the last build as far as nothing near them has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec
from msgspec.structs import replace

from glose.digest.edition.edition import Edition
from glose.digest.edition.related import Shelf
from glose.digest.site.site import Site
from glose.digest.site.values import Fingerprint, Value, fingerprint, pack

NAMES = 4
"""Shared terms that are named for a related article."""

Near = list[list[tuple[int, tuple[str, ...]]]]
"""For each article of an edition the places of the related ones, and the slugs of the terms that they share."""


class Known(Value, frozen=True):
    """What related an edition's articles in the last build."""

    told: Fingerprint = b""
    """The site's."""
    places: dict[str, Fingerprint] = {}  # noqa: RUF012  msgspec copies it
    """By file, in the order of the articles, what decides where one stands among others."""
    held: list[Fingerprint] = []  # noqa: RUF012
    """For each, of its terms."""
    terms: dict[str, Fingerprint] = {}  # noqa: RUF012
    """By slug: of the weight of a term that tells something, and of its articles."""
    near: Near = []  # noqa: RUF012
    """For each of the articles."""


_known = msgspec.msgpack.Decoder(Known)


def nearest(site: Site, edition: Edition) -> Near:
    """The related articles of each of an edition's: found again where a term that it holds has other articles."""
    articles, name = edition.articles, f"related/{edition.lang}/{site.settings.related}"
    if not site.settings.related:
        return [[] for _ in articles]
    before = _known.decode(site.memo[name]) if name in site.memo else Known()
    if before.told == site.told:
        return before.near
    slugs = [[term.slug for term in article.terms] for article in articles]
    places, held = (
        {a.file: fingerprint((a.file, a.when, a.slug, a.lang)) for a in articles},
        list(map(fingerprint, slugs)),
    )
    if held == before.held and list(places.items()) == list(before.places.items()):
        site.memo[name] = pack(replace(before, told=site.told))
        return before.near
    marks, sets = list(places.values()), {place: frozenset(own) for place, own in enumerate(slugs)}
    shelf = Shelf(sets)
    terms = {
        slug: fingerprint((shelf.weight[slug], [marks[at] for at in holders]))
        for slug, holders in shelf.telling.items()
    }
    files, now = list(before.places), {file: at for at, file in enumerate(places)}
    kept = {  # those of which neither place nor terms have changed
        file: before.near[at]
        for at, file in enumerate(files)
        if before.places[file] == places.get(file) and before.held[at] == held[now[file]]
    }
    moved = {slug for slug in {*terms, *before.terms} if terms.get(slug) != before.terms.get(slug)}
    near: Near = []
    for place, article in enumerate(articles):
        row = kept.get(article.file)
        if row is None or not moved.isdisjoint(sets[place]) or any(files[at] not in kept for at, _ in row):
            relations = shelf.relations(place, site.settings.related)
            near.append([(one.key, shared(one.shared, slugs[place], sets[one.key])) for one in relations])
        else:
            near.append([(now[files[at]], names) for at, names in row])
    site.memo[name] = pack(Known(site.told, places, held, terms, near))
    return near


def shared(telling: tuple[str, ...], own: Iterable[str], other: Collection[str]) -> tuple[str, ...]:
    """The shared terms that are named: the telling ones, then others in the order of the article."""
    if len(telling) < NAMES:
        telling = tuple(dict.fromkeys([*telling, *(slug for slug in own if slug in other)]))
    return telling[:NAMES]
