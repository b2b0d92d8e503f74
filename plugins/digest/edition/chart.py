"""How often something was mentioned, month by month, as the geometry of a small bar chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

LIMIT = 60
"""Months shown at most, the latest: five years fit the column with bars that can still be told apart."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month."""

    month: date
    """Its first day."""
    count: int
    height: float
    """Share of the highest bar, 0 to 1."""


def bars(days: Iterable[date]) -> tuple[Bar, ...]:
    """A bar for every month from the first day to the last, those without any included; empty without days."""
    counts = Counter(date(day.year, day.month, 1) for day in days)
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    number = (last.year - first.year) * 12 + last.month - first.month + 1
    places = (first.month - 1 + step for step in range(number))
    months = [date(first.year + place // 12, place % 12 + 1, 1) for place in places][-LIMIT:]
    highest = max(counts.values())
    return tuple(Bar(month, counts[month], counts[month] / highest) for month in months)
