"""What happens to a text between two conversions; every letter remembers where it stood."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tests.notes.dispatches import WORDS, sentence

ADDED = -1
TWIN = -2
"""Whose letter it is, besides the number of a copy: nobody's; that of a sentence which is nearly the note's."""


class Letter(NamedTuple):
    """A character, and where it stood."""

    char: str
    home: int = -1
    """Paragraph."""
    offset: int = -1
    copy: int = ADDED
    """0 for the letter itself, 1 and more for one in a copy."""


Paragraphs = list[list[Letter]]


def tracked(text: str) -> list[Letter]:
    return [Letter(char) for char in text]


def start_of(paragraphs: list[str]) -> Paragraphs:
    return [
        [Letter(char, number, place, 0) for place, char in enumerate(one)]
        for number, one in enumerate(paragraphs)
    ]


@dataclass(frozen=True)
class Chosen:
    """Words of a dispatch, to put a note on."""

    paragraph: int
    start: int
    end: int
    lang: str


def choose(paragraphs: list[str], lang: str, dice: random.Random) -> Chosen:
    """Words of 12 to 160 letters; one note in five is on one to three words, one in five on a whole sentence."""
    while True:
        found = _choose(paragraphs, lang, dice)
        if any(map(str.isalpha, paragraphs[found.paragraph][found.start : found.end])):
            return found


def _choose(paragraphs: list[str], lang: str, dice: random.Random) -> Chosen:
    number = dice.randrange(len(paragraphs))
    text = paragraphs[number]
    words = [0] + [place + 1 for place, char in enumerate(text) if char == " "]
    kind = dice.random()
    if kind < 0.2:
        at = dice.randrange(max(1, len(words) - 3))
        ends = [*words[at + 1 : at + 4], len(text) + 1]
        return Chosen(number, words[at], min(dice.choice(ends[:3]) - 1, len(text)), lang)
    if kind < 0.4:
        starts = [0] + [place for place in words[1:] if text[place - 2] == "."]
        begin = dice.choice(starts)
        return Chosen(number, begin, text.find(".", begin) + 1 or len(text), lang)
    begin = dice.choice(words[: max(1, len(words) - 2)])
    ends = [place - 1 for place in words if begin + 12 <= place <= begin + 160] or [len(text)]
    return Chosen(number, begin, dice.choice(ends), lang)


def inside(some: Paragraphs, chosen: Chosen, copy: int = 0) -> list[tuple[int, int]]:
    """Where the letters of the words stand now, or those of a copy."""
    return [
        (number, place)
        for number, paragraph in enumerate(some)
        for place, (_, home, offset, own) in enumerate(paragraph)
        if home == chosen.paragraph and own == copy and chosen.start <= offset < chosen.end
    ]


def paragraph_of(some: Paragraphs, chosen: Chosen) -> int:
    homes = Counter(number for number, _ in inside(some, chosen))
    return homes.most_common(1)[0][0] if homes else 0


def sentence_of(some: Paragraphs, chosen: Chosen, copy: int = 0) -> tuple[int, int, int]:
    """Paragraph, start and end of the sentences in which the words stand."""
    places = inside(some, chosen, copy)
    if not places:
        return 0, 0, 0
    number = places[0][0]
    own = [place for home, place in places if home == number]
    return number, *sentences("".join(one.char[:1] for one in some[number]), own[0], own[-1] + 1)


def sentences(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences of a stretch begin and end."""
    while start and not (text[start - 1].isspace() and start > 1 and text[start - 2] == "."):
        start -= 1
    while end < len(text) and text[end - 1] != ".":
        end += 1
    return start, end


def copied(letters: list[Letter], copy: int) -> list[Letter]:
    """`copy`: a digit, which comes before those of a copy of a copy; or `TWIN`."""
    return [
        one if one.copy < 0 else one._replace(copy=TWIN if copy == TWIN else 10 * one.copy + copy)
        for one in letters
    ]


def split(letters: list[Letter]) -> list[list[Letter]]:
    words: list[list[Letter]] = [[]]
    for one in letters:
        if one.char == " ":
            words.append([])
        else:
            words[-1].append(one)
    return [word for word in words if word]


def joined(words: list[list[Letter]]) -> list[Letter]:
    out: list[Letter] = []
    for word in words:
        out += [Letter(" "), *word] if out else word
    return out


def twin(letters: list[Letter], chosen: Chosen, dice: random.Random) -> list[Letter]:
    """A sentence that is nearly that one: numbers, or one word in twelve or fewer, are others."""
    words = split(copied(letters, TWIN))
    numbers = [at for at, word in enumerate(words) if any(one.char.isdigit() for one in word)]
    if numbers and dice.random() < 0.5:
        for at in numbers:
            words[at] = [Letter(dice.choice("123456789")) if one.char.isdigit() else one for one in words[at]]
        return joined(words)
    many = max(1, len(words) // dice.choice((8, 12, 40)))
    if words:
        for at in dice.sample(range(len(words)), many):
            there = "".join(one.char for one in words[at])
            bare = there.strip('".,()')
            other = dice.choice([word for word in WORDS[chosen.lang] if word != bare])
            words[at] = tracked(there.replace(bare, other) if bare else other)
    return joined(words)


def edits(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """A few letters of the words themselves."""
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
                some[number][place] = some[number][place]._replace(char=letter)
            case 1:
                del some[number][place]
            case _:
                some[number].insert(place, Letter(letter))


def around(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """Letters anywhere else."""
    own = set(inside(some, chosen))
    for _ in range(dice.randint(3, 40)):
        number = dice.randrange(len(some))
        if len(some[number]) < 4:
            continue
        place = dice.randrange(len(some[number]) - 1)
        if (number, place) not in own:
            some[number][place] = some[number][place]._replace(char=dice.choice("aeinorst "))


def scanned(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """Letters that a scanner takes for others, spaces that it loses or sees."""
    alike = {
        "l": "1",
        "e": "c",
        "o": "0",
        "i": "l",
        "n": "u",
        "m": "rn",
        "s": "5",
        "h": "b",
        "ا": "ل",
        "ة": "ه",
    }
    often = dice.choice((0.01, 0.02, 0.04))
    for paragraph in some:
        for place in reversed(range(len(paragraph))):
            if dice.random() > often:
                continue
            one = paragraph[place]
            if one.char == " ":
                del paragraph[place]
            elif dice.random() < 0.1:
                paragraph.insert(place, Letter(" "))
            else:
                paragraph[place] = one._replace(char=alike.get(one.char, one.char))


def reworded(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """Words anywhere but in the quotation are others, gone or new."""
    own = set(inside(some, chosen))
    often = dice.choice((0.01, 0.03, 0.06))
    for number, paragraph in enumerate(some):
        spaces = [-1, *(place for place, one in enumerate(paragraph) if one.char == " "), len(paragraph)]
        for low, high in reversed(list(pairwise(spaces))):
            if dice.random() > often or any((number, place) in own for place in range(low, high + 1)):
                continue
            word = tracked(dice.choice(WORDS[chosen.lang]))
            match dice.randrange(3):
                case 0:
                    paragraph[low + 1 : high] = word
                case 1:
                    del paragraph[low + 1 : high + 1]
                case _:
                    paragraph[low + 1 : low + 1] = [*word, Letter(" ")]


def another_word(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """A word of the quotation is another."""
    places = inside(some, chosen)
    if not places or len({number for number, _ in places}) > 1:
        return
    number, first, last = places[0][0], places[0][1], places[-1][1]
    paragraph = some[number]
    spaces = [first - 1, *(at for at in range(first, last + 1) if paragraph[at].char == " "), last + 1]
    low, high = dice.choice(list(pairwise(spaces)))
    home, offset = next(((one.home, one.offset) for one in paragraph[low + 1 : high]), (-1, -1))
    word = dice.choice(WORDS[chosen.lang])
    paragraph[low + 1 : high] = [Letter(char, home, offset, 0) for char in word]


def typography(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """What a house's own setting changes."""
    signs = {"'": "’", " ": "\u00a0", "-": "‑", "é": "e\u0301"}
    opened = False
    for paragraph in some:
        for place, one in enumerate(paragraph):
            if one.char == '"':
                opened = not opened
                paragraph[place] = one._replace(char="«\u00a0" if opened else "\u00a0»")
            elif one.char in signs and dice.random() < 0.5:
                paragraph[place] = one._replace(char=signs[one.char])


def moved(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """A paragraph goes elsewhere, often that of the words."""
    number = dice.choice((paragraph_of(some, chosen), dice.randrange(len(some))))
    taken = some.pop(number)
    some.insert(dice.randint(0, len(some)), taken)


def sentence_moved(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """The sentence goes to another paragraph."""
    number, start, end = sentence_of(some, chosen)
    taken = some[number][start:end]
    del some[number][start : end + 1]
    other = dice.choice(some)
    if dice.random() < 0.5:
        other[:0] = [*taken, Letter(" ")]
    else:
        other += [Letter(" "), *taken]


def doubled(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """The paragraph comes again, somewhere below or above, one time in three right beside it."""
    number = paragraph_of(some, chosen)
    place = dice.choice((number, number + 1, *(dice.randint(0, len(some)) for _ in range(4))))
    some.insert(place, copied(some[number], 1))


def sentence_doubled(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """The sentence comes twice, one after the other."""
    number, start, end = sentence_of(some, chosen)
    copy = copied(some[number][start:end], 2)
    if dice.random() < 0.5:
        some[number][start:start] = [*copy, Letter(" ")]
    else:
        some[number][end:end] = [Letter(" "), *copy]


def removed(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    del some[dice.choice((paragraph_of(some, chosen), dice.randrange(len(some))))]
    if not some:
        some.append(tracked("Rien."))


def sentence_removed(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    number, start, end = sentence_of(some, chosen)
    del some[number][start : end + 1]


def nearly(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """A sentence that is nearly the words comes in elsewhere."""
    letters = [some[number][place] for number, place in inside(some, chosen)]
    text = [*tracked(sentence(chosen.lang, dice) + " "), *twin(letters, chosen, dice)]
    some.insert(dice.randint(0, len(some)), [*text, *tracked(". " + sentence(chosen.lang, dice))])


def twin_beside(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """A sentence that is nearly theirs comes in right beside it."""
    number, start, end = sentence_of(some, chosen)
    made = twin(some[number][start:end], chosen, dice)
    if dice.random() < 0.5:
        some[number][start:start] = [*made, Letter(" ")]
    else:
        some[number][end:end] = [Letter(" "), *made]


def twin_paragraph(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """A paragraph comes in that is their sentence, nearly, or their paragraph."""
    number, start, end = sentence_of(some, chosen)
    if dice.random() < 0.5:
        start, end = 0, len(some[number])
    made = twin(some[number][start:end], chosen, dice)
    place = dice.choice((number, number + 1, *(dice.randint(0, len(some)) for _ in range(4))))
    some.insert(min(place, len(some)), made)


def cut(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """The words themselves go."""
    for number, place in reversed(inside(some, chosen)):
        del some[number][place]


def inserted(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 3)):
        some.insert(dice.randint(0, len(some)), tracked(sentence(chosen.lang, dice)))


def numbers(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """Later figures, all over the text."""
    for paragraph in some:
        for place, one in enumerate(paragraph):
            if one.char.isdigit() and dice.random() < 0.7:
                paragraph[place] = one._replace(char=dice.choice("123456789"))


def broken(some: Paragraphs, chosen: Chosen, dice: random.Random) -> None:
    """A paragraph begins at another sentence, or two are one."""
    number = dice.randrange(len(some))
    ends = [place for place, one in enumerate(some[number][:-2]) if one.char == "."]
    if ends and dice.random() < 0.5:
        place = dice.choice(ends) + 1
        some[number : number + 1] = [some[number][:place], some[number][place + 1 :]]
    elif number + 1 < len(some):
        some[number : number + 2] = [[*some[number], Letter(" "), *some[number + 1]]]


Change = Callable[[Paragraphs, Chosen, random.Random], None]
CHANGES: tuple[Change, ...] = (
    *(edits, around, scanned, reworded, another_word, typography, moved, sentence_moved, doubled),
    *(sentence_doubled, removed, sentence_removed, nearly, twin_beside, twin_paragraph, cut, inserted),
    *(numbers, broken),
)


ORDINARY = (edits, around, typography, moved, doubled, removed, nearly, cut, inserted)
"""What conversions and agencies do; the others are there to deceive."""
