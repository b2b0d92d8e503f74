"""The glossary as a whole, in every edition: from A to Z, on a timeline, on a map."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import groupby
from typing import Any

from glose.digest.edition.collate import initial
from glose.digest.edition.edition import Edition
from glose.digest.edition.labels import DOT, LETTER, LINE, Box, around, covered, label
from glose.digest.edition.language import locale_of
from glose.digest.edition.moments import Day, Moment, events, years
from glose.digest.edition.outline import WIDTH, Outline
from glose.digest.glossary.term import TYPES, Position, Term
from glose.digest.site import addresses, linked_data
from glose.digest.site.chronicle import number, told_by, year_of, years_told
from glose.digest.site.front import lead
from glose.digest.site.ground import ground
from glose.digest.site.listed import Listed, in_order
from glose.digest.site.room import Room, View, Writer
from glose.digest.site.site import Site
from glose.digest.site.values import Article, Entry, Fingerprint, Page, Part, Value, fingerprint, pack

LONG = 500
"""Lines of a page that a phone still scrolls through; longer lists are divided or shortened."""


AREAS = (0.0, -0.7, 0.7, -1.4, 1.4, -2.1, 2.1)
"""Lines by which the name of an area may move up or down."""


class Placed(Value, frozen=True):
    """A place with its position, and where that is on the picture."""

    listed: Listed
    position: Position
    x: float = 0.0
    y: float = 0.0
    capital: bool = False
    """True for one where the outline has a country's capital."""


def key(site: Site) -> Fingerprint:
    """Of what decides all views."""
    return fingerprint((site.told, site.terms, site.outline))


def pages(site: Site) -> Iterator[Part]:
    """The views of every edition."""
    base = pack((site.settings.lang, site.settings.languages))
    everything = keys(site.entries.values())
    dated = [entry for entry in site.entries.values() if entry.term.events]
    placed = [entry for entry in site.entries.values() if entry.term.position or entry.term.type == "place"]
    outline, shape = site.outline, pack(site.outline)
    for edition in site.editions.values():
        own = base + pack(edition.lang)
        yield Part(
            f"glossary {edition.lang}", fingerprint(own + everything), partial(index, site, edition.lang)
        )
        yield from timeline(site, edition, dated, own)
        if outline is not None and any(on_map(outline, entry.term) for entry in placed):
            key = fingerprint(own + keys(placed) + shape)
            yield Part(f"map {edition.lang}", key, partial(atlas, site, outline, placed, edition.lang))


def keys(entries: Any) -> bytes:
    """Of everything in these entries."""
    return b"".join([entry.fp for entry in entries])


def page(
    site: Site, lang: str, template: str, path: str, values: dict[str, Any], *, shared: bool = True
) -> Page:
    """A page of an edition; `shared` when every edition has it."""
    address = site.prefixes[lang] + path
    others = addresses.alternates(path, site.prefixes) if shared else ()
    return Page(addresses.file_of(address), template, lang, address, others, values)


def rows(site: Site, entries: Sequence[Entry], lang: str) -> list[tuple[Listed, Term]]:
    """The entries as the edition lists them."""
    return in_order((entry.term for entry in entries), lang, site.settings.editions)


def index(site: Site, lang: str) -> Iterator[Page]:
    """Terms by initial letter, with definitions unless there are too many, and how many there are of each type."""
    terms = [one for one, _ in rows(site, tuple(site.entries.values()), lang)]
    defined = len(terms) <= LONG
    if not defined:
        terms = [
            Listed(one.slug, one.type, one.name, one.lang, "", one.native, one.url) for one in terms
        ]  # what is not shown must not make the page again
    counts = Counter(term.type for term in terms)
    values = {
        "letters": tuple(
            (letter, tuple(found)) for letter, found in groupby(terms, key=lambda term: initial(term.name))
        ),
        "types": tuple((kind, counts[kind]) for kind in TYPES if counts[kind]),
        "count": len(terms),
        "defined": defined,
    }
    yield page(site, lang, "glossary.html", "glossary/", values)


def timeline(site: Site, edition: Edition, dated: Sequence[Entry], own: bytes) -> Iterator[Part]:
    """The events of the glossary and the articles, by year.

    One page; where that would be longer than `LONG`, one with the events alone, and one more a year with everything.
    """
    lang = edition.lang
    happened = cache(partial(moments, site, dated, lang))
    told = keys(dated)
    found: dict[int, list[Article]] = defaultdict(list)
    marks: dict[int, list[bytes]] = defaultdict(list)
    everything = []
    for article in edition.shown:
        mark = pack(
            (site.card(article, lang).url, article.lang, article.title, article.when[:10], article.source)
        )
        everything.append(mark)
        found[year_of(article)].append(article)
        marks[year_of(article)].append(mark)
    terms = [entry.term for entry in dated]
    if len(everything) + number(terms, lang) <= LONG:
        key = fingerprint(b"".join((own, told, *everything)))
        yield Part(f"timeline {lang}", key, partial(whole, site, edition, happened))
        return
    named = sorted({*found, *years_told(terms)}, reverse=True)
    key = fingerprint(b"".join((own, told, pack(named))))
    yield Part(f"timeline {lang}", key, partial(divided, site, lang, named, happened))
    for year in named:
        key = fingerprint(b"".join((own, told, *marks[year])))
        yield Part(f"timeline {lang} {year}", key, partial(one_year, site, lang, year, found[year], happened))


Happened = Callable[[], Sequence[Moment]]


def moments(site: Site, dated: Sequence[Entry], lang: str) -> list[Moment]:
    """The events of the glossary, those of one day by the names of the terms."""
    return events((term for _, term in rows(site, dated, lang)), lang, site.settings.editions)


def frozen(found: Sequence[tuple[int, list[Day]]]) -> tuple[tuple[int, tuple[Day, ...]], ...]:
    """Years as values."""
    return tuple((year, tuple(days)) for year, days in found)


def whole(site: Site, edition: Edition, happened: Happened) -> Iterator[Page]:
    """The only page of a short timeline."""
    told = [told_by(site.card(article, edition.lang)) for article in edition.shown]
    found, dispatch = frozen(years([*happened(), *told])), lead(edition)
    shown = year_of(dispatch) if dispatch else found[0][0] if found else 0
    values = {"years": found, "more": (), "only": "", "open": shown}
    yield page(site, edition.lang, "timeline.html", "timeline/", values)


def divided(site: Site, lang: str, named: Sequence[int], happened: Happened) -> Iterator[Page]:
    """The first page of a long timeline."""
    values = {"years": frozen(years(happened())), "more": tuple(named), "only": "", "open": 0}
    yield page(site, lang, "timeline.html", "timeline/", values)


def one_year(
    site: Site, lang: str, year: int, articles: Sequence[Article], happened: Happened
) -> Iterator[Page]:
    """A year of a long timeline."""
    told = [*happened(), *(told_by(site.card(article, lang)) for article in articles)]
    same = [moment for moment in told if moment.heading.first.year == year]
    values = {"years": frozen(years(same)), "more": (), "only": str(year), "open": year}
    yield page(site, lang, "timeline.html", f"timeline/{year}/", values, shared=False)


def atlas(site: Site, outline: Outline, placed: Sequence[Entry], lang: str) -> Iterator[Page]:
    """The map's picture, the places on it and beyond its edge, and those that nobody has given a position."""
    terms = rows(site, placed, lang)
    shown = ground(outline, lang)
    drawn = []
    for one, term in terms:
        if (at := term.position) and on_map(outline, term):
            x, y = outline.place((at.lon, at.lat))
            capital = any(abs(x - a) < 2 * DOT and abs(y - b) < 2 * DOT for *_, a, b in shown["capitals"])
            drawn.append(Placed(one, at, x, y, capital))
    areas = tuple(area for one, term in terms if not term.position for area in on_ground(outline, one, term))
    placed_areas = {area.slug for area, _, _ in areas}
    values = {
        "marks": tuple(sorted(drawn, key=lambda mark: mark.y)),  # from north to south, as they are read
        "beyond": tuple(
            Placed(one, at) for one, term in terms if (at := term.position) and not on_map(outline, term)
        ),
        "areas": areas,
        "unplaced": tuple(
            one
            for one, term in terms
            if term.type == "place" and not term.position and one.slug not in placed_areas
        ),
        "map": shown,
    }
    yield page(site, lang, "map.html", "map/", values)


def on_map(outline: Outline, term: Term) -> bool:
    """True when the term has a position inside the outline's box."""
    at = term.position
    return at is not None and outline.holds((at.lon, at.lat))


def on_ground(outline: Outline, one: Listed, term: Term) -> Iterator[tuple[Listed, float, float]]:
    """The area with the point where its name is written, if the outline draws it."""
    codes = {same.id for same in term.same_as if same.scheme == "iso3166_2"}
    yield from ((one, *outline.place(at)) for code, at in outline.regions if code in codes)


def index_view(page: Page, room: Room) -> Mapping[str, Any]:
    """The index with what it is for machines."""
    slugs = sorted(term.slug for _, terms in page.values["letters"] for term in terms)
    return {"json_ld": linked_data.glossary(room, slugs)}


def plain(_page: Page, _room: Room) -> Mapping[str, Any]:
    """The values say all that the template shows."""
    return {}


def free(x: float, y: float, width: float, taken: Sequence[Box]) -> tuple[float, float]:
    """Where the name of an area covers least, at its point or above or below it."""
    at = min(
        AREAS,
        key=lambda lines: (
            covered(around(x, y + lines * LINE, width, LINE / 2), Box(0, 0, WIDTH, WIDTH), taken),
            abs(lines),
        ),
    )
    return x, round(y + at * LINE, 1)


def map_view(page: Page, room: Room) -> Mapping[str, Any]:
    """The places, and where the name of each is written."""
    marks: Sequence[Placed] = page.values["marks"]
    shown = page.values["map"]
    territories = locale_of(room.lang).territories
    written = [(str(territories[code]), x, y) for code, x, y in shown["countries"]]
    written += [(name, x, y) for name, _, x, y in shown["seas"]]
    own = [(mark.x, mark.y) for mark in marks if mark.capital]
    capitals = [
        one
        for one in shown["capitals"]
        if not any(abs(one[2] - x) < 2 * DOT and abs(one[3] - y) < 2 * DOT for x, y in own)
    ]
    dots = [(name, x, y) for name, _, x, y in capitals] + [(m.listed.name, m.x, m.y) for m in marks]
    taken = [around(x, y - LINE / 4, len(name) * LETTER, LINE) for name, x, y in written]
    labels = label(dots, Box(0, 0, WIDTH, shown["height"]), taken)
    full = taken + [at.box(name) for (name, _, _), at in zip(dots, labels, strict=True)]
    full += [around(x, y) for _, x, y in dots]
    return {
        "written": [
            (area, *free(x, y, len(area.name) * LETTER / 2, full)) for area, x, y in page.values["areas"]
        ],
        "capitals": [(*one, at) for one, at in zip(capitals, labels, strict=False)],
        "drawn": list(zip(marks, labels[len(capitals) :], strict=True)),
    }


WHOLE = True
"""Its pages are few, each of the whole site, and planned before those of others."""
VIEWS: Mapping[str, View] = {
    "glossary.html": index_view,
    "timeline.html": plain,
    "map.html": map_view,
}
WRITERS: Mapping[str, Writer] = {}


def register() -> None:
    """Pelican asks every plugin for it; the build takes `pages` instead."""
