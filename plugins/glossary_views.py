"""The glossary as a whole, in every edition: from A to Z, on a timeline, on a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from pelican import signals
from pelican.generators import Generator

from plugins.digest.edition.collate import initial, sort_key
from plugins.digest.edition.edition import Edition
from plugins.digest.edition.labels import LINE, Box, Label, around, label
from plugins.digest.edition.moments import Moment, events, mentioned, sense_id, source_of, years
from plugins.digest.edition.outline import WIDTH, Outline, load_outline
from plugins.digest.glossary import Glossary
from plugins.digest.glossary.term import TYPES, Identifier, Term, base, in_language, text_in
from plugins.digest.text.typography import typeset


class Listed(NamedTuple):
    """A term as an index shows it."""

    name: str
    type: str
    lang: str
    """Language of the definition."""
    definition: str
    native: tuple[tuple[str, str, str], ...]
    """Preferred names in other scripts: text, language, direction."""
    url: str
    term: Term


class Marked(NamedTuple):
    """A place on the map, in the picture's units."""

    listed: Listed
    x: float
    y: float
    label: Label
    """Where its name is written."""


VIEWS = ("glossary/", "timeline/", "map/")
"""Pages that every edition has, or none."""
LONG = 500
"""Lines of a page that a phone still scrolls through; longer lists are divided or shortened."""
REGISTERS = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "geonames": ("GeoNames", "https://www.geonames.org/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}"),
    "iso3166_2": ("ISO 3166-2", ""),
    "iso3166_1": ("ISO 3166-1", ""),
}
"""Registers of identifiers: how each is called, and where an identifier leads."""


def listed(term: Term, edition: Edition, default: str) -> Listed:
    """The term with its newest definition, in the edition's language or else in the site's."""
    newest = term.senses[-1].short
    lang = next((lang for lang in (edition.lang, default) if in_language(newest, lang)), next(iter(newest)))
    native = tuple(
        (name.text, name.lang, name.dir)
        for name in term.names
        if name.role == "pref" and name.dir == "rtl" and base(name.lang) != base(edition.lang)
    )
    return Listed(
        typeset(term.label(edition.lang), edition.lang),
        term.type,
        lang,
        typeset(in_language(newest, lang) or "", lang),
        native,
        f"{edition.prefix}glossary/{term.slug}/",
        term,
    )


def index(terms: list[Listed]) -> dict[str, Any]:
    """Terms by initial letter, with definitions unless there are too many, and how many there are of each type."""
    counts = Counter(term.type for term in terms)
    return {
        "letters": [
            (letter, list(found)) for letter, found in groupby(terms, key=lambda term: initial(term.name))
        ],
        "types": [(kind, counts[kind]) for kind in TYPES if counts[kind]],
        "count": len(terms),
        "defined": len(terms) <= LONG,
    }


def timeline(edition: Edition, terms: list[Listed]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The events of the glossary, the articles, and the days that these cite, by year.

    Yields path and values of one page; where that would be longer than `LONG`, of a page with the glossary's events
    and of one more a year with everything.
    """
    happened = events((term.term for term in terms), edition.lang, edition.prefix)
    moments = happened + [moment for article in edition.articles for moment in told_by(article)]
    if len(moments) <= LONG:
        yield "timeline/", {"years": years(moments), "more": [], "only": ""}
        return
    by_year = years(moments)
    yield "timeline/", {"years": years(happened), "more": [year for year, _ in by_year], "only": ""}
    for year, same in by_year:
        yield f"timeline/{year}/", {"years": [(year, same)], "more": [], "only": str(year)}


def told_by(article: Any) -> Iterator[Moment]:
    """An article's publication and the days that it speaks of."""
    day = article.date.date()
    yield Moment(day, day, article.title, article.lang, article.url, kind="article")
    for moment in mentioned(article.dates_mentioned, article.lang, article.url, article.title):
        # "on Tuesday", "within 48 hours" is nothing beside the article itself; the month that it opens is
        if moment.since != day or moment.precision in ("month", "year"):
            yield moment


def atlas(outline: Outline, terms: list[Listed]) -> dict[str, Any]:
    """The map's picture, the places on it and beyond its edge, and those that nobody has given a position."""
    drawn = [
        (term, *outline.place((at.lon, at.lat)))
        for term in terms
        if (at := term.term.position) and on_map(outline, term.term)
    ]
    drawn.sort(key=lambda mark: mark[2])  # from north to south, as they are read
    labels = label(
        [(term.name, x, y) for term, x, y in drawn],
        Box(0, 0, WIDTH, outline.height),
        [around(*outline.place(at), 4 * LINE, LINE) for _, at in outline.countries],
    )
    marks = [Marked(*mark, where) for mark, where in zip(drawn, labels, strict=True)]
    return {
        "land": outline.path(outline.land, closed=True),
        "borders": outline.path(outline.borders, closed=False),
        "marks": marks,
        "beyond": [term for term in terms if term.term.position and not on_map(outline, term.term)],
        "unplaced": [term for term in terms if term.type == "place" and not term.term.position],
    }


def on_map(outline: Outline, term: Term) -> bool:
    """True when the term has a position inside the outline's box."""
    at = term.position
    return at is not None and outline.holds((at.lon, at.lat))


def sense_anchor(term: Term, on: date) -> str:
    """The anchor of the sense in force on a day, with its ``#``; empty where none is."""
    sense = term.sense(on)
    return f"#{sense_id(sense)}" if sense and len(term.senses) > 1 else ""


def register_of(identifier: Identifier) -> tuple[str, str]:
    """What the identifier's register is called, and the identifier's address there or nothing."""
    name, address = REGISTERS.get(identifier.scheme, (identifier.scheme, ""))
    return name, address.format(identifier.id)


def equip(generator: Any) -> None:
    """Gives templates what they need to show an entry's texts by language and by date."""
    generator.env.globals.update(
        text_in=text_in,
        sense_id=sense_id,
        sense_anchor=sense_anchor,
        register_of=register_of,
        source_of=source_of,
    )


def unfold(generators: list[Any]) -> None:
    """Puts ``outline`` into the context; None, and the site has no map, where nothing would be drawn on it."""
    context, settings = generators[0].context, generators[0].settings
    name = settings.get("MAP") or ""
    outline = load_outline(Path(generators[0].theme, "outlines", name)) if name else None
    drawn = outline and any(on_map(outline, term) for term in context["glossary"].terms)
    context["outline"] = outline if drawn else None


class GlossaryViewsGenerator(Generator):  # type: ignore[misc]
    """Writes the pages of every edition."""

    def generate_output(self, writer: Any) -> None:
        """Called by Pelican after every context is complete."""
        editions: dict[str, Edition] = self.context["editions"]
        for edition in editions.values():
            for template, path, values in self.views(edition):
                writer.write_file(
                    f"{edition.prefix}{path}index.html",
                    self.get_template(template),
                    self.context,
                    self.settings["RELATIVE_URLS"],
                    address=edition.prefix + path,
                    lang=edition.lang,
                    alternates={
                        other.lang: other.prefix + path for other in editions.values() if path in VIEWS
                    },
                    **values,
                )

    def views(self, edition: Edition) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Template, path below the edition, and values."""
        glossary: Glossary = self.context["glossary"]
        terms = sorted(
            (listed(term, edition, self.settings["DEFAULT_LANG"]) for term in glossary.terms),
            key=lambda term: sort_key(term.name),
        )
        yield "glossary", "glossary/", index(terms)
        for path, values in timeline(edition, terms):
            yield "timeline", path, values
        if outline := self.context["outline"]:
            yield "map", "map/", atlas(outline, terms)


def generator(_pelican: object) -> type[GlossaryViewsGenerator]:
    """The generator that Pelican runs after its own."""
    return GlossaryViewsGenerator


def register() -> None:
    """Adds the generator to every run, and the functions to every template."""
    signals.generator_init.connect(equip)
    signals.all_generators_finalized.connect(unfold)
    signals.get_generators.connect(generator)
