"""Which articles belong together: by the glossary terms they share, the rarer the more.

What is far away moves nothing: an article's list depends on who holds its few most telling terms, and weights are whole
numbers that stay the same while a site grows by a half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

COMMON = 100
"""A term in more articles than this tells nothing about any of them, and would cost quadratic time."""
TELLING = 8
"""The rarest terms of an article, by which its list is made; with `COMMON` this bounds the work."""
_SHIFT = 32
"""Bits below a score that hold the place of the article, for ties."""


@dataclass(frozen=True, slots=True)
class Relation(Generic[Key]):
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
    keys = list(terms)
    holders: dict[str, list[int]] = defaultdict(list)
    for place, slugs in enumerate(terms.values()):
        for slug in slugs:
            holders[slug].append(place)
    rank = {slug: (len(held), slug) for slug, held in holders.items() if 1 < len(held) <= COMMON}
    weight = {slug: (len(keys) // count).bit_length() << _SHIFT for slug, (count, _) in rank.items()}
    sets = {slug: frozenset(holders[slug]) for slug in rank}
    known: dict[tuple[str, ...], list[int]] = {}
    for place, key in enumerate(keys):
        telling = tuple(
            slug for _, slug in sorted([rank[slug] for slug in terms[key] if slug in rank])[:TELLING]
        )
        best = known.get(telling)
        if best is None:
            found = [(weight[slug], holders[slug], sets[slug]) for slug in telling]
            best = known[telling] = _best(found, limit + 1)  # one more, for the article itself
        relations = []
        for score in best:
            other = -score & ((1 << _SHIFT) - 1)
            if other != place:
                held_by = terms[keys[other]]
                shared = tuple(slug for slug in telling if slug in held_by)
                relations.append(Relation(keys[other], (score + other) >> _SHIFT, shared))
        yield key, tuple(relations[:limit])


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
