"""Where in a text the words of a note stand now: exactly, else nearly, and never where there is a doubt.

The score of a place is 50 parts its words, 20 what stands before, 20 what stands after, 2 the paragraph's number
(Hypothesis's weights), over those that the note gives. Below `FLOOR` nothing is the place: the note is an orphan. Two
places that are alike are told apart by the note's `hint` or not at all: the note is ambiguous.

Text is that which pages show, a paragraph a string: of the body without pull quotes, captions, marks of other notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from plugins.digest.notes import approximate
from plugins.digest.notes.folded import Place, Text, fold
from plugins.digest.notes.note import Note, Quotation

EXACT, AROUND, NEAR = 50, 20, 2
FLOOR = 0.80
"""Least score of a place."""
EDITS = 0.15
"""Edits of the words, a letter each, that are still the same words: a share of their length."""
TIE = 0.02
"""Places whose scores differ by less are alike."""
ROUNDING = 1e-9
"""Scores that differ by less are one score."""
KEPT = 0.8
"""Likeness of what stands around from which on it has been kept."""
OWN, SHARED = 0.9, 0.6
"""Likeness of surroundings that are nobody else's; and of those of a sentence that stands twice."""
TELLING = 40
"""Letters that hardly come twice: words of that length need nothing right beside them that was there."""
BESIDE = 10
"""Letters right before or after: one of them at least is kept where words are few and their surroundings changed."""
LOOSE = 0.4
"""Edits up to which a place is worth showing to the editor of an orphan."""
SHOWN = 3
"""Places that are shown."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the words stand. Offsets are code points, the end exclusive; paragraphs are counted from 0."""

    paragraph: int
    start: int
    end: int
    score: float
    last: int
    """The paragraph in which they end, and to which `end` belongs."""


State = Literal["found", "ambiguous", "orphan"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of looking for a note's words."""

    state: State
    anchor: Anchor | None
    """None unless found."""
    best: tuple[Anchor, ...]
    """The places that were considered, the best first."""
    words: float = 0.0
    """Likeness of the found words to those of the note: 1 when they are the same."""
    around: float = 0.0
    """Likeness of what stands around them; 1 when the note does not say."""


class _Place(NamedTuple):
    start: int
    end: int
    words: float
    around: float
    score: float
    """Of words and surroundings, without the paragraph."""
    total: float
    paragraph: int


def anchor(note: Note, paragraphs: Sequence[str]) -> Anchor | None:
    """Where the note's words stand in a text; None where that is in doubt.

    >>> from datetime import date
    >>> note = Note("n1", "context", Quotation("le pont", "a dit que "), {}, "", date(2016, 3, 15), ())
    >>> found = anchor(note, ["Le maire.", "Il a dit que le pont est ouvert."])
    >>> found.paragraph, found.start, found.end
    (1, 13, 20)
    """
    return find(note.on, Text(paragraphs), note.hint).anchor


def find(on: Quotation, text: Text, hint: int = 0) -> Finding:
    """Looks for a quotation in a text. `hint`: number of its paragraph, from 1; 0 for none."""
    search = _Search(on, text, hint)
    if not search.needle:
        return Finding("orphan", None, ())
    places = [search.scored(*span) for span in search.exact()]
    if search.is_doubtful(places):
        taken = [(one.start, one.end) for one in places]
        places += (
            search.scored(start, end)
            for start, end in search.near(EDITS)
            if all(end <= low or start >= high for low, high in taken)
        )
    places.sort(key=lambda one: (-one.total, one.start))
    shown = tuple(map(search.anchor, places[:SHOWN]))
    best = search.best(places)
    if isinstance(best, str):
        return Finding(best, None, shown)
    return Finding("found", search.anchor(best), shown, best.words, best.around)


def suggestions(on: Quotation, text: Text, hint: int = 0) -> tuple[Anchor, ...]:
    """Places where an orphan's words may once have stood: for an editor to look at."""
    search = _Search(on, text, hint)
    if not search.needle:
        return ()
    places = sorted((search.scored(*span) for span in search.near(LOOSE)), key=lambda one: -one.total)
    return tuple(map(search.anchor, places[:SHOWN]))


class _Search:
    """One quotation, sought in one text."""

    def __init__(self, on: Quotation, text: Text, hint: int) -> None:
        self.text, self.hint = text, hint
        self.needle = fold(on.exact).text
        self.before, self.after = fold(on.prefix).text, fold(on.suffix).text
        self.cut_before = on.prefix[-1:].isalnum() and on.exact[:1].isalnum()
        """True when the quotation begins inside a word."""
        self.cut_after = on.suffix[:1].isalnum() and on.exact[-1:].isalnum()
        self.has_around = bool(self.before or self.after)

    def exact(self) -> list[tuple[int, int]]:
        """Where the words stand as they are; of very many places those with something around them that is told."""
        found = list(islice(self._exact(), approximate.CROWDED))
        if len(found) < approximate.CROWDED:
            return found
        telling = (span for span in self._exact() if self._is_beside(*span))
        return list(islice(telling, approximate.CROWDED)) or found

    def _is_beside(self, start: int, end: int) -> bool:
        whole, before, after = self.text.folded, self.before[-BESIDE:], self.after[:BESIDE]
        near = whole[max(0, start - BESIDE - 1) : start].rstrip(), whole[end : end + BESIDE + 1].lstrip()
        return bool(before and near[0].endswith(before)) or bool(after and near[1].startswith(after))

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

    def near(self, share: float) -> Iterator[tuple[int, int]]:
        """Where they stand with edits, widened to whole words."""
        whole, most = self.text.folded, int(len(self.needle) * share)
        for start, end, _ in approximate.find(self.needle, whole, most) if most else ():
            yield self._whole_words(start, end)

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        whole = self.text.folded
        if not self.cut_before and self.needle[0].isalnum():
            while start and whole[start - 1].isalnum() and whole[start].isalnum():
                start -= 1
        if not self.cut_after and self.needle[-1].isalnum():
            while end < len(whole) and whole[end].isalnum() and whole[end - 1].isalnum():
                end += 1
        while start < end and whole[start] == " ":
            start += 1
        while end > start and whole[end - 1] == " ":
            end -= 1
        return start, end

    def scored(self, start: int, end: int) -> _Place:
        """A place with its likenesses."""
        found = self.text.folded[start:end]
        size = len(self.needle)
        edits = 0
        if found != self.needle:
            edits = list(approximate.distances(self.needle, found, anchored=True))[-1]
        words = max(0.0, 1 - edits / size)
        weighed, weight = EXACT * words, EXACT
        sides = zip((self.before, self.after), self._sides(start, end), strict=True)
        around = [alike for part, alike in sides if part]
        weighed += AROUND * sum(around)
        weight += AROUND * len(around)
        paragraph = self.text.paragraph(start)
        far = abs(paragraph + 1 - self.hint) / max(1, len(self.text.paragraphs)) if self.hint else 0.0
        total = (weighed + NEAR * max(0.0, 1 - far)) / (weight + NEAR)
        mean = sum(around) / len(around) if around else 1.0
        return _Place(start, end, words, mean, weighed / weight, total, paragraph)

    def is_doubtful(self, places: Sequence[_Place]) -> bool:
        """True when the exact places are not enough: none, surroundings that are not its own, or that stand twice."""
        if not places:
            return True
        if not self.has_around:
            return False
        if max(one.around for one in places) < 1 - TIE:
            return True
        whole = self.text.folded
        return all(whole.count(part) > 1 for part in (self.before, self.after) if part)

    def best(self, places: Sequence[_Place]) -> _Place | State:
        """The place, or why there is none. `places` begin with the best."""
        if not places:
            return "orphan"
        first = places[0]
        if first.total < FLOOR:
            return "orphan"
        if first.words < 1 and not self.has_around:
            return "orphan"  # other words, and nothing around to know them by
        twins = [one for one in places if first.score - one.score < TIE]
        if len(twins) > 1:
            return self._by_hint(twins)
        for one in places[1:]:
            if one.words != first.words and one.around >= KEPT and first.around - one.around < 1 - KEPT:
                return "ambiguous"  # nearly the same surroundings: one is a copy of the other, edited since
            if first.around < OWN and one.around >= SHARED:
                return "ambiguous"  # neither has all of its surroundings, and both have much of them
        if first.around < OWN and self._are_elsewhere(first):
            return "ambiguous"  # these words are a copy: those of the note were cut out of their surroundings
        return first if self._touches(first) else "orphan"

    def _touches(self, first: _Place) -> bool:
        """True when few words still have beside them what stood beside them, or many need not.

        A word that comes again a few words further has nearly the same surroundings, and nothing of them beside it.
        """
        if first.around >= KEPT or not self.has_around or len(self.needle) >= TELLING:
            return True
        whole = self.text.folded
        before, after = self.before[::-1][:BESIDE], self.after[:BESIDE]
        beside = (
            whole[max(0, first.start - 2 * BESIDE) : first.start].rstrip()[::-1],
            whole[first.end : first.end + 2 * BESIDE].lstrip(),
        )
        pairs = zip((before, after), beside, strict=True)
        return any(part and approximate.likeness(part, near) >= KEPT for part, near in pairs)

    def _are_elsewhere(self, first: _Place) -> bool:
        """True when all that stood before the words, or after them, stands as it did, and not beside the place."""
        whole, before, after = self.text.folded, self.before, self.after
        here = (
            whole[max(0, first.start - len(before) - 1) : first.start].rstrip().endswith(before),
            whole[first.end : first.end + len(after) + 1].lstrip().startswith(after),
        )
        sides = zip((before, after), here, strict=True)
        return any(len(part) >= BESIDE and not beside and part in whole for part, beside in sides)

    def _sides(self, start: int, end: int) -> tuple[float, float]:
        """Likeness of what stands before a place, and after; 1 for what the note does not say."""
        whole = self.text.folded
        before = whole[max(0, start - 2 * len(self.before) - 1) : start].rstrip()
        after = whole[end : end + 2 * len(self.after) + 1].lstrip()
        return (
            approximate.likeness(self.before[::-1], before[::-1]) if self.before else 1.0,
            approximate.likeness(self.after, after) if self.after else 1.0,
        )

    def _by_hint(self, twins: Sequence[_Place]) -> _Place | State:
        """Of places that are alike, the one in or nearest to the paragraph of the hint."""
        if not self.hint or twins[0].score - twins[-1].score > ROUNDING or twins[0].around < OWN:
            return "ambiguous"
        near = sorted(twins, key=lambda one: abs(one.paragraph + 1 - self.hint))
        far = [abs(one.paragraph + 1 - self.hint) for one in near[:2]]
        return near[0] if far[0] < far[1] else "ambiguous"

    def anchor(self, place: _Place) -> Anchor:
        found: Place = self.text.place(place.start, place.end)
        return Anchor(found.paragraph, found.start, found.end, round(place.total, 4), found.last)
