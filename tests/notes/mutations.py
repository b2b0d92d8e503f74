"""Notes on synthetic dispatches that changed: whether each is on its words, or says that it is not.

Run as a script for the whole measure: ``python -m tests.notes.mutations [trials] [first]``.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from glose.digest.notes.anchor import EDITS, Anchor, Finding, find
from glose.digest.notes.approximate import distances
from glose.digest.notes.approximate import edits as edits_between
from glose.digest.notes.folded import Place, Text, fold
from glose.digest.notes.note import Quotation
from glose.digest.notes.quote import quotation
from tests.notes.changes import (
    CHANGES,
    ORDINARY,
    Change,
    Chosen,
    Paragraphs,
    choose,
    inside,
    sentence_of,
    sentences,
    start_of,
)
from tests.notes.dispatches import dispatch, language

NOISE = 0.05
"""Share of the letters that a scanner may have changed in the very same words."""
NEARLY = 0.35
"""Share of a sentence that may be other in one which is nearly it."""


@dataclass(frozen=True)
class Trial:
    number: int
    changes: tuple[str, ...]
    on: Quotation
    hint: int
    before: list[str]
    paragraphs: list[str]
    finding: Finding
    stands: bool
    """True when the words still stand, with at most `EDITS`."""
    doubled: bool
    """True when they stand in a copy, too."""
    on_own: bool
    """True when what was found is on the letters of the words."""
    on_copy: bool
    """True when it is on the same words in a copy of their sentence or paragraph."""
    on_twin: bool
    """True when it is on the very same words, in a sentence that is nearly theirs."""
    seconds: float

    @property
    def state(self) -> str:
        return "gone" if not self.stands else "twice" if self.doubled else "stands"

    @property
    def verdict(self) -> str:
        if self.finding.anchor is None:
            return self.finding.state
        if self.on_own:
            return "found"
        return "copy" if self.on_copy else "twin" if self.on_twin else "WRONG"


def trial(number: int, kinds: Sequence[Change] = CHANGES) -> Trial:
    """One note on one dispatch, one to three changes, one look."""
    dice = random.Random(number)
    paragraphs = dispatch(number % 20)
    chosen = choose(paragraphs, language(number % 20), dice)
    before = Text(paragraphs)
    words = paragraphs[chosen.paragraph][chosen.start : chosen.end]
    on, hint = quotation(Place(chosen.paragraph, chosen.start, chosen.paragraph, chosen.end), before)
    some = start_of(paragraphs)
    changes = dice.sample(kinds, dice.choice((1, 1, 1, 2, 2, 3)))
    for change in changes:
        change(some, chosen, dice)
    now = ["".join(one.char for one in letters) for letters in some]
    began = time.process_time()
    finding = find(on, Text(now), hint)
    seconds = time.process_time() - began
    own = inside(some, chosen)
    marked = {one.copy for letters in some for one in letters if one.copy > 0}
    copies = [found for copy in marked if (found := inside(some, chosen, copy))]
    got = finding.anchor
    same = [
        one
        for one in copies
        if _is_same(words, some, one) or (own and _folded(some, one) == _folded(some, own))
    ]
    return Trial(
        number,
        tuple(one.__name__ for one in changes),
        on,
        hint,
        paragraphs,
        now,
        finding,
        _stands(words, some, own),
        bool(copies),
        bool(got and _is_on(some, own, got)),
        bool(got and any(_is_on(some, one, got) for one in (same if own else copies))),
        bool(got and _is_like(some, chosen, start_of(paragraphs), got)),
        seconds,
    )


def _folded(some: Paragraphs, places: list[tuple[int, int]]) -> str:
    """The text from the first to the last of these places, all in one paragraph."""
    (number, first), (_, last) = places[0], places[-1]
    return fold("".join(one.char for one in some[number][first : last + 1])).text


def _stands(words: str, some: Paragraphs, own: list[tuple[int, int]]) -> bool:
    """The words stand in one piece, with at most the edits that are allowed."""
    if not own or len({number for number, _ in own}) > 1:
        return False
    text, needle = _folded(some, own), fold(words).text
    return bool(text) and list(distances(needle, text, anchored=True))[-1] <= int(len(needle) * EDITS)


def _is_same(words: str, some: Paragraphs, places: list[tuple[int, int]]) -> bool:
    needle = fold(words).text
    there = fold("".join(some[number][place].char for number, place in places)).text
    return edits_between(needle, there) <= int(len(needle) * EDITS)


def _is_like(some: Paragraphs, chosen: Chosen, before: Paragraphs, got: Anchor) -> bool:
    """The found words are those that the note was on, or now are, and their sentence is nearly theirs."""
    if got.last != got.paragraph:
        return False
    text = "".join(one.char for one in some[got.paragraph])
    low, high = sentences(text, got.start, got.end)
    for paragraphs in (before, some):
        number, start, end = sentence_of(paragraphs, chosen)
        sentence = fold("".join(one.char for one in paragraphs[number][start:end])).text
        own = inside(paragraphs, chosen)
        if not own or len({home for home, _ in own}) > 1:
            continue
        words, found = _folded(paragraphs, own), fold(text[low:high]).text
        if found == sentence:
            return True
        same = edits_between(words, fold(text[got.start : got.end]).text) <= len(words) * NOISE
        if same and edits_between(sentence, found) <= len(sentence) * NEARLY:
            return True
    return False


def _is_on(some: Paragraphs, places: list[tuple[int, int]], got: Anchor) -> bool:
    letters: set[tuple[int, int]] = set()
    for number in range(got.paragraph, got.last + 1):
        low = 0
        for place, one in enumerate(some[number]):
            high = low + len(one.char)
            begun = number > got.paragraph or high > got.start
            if begun and (number < got.last or low < got.end):
                letters.add((number, place))
            low = high
    mine = {at for at in places if at in letters or fold(some[at[0]][at[1]].char).text}
    return bool(mine) and len(mine & letters) >= 0.7 * max(len(mine), len(letters))


def measure(kinds: Sequence[Change], trials: int, first: int) -> None:
    found: Counter[tuple[str, str]] = Counter()
    per: Counter[tuple[str, str]] = Counter()
    same, other = [], []
    for number in range(first, first + trials):
        one = trial(number, kinds)
        found[one.state, one.verdict] += 1
        for change in one.changes:
            per[change, f"{one.state} {one.verdict}"] += 1
        (same if one.finding.words == one.finding.around == 1 else other).append(one.seconds)
        if one.verdict == "WRONG":
            print("WRONG", number, one.changes, one.on, one.finding)
    for key, count in sorted(found.items()):
        print(*key, count)
    for key, count in sorted(per.items()):
        print("   ", *key, count)
    for name, some in (("unchanged", same), ("changed", other)):
        some.sort()
        if some:
            print(f"{name}: {1000 * sum(some) / len(some):.2f} ms, worst {1000 * some[-1]:.2f} ms")
    for states in (("stands",), ("stands", "twice")):
        total = sum(count for (state, _), count in found.items() if state in states)
        right = sum(found[state, verdict] for state in states for verdict in ("found", "copy"))
        print(f"found where it {' or '.join(states)}: {right / total:.2%}")


def main(trials: int = 2000, first: int = 0) -> None:
    for name, kinds in (("ordinary changes", ORDINARY), ("all changes", CHANGES)):
        print(name)
        measure(kinds, trials, first)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
