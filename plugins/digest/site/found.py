"""Words that stand on no page and by which the search finds it all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from plugins.digest.edition.period import held
from plugins.digest.glossary.term import Term


def day_words(days: Iterable[date]) -> str:
    """Each day in the words by which search.js asks for it, for its month, and for it in any year.

    >>> day_words([date(2016, 2, 27), date(2016, 2, 28)])
    'd20160227 d201602 d0227 d20160228 d0228'
    """
    words = (word for one in days for word in _words(f"{one:%Y%m%d}"))
    return " ".join(dict.fromkeys(words))


def _words(day: str) -> Iterator[str]:
    yield f"d{day}"
    yield f"d{day[:6]}"
    yield f"d{day[4:]}"


def days_of(term: Term) -> Iterator[date]:
    """The days on which something happens to a term: the first and last ones of its events."""
    for when in map(held, term.events):
        yield from (day for day in (when.since, when.until) if day)
