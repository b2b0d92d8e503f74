"""Datelines: where, when and by which agency a story was sent, before its first sentence.

The forms of agencies the world over. What makes one is evidence: an agency, a date, a place that is known to be one;
capitals before a dash alone are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from glose.digest.dates.names import fold, month_of, weekday_of
from glose.digest.newsroom.agencies import Own, code
from glose.digest.newsroom.dateline_forms import DASH, forms_of
from glose.digest.newsroom.desk_lines import is_routing
from glose.digest.newsroom.places import is_known_city, is_place, is_region, is_spoken_of

LONGEST = 180
"""Characters; the longest dateline seen has 96."""

LONGEST_LINE = 110
"""Characters of a line that is a dateline and nothing else."""

LONGEST_PLACE = 90
"""Characters of a place with its date."""

_DIGIT = re.compile(r"\d")
_WORD = r"[^\W\d_]{2,12}"
_DATE = re.compile(
    rf"""(?:(?<=[\s,.–—])|(?<=\s-)|(?<=-)(?=\d)|^)(?:(?P<weekday>{_WORD})\.?,?\s+)?(?P<date>
      (?:(?:le|el|den|il|am|on|dne)\s+)?
        \d{{1,2}}(?:er|st|nd|rd|th|[.ºªo])?\s*(?:de\s+|of\s+|d['’])?(?P<month>{_WORD})\.?(?:\s*/\s*{_WORD})?
        (?:,?\s*(?:de\s+|del\s+)?\d{{4}})?
    | (?P<month2>{_WORD})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?
    | \d{{4}}\.?\s+(?P<month3>{_WORD})\s+\d{{1,2}}\.?(?:,\s+{_WORD})?
    | \d{{1,2}}(?P<sign>[./-])\d{{1,2}}(?:(?P=sign)\d{{2,4}})?|\d{{4}}-\d\d-\d\d|\d{{4}}年\d{{1,2}}月\d{{1,2}}日
    | (?P<alone>{_WORD})
    )(?:,?\s+(?:à\s+|at\s+|um\s+)?\d{{1,2}}[h:.]\d{{2}}(?:\s?(?:GMT|UTC|Uhr))?)?$""",
    re.X | re.I,
)
_RULE = re.compile(
    r"(?P<dash>\s*\.?[–—]\s*|\s+[-_=]{1,2}\s+|\s*--\s*|\.-\s+|\s*_\s+|(?<=\d):\s+|(?<=\d)\s+:\s+|$)"
)
_ARTICLE = re.compile(r"(?:le|el|den|il|am|on)\s", re.I)
_SIGN = re.compile(r"[–—_=ـ/|()\[\]]|--|\s-\s|\w-\s|\.-|:\s|\d{4}\.")
"""Without one of these nothing is a dateline: spares most paragraphs the rest."""
_ABRIDGED_LAST = re.compile(r",\s+(?:[A-Z][a-z]{0,4}\.){1,2}$")
"""``SAMPLETOWN, N.Y.``: the full stop is the state's."""
_DASHED = re.compile(r"\s[-–—]+\s")
_YEAR = re.compile(r"\d{4}")
_UNKNOWN = re.compile(
    rf"(?P<head>[^()\[\]]{{4,80}}?)\s*[(\[](?P<agency>[^\W\d_][\w ./-]{{1,24}})[)\]](?P<dash>{DASH})\s+"
)
_CALLED_AGENCY = re.compile(
    r"(?:agence|agency|agenzia|agencia|agência|agentur|agentschap|presse?|news|wire|press)(?!\w)|^(?:وكالة|ا?نباء)",
    re.I,
)
"""What an agency calls itself that nobody knows."""
_STOP = re.compile(r"(?<=\d{4})\.\s+(?=[^\W\d_])")
_CAPITALS = re.compile(
    r"(?P<place>[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ'’.-]{1,20}(?:[ /][^\W\d_a-zß-ÿ'’.-]{2,15}){0,3})"
    r"(?:,\s*(?P<region>[^\W\d_][\w.' -]{1,24}?))?(?P<dash>\s*[–—]\s*|\s+--?\s+)"
)


_LATER = re.compile(r"(?P<day>[^\W_][^–—\n]{4,28}?\d{4})\s*(?:--|[–—]|\s-\s)\s*")
"""A date behind the agency: ``(BUSINESS WIRE)--March 15, 2016--``."""
_DOTS = re.compile(r"\s*(?:(?:\.{2,4}|…)\s*)?")
"""What some desks write before the first sentence: ``/وام/ ... ``."""
_HIJRI = re.compile(r"\s+\d{1,2}\s+[^\W\d]+(?:\s+[^\W\d]+)?\s+14\d\d\s*هـ?\s*(?:الموافق)?\s+|(?<=\d)\s*م\s*$")
"""The day in the other calendar before the common one, and the mark of the common one."""
_CLOCK = re.compile(
    r"(?:^|[\s,|–—-]+)(?:à|at|um|alle|ore)?\s*\d{1,2}(?:\s?[h:]\s?\d{2}(?:\s?(?:GMT|UTC|Uhr|h))?|\.\d{2}\s?Uhr)\s*$"
)
"""A time behind a date, or alone: ``07/04/2016 - 14:32``, ``14h32``."""
_CITY = re.compile(r"(?P<place>[^\W\d_a-zß-ÿ][^\W\d_]{2,20})\s[-–—]{1,2}\s(?=[^\W\d_a-zß-ÿ«“\"])")
"""``Rabat - La place``: some sites and agencies write no capitals."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline as it stands before a sentence."""

    text: str
    """As received, without the dash."""
    end: int
    """Where the sentence begins, in code points."""
    day: str = ""
    """The words of its date, which may lack the year."""
    source: str = ""
    """The agency's code."""
    confidence: float = 0.95


@lru_cache(maxsize=256)
def _has_sign(head: str) -> bool:
    """Whether a dateline may end in there; several rules ask the same paragraphs."""
    return _SIGN.search(head) is not None


def read(text: str, lang: str = "", own: Own = (), around: str = "") -> Dateline | None:
    """The dateline at the start of `text`; None where it begins with its sentence.

    `own`: the house's agencies. `around`: what else the article says, which may show that a name is a town's.

    >>> read("Ville-Exemple, 21 jan 2019 (AFP) - La place a ouvert.", "fr")
    Dateline(text='Ville-Exemple, 21 jan 2019 (AFP)', end=35, day='21 jan 2019', source='AFP', confidence=0.95)
    >>> read("OTAN - L'Alliance a décidé.", "fr") is None
    True
    """
    head = text[:LONGEST]
    if not (head[:1].isalnum() or head[:1] in ("(", "/", "[")) or is_routing(head):
        return None
    told = _told(head, lang, own) or _by_place(head, lang, around) if _has_sign(head) else None
    short = len(text) <= LONGEST_LINE and _YEAR.search(text)
    return told or (_by_line(text, lang, own) if short else None)


@lru_cache(maxsize=256)
def _told(head: str, lang: str, own: Own) -> Dateline | None:
    """A dateline with an agency or a date; remembered, since several rules ask for the first lines."""
    told = _by_agency(head, lang, own) or _by_unknown(head, lang)
    return told or (_by_date(head, lang) if _DIGIT.search(head) else None)


def _by_line(text: str, lang: str, own: Own) -> Dateline | None:
    """A line of its own without a dash: ``Exempleville 7 avril 2016 AFP``."""
    match = forms_of(own).lined.fullmatch(text)
    if match is None:
        return None
    place, day = _parted(match["head"], lang)
    if not _YEAR.search(day) or (place.strip() and not is_place(place, strict=True)):
        return None
    return Dateline(text, len(text), day, code(match["agency"], own))


def _by_unknown(head: str, lang: str) -> Dateline | None:
    """An agency that nobody knows, behind a date, or by what it calls itself."""
    match = _UNKNOWN.match(head)
    if match is None:
        return None
    place, day = _parted(match["head"], lang)
    if not (day or _CALLED_AGENCY.search(match["agency"])) or not is_place(place, strict=True):
        return None
    return Dateline(_trimmed(head[: match.start("dash")]), match.end(), day, confidence=0.8)


def _by_agency(head: str, lang: str, own: Own) -> Dateline | None:
    """The forms with an agency: before the place, in brackets, between slashes, bare behind the date, alone."""
    forms = forms_of(own)
    if match := forms.before.match(head):
        inner = _by_date(head[match.end() :], lang, agency=True)
        if inner:
            end = match.end() + inner.end
            return Dateline(
                _trimmed(head[: match.end()] + inner.text), end, inner.day, code(match["agency"], own)
            )
    if match := forms.bracketed.match(head):
        place, day = _parted(match["head"], lang)
        day = day or _parted(match["agency"], lang)[1]
        dashed = bool(match["dash"].strip(" ."))
        stop = match["head"].rstrip().endswith(".") and any(map(str.isdigit, match["head"]))
        shouted = bool(day) and place.strip(" .").isupper()  # SAMPLETOWN. April 7, 2016. (TASS).
        sound = dashed or not stop or shouted  # a caption's sentence, and its credit
        if sound and (is_place(place, strict=not (day and dashed)) or not place):
            return _made(head, match, day, own)
    if "/" in head and (match := forms.slashed.match(head)):
        place, day = _parted(match["head"], lang)
        day = day or (match["day"] or "").strip()
        if is_place(place, strict=not day) or (not place and match["dash"].strip(" .")):
            return _made(head, match, day, own)
    if match := forms.behind.search(head):
        place, day = _parted(head[: match.start()], lang)
        shaped = all(w[0].isupper() for w in place.split()) and (not place.isupper() or is_known_city(place))
        if is_place(place, strict=True) and (day or shaped):
            return _made(head, match, day, own)
    if head[0] in "([" and (match := forms.wrapped.match(head)):
        place, day = _parted(match["head"], lang)
        if is_place(place, strict=not day):
            return _made(head, match, day, own)
    if (
        "|" in head
        and (match := forms.piped.match(head))
        and (day := _parted(match["day"], lang)[1] or match["day"])
    ):
        return _made(head, match, day, own)
    if match := forms.alone.match(head):
        return _made(head, match, "", own)
    return None


def _by_date(head: str, lang: str, agency: bool = False) -> Dateline | None:
    """``Exempleville, le 14 mars 2016 – ``, ``VILLE, Nov 22 — ``, ``March 12, 2016 – Sampletown –``.

    Behind an `agency` the place alone is enough.
    """
    for start, end in _breaks(head):
        before = head[:start].strip(" ,.")
        if len(before) > LONGEST_PLACE:
            break
        place, day = _parted(before, lang)
        if not day:
            first, _, second = (
                re.split(r"(\s+[-–—]+)\s+", before, maxsplit=1)
                if _DASHED.search(before)
                else (before, "", "")
            )
            nothing, day = _parted(first, lang)
            place = second if day and not nothing else first
        place = place.replace("(", "").replace(")", "")
        if not day:
            if agency and end > start and is_place(place, strict=True):
                return Dateline(_trimmed(head[:start]), end)
            continue
        if not is_place(place, strict=True):
            if place.strip():
                return None
            continue
        full = bool(_YEAR.search(day))
        apart = place.rstrip().endswith((",", "-", "–", "—")) or place.isupper()
        told = agency or apart or (full and not _ARTICLE.match(day))
        if told and (full or head[start:end].strip() != "."):
            return Dateline(_trimmed(head[:start]), end, day, confidence=0.95 if full or agency else 0.8)
    return None


def _breaks(head: str) -> Iterator[tuple[int, int]]:
    """Where a dash stands in the first words, the first three; and a full stop behind a year."""
    found = [m.span() for m in _RULE.finditer(head)] + [m.span() for m in _STOP.finditer(head)]
    yield from sorted(found)[:4]


def _by_place(head: str, lang: str, around: str) -> Dateline | None:
    """A place in capitals and a dash, where something shows that it is one."""
    match = _CAPITALS.match(head)
    if match is None:
        city = _CITY.match(head) if len(around) > LONGEST else None
        if city is None or not is_known_city(city["place"]):
            return None
        return Dateline(city["place"], city.end(), confidence=0.6)
    place, region = match["place"], match["region"] or ""
    known = is_region(region) if region else is_known_city(place) or is_spoken_of(place, around, lang)
    if not known:
        return None
    return Dateline(_trimmed(head[: match.start("dash")]), match.end(), confidence=0.6)


def _made(head: str, match: re.Match[str], day: str, own: Own) -> Dateline:
    source, start = code(match["agency"], own), match.end()
    if not day and (later := _LATER.match(head, start)):
        nothing, day = _parted(later["day"], "")
        if day and not nothing.strip(" ,"):
            return Dateline(_trimmed(head[: later.end("day")]), later.end(), day, source)
        day = ""
    return Dateline(_trimmed(head[: match.start("dash")]), start + _spaces(head, start), day, source)


def _spaces(head: str, at: int) -> int:
    match = _DOTS.match(head, at)
    return match.end() - at if match else 0


def _trimmed(text: str) -> str:
    if _ABRIDGED_LAST.search(text.rstrip()):
        return text.rstrip()
    return text.rstrip(" .,:-–—_=ـ") if not text.rstrip().endswith(("./", ")", "]")) else text.rstrip()


def _parted(head: str, lang: str) -> tuple[str, str]:
    """Place and date of what stands before the agency or the dash; ``Ville (Pays), 12 mars`` has both."""
    text = _HIJRI.sub(" ", head).strip(" ,.;:-–—")
    if clock := _CLOCK.search(text):
        place, day = _parted(text[: clock.start()], lang)
        return place, day and text[len(place) :].strip()
    match = _DATE.search(text)
    while match:
        month = match["month"] or match["month2"] or match["month3"]
        if match["alone"]:
            found = weekday_of(match["alone"], lang) is not None
        else:
            found = month is None or month_of(fold(month), lang) is not None
        if found:
            weekday = match["weekday"] and weekday_of(match["weekday"], lang) is not None
            start = match.start("weekday" if weekday else "date")
            return text[:start], text[start : match.end()].strip()
        match = _DATE.search(text, match.start() + 1)
    return text, ""
