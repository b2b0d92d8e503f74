"""The listing pages of every edition: home by day, archives, groups (sources, tags …), corrections, search, 404.

Pelican's own listings are switched off, because they hold originals only and cannot speak two languages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from babel.dates import format_date
from pelican import signals
from pelican.generators import Generator

from plugins.digest.edition.collate import sort_key
from plugins.digest.edition.edition import Edition, by_day, pages_of
from plugins.digest.edition.language import locale_of

CITED = 18
"""Terms shown at the foot of the home page: about three lines on a desktop."""


class Page(NamedTuple):
    """One page to write."""

    template: str
    path: str
    """Below the edition, ending in a slash; empty for its home page."""
    values: dict[str, Any]


class Group(NamedTuple):
    """Articles filed under one name."""

    name: str
    path: str
    articles: tuple[Any, ...]


class Cited(NamedTuple):
    """A term as the home page shows it."""

    name: str
    url: str
    articles: int
    """How many mention it."""


def paged(template: str, path: str, articles: Sequence[Any], size: int, **values: Any) -> Iterator[Page]:
    """Articles by day, on as many pages as they need: ``path``, ``path/page/2/`` and so on."""
    pages = list(pages_of(by_day(articles), size)) or [()]
    for number, days in enumerate(pages, 1):
        turn = {"days": days, "page_number": number, "page_count": len(pages), "first_page": path}
        yield Page(template, path if number == 1 else f"{path}page/{number}/", {**values, **turn})


def home(edition: Edition, size: int) -> Iterator[Page]:
    """The digest; its first page also names the most cited terms."""
    return paged("home", "", edition.articles, size, cited=cited(edition))


def cited(edition: Edition) -> list[Cited]:
    """The terms that most of the edition's articles mention, in alphabetical order."""
    entries = {entry.slug: entry for article in edition.articles for entry in article.lexicon}
    counts = Counter(entry.slug for article in edition.articles for entry in article.lexicon)
    top = sorted(counts, key=lambda slug: (-counts[slug], slug))[:CITED]
    chosen = (Cited(entries[slug].name, entries[slug].url, counts[slug]) for slug in top)
    return sorted(chosen, key=lambda term: sort_key(term.name))


def archives(edition: Edition, size: int) -> Iterator[Page]:
    """All years with their months, and one page a year, month and day: every part of an article's address works."""
    years = []
    for year, of_year in groupby(edition.articles, key=lambda a: a.date.year):
        months = []
        in_year = tuple(of_year)
        yield from listing(f"{year}/", str(year), in_year, size)
        for month, of_month in groupby(in_year, key=lambda a: a.date.month):
            in_month = tuple(of_month)
            first = date(year, month, 1)
            months.append((first, len(in_month)))
            yield from listing(f"{first:%Y/%m}/", words(first, "LLLL y", edition), in_month, size)
            for day, in_day in by_day(in_month):
                yield from listing(f"{day:%Y/%m/%d}/", words(day, "full", edition), in_day, size)
        years.append((year, tuple(months)))
    yield Page("archives", "archives/", {"years": years, "count": len(edition.articles)})


def words(day: date, shape: str, edition: Edition) -> str:
    """A heading's date, with the capital that begins it."""
    text = str(format_date(day, shape, locale=locale_of(edition.lang)))
    return text[:1].upper() + text[1:]


def listing(
    path: str, heading: str, articles: Sequence[Any], size: int, parent: str = "archives"
) -> Iterator[Page]:
    """The articles of one period or group, by day."""
    return paged("listing", path, articles, size, heading=heading, count=len(articles), parent=parent)


def grouped(kind: str, names: dict[str, list[Any]], slug: Any, size: int) -> Iterator[Page]:
    """The names of one kind (``sources``) and a page each. Names with the same slug are one group."""
    merged: dict[str, Group] = {}
    for name in sorted(names, key=sort_key):
        path = f"{kind}/{slug(name)}/"
        known = merged.get(path, Group(name, path, ()))
        merged[path] = Group(known.name, path, known.articles + tuple(names[name]))
    groups = sorted(merged.values(), key=lambda group: sort_key(group.name))
    yield Page("groups", f"{kind}/", {"kind": kind, "groups": groups})
    for group in groups:
        articles = tuple(sorted(group.articles, key=lambda a: (a.date, a.slug), reverse=True))
        yield from listing(group.path, group.name, articles, size, kind)


def filed(edition: Edition) -> dict[str, dict[str, list[Any]]]:
    """Kind of group to name to articles."""
    kinds: dict[str, dict[str, list[Any]]] = {
        kind: defaultdict(list) for kind in ("sources", "categories", "tags", "authors")
    }
    for article in edition.articles:
        if article.source:
            kinds["sources"][article.source].append(article)
        if hasattr(article, "category"):  # Pelican leaves it out where the header does
            kinds["categories"][str(article.category)].append(article)
        for tag in article.tags:
            kinds["tags"][str(tag)].append(article)
        for author in article.named_authors:
            kinds["authors"][author].append(article)
    return kinds


class Correction(NamedTuple):
    """One line of the corrections page."""

    date: date
    title: str
    url: str
    lang: str
    what: str


def corrections(edition: Edition) -> Page:
    """Every correction of the edition's articles, newest first."""
    changes = [
        Correction(correction["date"], article.title, article.url, article.lang, correction["what"])
        for article in edition.articles
        for correction in article.corrections
    ]
    return Page(
        "corrections", "corrections/", {"changes": sorted(changes, key=lambda c: c.date, reverse=True)}
    )


class ListingsGenerator(Generator):  # type: ignore[misc]
    """Writes the listings of every edition."""

    def generate_output(self, writer: Any) -> None:
        """Called by Pelican after every context is complete."""
        editions: dict[str, Edition] = self.context["editions"]
        pages = {
            lang: {page.path: page for page in self.pages(edition)} for lang, edition in editions.items()
        }
        for lang, edition in editions.items():
            for path, page in pages[lang].items():
                alternates = {
                    other: editions[other].prefix + path for other in editions if path in pages[other]
                }
                self.write(writer, edition, page, alternates)
        first = editions[self.settings["DEFAULT_LANG"]]
        # An error page is shown at any address, so its links must not be relative to its own.
        self.write(writer, first, Page("404", "404.html", {}), {}, relative=False)

    def pages(self, edition: Edition) -> Iterator[Page]:
        """Every listing of one edition."""
        size = self.settings["DEFAULT_PAGINATION"]
        yield from home(edition, size)
        yield from archives(edition, size)
        for kind, names in filed(edition).items():
            yield from grouped(kind, names, self.env.filters["slug"], size)
        yield corrections(edition)
        yield Page("search", "search/", {})

    def write(
        self, writer: Any, edition: Edition, page: Page, alternates: dict[str, str], *, relative: bool = True
    ) -> None:
        """Renders one page into its file."""
        url = edition.prefix + page.path
        writer.write_file(
            url if url.endswith(".html") else f"{url}index.html",
            self.get_template(page.template),
            self.context,
            relative and self.settings["RELATIVE_URLS"],
            address=url,
            lang=edition.lang,
            alternates=alternates,
            **page.values,
        )


def generator(_pelican: object) -> type[ListingsGenerator]:
    """The generator that Pelican runs after its own."""
    return ListingsGenerator


def register() -> None:
    """Adds the generator to every run."""
    signals.get_generators.connect(generator)
