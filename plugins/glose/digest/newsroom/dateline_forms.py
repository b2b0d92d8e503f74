"""The forms in which a dateline names its agency, for the agencies that a house knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from glose.digest.newsroom.agencies import Own, agencies

DASH = r"(?:\s*\.?\s*[-–—_=ـ]{1,3}|\s*:)"
"""What parts a dateline from its sentence."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms that name an agency, compiled for the agencies that a house knows."""

    bracketed: re.Pattern[str]
    slashed: re.Pattern[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    piped: re.Pattern[str]
    alone: re.Pattern[str]
    wrapped: re.Pattern[str]
    lined: re.Pattern[str]


_WORDS_TOO = frozenset(
    "MENA SPA PA CP MAP TAP SID TT PAP AGI APS APA ANI WAM QNA SANA ots AA UNI BTA LETA"
    " BNS CNA GNA NAN HINA Antara Andina".split()
)
"""Codes that are words, or rubrics, of their own: these need brackets."""


def _alone(own: Own) -> str:
    """Pattern of an agency whose name needs nothing around it."""
    known = agencies(own).codes
    return "|".join(
        re.escape(form) for form, code in known.items() if code not in _WORDS_TOO and len(form) > 2
    )


@lru_cache(maxsize=16)
def forms_of(own: Own) -> Forms:
    """The forms for the agencies that everybody knows and the house's own."""
    names, name = agencies(own).names, agencies(own).name
    inside = rf"(?:©\s*(?:\d{{4}}\s+)?|[^\W\d_]{{2,8}}[/-]|\d{{4}}\s+)?{names}(?!\w)[^()\[\]]{{0,30}}"
    begins = r"(?=\s+[\"«“„'‘]?\s*[^\W_a-zß-ÿ]|\s*$)"
    return Forms(
        bracketed=re.compile(
            rf"(?P<head>[^()\[\]]{{0,90}}?(?:[(\[][^()\[\]]{{2,40}}[)\]][^()\[\]]{{0,60}}?)??)\s*"
            rf"[(\[](?P<agency>{inside})[)\]](?P<dash>{DASH}\s*|\s*[.]?{begins})"
        ),
        slashed=re.compile(
            rf"(?P<head>[^/\n]{{0,90}}?)[.,]?\s*/\s?(?P<agency>{names}(?!\w)[^/\n]{{0,30}})\s?/"
            rf"(?:\s*(?P<day>[^/\n]{{4,30}})\s*/)?(?P<dash>\.?(?:{DASH})?)(?=\s|$)\s*"
        ),
        behind=re.compile(rf"(?:,?\s+|\s?[/,-]\s?)(?P<agency>{name})(?P<dash>{DASH})(?:\s+|$)"),
        before=re.compile(rf"[(\[]?(?P<agency>{names})(?!\w)[)\]]?(?:\s*[,:/]|{DASH})\s*(?=[^\W_])"),
        piped=re.compile(
            rf"(?P<head>[^|]{{2,60}}?)\s*\|\s*(?P<agency>{names})\s*\|\s*(?P<day>[^|]{{6,40}}?)"
            r"\s*(?:\|\s*\d+\s+\w+\s*)?(?P<dash>)$"
        ),
        wrapped=re.compile(
            rf"[(\[](?P<head>[^()\[\]]{{2,80}}?)[,\s/–—-]+\(?(?P<agency>{names})\)?[)\]](?P<dash>{DASH}\s*|{begins})"
        ),
        lined=re.compile(rf"(?P<head>.{{6,90}}?)[\s,/|]+(?P<agency>{name})"),
        alone=re.compile(rf"(?P<agency>{_alone(own)})(?P<dash>\s*[–—]|\s+-{{1,2}})\s+"),
    )
