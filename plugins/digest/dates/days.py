"""Arithmetic of calendar days: stretches of inclusive days, counted from a day of publication.

Every function answers None where the calendar has no such day, or where the answer would leave the years
1 to 9999.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from plugins.digest.dates.lexicon import Unit

Stretch = tuple[date, date]
"""First and last day, both inclusive."""

_WEEK = 7
_SATURDAY = 5


def day_of(year: int, month: int, day: int) -> date | None:
    """That day of the Gregorian calendar."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, days: int) -> date | None:
    """The day so many days later; earlier for a negative number."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def whole_day(day: date | None) -> Stretch | None:
    """One day, as a stretch."""
    return None if day is None else (day, day)


def whole_month(year: int, month: int) -> Stretch | None:
    """A month; one outside 1..12 counts on into the years around."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = day_of(year, month, 1)
    return None if first is None else (first, first.replace(day=monthrange(year, month)[1]))


def whole_year(year: int) -> Stretch | None:
    """A year, from 1 January to 31 December."""
    first, last = day_of(year, 1, 1), day_of(year, 12, 31)
    return (first, last) if first and last else None


def whole_week(day: date, first: int = 0, length: int = _WEEK) -> Stretch | None:
    """So many days of the day's week (Monday to Sunday), from the weekday `first`."""
    since, until = moved(day, first - day.weekday()), moved(day, first - day.weekday() + length - 1)
    return (since, until) if since and until else None


def weekday_from(published: date, weekday: int, turn: int | None, ahead: bool) -> date | None:
    """The day that a bare weekday means.

    `turn` None: the latest such day up to the publication's, or the next from it when `ahead`, the
    publication's own day included in both. -1 (dernier) and +1 (prochain): strictly before and after it.
    0 (this): in the publication's week.
    """
    back = (published.weekday() - weekday) % _WEEK
    forth = (weekday - published.weekday()) % _WEEK
    if turn is None:
        return moved(published, forth if ahead else -back)
    if turn == 0:
        return moved(published, weekday - published.weekday())
    return moved(published, (forth or _WEEK) if turn > 0 else -(back or _WEEK))


def weekday_numbered(published: date, weekday: int, number: int) -> date | None:
    """Samedi 19: the nearest such day of a month that falls on that weekday, at most a month away."""
    for distance in range(32):
        for found in (moved(published, -distance), moved(published, distance)):
            if found and (found.weekday(), found.day) == (weekday, number):
                return found
    return None


def yearless(published: date, month: int, day: int, ahead: bool) -> date | None:
    """The latest such day up to the publication's, or the next from it; 29 February looks eight years far."""
    for step in range(9):
        found = day_of(published.year + (step if ahead else -step), month, day)
        if found and (found >= published if ahead else found <= published):
            return found
    return None


def month_from(published: date, month: int, turn: int | None, ahead: bool) -> Stretch | None:
    """The month that a bare month name means: as `weekday_from`, counted in months and years."""
    if turn == 0:
        return whole_month(published.year, month)
    here = month == published.month and turn is not None  # mars dernier, told in March, is last year's
    if ahead if turn is None else turn > 0:
        return whole_month(published.year + (here or month < published.month), month)
    return whole_month(published.year - (here or month > published.month), month)


def unit_from(published: date, unit: Unit, turn: int) -> Stretch | None:
    """The day, week, month or year so many such units away from the publication's own."""
    if unit == "month":
        return whole_month(published.year, published.month + turn)
    if unit == "year":
        return whole_year(published.year + turn)
    if unit == "weekend":
        return _weekend(published, turn)
    day = moved(published, turn * (_WEEK if unit == "week" else 1))
    return whole_day(day) if unit == "day" or day is None else whole_week(day)


def _weekend(published: date, turn: int) -> Stretch | None:
    """The weekend; "this" one is told on a Saturday or Sunday only: on a Monday it may be past or to come."""
    inside = published.weekday() >= _SATURDAY
    if turn == 0 and not inside:
        return None
    day = moved(published, 0 if turn > 0 and not inside else turn * _WEEK)
    return None if day is None else whole_week(day, _SATURDAY, 2)


def amount_from(published: date, number: int, unit: Unit) -> date | None:
    """The day that lies an amount of time away from the publication's, or that its last hours reach into."""
    if unit == "hour":
        return moved(published, number // 24 if number < 0 else -(-number // 24))
    if unit in ("day", "week"):
        return moved(published, number * (_WEEK if unit == "week" else 1))
    month = whole_month(published.year, published.month + number * (12 if unit == "year" else 1))
    return None if month is None else month[0].replace(day=min(published.day, month[1].day))
