"""Random edits of every kind: after each step the site is byte for byte that of a clean build.

``python -m tests.equal 5000`` goes on for as long as one has time for.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.equal.edits import KINDS
from tests.equal.walk import HANDS_ON, Walk

SITES = ((1, 5, 7), (2, 9, 9), (3, 18, 14))
"""Seed, articles and terms."""
EDITS = 120
"""Of each site; every kind is among them."""


@pytest.mark.parametrize(("seed", "articles", "terms"), SITES)
def test_after_any_edits_the_site_is_that_of_a_clean_build(
    place: Path, seed: int, articles: int, terms: int
) -> None:
    walk = Walk(place, seed, articles, terms)
    assert walk.run(EDITS) == []
    assert walk.counted.keys() == KINDS.keys() | HANDS_ON.keys()
    assert walk.refused < walk.rounds / 3
