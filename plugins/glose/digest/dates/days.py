"""Arithmetic of calendar days: stretches of inclusive days, counted from a day of publication.

Every function answers None where the calendar has no such day, or where the answer would leave the years
1 to 9999.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from glose.digest.dates.lexicon import Part, Season, Unit

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


def whole_months(year: int, first: int, last: int) -> Stretch | None:
    """From the first day of a month to the last day of another; 13 is the next year's January."""
    begin, end = whole_month(year, first), whole_month(year, last)
    return (begin[0], end[1]) if begin and end else None


def years(first: int, length: int) -> Stretch | None:
    """So many whole years; None for the year 0, which stands for none."""
    begin, end = whole_year(first), whole_year(first + length - 1)
    return (begin[0], end[1]) if begin and end else None


_SEASONS: Mapping[Season, tuple[int, int]] = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "winter": (12, 14),
}


def whole_season(year: int, season: Season) -> Stretch | None:
    """A season of the northern hemisphere by whole months, as weather services count; winter from December."""
    return whole_months(year, *_SEASONS[season])


def season_from(published: date, season: Season, turn: int | None, ahead: bool) -> Stretch | None:
    """The season that a bare name means: as `month_from`; the one that is on counts as the latest and next."""
    found = [span for step in (-2, -1, 0, 1, 2) if (span := whole_season(published.year + step, season))]
    if turn == 0:
        return next((span for span in found if span[0].year == published.year), None)
    if ahead if turn is None else turn > 0:
        return next((span for span in found if (span[1] if turn is None else span[0]) > published), None)
    gone = [span for span in found if (span[0] if turn is None else span[1]) < published]
    return gone[-1] if gone else None


def part_of(span: Stretch, part: Part) -> Stretch | None:
    """The beginning, middle or end of a stretch.

    Of a month the days 1 to 10, 11 to 20, 21 to its end; of a year the first quarter, May to August, the last
    quarter; of a decade the years 0 to 3, 4 to 6, 7 to 9; another stretch has no parts.
    """
    first, last = span
    length = (last - first).days + 1
    if length <= 31:
        begin, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
        return first.replace(day=begin), first.replace(day=end)
    if length <= 366:
        return whole_months(first.year, *{"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[part])
    if length < 4000:
        begin, end = {"early": (0, 4), "mid": (4, 3), "late": (7, 3)}[part]
        return years(first.year + begin, end)
    return None


def day_from(published: date, number: int, ahead: bool) -> date | None:
    """The latest day of that number up to the publication's, or the next from it, at most two months away."""
    for step in range(3):
        month = whole_month(published.year, published.month + (step if ahead else -step))
        found = day_of(month[0].year, month[0].month, number) if month else None
        if found and (found >= published if ahead else found <= published):
            return found
    return None


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


def weekend_near(published: date, ahead: bool) -> Stretch | None:
    """This weekend: the one that is on, else the latest or the next one."""
    inside = published.weekday() >= _SATURDAY
    day = published if inside else moved(published, 0 if ahead else -_WEEK)
    return None if day is None else whole_week(day, _SATURDAY, 2)


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
