"""What the front page of an edition begins with: the newest dispatch, and for each the pieces that explain it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log

from glose.digest.edition.collate import sort_key
from glose.digest.edition.edition import Edition
from glose.digest.editions import Editions
from glose.digest.site.values import Article, Value

BESIDE = 3
"""Background pieces that a dispatch carries."""
SHARED = 2
"""Terms that a piece must share with a dispatch to explain it."""


class Cited(Value, frozen=True):
    """A term as the home page shows it."""

    name: str
    url: str
    articles: int
    """How many mention it."""


def lead(edition: Edition) -> Article | None:
    """The newest dispatch: what an agency wrote, in the edition's own language before what it takes in."""
    articles: Iterable[Article] = chain(edition.articles, edition.guests)
    return next((article for article in articles if article.source), None)


def beside(edition: Edition, dispatches: Iterable[Article]) -> Mapping[str, Sequence[Article]]:
    """By file of each dispatch the pieces of the editors that explain it, the nearest first.

    Those that it links to or that link to it, then those that share most terms with it; a rare one counts more.
    """
    pieces: list[Article] = [article for article in edition.articles if not article.source]
    if not pieces:
        return {}
    number = len(edition.shown)
    counts = Counter(term.slug for article in edition.shown for term in article.terms)
    telling: dict[str, list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        for term in piece.terms:
            telling[term.slug].append(place)
    found = {}
    for one in dispatches:
        score: dict[int, float] = defaultdict(float)
        shared: Counter[int] = Counter()
        for term in one.terms:
            for place in telling.get(term.slug, ()):
                score[place] += log(1 + number / counts[term.slug])
                shared[place] += 1
        linked = {
            place for place, piece in enumerate(pieces) if piece.file in one.links or one.file in piece.links
        }
        near = [place for place in {*score, *linked} if place in linked or shared[place] >= SHARED]
        near.sort(key=lambda place: (place not in linked, -score[place], place))
        if near:
            found[one.file] = tuple(pieces[place] for place in near[:BESIDE])
    return found


def cited(edition: Edition, rule: Editions, most: int) -> tuple[Cited, ...]:
    """The terms that most of the edition's articles mention, most first; named as the oldest does. `most`: of them."""
    counts = Counter([term.slug for term in chain.from_iterable([a.terms for a in edition.articles])])
    top = sorted(counts, key=lambda slug: (-counts[slug], slug))[:most]
    names: dict[str, str] = {}
    for article in reversed(edition.articles):
        if len(names) == len(top):
            break
        for term in article.terms:
            if term.slug in top:
                names.setdefault(term.slug, term.name)
    chosen = (Cited(names[slug], rule.term(edition.lang, slug), counts[slug]) for slug in top)
    return tuple(sorted(chosen, key=lambda term: (-term.articles, sort_key(term.name))))
