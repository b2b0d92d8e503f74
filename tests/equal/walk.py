"""Random edits one after another, and after each the site as a clean build gives it."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from unittest.mock import patch

from glose.digest.build.build import HERE
from glose.digest.build.hands import Hands
from glose.digest.model.errors import DigestError
from glose.digest.publish import Publication, rollback
from tests.equal import house_edits, note_edits, term_edits  # noqa: F401  they are kinds
from tests.equal.edits import KINDS
from tests.equal.sample import sample
from tests.equal.trial import Trial, differences
from tests.equal.world import World

LATER = 3 * 10**9
"""Nanoseconds after which a stamp is trusted."""


class Walk:
    """One sequence."""

    def __init__(self, root: Path, seed: int, articles: int = 40, terms: int = 25) -> None:
        self.dice, self.articles, self.terms = random.Random(seed), articles, terms
        self.trial = Trial(root, sample(seed, articles, terms))
        self.counted: Counter[str] = Counter()
        """Edits by kind."""
        self.refused = 0
        """Sites that could not be built, and both builds said so."""
        self.rounds = 0
        self.good: World | None = None
        """The last world that could be built."""

    def step(self, names: list[str], hands: Hands = HERE) -> list[str]:
        """Makes these edits, builds twice, and says what is not the same."""
        dice, trial = self.dice, self.trial
        self.rounds += 1
        fresh = False
        for name in names:
            self.counted[name] += 1
            if name in KINDS:
                KINDS[name](dice, trial.world)
            else:
                trial.disk.lay(trial.world)
                fresh |= HANDS_ON[name](self)
        trial.later = dice.choice((0, LATER, LATER))
        found = trial.edited(hands=hands, fresh=fresh)
        expected = trial.clean()
        wrong = differences(found, expected)
        if found.faults:
            self.refused += 1
            if not self.good:
                trial.world = sample(dice.randrange(10**9), self.articles, self.terms)
            elif dice.random() < 0.6:
                trial.world = self.good.copy()
        else:
            self.good = trial.world.copy()
        return wrong

    def run(self, count: int, hands: Hands = HERE) -> list[tuple[int, list[str], list[str]]]:
        """That many edits, every kind about as often as any other: the rounds after which something differs."""
        wrong: list[tuple[int, list[str], list[str]]] = []
        kinds = [*KINDS, *HANDS_ON]
        todo: list[str] = []
        while count > 0:
            if len(todo) < 4:
                todo = self.dice.sample(kinds, k=len(kinds)) + todo  # taken from the end
            names = [todo.pop() for _ in range(self.dice.choice((1, 1, 2, 3, 4, 5)))]
            count -= len(names)
            if found := self.step(names, hands):
                wrong.append((self.rounds, names, found))
        return wrong


Hand = Callable[[Walk], bool]
"""Something that is done to files beside the editing; True where the next build must be a fresh one."""
HANDS_ON: dict[str, Hand] = {}


def hand(do: Hand) -> Hand:
    """One of them."""
    HANDS_ON[do.__name__] = do
    return do


def _state(walk: Walk) -> Path:
    return walk.trial.root / ".glose" / "output" / "state.db"


@hand
def files_are_touched(walk: Walk) -> bool:
    for file in sorted((walk.trial.disk.root / "content").rglob("*.*"))[:: walk.dice.randint(1, 5)]:
        os.utime(file)
    return False


@hand
def a_file_is_moved(walk: Walk) -> bool:
    articles = walk.trial.world.articles
    old, new = walk.dice.choice(list(articles)), f"m{walk.dice.randint(1, 999)}"
    if new not in articles:
        articles[new] = articles.pop(old)
        walk.trial.disk.move(f"content/articles/{old}.md", f"content/articles/{new}.md")
    return False


@hand
def the_state_is_deleted(walk: Walk) -> bool:
    _state(walk).unlink(missing_ok=True)
    return False


@hand
def the_state_is_damaged(walk: Walk) -> bool:
    file = _state(walk)
    if file.exists():
        data = bytearray(file.read_bytes())
        for _ in range(walk.dice.choice((1, 20))):
            data[walk.dice.randrange(len(data))] ^= 1 << walk.dice.randrange(8)
        file.write_bytes(data)
    return False


@hand
def the_state_is_of_last_week(walk: Walk) -> bool:
    file, kept = _state(walk), walk.trial.root / "kept.db"
    if kept.exists() and walk.dice.random() < 0.7:
        shutil.copy(kept, file)
    elif file.exists():
        shutil.copy(file, kept)
    return False


@hand
def the_site_is_deleted(walk: Walk) -> bool:
    shutil.rmtree(walk.trial.output, ignore_errors=True)
    return False


@hand
def everything_built_is_deleted(walk: Walk) -> bool:
    shutil.rmtree(walk.trial.output, ignore_errors=True)
    shutil.rmtree(walk.trial.root / ".glose", ignore_errors=True)
    return False


@hand
def a_file_of_the_site_is_changed(walk: Walk) -> bool:
    files = sorted(file for file in walk.trial.output.rglob("*.*") if file.is_file() and file.name[0] != ".")
    for file in walk.dice.sample(files, k=min(3, len(files))):
        if walk.dice.random() < 0.5:
            file.unlink()
        else:
            file.write_bytes(b"by hand")
    return True


@hand
def the_previous_site_is_put_back(walk: Walk) -> bool:
    with suppress(DigestError):  # there may be none
        rollback(walk.trial.output)
    return False


@hand
def a_build_is_broken_off(walk: Walk) -> bool:
    write, left = Publication.write, [walk.dice.randint(0, 9)]

    def interrupted(*arguments: Any) -> bool:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return write(*arguments)

    with patch.object(Publication, "write", interrupted), suppress(KeyboardInterrupt):
        walk.trial.edited()
    return False


@hand
def a_build_ends_after_it_has_published(walk: Walk) -> bool:
    def interrupted(*_arguments: Any) -> None:
        raise KeyboardInterrupt

    publish = Publication.publish
    with (
        patch.object(Publication, "publish", lambda site: (publish(site), interrupted())),
        suppress(KeyboardInterrupt),
    ):
        walk.trial.edited()
    return False


@hand
def nothing(walk: Walk) -> bool:
    return False
