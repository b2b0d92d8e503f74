"""The listing pages of every edition: home by day, archives, groups (sources, tags …), corrections, search, 404.

A listing is a part of its own, keyed by what its cards show: an article's body touches none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple

from babel.dates import format_date

from glose.digest.edition.collate import sort_key
from glose.digest.edition.edition import Edition
from glose.digest.edition.language import locale_of
from glose.digest.site.addresses import alternates, file_of, group
from glose.digest.site.changes import changes
from glose.digest.site.front import beside, cited, lead
from glose.digest.site.linked_data import website
from glose.digest.site.paging import paged, turns
from glose.digest.site.room import Room, View, Writer
from glose.digest.site.site import Site
from glose.digest.site.values import Article, Fingerprint, Page, Part, Value, fingerprint, pack

KINDS: Mapping[str, Callable[[Article], Iterable[str]]] = {
    "sources": lambda article: (article.source,) if article.source else (),
    "categories": lambda article: (article.category,) if article.category else (),
    "tags": lambda article: article.tags,
    "authors": lambda article: article.authors,
}
"""The names that articles are filed under."""
SHARED = ("sources", "authors")
"""Those that are the same in every language, so that untranslated articles are filed under them too."""
collated = lru_cache(20_000)(sort_key)
address_of = lru_cache(20_000)(group)


BARE: Mapping[str, Any] = {"lead": None, "beside": (), "carried": {}, "cited": (), "elsewhere": ()}
"""What the later pages of the digest lack."""


class Group(Value, frozen=True):
    """A name under which articles are filed."""

    name: str
    path: str
    """Below the edition."""
    count: int


class Listing(NamedTuple):
    """One listing of an edition, on as many pages as it needs."""

    path: str
    """Of its first page, below the edition."""
    key: bytes
    """Of everything that decides what its pages show, but for the other editions."""
    pages: Callable[[], int] | None
    """How many there are; None for one that has no second."""
    make: Callable[[], Iterable[tuple[str, str, dict[str, Any]]]]
    """Template, path below the edition, and values of each page."""


def key(site: Site) -> Fingerprint:
    """Of what decides all listings."""
    return site.told


def pages(site: Site) -> Iterator[Page | Part]:
    """Every listing of every edition, and the page for addresses where nothing is."""
    plans = {
        lang: {one.path: one for one in listings(site, edition)} for lang, edition in site.editions.items()
    }
    base = pack((site.settings.lang, site.settings.languages, site.settings.size))
    for lang, own in plans.items():
        others = [(other, plan) for other, plan in plans.items() if other != lang]
        for path, one in own.items():
            there = tuple((other, reach(one, plan[path])) for other, plan in others if path in plan)
            key = fingerprint(b"".join((base, pack((lang, path, there)), one.key)))
            yield Part(f"listing {lang} {path}", key, partial(written, site, lang, one, there))
    yield Page("404.html", "404.html", site.settings.lang, "404.html", (), {})


def reach(one: Listing, other: Listing) -> int:
    """How many pages of one listing the other has too, so far as that is more than the first."""
    return other.pages() if one.pages and other.pages else 1


def written(site: Site, lang: str, listing: Listing, there: Sequence[tuple[str, int]]) -> Iterator[Page]:
    """The pages of one listing; `there` says of other editions how many pages they have at the same path."""
    for number, (template, path, values) in enumerate(listing.make(), 1):
        address = site.prefixes[lang] + path
        having = {lang, *(other for other, count in there if count >= number)}
        same = {other: prefix for other, prefix in site.prefixes.items() if other in having}
        yield Page(file_of(address), template, lang, address, alternates(path, same), values)


def listings(site: Site, edition: Edition) -> Iterator[Listing]:
    """All of one edition."""
    yield home(site, edition)
    yield from archives(site, edition)
    for kind, names in KINDS.items():
        filed = edition.shown if kind in SHARED else edition.articles
        yield from grouped(site, edition.lang, kind, names, filed)
    yield corrections(site, edition)
    yield single("search.html", "search/", {})


def single(template: str, path: str, values: dict[str, Any]) -> Listing:
    """A listing of one page whose values are cheap to make."""
    return Listing(path, pack(values), None, lambda: ((template, path, values),))


def home(site: Site, edition: Edition) -> Listing:
    """The digest: its first page begins with the newest dispatch, and dispatches carry what explains them there."""
    named = cited(edition, site.settings.editions, site.settings.cited)
    found = cache(partial(turns, edition.shown, site.settings.size))
    first = lead(edition)
    newest = [article for article in edition.shown[: site.settings.size] if article.source]
    carried = beside(edition, dict.fromkeys([first, *newest] if first else newest))
    elsewhere = tuple(article.link for article in edition.elsewhere)

    def make() -> Iterator[tuple[str, str, dict[str, Any]]]:
        said = {one.url for pieces in carried.values() for one in pieces}
        cards = {site.card(one, edition.lang).url: carried.get(one.file, ()) for one in newest}
        for template, path, values in paged(site, edition.lang, "home.html", "", found()):
            if path:
                yield (
                    template,
                    path,
                    {**values, "lead": None, "beside": (), "carried": {}, "cited": (), "elsewhere": ()},
                )
                continue
            top = site.card(first, edition.lang) if first else None
            shown = (
                (day, tuple(c for c in own if c != top and c.url not in said)) for day, own in values["days"]
            )
            yield (
                template,
                path,
                {
                    **values,
                    "days": tuple((day, own) for day, own in shown if own),
                    "lead": top,
                    "beside": tuple(map(site.card, carried.get(first.file, ()))) if first else (),
                    "carried": {
                        url: tuple(one.link for one in pieces) for url, pieces in cards.items() if pieces
                    },
                    "cited": named,
                    "elsewhere": elsewhere,
                },
            )

    key = pack((named, elsewhere, [(file, [one.url for one in pieces]) for file, pieces in carried.items()]))
    return Listing("", key + site.cards_key(edition.shown), lambda: len(found()), make)


def archives(site: Site, edition: Edition) -> Iterator[Listing]:
    """All years with their months, and one listing a year, month and day: every part of an address works."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in edition.shown:
        when = article.when
        found[when[:4]].append(article)
        found[when[:7]].append(article)
        found[when[:10]].append(article)
    years: dict[int, list[tuple[date, int]]] = {}
    for period in sorted(found, reverse=True):
        if len(period) == 7:
            month = date(int(period[:4]), int(period[5:]), 1)
            years.setdefault(month.year, []).append((month, len(found[period])))
        heading = partial(words, period, edition.lang)
        path = f"{period.replace('-', '/').lstrip('0')}/"  # as in articles' addresses
        yield listing(site, edition.lang, path, heading, found[period])
    shown = tuple((year, tuple(months)) for year, months in years.items())
    yield single("archives.html", "archives/", {"years": shown, "count": len(edition.shown)})


def words(period: str, lang: str) -> str:
    """A heading's year, month or day, with the capital that begins it."""
    if len(period) == 4:
        return str(int(period))
    shape = "full" if len(period) == 10 else "LLLL y"
    text = str(format_date(date.fromisoformat(f"{period}-01"[:10]), shape, locale=locale_of(lang)))
    return text[:1].upper() + text[1:]


def listing(
    site: Site,
    lang: str,
    path: str,
    heading: Callable[[], str],
    articles: Sequence[Article],
    parent: str = "archives",
) -> Listing:
    """The articles of one period or group, by day."""
    size = site.settings.size

    def make() -> Iterator[tuple[str, str, dict[str, Any]]]:
        shown = {"heading": heading(), "count": len(articles), "parent": parent}
        for template, one, values in paged(site, lang, "listing.html", path, turns(articles, size)):
            yield template, one, {**values, **shown}

    pages = cache(lambda: len(turns(articles, size))) if len(articles) > size else None
    return Listing(path, site.cards_key(articles), pages, make)


def grouped(
    site: Site,
    lang: str,
    kind: str,
    names: Callable[[Article], Iterable[str]],
    articles: Sequence[Article],
) -> Iterator[Listing]:
    """The names of one kind (``sources``) and a listing each. Names with the same slug are one group."""
    filed: dict[str, dict[str, Article]] = defaultdict(dict)
    for article in articles:
        for name in names(article):
            filed[name][article.file] = article
    merged: dict[str, list[str]] = {}
    for name in sorted(filed, key=collated):
        merged.setdefault(address_of(kind, name), []).append(name)
    groups = [(path, named[0], together([filed[name] for name in named])) for path, named in merged.items()]
    groups.sort(key=lambda one: collated(one[1]))
    rows = tuple(Group(name, path, len(own)) for path, name, own in groups)
    yield single("groups.html", f"{kind}/", {"kind": kind, "groups": rows})
    for path, name, own in groups:
        one = listing(site, lang, path, partial(str, name), own, kind)
        yield one._replace(key=pack(name) + one.key)


def together(filed: Sequence[Mapping[str, Article]]) -> tuple[Article, ...]:
    """Articles filed under names that are one group, each once, newest first."""
    if len(filed) == 1:
        return tuple(filed[0].values())
    found = {file: article for one in filed for file, article in one.items()}
    return tuple(sorted(found.values(), key=lambda a: (a.date, a.slug), reverse=True))


def corrections(site: Site, edition: Edition) -> Listing:
    """Every correction of the articles that the edition shows, and what followed on them, newest first."""
    found = changes(edition.shown, edition.lang, site.settings.editions)
    return single("corrections.html", "corrections/", {"changes": found})


def plain(_page: Page, _room: Room) -> Mapping[str, Any]:
    """The values say all that the template shows."""
    return {}


def front(_page: Page, room: Room) -> Mapping[str, Any]:
    """What machines are told of the site."""
    return {"json_ld": website(room)}


VIEWS: Mapping[str, View] = {"home.html": front} | dict.fromkeys(
    (
        "listing.html",
        "archives.html",
        "groups.html",
        "corrections.html",
        "search.html",
        "404.html",
    ),
    plain,
)
WRITERS: Mapping[str, Writer] = {}


def register() -> None:
    """Pelican asks every plugin for it; the build takes `pages` instead."""
