"""Which articles belong together: by the glossary terms they share, the rarer the more.

What is far away moves nothing: an article's list depends on who holds its few most telling terms, and weights are whole
numbers that stay the same while a site grows by a half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

Key = TypeVar("Key", bound=Hashable)

COMMON = 100
"""A term in more articles than this tells nothing about any of them, and would cost quadratic time."""
TELLING = 8
"""The rarest terms of an article, by which its list is made; with `COMMON` this bounds the work."""
_SHIFT = 32
"""Bits below a score that hold the place of the article, for ties."""


class Relation(NamedTuple, Generic[Key]):
    """One related article."""

    key: Key
    score: int
    """Sum of the shared terms' weights; comparable within one article's list only."""
    shared: tuple[str, ...]
    """Slugs of the shared terms, the rarest first."""


def related(
    terms: Mapping[Key, Collection[str]], limit: int = 4
) -> Iterator[tuple[Key, tuple[Relation[Key], ...]]]:
    """For each article of `terms` (article to the slugs of its terms) its `limit` nearest others, nearest first.

    A term's weight is the bit length of ``articles / articles with the term``: its inverse document frequency
    (Spärck Jones 1972) in whole steps. Ties keep the order of `terms`. An article that shares nothing has an
    empty list.
    """
    shelf = Shelf(terms)
    for place, key in enumerate(shelf.keys):
        yield key, shelf.relations(place, limit)


class Shelf(Generic[Key]):
    """Articles by the terms that they hold."""

    def __init__(self, terms: Mapping[Key, Collection[str]]) -> None:
        """`terms`: each article with the slugs of its terms."""
        self.terms, self.keys = terms, list(terms)
        holders: dict[str, list[int]] = defaultdict(list)
        for place, slugs in enumerate(terms.values()):
            for slug in slugs:
                holders[slug].append(place)
        self.telling = {slug: held for slug, held in holders.items() if 1 < len(held) <= COMMON}
        """By slug the places of the articles that hold it, of those terms that tell something."""
        self.weight = {
            slug: (len(self.keys) // len(held)).bit_length() for slug, held in self.telling.items()
        }
        self._rank = {slug: (len(held), slug) for slug, held in self.telling.items()}
        self._sets: dict[str, frozenset[int]] = {}
        self._known: dict[tuple[str, ...], list[int]] = {}

    def relations(self, place: int, limit: int) -> tuple[Relation[Key], ...]:
        """The nearest of one article."""
        keys, terms, rank = self.keys, self.terms, self._rank
        own = sorted([rank[slug] for slug in terms[keys[place]] if slug in rank])[:TELLING]
        telling = tuple(slug for _, slug in own)
        best = self._known.get(telling)
        if best is None:
            found = [(self.weight[slug] << _SHIFT, self.telling[slug], self._set(slug)) for slug in telling]
            best = self._known[telling] = _best(found, limit + 1)  # one more, for the article itself
        relations = []
        for score in best:
            other = -score & ((1 << _SHIFT) - 1)
            if other != place:
                held_by = terms[keys[other]]
                shared = tuple(slug for slug in telling if slug in held_by)
                relations.append(Relation(keys[other], (score + other) >> _SHIFT, shared))
        return tuple(relations[:limit])

    def _set(self, slug: str) -> frozenset[int]:
        found = self._sets.get(slug)
        if found is None:
            found = self._sets[slug] = frozenset(self.telling[slug])
        return found


def _best(telling: Sequence[tuple[int, list[int], frozenset[int]]], limit: int) -> list[int]:
    """The highest scores by these terms (weight, holders in order, set of them), each less its article's place.

    So the earlier wins a tie. Articles that hold one of the terms alone score its weight: the first of each will do.
    """
    seen: set[int] = set()
    several: set[int] = set()
    for _, _, held in telling:
        several |= seen & held
        seen |= held
    scores = dict.fromkeys(several, 0)
    found = []
    for step, ordered, held in telling:
        for other in held & several:
            scores[other] += step
        left = limit
        for other in ordered:
            if other not in several:
                found.append(step - other)
                left -= 1
                if not left:
                    break
    found += [score - other for other, score in scores.items()]
    return sorted(found, reverse=True)[:limit]
