"""Machine stamps: the moments that a message's metadata name."""

from __future__ import annotations

import re
from datetime import date, datetime

from glose.digest.dates import parse_date

_WEEKDAY = re.compile(r"\s*[^\W\d_]{2,10}\.?,\s*")


def moment(stamp: str, lang: str = "", timezone: str | None = None) -> date | datetime | None:
    """The date or aware moment that a stamp names; None for anything else. `timezone`: as for `parse_date`.

    A machine that writes RFC 822 may name the wrong weekday; its number is the date all the same.

    >>> moment("Sun, 11 Jul 2014 15:06:01 +0000").isoformat()
    '2014-07-11T15:06:01+00:00'
    """
    return parse_date(stamp, lang, timezone) or parse_date(_WEEKDAY.sub("", stamp, count=1), lang, timezone)


def is_after(stamp: str, other: str) -> bool:
    """True where the first stamp names a later moment; by days where one of them has no zone."""
    one, two = moment(stamp), moment(other)
    if isinstance(one, datetime) and isinstance(two, datetime):
        return one > two
    return one is not None and two is not None and _day(one) > _day(two)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when
