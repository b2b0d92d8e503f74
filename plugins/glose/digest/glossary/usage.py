"""Where the terms are used: which articles mention which, how often, and how much of an article they explain."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from glose.digest.glossary.choose import Ambiguity, Mention
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.match import Matcher
from glose.digest.glossary.runs import Run, runs


class Reading(NamedTuple):
    """An article as the author's help reads it."""

    path: str
    """Its file, as messages name it."""
    lang: str
    date: dt.date | None
    text: str
    """Title and body as plain text, a paragraph a line."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What the glossary finds in one article."""

    reading: Reading
    mentions: tuple[Mention, ...]
    ambiguous: tuple[Ambiguity, ...]
    """Places that several terms claim and no rule decides."""
    namesakes: tuple[tuple[str, str], ...]
    """(words, slug): names left unmarked because the words beside them make them somebody else's."""
    unknown: tuple[Run, ...]
    """Runs of capitalised words in which no term is mentioned."""

    @property
    def counts(self) -> Counter[str]:
        return Counter(mention.term for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of an article the glossary explains."""

    path: str
    words: int
    terms: int
    """Different terms mentioned."""
    mentions: int
    names: int
    """Runs of capitalised words, known and unknown."""
    explained: float
    """The share of them that a term explains, 0 to 1; 1 where there is nothing to explain."""
    unknown: tuple[str, ...]
    """The unexplained ones, most frequent first."""


def usages(glossary: Glossary, articles: Iterable[tuple[str, str, dt.date | None, str]]) -> tuple[Usage, ...]:
    """What the glossary finds in each article (path, language, date, text), drafts included."""
    return tuple(_usage(glossary, Reading(*article)) for article in articles)


def _usage(glossary: Glossary, reading: Reading) -> Usage:
    matcher = Matcher(glossary, reading.lang, reading.date)
    found = tuple(matcher.scan(reading.text))
    names = tuple(runs(reading.text, reading.lang))
    return Usage(
        reading,
        tuple(one for one in found if isinstance(one, Mention)),
        tuple(one for one in found if isinstance(one, Ambiguity)),
        tuple(
            (
                next((run.text for run in names if run.start <= one.start < run.end), one.form),
                one.term,
            )
            for one in matcher.refused(reading.text)
        ),
        tuple(run for run in names if not any(one.start < run.end and run.start < one.end for one in found)),
    )


def where_used(found: Iterable[Usage]) -> dict[str, tuple[tuple[str, int], ...]]:
    """By slug: the articles that mention the term, with how often, in the order of the articles."""
    places: dict[str, list[tuple[str, int]]] = {}
    for usage in found:
        for slug, count in usage.counts.items():
            places.setdefault(slug, []).append((usage.reading.path, count))
    return {slug: tuple(places[slug]) for slug in sorted(places)}


def coverage(usage: Usage) -> Coverage:
    """The figures of one article."""
    text = usage.reading.text
    names = sum(1 for _ in runs(text, usage.reading.lang))
    known = names - len(usage.unknown)
    unknown = Counter(run.text for run in usage.unknown)
    return Coverage(
        path=usage.reading.path,
        words=len(text.split()),
        terms=len(usage.counts),
        mentions=len(usage.mentions),
        names=names,
        explained=known / names if names else 1.0,
        unknown=tuple(sorted(unknown, key=lambda name: (-unknown[name], name))),
    )
