"""Words that somebody selected on a page become a quotation that is found on exactly these words, or a reason why not.

A page may set spaces of its own between what it shows, and a browser counts them; nobody counts the other letters
otherwise than we do. So a place on a page is a number of letters that are no spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from glose.digest.notes.anchor import find
from glose.digest.notes.folded import Place, Text
from glose.digest.notes.grammar import Words
from glose.digest.notes.note import Quotation
from glose.digest.notes.quote import occurrences, quotation
from glose.digest.schema.node import Node, Reading

SPACES = re.compile(r"[\s\x1c-\x1f\x85\xad\u200b-\u200f\u2060\ufeff]+")
"""What is not counted: white space, soft hyphens, and what cannot be seen. selection.js has the same."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a reader of a page has marked."""

    at: int
    """Letters that are no spaces in the same text before it."""
    exact: str
    """The words, with whatever spaces."""
    before: str = ""
    """Some of what stands before, to be sure that it is the same text."""


def placed(selection: Selection, text: Text) -> Place:
    """Where the selected words stand in the text of the file. Raises `LookupError` with the reason where nowhere."""
    solid, at = SPACES.sub("", selection.exact), selection.at
    whole = [SPACES.sub("", one) for one in text.paragraphs]
    letters = "".join(whole)
    if not solid:
        raise LookupError("no words are selected")
    before = SPACES.sub("", selection.before)
    if letters[at : at + len(solid)] != solid or not letters[:at].endswith(before):
        raise LookupError("the page shows another text than the file of the article: load the page again")
    starts = [0, *accumulate(map(len, whole))]
    first, start = _spot(text, starts, at)
    last, end = _spot(text, starts, at + len(solid) - 1)
    return _whole(Place(first, start, last, end + 1), text)


def named(words: str, text: Text, paragraph: int = 0) -> Place:
    """Where words stand that somebody typed. `paragraph`: their number, from 1, where they stand in several.

    Raises `LookupError` with the reason where they stand nowhere, or in several places.
    """
    every = occurrences(words, text)
    found = [one for one in every if paragraph in (0, one.paragraph + 1)]
    numbers = ", ".join(dict.fromkeys(str(one.paragraph + 1) for one in found or every))
    if not every:
        raise LookupError("these words do not stand in the article: copy them from its text")
    if not found:
        raise LookupError(f"these words do not stand in paragraph {paragraph}, but in {numbers}")
    if len(found) > 1:
        raise LookupError(
            f"these words stand in several places, in the paragraphs {numbers}: write more of them"
        )
    return found[0]


def _spot(text: Text, starts: list[int], at: int) -> tuple[int, int]:
    """Paragraph and offset of the letter with that number."""
    number = next(place for place in range(len(starts) - 1) if at < starts[place + 1])
    left = at - starts[number]
    for offset, letter in enumerate(text.paragraphs[number]):
        if SPACES.fullmatch(letter):
            continue
        if not left:
            return number, offset
        left -= 1
    raise LookupError("no such letter")


def _whole(place: Place, text: Text) -> Place:
    """The place without quotation marks and spaces at its ends, which anchoring does not see."""
    start, end = text.stretch(place)
    if not re.search(r"\w", text.folded[start:end]):
        raise LookupError("no words are selected")
    return text.place(start, end)


def quoted(place: Place, text: Text) -> tuple[Quotation, int]:
    """The quotation that finds the words of that place and no others, and the number of their paragraph.

    Raises `LookupError` with the reason where there is none.
    """
    on, hint = quotation(place, text)
    reading = Reading("")
    back = Words().read(Node(Words().plain(on)), "on", reading)
    if back is None:
        raise LookupError("; ".join(f"{one.what}; {one.todo}" for one in reading.faults))
    found = find(back, text, hint).anchor
    if found is None or Place(found.paragraph, found.start, found.last, found.end) != place:
        raise LookupError("these words cannot be told from others like them: select more of them")
    return back, hint
