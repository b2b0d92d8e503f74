"""Stretches of time as pages show them: the dates of one article, and the timeline of the whole site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Literal
from urllib.parse import urlsplit

from glose.digest.edition.collate import sort_key
from glose.digest.edition.period import Period, held
from glose.digest.editions import Editions
from glose.digest.glossary.term import Event, Source, Term, text_in
from glose.digest.text.typography import typeset

RANK = ("event", "mention", "article")
"""The order of one day: what happened, what is said of it, who says it."""


@dataclass(frozen=True, slots=True)
class Moment(Period):
    """A day or an interval, and what is said of it."""

    text: str
    """What is said, set for display."""
    lang: str = ""
    """Language of the text."""
    url: str = ""
    """Where to read more, below the site's root; empty when nowhere."""
    note: str = ""
    """More about it: the title of the article whose words `text` holds."""
    kind: Literal["mention", "article", "event"] = "mention"
    """Words of an article, the publication of one, or a dated fact of the glossary."""
    entries: tuple[tuple[str, str], ...] = ()
    """Name and address of the entries that tell an event."""
    sources: tuple[Source, ...] = ()
    """What bears an event."""

    @property
    def heading(self) -> Period:
        """The dates under which it is listed: what is cited since a day or until one, under that day."""
        if self.kind == "mention" and None in (self.since, self.until):
            return Period(self.first, self.first)
        return Period(self.since, self.until)


@dataclass(frozen=True, slots=True)
class Day:
    """A day or an interval of the timeline, and what belongs to it."""

    period: Period
    events: list[Moment] = field(default_factory=list)
    articles: list[Moment] = field(default_factory=list)
    cited: list[Moment] = field(default_factory=list)
    """Words of articles that name these dates."""


def order(moment: Moment) -> tuple[date, date, int, tuple[str, str, str]]:
    """Sorts moments: by beginning, then the shorter first, then by `RANK`."""
    return moment.first, moment.until or date.max, RANK.index(moment.kind), sort_key(moment.text)


def events(terms: Iterable[Term], lang: str, editions: Editions) -> list[Moment]:
    """The dated facts of the entries; what two entries tell in the same words is told once, with both."""
    told: dict[tuple[Period, str], list[tuple[Term, Event]]] = defaultdict(list)
    for term in terms:
        for event in term.events:
            told[held(event), text_in(event.what, lang)[0]].append((term, event))
    return [
        Moment(
            period.since,
            period.until,
            typeset(text, shown := text_in(same[0][1].what, lang)[1]),
            shown,
            kind="event",
            entries=tuple(
                (typeset(term.label(lang, period.first), lang), editions.term(lang, term.slug))
                for term, _ in same
            ),
            sources=tuple(dict.fromkeys(source_of(term, event) for term, event in same)),
        )
        for (period, text), same in told.items()
    ]


def source_of(term: Term, event: Event) -> Source:
    """The source of the entry that bears the event; one that the entry does not list is named by its host."""
    listed = (source for source in term.sources if source.url == event.source)
    return next(listed, Source(urlsplit(event.source).hostname or event.source, event.source))


Year = tuple[int, list[Day]]
"""A year, and its days and intervals."""


def years(moments: Iterable[Moment]) -> list[Year]:
    """Moments by year, the newest year first; inside a year in order of time, the same dates together."""
    days: dict[Period, Day] = {}
    for moment in sorted(moments, key=order):
        day = days.setdefault(moment.heading, Day(moment.heading))
        {"event": day.events, "article": day.articles, "mention": day.cited}[moment.kind].append(moment)
    ranked = sorted(days.values(), key=lambda day: (day.period.first, day.period.until or date.max))
    found = groupby(ranked, key=lambda day: day.period.first.year)
    return sorted(((year, list(same)) for year, same in found), key=lambda pair: -pair[0])
