"""Stretches of time as pages show them: the dates of one article, and the timeline of the whole site."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Literal

from plugins.digest.edition.collate import sort_key
from plugins.digest.glossary.term import Sense, Term, in_language
from plugins.digest.text.typography import typeset

Precision = Literal["day", "month", "year", "span", "since", "until"]
TIMED = ("event", "document", "org", "person")
"""Types of things that happen or act."""
RANK = ("term", "mention", "article")
"""The order of one day: what happened, what is said of it, who says it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or an interval, and what is said of it."""

    since: date | None
    """First day; None when open."""
    until: date | None
    """Last day, inclusive; None when open."""
    text: str
    """What is said, set for display."""
    lang: str = ""
    """Language of the text."""
    url: str = ""
    """Where to read more, below the site's root; empty when nowhere."""
    note: str = ""
    """More about it: a definition, or the title of the article whose words `text` holds."""
    kind: Literal["mention", "article", "term"] = "mention"
    """Words of an article, the publication of one, or an entry of the glossary."""

    @property
    def first(self) -> date:
        """The day by which it is sorted."""
        return self.since or self.until or date.min

    @property
    def precision(self) -> Precision:
        """How exact it is: a whole month or year is shown as such."""
        since, until = self.since, self.until
        if since is None or until is None:
            return "since" if since else "until"
        if since == until:
            return "day"
        if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31) and since.year == until.year:
            return "year"
        last = calendar.monthrange(since.year, since.month)[1]
        return "month" if since.day == 1 and until == since.replace(day=last) else "span"

    @property
    def iso(self) -> str:
        """For ``datetime`` attributes, as exact as it is: ``2016-03-15``, ``2016-03``, ``2016``."""
        return self.first.isoformat()[: {"month": 7, "year": 4}.get(self.precision, 10)]


def order(moment: Moment) -> tuple[date, date, int, tuple[str, str, str]]:
    """Sorts moments: by beginning, then the shorter first, then by `RANK`."""
    return moment.first, moment.until or date.max, RANK.index(moment.kind), sort_key(moment.text)


def mentioned(
    entries: Iterable[Mapping[str, Any]], lang: str, url: str = "", title: str = ""
) -> list[Moment]:
    """The dates that an article's header lists as mentioned, each once, in the words that come first."""
    found = {}
    for entry in reversed(list(entries)):
        dates = entry.get("from"), entry.get("until")
        if dates != (None, None):
            found[dates] = Moment(*dates, typeset(entry["text"], lang), lang, url, note=title)
    return sorted(found.values(), key=order)


def sense_id(sense: Sense) -> str:
    """The anchor of one sense on its term's page."""
    return f"since-{sense.since}" if sense.since else "sense"


def turning_points(terms: Iterable[Term], lang: str, prefix: str) -> list[Moment]:
    """The days from which an entry about something that happens or acts says something new, with what it says.

    `prefix` is where the edition stands below the site's root. Entries about words and places are left out: what
    changes there is the writing, not the world.
    """
    return [
        Moment(
            sense.since,
            sense.since,
            typeset(term.label(lang, sense.since), lang),
            lang,
            f"{prefix}glossary/{term.slug}/#{sense_id(sense)}",
            note=typeset(in_language(sense.short, lang) or "", lang),
            kind="term",
        )
        for term in terms
        if term.type in TIMED
        for sense in term.senses
        if sense.since
    ]


Year = tuple[int, list[tuple[Moment, list[Moment]]]]
"""A year, and its stretches of time with what is said of each; the first of a group stands for its dates."""


def years(moments: Iterable[Moment]) -> list[Year]:
    """Moments by year, the newest year first; inside a year in order of time, the same dates together."""
    found: dict[int, list[tuple[Moment, list[Moment]]]] = {}
    for _, same in groupby(sorted(moments, key=order), key=lambda moment: (moment.since, moment.until)):
        group = list(same)
        found.setdefault(group[0].first.year, []).append((group[0], group))
    return sorted(found.items(), reverse=True)
