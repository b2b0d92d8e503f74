"""Which articles belong together: by the glossary terms they share, the rarer the more."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

COMMON = 200
"""A term in more articles than this tells nothing about any of them, and would cost quadratic time."""


@dataclass(frozen=True, slots=True)
class Relation(Generic[Key]):
    """One related article."""

    key: Key
    score: float
    """Sum of the shared terms' weights; comparable within one article's list only."""
    shared: tuple[str, ...]
    """Slugs of the shared terms, the rarest first."""


def related(
    terms: Mapping[Key, frozenset[str]], limit: int = 4
) -> Iterator[tuple[Key, tuple[Relation[Key], ...]]]:
    """For each article of `terms` (article to the slugs of its terms) its `limit` nearest others, nearest first.

    A term's weight is its inverse document frequency, ``log(1 + articles / articles with the term)`` (Spärck
    Jones 1972). Ties keep the order of `terms`. An article that shares nothing has an empty list.
    """
    holders: dict[str, list[Key]] = defaultdict(list)
    for key, slugs in terms.items():
        for slug in slugs:
            holders[slug].append(key)
    weight = {slug: log(1 + len(terms) / len(keys)) for slug, keys in holders.items()}
    rank = {key: position for position, key in enumerate(terms)}
    for key, slugs in terms.items():
        shared: dict[Key, list[str]] = defaultdict(list)
        for slug in sorted(slugs, key=lambda s: (-weight[s], s)):
            if len(holders[slug]) <= COMMON:
                for other in holders[slug]:
                    shared[other].append(slug)
        shared.pop(key, None)
        found = (
            Relation(other, sum(weight[s] for s in common), tuple(common)) for other, common in shared.items()
        )
        yield key, tuple(heapq.nsmallest(limit, found, key=lambda r: (-r.score, rank[r.key])))
