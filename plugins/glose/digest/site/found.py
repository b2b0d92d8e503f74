"""Days as machines read them: the search, which finds a page by words that stand on none, and data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from glose.digest.edition.period import held
from glose.digest.glossary.term import Term
from glose.digest.site.values import moment


def day_or_moment(when: str) -> str:
    """ISO 8601 as data tells it: a day stays a day, whose midnight it is kept as.

    >>> day_or_moment("2016-03-15T00:00:00+01:00"), day_or_moment("2016-03-15T17:42:00+01:00")
    ('2016-03-15', '2016-03-15T17:42:00+01:00')
    """
    return when[:10] if len(when) == 10 or "T00:00:00" in when else moment(when).isoformat()


def day_words(days: Iterable[date]) -> str:
    """Each day in the words by which search.js asks for it, for its month, and for it in any year.

    >>> day_words([date(2016, 2, 27), date(2016, 2, 28)])
    'd20160227 d201602 d0227 d20160228 d0228'
    """
    words = (word for one in days for word in _words(f"{one.year}{one.month:02}{one.day:02}"))
    return " ".join(dict.fromkeys(words))


def _words(day: str) -> Iterator[str]:
    yield f"d{day}"
    yield f"d{day[:6]}"
    yield f"d{day[4:]}"


def days_of(term: Term) -> Iterator[date]:
    """The days on which something happens to a term: the first and last ones of its events."""
    for when in map(held, term.events):
        yield from (day for day in (when.since, when.until) if day)
