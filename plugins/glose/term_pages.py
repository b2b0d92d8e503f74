"""One page a term and edition: the senses, today's first, and every piece that mentions it, the newest quoted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from msgspec.structs import replace

from glose.digest.edition.chart import chart
from glose.digest.edition.moments import source_of
from glose.digest.glossary.term import Identifier
from glose.digest.site import addresses, linked_data
from glose.digest.site.addresses import feed_of
from glose.digest.site.found import day_words, days_of
from glose.digest.site.ground import ground
from glose.digest.site.guests import chosen
from glose.digest.site.room import Room, View, Writer
from glose.digest.site.site import Site
from glose.digest.site.values import (
    Article,
    Entry,
    Fingerprint,
    Line,
    Link,
    Page,
    Part,
    Whole,
    fingerprint,
    pack,
)
from glose.digest.text.typography import typeset

QUOTED = 25
"""Mentions that a page shows in their sentences; older ones are a list, or a common term's page would cost most."""
REGISTERS = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "geonames": ("GeoNames", "https://www.geonames.org/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}"),
    "iso3166_2": ("ISO 3166-2", ""),
    "iso3166_1": ("ISO 3166-1", ""),
}
"""Registers of identifiers: how each is called, and where an identifier leads."""
RELATIONS = ("part_of", "replaced_by", "see")
"""Kinds of relations, in the order in which they are shown."""
LONG = len(fingerprint(b""))


def key(site: Site) -> Fingerprint:
    """Of what decides all their pages."""
    links = [site.targets(entry.links) for entry in site.entries.values() if entry.links]
    return fingerprint((site.told, site.terms, links, site.outline))


def pages(site: Site) -> Iterator[Part]:
    """A part a term: its pages in all editions."""
    marks, holders = mentions(site)
    base = pack((site.settings.lang, site.settings.languages))
    shape = pack(site.outline)
    for slug, entry in site.entries.items():
        found = marks.get(slug, ())
        near = b"".join([site.entries[other].fp for _, others in related(site, entry) for other in others])
        links = pack(site.targets(entry.links)) if entry.links else b""
        place = shape if entry.term.position else b""
        key = fingerprint(b"".join((base, entry.fp, near, links, place, *found)))
        yield Part(f"term {slug}", key, partial(written, site, entry, found, holders))


class Holder(NamedTuple):
    """An article that mentions terms, once for all the pages that lead to it."""

    article: Article
    own: str
    """The edition in its language; empty where there is none."""
    link: Link
    abroad: Mapping[str, Link]
    """Where other editions lead, as far as that is elsewhere."""


class Holders(dict[bytes, Holder]):
    """The articles that mention terms, by the fingerprint of what is shown of them; each made when it is asked for."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.articles: dict[bytes, Article] = {}

    def __missing__(self, link: bytes) -> Holder:
        article, rule = self.articles[link], self.site.settings.editions
        shown = article.link
        abroad = {lang: replace(shown, url=url) for lang, url in self.site.invited(article).items()}
        found = self[link] = Holder(article, rule.own(article.lang), shown, abroad)
        return found


def mentions(site: Site) -> tuple[Mapping[str, list[bytes]], Holders]:
    """For each term the marks of its mentions, newest first, and the article of each.

    A mark is the fingerprints of the article's link and of the line, which is all that a term's page shows of it.
    """
    marks: dict[str, list[bytes]] = defaultdict(list)
    holders = Holders(site)
    for article in site.articles:
        if article.lines and article.status == "published":
            a, invited = article, site.invited(article)
            link = fingerprint(pack((a.url, a.slug, a.lang, a.title, a.when, a.source, *invited.items())))
            holders.articles[link] = article
            for slug, line in article.lines:
                marks[slug].append(link + line)
    return marks, holders


Found = tuple[Link, Fingerprint]
"""An article as an edition leads to it, and the `Line` that mentions the term."""


Piece = list[tuple[Holder, Fingerprint]]
"""The versions of a piece in several languages, each with the line in which it mentions a term."""


def pieces(marks: Iterable[bytes], holders: Holders) -> list[Piece]:
    """Those that mention a term."""
    found: dict[str, Piece] = {}
    for mark in marks:
        holder = holders[mark[:LONG]]
        found.setdefault(holder.article.slug, []).append((holder, mark[LONG:]))
    return list(found.values())


def told(site: Site, lang: str, found: Iterable[Piece]) -> tuple[Sequence[Found], Sequence[Found]]:
    """The pieces, each once: those in the edition's language, and those in others."""
    own: list[Found] = []
    foreign: list[Found] = []
    for same in found:
        holder, line = same[0]
        if len(same) > 1:
            holder, line = _version(site, lang, same)
        if holder.own == lang:
            own.append((holder.link, line))
        else:
            foreign.append((holder.abroad.get(lang, holder.link), line))
    return own, foreign


def _version(site: Site, lang: str, same: Piece) -> tuple[Holder, Fingerprint]:
    """The one that the edition shows."""
    for one in same:
        if one[0].own == lang:
            return one
    version = chosen([holder.article for holder, _ in same], site.settings.editions)
    return next(one for one in same if one[0].article is version)


def related(site: Site, entry: Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """By kind of relation, slugs of the entries that it names; not of drafts that are not published."""
    for kind in RELATIONS:
        slugs: tuple[str, ...] = getattr(entry.term.relations, kind)
        if found := tuple(slug for slug in slugs if slug in site.entries):
            yield kind, found


def written(site: Site, entry: Entry, marks: Sequence[bytes], holders: Holders) -> Iterator[Page]:
    """The term's page in each edition, with the mentions in the edition's language first."""
    term = entry.term
    path = f"glossary/{term.slug}/"
    found = pieces(marks, holders)
    for lang, prefix in site.prefixes.items():
        own, foreign = told(site, lang, found)
        quoted, abroad = tuple(own[:QUOTED]), tuple(foreign[: max(0, QUOTED - len(own))])
        values = {
            "entry": entry.fp,
            "title": typeset(term.label(lang), lang),
            "own": quoted,
            "rest": tuple(link for link, _ in own[len(quoted) :]),
            "abroad": abroad,
            "abroad_rest": tuple(link for link, _ in foreign[len(abroad) :]),
            "place": located(site, entry, lang),
            "feed": feed_of(term.slug) if found else "",
            "related": tuple(
                (kind, tuple((one, typeset(site.entries[one].term.label(lang), lang)) for one in slugs))
                for kind, slugs in related(site, entry)
            ),
            "links": site.targets(entry.links),
        }
        needs = (entry.fp, *(line for _, line in (*quoted, *abroad)))
        address = prefix + path
        alternates = addresses.alternates(path, site.prefixes)
        yield Page(addresses.file_of(address), "term.html", lang, address, alternates, values, needs)


def view(page: Page, room: Room) -> Mapping[str, Any]:
    """The entry and the sentences, and what the template asks of them."""
    values = page.values
    whole = room.fetch(values["entry"], Whole)
    term = whole.term
    shown = room.lang if room.lang in whole.bodies else room.settings.lang
    own, foreign = (
        [(link, room.fetch(line, Line)) for link, line in values[name]] for name in ("own", "abroad")
    )
    links = [link for link, _ in (*own, *foreign)] + [*values["rest"], *values["abroad_rest"]]
    return {
        "term": term,
        "days": day_words(days_of(term)),
        "body": whole.bodies.get(shown, ""),
        "body_lang": shown,
        "lines": own,
        "foreign": foreign,
        "mentioned": chart([link.when for link in links]),
        "total": len(links),
        "json_ld": linked_data.term_page(room, term, values["title"], page.address),
        "source_of": source_of,
        "register_of": register_of,
    }


def located(site: Site, entry: Entry, lang: str) -> dict[str, Any]:
    """The ground of the map and the point of the place on it; empty for what is not drawn there."""
    at, outline = entry.term.position, site.outline
    if at is None or outline is None or not outline.holds((at.lon, at.lat)):
        return {}
    return {"map": ground(outline, lang), "at": outline.place((at.lon, at.lat))}


def register_of(identifier: Identifier) -> tuple[str, str]:
    """What the identifier's register is called, and the identifier's address there or nothing."""
    name, address = REGISTERS.get(identifier.scheme, (identifier.scheme, ""))
    return name, address.format(identifier.id)


VIEWS: Mapping[str, View] = {"term.html": view}
WRITERS: Mapping[str, Writer] = {}


def register() -> None:
    """Pelican asks every plugin for it; the build takes `pages` instead."""
