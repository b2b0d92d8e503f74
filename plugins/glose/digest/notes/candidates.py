"""Places where the words of a quotation may stand, exactly or nearly, and how much of what is said of them is there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from glose.digest.notes import approximate
from glose.digest.notes.folded import Text, fold
from glose.digest.notes.note import Quotation

EXACT, AROUND, NEAR = 50, 20, 2
"""Parts of a score: the words, what stands before and what stands after, the number of the paragraph."""
KEPT = 0.8
"""Likeness of what stands before or after from which on it has been kept."""
ROOM = 0.15
"""Letters that may be added to a place at either end to make its words whole: a share of the quotation."""
BESIDE = 12
"""Letters right before or after: what has been kept begins with them."""


class Side(NamedTuple):
    """What the note says of one side of its words, read away from them, and what stands there now."""

    said: str
    inner: str
    """As much of it as the paragraph has room for: what was beyond its edge may have moved away."""
    there: str
    """What stands there in place of `inner`."""
    alike: float
    """Likeness of all that is said, whatever the paragraphs; 1 where nothing is."""
    near: float
    """Likeness of `inner`, where it is not all that is said."""
    kept: int
    """How many letters of it still stand there, from the words on; 0 when there is not enough of them."""


class Candidate(NamedTuple):
    """One place, by offsets of the folded text."""

    start: int
    end: int
    found: str
    """What stands there."""
    words: float
    """Likeness of the words."""
    before: Side
    after: Side
    around: float
    """Likeness of the sides that the note gives; 1 when it gives none."""
    paragraph: int
    total: float
    """The score."""

    @property
    def is_verbatim(self) -> bool:
        """True when words and surroundings are those of the note, letter for letter."""
        return self.words == self.around == 1

    @property
    def is_intact(self) -> bool:
        """True when nothing is other than the note has it, as far as the paragraph goes."""
        return self.words == 1 and all(side.inner == side.there for side in self.sides)

    @property
    def kept(self) -> int:
        """Letters of the surroundings that still stand there."""
        return self.before.kept + self.after.kept

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.before, self.after


class Candidates:
    """One quotation, sought in one text."""

    def __init__(self, on: Quotation, text: Text, hint: int) -> None:
        self.text, self.hint = text, hint
        self.needle = fold(on.exact).text
        self.before, self.after = fold(on.prefix).text, fold(on.suffix).text
        self.cut_before = on.prefix[-1:].isalnum() and on.exact[:1].isalnum()
        """True when the quotation begins inside a word."""
        self.cut_after = on.suffix[:1].isalnum() and on.exact[-1:].isalnum()

    def exact(self) -> list[Candidate]:
        """Where the words stand as they are; of very many places those with something around them that is told."""
        found = list(islice(self._exact(), approximate.CROWDED))
        if len(found) == approximate.CROWDED:
            telling = (span for span in self._exact() if self._is_beside(*span))
            found = list(islice(telling, approximate.CROWDED)) or found
        return [self.candidate(*span) for span in found]

    def near(self, share: float) -> list[Candidate]:
        """Where they stand with edits, a letter each, up to that share of their length."""
        most = int(len(self.needle) * share)
        found = approximate.find(self.needle, self.text.folded, most) if most else ()
        return [self.candidate(start, end) for start, end, _ in found]

    def candidate(self, start: int, end: int) -> Candidate:
        """A place with its likenesses."""
        found = self.text.folded[start:end]
        edits = 0 if found == self.needle else approximate.edits(self.needle, found)
        words = max(0.0, 1 - edits / len(self.needle))
        before, after = self._sides(start, end)
        around = [side.alike for side in (before, after) if side.said]
        paragraph = self.text.paragraph(start)
        far = abs(paragraph + 1 - self.hint) / max(1, len(self.text.paragraphs)) if self.hint else 0.0
        near = [side.near for side in (before, after) if side.inner or side.kept]
        total = EXACT * words + AROUND * sum(near) + NEAR * max(0.0, 1 - far)
        total /= EXACT + AROUND * len(near) + NEAR
        mean = sum(around) / len(around) if around else 1.0
        return Candidate(start, end, found, words, before, after, mean, paragraph, total)

    def _exact(self) -> Iterator[tuple[int, int]]:
        """Where the words stand as they are, and are words there too."""
        whole, size = self.text.folded, len(self.needle)
        at = whole.find(self.needle)
        while at >= 0:
            end = at + size
            inside = (self.needle[0].isalnum() and whole[at - 1 : at].isalnum() and not self.cut_before) or (
                self.needle[-1].isalnum() and whole[end : end + 1].isalnum() and not self.cut_after
            )
            if not inside:
                yield at, end
            at = whole.find(self.needle, at + 1)

    def _is_beside(self, start: int, end: int) -> bool:
        whole, before, after = self.text.folded, self.before[-BESIDE:], self.after[:BESIDE]
        near = whole[max(0, start - BESIDE - 1) : start].rstrip(), whole[end : end + BESIDE + 1].lstrip()
        return bool(before and near[0].endswith(before)) or bool(after and near[1].startswith(after))

    def whole_words(self, start: int, end: int) -> tuple[int, int]:
        """The place, widened to whole words where the quotation has them; of words run together only its own."""
        whole, least, most = self.text.folded, start, end
        if not self.cut_before and self.needle[0].isalnum():
            while start and whole[start - 1].isalnum() and whole[start].isalnum():
                start -= 1
        if not self.cut_after and self.needle[-1].isalnum():
            while end < len(whole) and whole[end].isalnum() and whole[end - 1].isalnum():
                end += 1
        room = max(1, int(len(self.needle) * ROOM))
        start, end = (least if least - start > room else start), (most if end - most > room else end)
        while start < end and whole[start] == " ":
            start += 1
        while end > start and whole[end - 1] == " ":
            end -= 1
        return start, end

    def _sides(self, start: int, end: int) -> tuple[Side, Side]:
        whole = self.text.folded
        low, high = self.text.bounds(start)[0], self.text.bounds(end - 1)[1]
        before = whole[max(0, start - 2 * len(self.before) - 1) : start].rstrip()
        after = whole[end : end + 2 * len(self.after) + 1].lstrip()
        return (
            _side(self.before[::-1], before[::-1], len(whole[low:start].rstrip())),
            _side(self.after, after, len(whole[end:high].lstrip())),
        )


def _side(said: str, there: str, room: int) -> Side:
    """`room`: how many letters the paragraph has on that side."""
    if not said:
        return Side("", "", "", 1.0, 1.0, 0)
    alike, end = approximate.beginning(said, there)
    kept = len(said) if _is_kept(said, there, alike) else 0
    if end < room:
        return Side(said, said, there[:end], alike, alike, kept)
    inner, there = said[:room].rstrip(), there[:room].rstrip()
    near = approximate.beginning(inner, there)[0] if inner and not kept else alike
    if inner and not kept and _is_kept(inner, there, near):
        kept = len(inner)
    return Side(said, inner, there, alike, near, kept)


def _is_kept(said: str, there: str, alike: float) -> bool:
    return alike >= KEPT and approximate.beginning(said[:BESIDE], there[: 2 * BESIDE])[0] >= KEPT
