"""Synthetic dispatches, and what happens to a text between two conversions; every letter remembers where it was.

Run as a script for the whole measure: ``python -m tests.notes.mutations [trials]``.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from plugins.digest.notes.anchor import EDITS, Anchor, Finding, find
from plugins.digest.notes.approximate import distances
from plugins.digest.notes.folded import Place, Text, fold
from plugins.digest.notes.note import Quotation
from plugins.digest.notes.quote import quotation

WORDS = (
    "le la les un une des de du à en pour avec sans mais selon après avant depuis maire pont fleuve ville habitants"
    " travaux budget conseil séance ministre annonce a est sera étaient rouvert fermé voté promis déclaré ajouté"
    " mardi lundi jeudi mars juin cent mille quartier Exempleville Sampletown préfet école gare marché route crue"
    " pluie hausse baisse prix emploi usine syndicat grève accord plainte juge enquête témoin incendie secours"
).split()
Letter = tuple[str, tuple[int, int]]
"""A character and where it stood: paragraph, offset; (-1, -1) for one that is new."""
Paragraphs = list[list[Letter]]
NEW = (-1, -1)
COPY = 1000
"""Taken from the paragraph's number in a copy."""


def sentence(dice: random.Random) -> str:
    words = [dice.choice(WORDS) for _ in range(dice.randint(8, 24))]
    text = " ".join(words)
    if dice.random() < 0.3:
        text = f'"{text}", a-t-elle dit'
    return text[0].upper() + text[1:] + dice.choice(("", "", f" ({dice.randint(2, 90)} %)")) + "."


def dispatch(seed: int) -> list[str]:
    """A dispatch of six to fourteen paragraphs."""
    dice = random.Random(seed)
    return [" ".join(sentence(dice) for _ in range(dice.randint(1, 4))) for _ in range(dice.randint(6, 14))]


def tracked(text: str, where: Callable[[int], tuple[int, int]] = lambda _: NEW) -> list[Letter]:
    return [(char, where(place)) for place, char in enumerate(text)]


def start_of(paragraphs: list[str]) -> Paragraphs:
    return [
        [(char, (number, place)) for place, char in enumerate(one)] for number, one in enumerate(paragraphs)
    ]


@dataclass(frozen=True)
class Chosen:
    """Words of a dispatch, to put a note on."""

    paragraph: int
    start: int
    end: int


def choose(paragraphs: list[str], dice: random.Random) -> Chosen:
    number = dice.randrange(len(paragraphs))
    words = [0] + [place + 1 for place, char in enumerate(paragraphs[number]) if char == " "]
    begin = dice.choice(words[: max(1, len(words) - 2)])
    ends = [place - 1 for place in words if begin + 12 <= place <= begin + 160] or [len(paragraphs[number])]
    return Chosen(number, begin, dice.choice(ends))


def edits(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """A few letters or a word of the words themselves."""
    places = inside(some, chosen)
    if not places:
        return
    for _ in range(dice.randint(1, max(1, int(len(places) * 0.12)))):
        number, place = dice.choice(inside(some, chosen) or places[:1])
        if place >= len(some[number]):
            continue
        letter = dice.choice("aeinorst")
        match dice.randrange(3):
            case 0:
                some[number][place] = (letter, some[number][place][1])
            case 1:
                del some[number][place]
            case _:
                some[number].insert(place, (letter, NEW))


def around(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """Letters anywhere else."""
    for _ in range(dice.randint(3, 40)):
        number = dice.randrange(len(some))
        if len(some[number]) < 4:
            continue
        place = dice.randrange(len(some[number]) - 1)
        if (number, place) not in set(inside(some, chosen)):
            some[number][place] = (dice.choice("aeinorst "), some[number][place][1])


def typography(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """What a house's own setting changes."""
    signs = {"'": "’", " ": "\u00a0", "-": "‑", "é": "e\u0301"}
    opened = False
    for paragraph in some:
        for place, (char, where) in enumerate(paragraph):
            if char == '"':
                opened = not opened
                paragraph[place] = ("«\u00a0" if opened else "\u00a0»", where)
            elif char in signs and dice.random() < 0.5:
                paragraph[place] = (signs[char], where)


def moved(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    number = dice.choice((paragraph_of(some, chosen), dice.randrange(len(some))))
    taken = some.pop(number)
    some.insert(dice.randint(0, len(some)), taken)


def doubled(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """The paragraph comes again, somewhere below or above."""
    number = paragraph_of(some, chosen)
    copy = [(char, (home - COPY if home >= 0 else home, place)) for char, (home, place) in some[number]]
    some.insert(dice.randint(0, len(some)), copy)


def removed(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    del some[dice.choice((paragraph_of(some, chosen), dice.randrange(len(some))))]
    if not some:
        some.append(tracked("Rien."))


def nearly(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """A sentence that is nearly the words comes in elsewhere: one word in eight is another."""
    words = "".join(some[number][place][0] for number, place in inside(some, chosen)).split()
    for _ in range(max(1, len(words) // 8)):
        if words:
            words[dice.randrange(len(words))] = dice.choice(WORDS)
    text = sentence(dice) + " " + " ".join(words) + ". " + sentence(dice)
    some.insert(dice.randint(0, len(some)), tracked(text))


def cut(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """The words themselves go."""
    for number, place in reversed(inside(some, chosen)):
        del some[number][place]


def inserted(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 3)):
        some.insert(dice.randint(0, len(some)), tracked(sentence(dice)))


CHANGES = (edits, around, typography, moved, doubled, removed, nearly, cut, inserted)


def inside(some: Paragraphs, chosen: Chosen, less: int = 0) -> list[tuple[int, int]]:
    """Where the letters of the words stand now; with `less` those of their copy."""
    return [
        (number, place)
        for number, paragraph in enumerate(some)
        for place, (_, (home, offset)) in enumerate(paragraph)
        if home == chosen.paragraph - less and chosen.start <= offset < chosen.end
    ]


def paragraph_of(some: Paragraphs, chosen: Chosen) -> int:
    homes = Counter(number for number, _ in inside(some, chosen))
    return homes.most_common(1)[0][0] if homes else 0


@dataclass(frozen=True)
class Trial:
    changes: tuple[str, ...]
    on: Quotation
    hint: int
    paragraphs: list[str]
    finding: Finding
    stands: bool
    """True when the words still stand, with at most `EDITS`."""
    doubled: bool
    """True when they stand in a copy of their paragraph, too."""
    right: bool
    """True when what was found is on the letters of the words, or on the very same words in a copy of theirs."""
    seconds: float

    @property
    def verdict(self) -> str:
        if self.finding.anchor is None:
            return self.finding.state
        return "found" if self.right else "WRONG"


def trial(number: int) -> Trial:
    """One note on one dispatch, one to three changes, one look."""
    dice = random.Random(number)
    paragraphs = dispatch(number % 20)
    chosen = choose(paragraphs, dice)
    before = Text(paragraphs)
    words = paragraphs[chosen.paragraph][chosen.start : chosen.end]
    on, hint = quotation(Place(chosen.paragraph, chosen.start, chosen.paragraph, chosen.end), before)
    some = start_of(paragraphs)
    changes = dice.sample(CHANGES, dice.choice((1, 1, 1, 2, 2, 3)))
    for change in changes:
        change(some, chosen, dice)
    now = ["".join(char for char, _ in one) for one in some]
    began = time.process_time()
    finding = find(on, Text(now), hint)
    seconds = time.process_time() - began
    own = inside(some, chosen)
    copies = inside(some, chosen, COPY)
    return Trial(
        tuple(one.__name__ for one in changes),
        on,
        hint,
        now,
        finding,
        _stands(words, some, own),
        bool(copies),
        _is_right(words, some, own, copies, finding),
        seconds,
    )


def _folded(some: Paragraphs, places: list[tuple[int, int]]) -> str:
    """The text from the first to the last of these places, all in one paragraph."""
    (number, first), (_, last) = places[0], places[-1]
    return fold("".join(char for char, _ in some[number][first : last + 1])).text


def _stands(words: str, some: Paragraphs, own: list[tuple[int, int]]) -> bool:
    """The words stand in one piece, with at most the edits that are allowed."""
    if not own or len({number for number, _ in own}) > 1:
        return False
    text, needle = _folded(some, own), fold(words).text
    return bool(text) and list(distances(needle, text, anchored=True))[-1] <= int(len(needle) * EDITS)


def _is_right(
    words: str,
    some: Paragraphs,
    own: list[tuple[int, int]],
    copies: list[tuple[int, int]],
    finding: Finding,
) -> bool:
    """On the letters of the words; on their copy where it is the very same words, or all that is left of them."""
    if finding.anchor is None:
        return False
    if _is_on(some, own, finding.anchor):
        return True
    same = bool(copies) and _folded(some, copies) in (fold(words).text, own and _folded(some, own))
    return (same or not own) and _is_on(some, copies, finding.anchor)


def _is_on(some: Paragraphs, places: list[tuple[int, int]], got: Anchor) -> bool:
    offsets = [0]
    for char, _ in some[got.paragraph]:
        offsets.append(offsets[-1] + len(char))
    spans = enumerate(pairwise(offsets))
    letters = {place for place, (low, high) in spans if low < got.end and high > got.start}
    mine = {place for number, place in places if number == got.paragraph}
    return bool(mine) and len(mine & letters) >= 0.7 * max(len(mine), len(letters))


def main(trials: int) -> None:
    found: Counter[tuple[str, str]] = Counter()
    per: Counter[tuple[str, str]] = Counter()
    same, other = [], []
    for number in range(trials):
        one = trial(number)
        state = "gone" if not one.stands else "twice" if one.doubled else "stands"
        found[state, one.verdict] += 1
        for change in one.changes:
            per[change, f"{state} {one.verdict}"] += 1
        (same if one.finding.words == 1 and one.finding.around == 1 else other).append(one.seconds)
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
    total = sum(count for (state, _), count in found.items() if state == "stands")
    print(f"found of those that stand: {found['stands', 'found'] / total:.2%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
