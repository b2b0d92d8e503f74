"""Stretches of time as people read them: whole years as years, and the last day itself, not the day after."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

Precision = Literal["day", "month", "year", "months", "years", "span", "since", "until", "always"]
_LENGTH = {"year": 4, "years": 4, "month": 7, "months": 7}


@dataclass(frozen=True, slots=True)
class Period:
    """A day or an interval."""

    since: date | None
    """First day; None when open."""
    until: date | None
    """Last day, inclusive; None when open."""

    @property
    def first(self) -> date:
        """The day by which it is sorted."""
        return self.since or self.until or date.min

    @property
    def precision(self) -> Precision:
        """How exact it is: whole months or years are told as such.

        With an open end that is never known, so the day is told.
        """
        since, until = self.since, self.until
        if since is None or until is None:
            return "since" if since else "until" if until else "always"
        if since == until:
            return "day"
        if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31):
            return "year" if since.year == until.year else "years"
        if since.day == 1 and until.day == calendar.monthrange(until.year, until.month)[1]:
            return "month" if until.replace(day=1) == since else "months"
        return "span"

    @property
    def iso(self) -> str:
        """For ``datetime`` attributes, as exact as it is: ``2016-03-15``, ``2016-03``, ``2016``."""
        return self.first.isoformat()[: _LENGTH.get(self.precision, 10)]


def held(one: Any) -> Period:
    """When a sense or name holds or an event happened: in the glossary `until` is the first day after.

    >>> from glose.digest.glossary.term import Sense
    >>> held(Sense(date(2012, 1, 23), date(2016, 7, 28))).until
    datetime.date(2016, 7, 27)
    """
    if day := getattr(one, "date", None):
        return Period(day, day)
    return Period(one.since, one.until and one.until - timedelta(days=1))
