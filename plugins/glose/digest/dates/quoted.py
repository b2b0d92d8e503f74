"""Words between quotation marks, and what the sentence around them says of when they were spoken."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

_QUOTATION = re.compile(r"«[^«»]{1,800}»|“[^“”]{1,800}”|„[^„“”]{1,800}[“”]|\"[^\"]{1,800}\"")
_AROUND = 120
"""Characters before and after a quotation in which its attribution stands."""
FARTHEST = 1000
"""Characters at most between a quotation's beginning and the date of its attribution."""
_END = re.compile(r"(?<!\d)[.!?](?: |$)")

Span = tuple[int, int]


class Quotations:
    """The quotations of one paragraph."""

    def __init__(self, flat: str, spoken: str, before_past: str) -> None:
        self._flat, self._spoken, self._before_past = flat, _compiled(spoken), _compiled(before_past)
        self._spans = [match.span() for match in _QUOTATION.finditer(flat)]
        self._starts = [start for start, _ in self._spans]

    def around(self, place: int) -> Span | None:
        """The quotation in which a place lies."""
        index = bisect_right(self._starts, place) - 1
        return self._spans[index] if index >= 0 and place < self._spans[index][1] else None

    def tells(self, quotation: Span, start: int, end: int) -> bool:
        """Whether a date at these places says when the quotation was spoken."""
        return any(
            first <= start and end <= last and self._spoken.search(self._flat, first, last)
            for first, last in self._attributions(quotation)
        )

    def is_told_before(self, quotation: Span) -> bool:
        """Whether a pluperfect says that it was spoken before what is told."""
        return any(
            self._before_past.search(self._flat, first, last) and self._spoken.search(self._flat, first, last)
            for first, last in self._attributions(quotation)
        )

    def _attributions(self, quotation: Span) -> tuple[Span, Span]:
        """The rest of the sentence after the quotation, and the part of the sentence before it."""
        start, end = quotation
        after = _END.search(self._flat, end, end + _AROUND)
        before = [match.end() for match in _END.finditer(self._flat, max(0, start - _AROUND), start)]
        return (
            (end, after.start() if after else min(len(self._flat), end + _AROUND)),
            (before[-1] if before else max(0, start - _AROUND), start),
        )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
