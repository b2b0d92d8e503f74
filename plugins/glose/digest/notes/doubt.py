"""Whether a place that is not as the note has it is the note's place still, or that of a sentence which is like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glose.digest.notes import approximate
from glose.digest.notes.candidates import BESIDE, Candidate, Candidates, Side

TELLING = 36
"""Letters that hardly come twice: of words and a kept side together, where the other side is lost."""
EDITS = 0.15
"""Edits of the words, a letter each, that are still the same words: a share of their length."""
WORD = 3
"""Letters, and more than half of a word, that make it another word."""
GAP = 16
"""Letters of both sides between which other words may stand now."""
SHORT = 4
"""Letters of a word that becomes another one with one or two."""
SENTENCE = 400
"""Letters, before and after, in which a sentence is sought."""
SEAM = 2 * BESIDE
"""Letters of a side that are sought where the words do not stand."""
_END = re.compile(r"[.!?؟۔…]")
_WORD = re.compile(r"[^\W_]+")


def is_possible(one: Candidate, search: Candidates) -> bool:
    """True when the words may be those of the note: enough of what stood around them is there."""
    if not search.before and not search.after:
        return one.words == 1  # other words, and nothing around to know them by
    if all(side.kept == len(side.said) for side in one.sides):
        return True
    is_whole_paragraph = one.words == 1 and not any(side.inner for side in one.sides)
    return (one.kept > 0 or is_whole_paragraph) and len(search.needle) + one.kept >= TELLING


def is_sure(one: Candidate, search: Candidates) -> bool:
    """True when the words, where no other may be they, are: of long ones a side may be lost, of few none."""
    if len(search.needle) < TELLING:
        cut_off = one.words == 1  # by the paragraph's edge: of words that changed, nothing may be
        return all(
            side.kept == len(side.said) or (cut_off and side.inner == side.there) for side in one.sides
        )
    lost = sum(len(side.inner) for side in one.sides if not side.kept)
    return one.kept >= min(lost, SEAM)


def is_close(one: Candidate, best: Candidate, search: Candidates) -> bool:
    """True when the words stand better there than at the best place, if nothing around them does."""
    return len(search.needle) >= TELLING and one.words > best.words


def is_rival(one: Candidate, best: Candidate, hint: int) -> bool:
    """True when the best place is no better: not as the note has it, or no nearer to the paragraph of the hint."""
    return one.is_intact or not _is_nearer(best, one.paragraph, hint)


def _is_nearer(best: Candidate, paragraph: int, hint: int) -> bool:
    """True for a place that is as the note has it, as near to the hint's paragraph as another one is."""
    if not best.is_verbatim or not hint or paragraph == best.paragraph:
        return False
    return abs(paragraph + 1 - hint) >= abs(best.paragraph + 1 - hint)


def sentences(one: Candidate, search: Candidates) -> str:
    """The sentences in which a place stands: those of a copy are the same."""
    whole = search.text.folded
    low = max(search.text.bounds(one.start)[0], one.start - SENTENCE)
    high = min(search.text.bounds(one.end - 1)[1], one.end + SENTENCE)
    for found in _END.finditer(whole, low, one.start):
        low = found.end()
    end = _END.search(whole, one.end - 1, high)
    return whole[low : end.end() if end else high].strip()


def is_left_behind(one: Candidate, possible: Sequence[Candidate], search: Candidates) -> bool:
    """True when what a place lacks stands elsewhere without the words: they were cut out there, and this is a copy."""
    text = search.text
    fills = text.is_edge(one.start) and text.is_edge(one.end)
    for low, high in _gaps(search):
        moved = fills and text.is_edge(low)  # a paragraph that is its own sides' neighbour no more
        if moved or _is_nearer(one, text.paragraph(low - 1), search.hint):
            continue
        if all(high <= other.start or low >= other.end for other in possible):
            return True
    for side, edge, back in ((one.before, one.start, True), (one.after, one.end, False)):
        if side.kept or not side.inner or len(side.said) < BESIDE:
            continue
        piece = side.said[:SEAM][::-1] if back else side.said[:SEAM]
        at_edge = text.is_edge(edge)
        for start, end, _ in approximate.find(piece, text.folded, int(len(piece) * EDITS)):
            if not (at_edge and text.is_edge(end if back else start)):
                return True
    return False


def _gaps(search: Candidates) -> Iterator[tuple[int, int]]:
    """From what stood before the words to what stood after, where they stand close, whatever is between."""
    whole, room = search.text.folded, len(search.needle) + BESIDE
    before, after = _of_sentence(search.before[::-1])[::-1], _of_sentence(search.after)
    if len(before) + len(after) < SEAM or not before or not after:
        return
    at = whole.find(before)
    while at >= 0:
        low = at + len(before)
        high = whole.find(after, low, low + room + len(after))
        if high >= 0:
            yield low, high
        at = whole.find(before, at + 1)


def _of_sentence(side: str) -> str:
    """The first letters of a side, no further than its sentence goes."""
    found = _END.search(side, 3)
    return side[: min(GAP, found.end() if found else GAP)]


def is_witnessed(one: Candidate, search: Candidates) -> bool:
    """True when the words have no other word and no other figure, and what stands around them has none either.

    There, one may be another where the paragraph's number or the next sentence knows the place.
    """
    said, there, whole = search.needle, one.found, search.text.folded
    if _is_another(said, there) or _is_another_short(said, there, whole):
        return False
    if not any(
        _is_another(side.inner[::way], side.there[::way]) for side, way in ((one.before, -1), (one.after, 1))
    ):
        return True
    if one.words < 1:
        return False
    return one.paragraph + 1 == search.hint or any(_knows(side) for side in one.sides)


def _is_another(said: str, there: str) -> bool:
    """True when a word or a figure is another, or new, or gone; not where only letters are."""
    if there == said:
        return False
    places = approximate.kept(said, there)
    gone = {place for place, at in enumerate(places) if at < 0}
    new = set(range(len(there))) - set(places)
    touched = [word for word in _WORD.finditer(said) if not gone.isdisjoint(range(*word.span()))]
    if len(touched) == 1:  # letters slip all over; a word is replaced alone
        (word,) = touched
        lost = len(gone.intersection(range(*word.span())))
        if lost > 1 and 2 * lost >= len(word[0]) - 1:
            return True
    return any(_is_lost(word, gone) for word in _WORD.finditer(said)) or any(
        _is_lost(word, new) for word in _WORD.finditer(there)
    )


def _is_another_short(said: str, there: str, whole: str) -> bool:
    """True when a word is another by a letter or two, which is a word of this text elsewhere, too."""
    if there == said:
        return False
    places = approximate.kept(said, there)
    words = {place: word[0] for word in _WORD.finditer(there) for place in range(*word.span())}
    for word in _WORD.finditer(said):
        here = {words[place] for place in places[word.start() : word.end()] if place in words}
        if len(word[0]) <= SHORT and len(here) == 1 and word[0] not in here:
            (other,) = here
            if len(other) <= SHORT and len(re.findall(rf"\b{other}\b", whole)) > 2:
                return True
    return False


def _is_lost(word: re.Match[str], letters: set[int]) -> bool:
    """`letters`: places of those that have nothing on the other side."""
    lost = len(letters.intersection(range(*word.span())))
    return lost > 0 and (any(map(str.isdigit, word[0])) or (lost >= WORD and 2 * lost > len(word[0])))


def _knows(side: Side) -> bool:
    """True when the side holds the end of a sentence and something beyond it, and all of it stands there."""
    found = _END.search(side.said, 1)
    beyond = len(side.inner) - found.end() if found else 0
    return beyond >= BESIDE and side.kept == len(side.said) and not _is_another(side.said, side.there)
