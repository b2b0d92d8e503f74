"""When articles were published, for the timeline of an edition."""

from __future__ import annotations

from collections.abc import Iterable

from glose.digest.edition.moments import Moment
from glose.digest.edition.period import held
from glose.digest.glossary.term import Term, text_in
from glose.digest.site.values import Article, Card


def told_by(card: Card) -> Moment:
    """An article's publication, as an edition leads to it."""
    day = card.date.date()
    return Moment(day, day, card.title, card.lang, card.url, card.source, kind="article")


def year_of(article: Article) -> int:
    """The year in which the timeline tells of the article."""
    return int(article.when[:4])


def years_told(terms: Iterable[Term]) -> set[int]:
    """The years in which the timeline tells of events of the glossary."""
    return {held(event).first.year for term in terms for event in term.events}


def number(terms: Iterable[Term], lang: str) -> int:
    """How many events a timeline of all of them has."""
    return len({(held(event), text_in(event.what, lang)[0]) for term in terms for event in term.events})
