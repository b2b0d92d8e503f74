"""Which articles belong together: by the glossary terms they share, the rarer the more.

What is far away moves nothing: an article's list depends on who holds its few most telling terms, and weights are whole
numbers that stay the same while a site grows by a half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping
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
    scores = [-place for place in range(len(keys))]  # the earlier article wins a tie
    for place, key in enumerate(keys):
        telling = sorted([rank[slug] for slug in terms[key] if slug in rank])[:TELLING]
        near: set[int] = set()
        for _, slug in telling:
            step, held = weight[slug], holders[slug]
            near.update(held)
            for other in held:
                scores[other] += step
        near.discard(place)
        best = sorted([scores[other] for other in near], reverse=True)[:limit]
        for other in near:
            scores[other] = -other
        scores[place] = -place
        found = []
        for score in best:
            other = -score & ((1 << _SHIFT) - 1)
            held_by = terms[keys[other]]
            shared = tuple(slug for _, slug in telling if slug in held_by)
            found.append(Relation(keys[other], (score + other) >> _SHIFT, shared))
        yield key, tuple(found)
