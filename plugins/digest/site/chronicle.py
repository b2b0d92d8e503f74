"""What articles tell of time, for the timeline of an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from plugins.digest.edition.moments import Moment, order
from plugins.digest.edition.period import Period, held
from plugins.digest.glossary.term import Term, text_in
from plugins.digest.site.values import Article, Mentioned


def told_by(article: Article) -> list[Moment]:
    """An article's publication and the days that it speaks of."""
    day = article.date.date()
    cited = [
        Moment(one.since, one.until, one.text, article.lang, article.url, note=article.title)
        for one in spoken_of(article)
    ]
    return [
        Moment(day, day, article.title, article.lang, article.url, kind="article"),
        *sorted(cited, key=order),
    ]


def spoken_of(article: Article) -> Iterator[Mentioned]:
    """The dates that the article mentions, each once, in the words that come first.

    "On Tuesday", "within 48 hours" is nothing beside the article itself; the month that it opens is.
    """
    day = date.fromisoformat(article.when[:10])
    seen: set[tuple[date | None, date | None]] = {(None, None)}
    for one in article.mentioned:
        dates = one.since, one.until
        if dates not in seen:
            seen.add(dates)
            if one.since != day or Period(*dates).precision in ("month", "year"):
                yield one


def years_of(article: Article) -> set[int]:
    """The years in which the timeline tells of the article."""
    found = {int(article.when[:4])}
    if article.mentioned:
        found.update((one.since or one.until or date.min).year for one in spoken_of(article))
    return found


def years_told(terms: Iterable[Term]) -> set[int]:
    """The years in which the timeline tells of events of the glossary."""
    return {held(event).first.year for term in terms for event in term.events}


def number(articles: Iterable[Article], terms: Iterable[Term], lang: str) -> int:
    """How many lines a timeline of all of it has."""
    happened = {(held(event), text_in(event.what, lang)[0]) for term in terms for event in term.events}
    return len(happened) + sum(1 + sum(1 for _ in spoken_of(article)) for article in articles)
