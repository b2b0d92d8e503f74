"""One publication date out of a short string: a date line, a dateline, a metadata field, a wire's stamp."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from babel import Locale, UnknownLocaleError

from glose.digest.dates.clock import Clock, take_clocks
from glose.digest.dates.names import fold, month_of, weekday_of

YEARS = range(1600, 2200)
"""Years in which something can have been published: outside lie null dates and other calendars."""

LONGEST = 400
"""Characters; a longer string is a text, not a date line, and is not read."""

_PIVOT = 50
"""RFC 2822, 4.3: a two-digit year below 50 is 20xx, another is 19xx."""

_WORD = r"[^\W\d_]{2,20}(?: (?:الثاني|الاول))?"  # كانون الثاني and its like are two words
_MONTH = rf"(?P<name>{_WORD})(?: ?/ ?{_WORD})?"  # آذار/مارس is one month, named twice
_ORDINAL = r"(?:er|st|nd|rd|th|[.ºªo])?"
_OF = r"(?:de |del |of |d')?"

_FORMS = tuple(
    re.compile(rf"(?<!\d)(?<!\d[.:/-]){form}(?!\d)")
    for form in (
        r"(?P<year>\d{4})(?P<gap>[-/.]) ?(?P<month>\d\d?)(?P=gap) ?(?P<day>\d\d?)",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<week>\d{4}-?w\d\d-?\d)",
        r"(?P<year>\d{4})-(?P<nth>\d{3})",
        r"(?P<first>\d\d?)(?P<gap>[-/.]) ?(?P<second>\d\d?)(?P=gap) ?(?P<year>\d{4})",
        r"(?P<first>\d\d?)(?P<gap>[/.])(?P<second>\d\d?)(?P=gap)(?P<short>\d\d)(?![./-]\d)",
        r"(?P<year>\d{4}) ?[年년] ?(?P<month>\d\d?) ?[月월] ?(?P<day>\d\d?) ?[日일]",
        rf"(?P<day>\d\d?){_ORDINAL}[ .-]{{0,2}}{_OF}{_MONTH}[.,-]{{0,2}} ?{_OF}(?P<year>\d{{4}})",
        rf"(?P<day>\d\d?)[ -]{_MONTH}[ -](?P<short>\d\d)(?= @)",
        rf"(?P<year>\d{{4}})(?:\.| m\.)? {_MONTH}\.? (?P<day>\d\d?)",
        rf"(?P<year>\d{{4}})\. gada (?P<day>\d\d?)\. {_MONTH}",
        rf"(?<![^\W_]){_MONTH}\.? {{1,2}}(?P<day>\d\d?){_ORDINAL},?(?: @)? {{1,2}}(?P<year>\d{{4}})",
    )
)
"""Every form a full date takes, in a folded text whose times are replaced by ``@``."""

_LABEL = re.compile(
    r"\b(?:(?P<updated>mise? a jour|actualisee?|modifiee?|corrigee?|updated?|modified|revised|aktualisiert|akt|stand"
    r"|geandert|actualizad[oa]|actualizacion|actualisation|aktualisierung|modificad[oa]|aggiornament[oi]|aggiornat[oa]|modificat[oa]|bijgewerkt|gewijzigd|atualizad[oa]|تحديث|обновлено|最終更新|更新)"
    r"|(?P<published>publiee?|postee?|mise? en ligne|published|posted|veroffentlicht|erschienen|publicad[oa]"
    r"|pubblicat[oa]|gepubliceerd))\b"
)
_BEHIND = re.compile(r"[(（\[]([^()（）\[\]]{4,60}?)に?更新[)）\]]")
"""A date whose label stands behind it, as in Japanese."""
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
"""Seconds or milliseconds since 1970, from 2001 to 2033, when they are the whole string."""

_SERIAL = re.compile(r"(?<!\w)[A-Z]{3,5}\d{4,5}\s+(\d{4})-(\d\d)-(\d\d)/(\d\d):(\d\d)(?!\d)")
_STAMP = re.compile(r"(?<!\d)(\d\d)(\d\d)(\d\d) ?(z|gmt|utc)? ?([^\W\d_]{3,9})\.? (\d\d|\d{4})(?!\d)")


def parse_date(text: str, lang: str = "", timezone: str | None = None) -> date | datetime | None:
    """The publication date that a short string gives, or None: nothing is completed and nothing is guessed.

    `lang` is the text's BCP 47 tag; its month names and its order of day and month come first. A date
    without a time, or whose time has no zone and `timezone` (an IANA name) is not given, is a `date`; another
    is an aware `datetime`. Where the string labels a publication and an update, the publication is meant.

    None also where two different dates stand unlabelled, a weekday contradicts its date, a numeric date has
    two readings (``03/04/2016`` in English, or in an unknown language), or the year is missing.

    >>> parse_date("Publié le 15/03/2016 à 17:42", "fr")
    datetime.date(2016, 3, 15)
    >>> parse_date("20190121T093000Z").isoformat()
    '2019-01-21T09:30:00+00:00'
    """
    if len(text) > LONGEST:
        return None
    if _EPOCH.fullmatch(text.strip()):
        return datetime.fromtimestamp(int(text.strip()[:10]), UTC)
    for segment in _segments(fold(text)):
        plain, clocks = take_clocks(segment)
        days = frozenset(_days(plain, lang))
        if days:
            day = next(iter(days)) if len(days) == 1 else None
            return clocks[0].on(day, timezone) if day and clocks else day
    return None


def is_update(text: str) -> bool:
    """True for a line whose date is said to be that of a change, and that gives no other.

    >>> is_update("Mis à jour le 15/03/2016"), is_update("Publié le 14/03/2016, mis à jour le 15/03/2016")
    (True, False)
    """
    folded = fold(text[:LONGEST])
    labels = list(_LABEL.finditer(folded))
    if not labels or any(label["published"] for label in labels):
        return False
    return not any(map(str.isdigit, folded[: labels[0].start()]))


def parse_dateline_date(text: str, lang: str = "") -> date | None:
    """The full date in a dateline, without time of day; None without a year or against its weekday.

    >>> parse_dateline_date("Ville-Exemple, 21 jan 2019 (AFP)", "fr")
    datetime.date(2019, 1, 21)
    """
    found = parse_date(text, lang)
    return found.date() if isinstance(found, datetime) else found


def parse_iptc7901(text: str, timezone: str | None = None) -> date | datetime | None:
    """The moment in the closing stamp of an IPTC 7901 wire, ``DDHHMM [GMT] mon yy``; None without one.

    A stamp without GMT is local to the agency: `timezone` (an IANA name) places it, else it is a `date`.

    >>> parse_iptc7901("091223 dec 18"), parse_iptc7901("101137 GMT Dez 18").isoformat()
    (datetime.date(2018, 12, 9), '2018-12-10T11:37:00+00:00')

    Austrian wires (APA, OTS) number a message and stamp it with its day in ISO's order:

    >>> parse_iptc7901("APA0123 2016-03-15/17:42")
    datetime.date(2016, 3, 15)
    """
    if serial := _SERIAL.search(text[-LONGEST:]):
        day = _day(*(int(serial[group]) for group in (1, 2, 3)))
        hour, minute = int(serial[4]), int(serial[5])
        return (
            Clock(time(hour, minute), None).on(day, timezone) if day and hour < 24 and minute < 60 else None
        )
    match = _STAMP.search(fold(text[-LONGEST:]))
    if match is None:
        return None
    numbers, year = [int(match[group]) for group in (1, 2, 3)], int(match[6])
    day = _day(year if year > 99 else _century(year), month_of(match[5]), numbers[0])
    if day is None or numbers[1] > 23 or numbers[2] > 59:
        return None
    clock = Clock(time(numbers[1], numbers[2]), UTC if match[4] else None)
    return clock.on(day, timezone)


def _segments(text: str) -> list[str]:
    """A folded text in the parts that its labels make, publications first and updates last."""
    text = _BEHIND.sub(r" 更新 \1 ", text)
    labels = list(_LABEL.finditer(text))
    bounds = [0, *(label.start() for label in labels), len(text)]
    ranks = [1, *(0 if label["published"] else 2 for label in labels)]
    parts = [text[start:end] for start, end in pairwise(bounds)]
    return [part for _, part in sorted(zip(ranks, parts, strict=True), key=itemgetter(0))]


def _days(text: str, lang: str) -> Iterator[date | None]:
    """The full dates of a folded text; None for each that cannot be told."""
    for form in _FORMS:
        for match in form.finditer(text):
            found = match.groupdict()
            if found.get("name") and month_of(found["name"], lang) is None:
                continue  # "12 personnes 2016" is no date
            day = _read(found, lang)
            if found.get("short") and found.get("first") and not _is_told(text, match.start(), lang):
                day = None
            yield None if day and _contradicted(text[: match.start()], day, lang) else day


def _read(found: Mapping[str, str], lang: str) -> date | None:
    if week := found.get("week"):
        return _week(week)
    year = _century(int(found["short"])) if found.get("short") else int(found["year"])
    if nth := found.get("nth"):
        day = date(year, 1, 1) + timedelta(days=int(nth) - 1) if year in YEARS else None
        return day if day and day.year == year else None
    if found.get("first"):
        return by_order(int(found["first"]), int(found["second"]), year, lang)
    month = month_of(found["name"], lang) if found.get("name") else int(found["month"])
    return _day(year, month, int(found["day"]))


def _week(text: str) -> date | None:
    try:
        day = date.fromisoformat(text.upper())
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _day(year: int, month: int | None, day: int) -> date | None:
    if month is None or year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _century(year: int) -> int:
    return year + (2000 if year < _PIVOT else 1900)


def by_order(first: int, second: int, year: int, lang: str) -> date | None:
    """A numeric date in the order of the language; in an open order only when one reading exists.

    >>> by_order(3, 4, 2016, "fr"), by_order(3, 4, 2016, "en"), by_order(15, 3, 2016, "en")
    (datetime.date(2016, 4, 3), None, datetime.date(2016, 3, 15))
    """
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    return {"d": day_first, "m": month_first}.get(_order(lang))


@lru_cache(maxsize=256)
def _order(lang: str) -> str:
    """``d`` or ``m``: what a numeric date of the language begins with by CLDR; empty where that is open.

    Plain ``en`` is open, since half of its readers write the month first.
    """
    if lang.lower() == "en":
        return ""
    try:
        pattern = Locale.parse(lang, sep="-").date_formats["short"].pattern.lower()
    except (UnknownLocaleError, ValueError):
        return _order(lang.rpartition("-")[0]) if "-" in lang else ""
    first = next(letter for letter in pattern if letter in "dmy")
    return "" if first == "y" else first


def _is_told(text: str, start: int, lang: str) -> bool:
    """True where "25.04.24" can be read: a weekday before it or an hour behind, and the day first in the language."""
    words = text[:start].rstrip(" ,.").rsplit(None, 1)
    weekday = weekday_of(words[-1].lstrip("("), lang) if words else None
    return bool(_order(lang)) and (weekday is not None or "@" in text[start:])


def _contradicted(before: str, day: date, lang: str) -> bool:
    """Whether the word right before a date is a weekday other than the date's."""
    words = before.rstrip(" ,.").rsplit(None, 1)
    weekday = weekday_of(words[-1].lstrip("("), lang) if words else None
    return weekday is not None and weekday != day.weekday()
