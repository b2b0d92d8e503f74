"""Words that were edited, found by edit distance: Myers's bit vectors (J. ACM 46, 1999), an integer a column.

Of any length in one pass over the text: Python's integers are as long as the quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

CROWDED = 200
"""Pieces found more often than this say nothing about where to look: the whole text is read. So many matches do."""


class Span(tuple[int, int, int]):
    """Start, end and distance of a stretch that is nearly the needle."""

    __slots__ = ()


def _masks(needle: str) -> dict[str, int]:
    masks: dict[str, int] = {}
    for place, char in enumerate(needle):
        masks[char] = masks.get(char, 0) | 1 << place
    return masks


def distances(needle: str, text: str, *, anchored: bool) -> Iterator[int]:
    """For each end in `text`, the least edits that make the needle of what ends there.

    `anchored`: it must begin where the text begins; otherwise anywhere.
    """
    return (score for score, _, _ in _columns(needle, text, int(anchored)))


def _columns(needle: str, text: str, first: int) -> Iterator[tuple[int, int, int]]:
    """For each end in `text` the score, and where it rises and falls down the column: a bit a letter of the needle."""
    masks, size = _masks(needle), len(needle)
    every, high = (1 << size) - 1, 1 << (size - 1)
    plus, minus, score = every, 0, size
    for char in text:
        equal = masks.get(char, 0)
        vertical = equal | minus
        across = (((equal & plus) + plus) ^ plus) | equal
        up = minus | (~(across | plus) & every)
        down = plus & across
        if up & high:
            score += 1
        elif down & high:
            score -= 1
        up = up << 1 | first
        down <<= 1
        plus = (down | ~(vertical | up)) & every
        minus = up & vertical & every
        yield score, plus, minus


def kept(one: str, other: str) -> list[int]:
    """For each letter of the first text where it stands in the other with the fewest edits; -1 where it is gone.

    >>> kept("abcd", "axcd"), kept("ab", "xab")
    ([0, -1, 2, 3], [1, 2])
    """
    columns = list(_columns(one, other, 1)) if one else []
    places = [-1] * len(one)
    row, column = len(one), len(other)
    while row and column:
        bit = 1 << (row - 1)
        if columns[column - 1][1] & bit:
            row -= 1
            continue
        column -= 1
        if column and columns[column - 1][2] & bit:
            continue
        row -= 1
        if one[row] == other[column]:
            places[row] = column
    return places


def edits(one: str, other: str) -> int:
    """The edit distance of two texts.

    >>> edits("kitten", "sitting"), edits("", "ab")
    (3, 2)
    """
    if not one or not other:
        return len(one) or len(other)
    return list(distances(one, other, anchored=True))[-1]


def beginning(needle: str, text: str) -> tuple[float, int]:
    """How much of the needle `text` begins with, 1 for all of it, whatever follows; and where that ends.

    >>> beginning("abcd", "abcdxyz"), beginning("abcd", "abxd"), beginning("abcd", "")
    ((1.0, 4), (0.75, 4), (0.0, 0))
    """
    if text.startswith(needle):
        return 1.0, len(needle)
    scores = (len(needle), *distances(needle, text, anchored=True))
    least = min(scores)
    return 1 - least / len(needle), scores.index(least)


def find(needle: str, text: str, most: int) -> list[Span]:
    """Every stretch of `text` that is at most `most` edits away from the needle; of overlapping ones the nearest."""
    found: list[Span] = []
    for low, high in _windows(needle, text, most):
        found += _ends(needle, text, low, high, most)
    found.sort(key=lambda one: (one[2], one[0]))
    kept: list[Span] = []
    for one in found[:CROWDED]:
        if all(one[1] <= other[0] or one[0] >= other[1] for other in kept):
            kept.append(one)
    return sorted(kept)


def _windows(needle: str, text: str, most: int) -> list[tuple[int, int]]:
    """Where a match can be: with `most` edits one of `most + 1` pieces of the needle stands unchanged."""
    size, count = len(needle), most + 1
    found: list[tuple[int, int]] = []
    for number in range(count):
        begin, end = size * number // count, size * (number + 1) // count
        at = text.find(needle[begin:end])
        while at >= 0:
            found.append((max(0, at - begin - most), min(len(text), at - begin + size + most)))
            if len(found) > CROWDED:
                return [(0, len(text))]
            at = text.find(needle[begin:end], at + 1)
    merged: list[tuple[int, int]] = []
    for low, high in sorted(found):
        if merged and low <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(high, merged[-1][1])
        else:
            merged.append((low, high))
    return merged


def _ends(needle: str, text: str, low: int, high: int, most: int) -> Iterator[Span]:
    """The best match of each run of ends that are near enough, between `low` and `high`."""
    best: tuple[int, int] | None = None
    for end, distance in enumerate(distances(needle, text[low:high], anchored=False), low + 1):
        if distance <= most:
            if best is not None and end - best[1] > len(needle):  # a run that goes on into another match
                yield _span(needle, text, low, *best)
                best = None
            if best is None or distance <= best[0]:
                best = distance, end
        elif best is not None:
            yield _span(needle, text, low, *best)
            best = None
    if best is not None:
        yield _span(needle, text, low, *best)


def _span(needle: str, text: str, low: int, distance: int, end: int) -> Span:
    """The match that ends at `end`, with its start."""
    back = text[max(low, end - len(needle) - distance) : end][::-1]
    scores = list(distances(needle[::-1], back, anchored=True))
    least = min(scores, default=len(needle))
    length = max((place for place, score in enumerate(scores, 1) if score == least), default=0)
    return Span((end - length, end, distance))
