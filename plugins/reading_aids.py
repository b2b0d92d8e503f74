"""What an article's page tells beside its text: who is who, dates, related and neighbouring articles."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from pelican import signals

from plugins.digest.edition.chart import chart
from plugins.digest.edition.collate import sort_key
from plugins.digest.edition.edition import Edition
from plugins.digest.edition.fragment import fragment
from plugins.digest.edition.moments import Moment, mentioned, order
from plugins.digest.edition.related import related

CAST = ("person", "community", "org", "agency")
"""Types of entries that act or speak, in the order in which they are shown."""


class RelatedArticle(NamedTuple):
    """An article on the same subjects, and what they are."""

    article: Any
    names: list[str]


def equip(generator: Any) -> None:
    """Gives templates the link to the very words and the bars of mentions over time."""
    generator.env.globals.update(fragment=fragment, chart_of=chart)


def attach(generators: list[Any]) -> None:
    """Gives articles ``cast``, ``chronology``, ``related``, ``printings``, ``older`` and ``newer``."""
    context = generators[0].context
    for hidden in context["hidden_articles"]:
        for article in (hidden, *hidden.translations):
            equip_article(article)
    for edition in context["editions"].values():
        equip_edition(edition)


def equip_article(article: Any) -> None:
    """What one article tells by itself."""
    ranked = sorted(
        (entry for entry in article.lexicon if entry.type in CAST),
        key=lambda entry: (CAST.index(entry.type), sort_key(entry.name)),
    )
    article.cast = [(kind, list(found)) for kind, found in groupby(ranked, key=lambda entry: entry.type)]
    article.chronology = chronology(article)
    article.related, article.printings, article.older, article.newer = [], [], None, None


def chronology(article: Any) -> list[Moment]:
    """The dates that the article mentions with its own among them; empty when it mentions none."""
    moments = mentioned(article.dates_mentioned, article.lang)
    if not moments:
        return []
    day = article.date.date()
    return sorted([*moments, Moment(day, day, "", kind="article")], key=order)


def equip_edition(edition: Edition) -> None:
    """What articles of one language have to do with each other."""
    names: dict[str, str] = {}
    for article in edition.articles:
        equip_article(article)
        names |= {entry.slug: entry.name for entry in article.lexicon}
    for newer, older in pairwise(edition.articles):
        newer.older, older.newer = older, newer
    printings: dict[str, list[Any]] = defaultdict(list)
    for article in edition.articles:
        printings[article.variant_of or article.slug].append(article)
    for same in printings.values():
        for article in same:
            article.printings = [other for other in same if other is not article]
    terms = {number: frozenset(e.slug for e in a.lexicon) for number, a in enumerate(edition.articles)}
    for number, relations in related(terms):
        edition.articles[number].related = [
            RelatedArticle(edition.articles[relation.key], [names[slug] for slug in relation.shared[:4]])
            for relation in relations
        ]


def register() -> None:
    """Connects to the moment when all articles are read and marked, after ``plugins.editions``."""
    signals.generator_init.connect(equip)
    signals.all_generators_finalized.connect(attach)
