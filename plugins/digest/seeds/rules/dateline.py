"""Where and when the dispatch was written, before its first sentence: ``Ville-Exemple, 21 jan 2019 (AFP) -``."""

from __future__ import annotations

import re

from plugins.digest.article import Finding
from plugins.digest.dates import parse_dateline_date
from plugins.digest.seeds.agencies import NAME, NAMES, code
from plugins.digest.blocks import cut
from plugins.digest.seeds.draft import Draft

_WORD = r"[A-ZÀ-ÝŒ][\w'’.-]*"
_PLACE = rf"{_WORD}(?:(?:\s+|/)(?:{_WORD}|(?:de|du|des|la|le|les|sur|sous|en|am|an|der|del|of|the|and|et|upon|di|do|da|el|al|bei|im)(?=\s))){{0,4}}"
_PLACES = rf"{_PLACE}(?:,\s*{_PLACE}){{0,2}}"
_DATE = r"""(?:
      (?:[^\W\d_]{2,12}\.?,?\s+)?\d{1,2}(?:er|\.)?\s+[^\W\d_]{3,10}\.?(?:,?\s+\d{4})?
    | (?:[^\W\d_]{3,12}\.?,?\s+)?[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?
    | \d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?
    | (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)
    )"""  # fmt: skip
_DASH = r"\s*(?:[.]?\s*[-–—_=]{1,2}|:)(?=\s|$)"

DATELINE = re.compile(
    rf"""(?P<dateline>
      (?P<a>{_PLACES})(?:,?\s+(?P<a_date>{_DATE}))?\s*[(\[](?P<agency>[^()\[\]]{{0,20}}{NAMES}[^()\[\]]{{0,12}})[)\]](?:[.]?\s*[-–—_=]{{1,2}}|\s*:|\.)?
    | (?P<b>{_PLACES}),?\s+(?P<b_date>{_DATE})\s+(?P<b_agency>(?-i:{NAME}))(?={_DASH})
    | (?P<c>[A-ZÀ-ÝŒ][A-ZÀ-ÝŒ'’. -]{{1,40}}(?:,\s*{_PLACE})?),?\s+(?P<c_date>{_DATE})(?={_DASH})
    | (?P<d>[A-ZÀ-ÝŒ][A-ZÀ-ÝŒ'’ -]{{2,30}}(?:,\s*{_PLACE})?)(?=\s*[–—](?:\s|$)|\s+-\s)
    )(?P<dash>{_DASH})?(?:\s+|$)""",
    re.X,
)  # fmt: skip
"""The forms that agencies use: with the agency in brackets, behind the date, with a date alone, or a place in capitals."""

_NO_PLACE = re.compile(
    r"(?:URGENT|ALERTE|FLASH|EXCLUSIF|VID[ÉE]O|PHOTOS?|INFOGRAPHIE|DIRECT|INTERVIEW|ENTRETIEN|PORTRAIT|REPORTAGE|ANALYSE|OPINION|[ÉE]DITO"
    r"|BREAKING|EXCLUSIVE|VIDEO|LIVE|WATCH|UPDATE|CORRECTION|CORRECTED|FACTBOX|EXPLAINER)\b"
)  # fmt: skip
_TRAILING = re.compile(r"[\s.:]*[-–—_=]*\s*$")


def dateline(draft: Draft) -> Draft:
    """Takes the dateline off the first paragraph; names the source, and the date where it has day, month and year."""
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
    found = Finding("dateline", text, "place, date and agency before the text", 0.6 if match["d"] else 0.95)
    source = article.source or code(match["agency"] or match["b_agency"] or "")
    draft = draft.put(found, dateline=text, source=source, blocks=blocks)
    return _dated(draft, text, match["a_date"] or match["b_date"] or match["c_date"] or "")


def _dated(draft: Draft, text: str, day: str) -> Draft:
    """The publication date from the dateline's words, where they name it whole."""
    if not day or draft.article.date is not None:
        return draft
    if published := parse_dateline_date(day, draft.article.lang):
        return draft.put(date=published, date_source="dateline")
    message = "the dateline's date has no year; write `date:` into the sidecar"
    return draft.put(Finding("date", day, message, confidence=0.3))
