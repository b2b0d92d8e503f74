"""How often something was mentioned over time, as the geometry of a small bar chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

LIMIT = 60
"""Months shown at most: five years fit the column with bars that can still be told apart. Longer is by year."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month or year."""

    first: date
    """Its first day."""
    count: int
    height: float
    """Share of the highest bar, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars from the first mention to the last, in order of time."""

    unit: Literal["month", "year"]
    bars: tuple[Bar, ...]
    """One for each month (or year), those without a mention included."""


def chart(days: Iterable[str]) -> Chart:
    """The mentions on `days` (ISO 8601), by month, or by year when they lie more than `LIMIT` months apart."""
    counts = Counter[date]()
    for month, count in Counter([day[:7] for day in days]).items():
        counts[date(int(month[:4]), int(month[5:]), 1)] = count
    months = _steps(counts)
    if len(months) <= LIMIT:
        return Chart("month", _bars(months, counts))
    years = Counter[date]()
    for day, count in counts.items():
        years[day.replace(month=1)] += count
    return Chart("year", _bars(_steps(years)[::12], years))


def _steps(counts: Mapping[date, int]) -> list[date]:
    """The first days of all months from the first counted to the last."""
    if not counts:
        return []
    first, last = min(counts), max(counts)
    number = (last.year - first.year) * 12 + last.month - first.month + 1
    places = range(first.month - 1, first.month - 1 + number)
    return [date(first.year + place // 12, place % 12 + 1, 1) for place in places]


def _bars(steps: Iterable[date], counts: Mapping[date, int]) -> tuple[Bar, ...]:
    highest = max(counts.values(), default=1)
    return tuple(Bar(step, counts.get(step, 0), round(counts.get(step, 0) / highest, 3)) for step in steps)
