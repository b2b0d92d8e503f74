"""``python -m tests.equal EDITS [SEED]``: as many random edits as one has time for; exit 1 where bytes differ."""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.equal.walk import Walk

EACH = 100
"""Edits of one site, before another is begun."""


def main(count: int, seed: int) -> int:
    """Walks; says what differs as soon as it does."""
    edits: Counter[str] = Counter()
    rounds = refused = bad = 0
    while edits.total() < count:
        with tempfile.TemporaryDirectory() as folder:
            walk = Walk(Path(folder), seed, random.Random(seed).choice((6, 15, 40)))
            found = walk.run(EACH)
        for number, names, files in found:
            print(f"seed {seed}, round {number}: {'+'.join(names)}: {files[:6]}", flush=True)
        bad += len(found)
        edits += walk.counted
        rounds, refused, seed = rounds + walk.rounds, refused + walk.refused, seed + 1
        told = f"{edits.total()} edits of {len(edits)} kinds, {rounds} pairs of builds, {refused} refused by both"
        print(f"{told}, {bad} with differences", flush=True)
    return bool(bad)


if __name__ == "__main__":
    sys.exit(
        main(
            int(sys.argv[1]),
            int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(10**6),
        )
    )
