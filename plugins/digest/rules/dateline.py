"""Where and when the dispatch was written, before its first sentence: ``Ville-Exemple, 21 jan 2019 (AFP) -``."""

from __future__ import annotations

import re

from plugins.digest.dates import parse_dateline_date
from plugins.digest.model.article import Finding
from plugins.digest.model.draft import Draft
from plugins.digest.newsroom.agencies import NAME, NAMES, code
from plugins.digest.text.blocks import cut

_WORD = r"[A-ZÀ-ÝŒ][\w'’.-]*"
_SMALL = "(?:de|du|des|la|le|les|sur|sous|en|am|an|der|del|of|the|and|et|upon|di|do|da|el|al|bei|im)(?=\\s)"
_PLACE = rf"{_WORD}(?:(?:\s+|/)(?:{_WORD}|{_SMALL})){{0,4}}"
_PLACES = rf"{_PLACE}(?:,\s*{_PLACE}){{0,2}}"
_WEEKDAYS = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
)
_DATE = rf"""(?:
      (?:[^\W\d_]{{2,12}}\.?,?\s+)?\d{{1,2}}(?:er|\.)?\s+[^\W\d_]{{3,10}}\.?(?:,?\s+\d{{4}})?
    | (?:[^\W\d_]{{3,12}}\.?,?\s+)?[A-Z][a-z]{{2,8}}\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?
    | \d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})? | {_WEEKDAYS} )"""
_DASH = r"\s*(?:[.]?\s*[-–—_=]{1,2}|:)(?=\s|$)"
_CAPITALS = r"[A-ZÀ-ÝŒ][A-ZÀ-ÝŒ'’.-]{1,20}(?:[ /][A-ZÀ-ÝŒ'’.-]{2,15}){0,2}"

DATELINE = re.compile(
    rf"""(?P<dateline>
      {_PLACES}(?:,?\s+(?P<date1>{_DATE}))?\s*
        [(\[](?P<agency1>[^()\[\]]{{0,20}}{NAMES}[^()\[\]]{{0,12}})[)\]]
        (?:{_DASH}|[.]?[-–—_=]{{1,2}}|(?=\s+[A-ZÀ-ÝŒ"«“„\d]|\s*$))  # without a dash, a sentence must begin
    | {_PLACES},?\s+(?P<date2>{_DATE}),?\s+(?P<agency2>{NAME}){_DASH}
    | [(\[](?P<agency3>{NAMES})[)\]]\s*[-–—]\s+{_PLACES},?\s+(?P<date4>{_DATE}){_DASH}  # ANSA
    | {_PLACES},?\s+(?P<date5>{_DATE})[.,]?\s+/(?P<agency4>{NAMES})/\.?  # TASS
    | {_CAPITALS}(?:,\s*{_PLACE})?,?\s+(?P<date3>{_DATE}){_DASH}
    | (?P<place>{_CAPITALS}(?:,\s*{_PLACE})?)(?:\s*[–—]|\s+-)
    )(?:\s+|$)""",
    re.X,
)
"""The agencies' forms: in brackets; behind the date; before the place; a date alone; a place in capitals."""

_NO_PLACE = re.compile(
    r"(?:URGENT|ALERTE|FLASH|EXCLUSIF|VID[ÉE]O|PHOTOS?|INFOGRAPHIE|DIRECT|INTERVIEW|ENTRETIEN|PORTRAIT|REPORTAGE"
    r"|ANALYSE|OPINION|[ÉE]DITO|BREAKING|EXCLUSIVE|LIVE|WATCH|UPDATE|CORRECTION|CORRECTED|FACTBOX|EXPLAINER)\b"
)
_TRAILING = re.compile(r"(?:\s*[.:])?\s*[-–—_=]*$")


def dateline(draft: Draft) -> Draft:
    """Takes the dateline off the first paragraph; names the source, and the date if it has a year."""
    article = draft.article
    if article.dateline or not draft.blocks or draft.blocks[0].kind != "paragraph":
        return draft
    first = draft.blocks[0]
    match = DATELINE.match(first.text)
    if match is None or _NO_PLACE.match(first.text):
        return draft
    text = _TRAILING.sub("", match["dateline"])
    rest = cut(first, match.end())
    blocks = (rest, *draft.blocks[1:]) if rest.text else draft.blocks[1:]
    found = Finding(
        "dateline", text, "place, date and agency before the text", 0.6 if match["place"] else 0.95
    )
    source = article.source or code(" ".join(match[f"agency{n}"] or "" for n in (1, 2, 3, 4)))
    draft = draft.put(found, dateline=text, source=source, blocks=blocks)
    return _dated(draft, "".join(match[f"date{n}"] or "" for n in (1, 2, 3, 4, 5)))


def _dated(draft: Draft, day: str) -> Draft:
    """The publication date from the dateline's words, where they name it whole."""
    if not day or draft.article.date is not None:
        return draft
    if published := parse_dateline_date(day, draft.article.lang):
        return draft.put(date=published, date_source="dateline")
    message = "the dateline's date has no year; write `date:` into the sidecar"
    return draft.put(Finding("date", day, message, confidence=0.3))
