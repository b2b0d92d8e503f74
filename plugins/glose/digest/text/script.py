"""The script of a language, and the one rule that tells in which direction it is written."""

from __future__ import annotations

from functools import cache
from typing import Literal

RIGHT_TO_LEFT = frozenset("adlm arab aran hebr mand mend nkoo rohg samr syrc thaa".split())
"""ISO 15924 codes of the living scripts that run from right to left."""
UNKNOWN = {"pnb": "arab"}
"""A language of which CLDR says nothing."""


@cache
def script_of(lang: str) -> str:
    """The script of a BCP 47 tag, in lower case: the one that it names, else CLDR's likeliest; empty for neither.

    >>> script_of("ku"), script_of("ckb"), script_of("ku-Arab-IQ"), script_of("az-IR"), script_of("xx")
    ('latn', 'arab', 'arab', 'arab', '')
    """
    from babel.core import get_global  # here: most tasks ask for no script

    base, *rest = lang.replace("_", "-").lower().split("-")
    named = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    if named:
        return named
    base = str(get_global("language_aliases").get(base, base)).partition("_")[0]
    region = next(
        (part.upper() for part in rest if len(part) == 2 or (len(part) == 3 and part.isdigit())), ""
    )
    likely = get_global("likely_subtags")
    found = likely.get(f"{base}_{region}") or likely.get(base) or ""
    return next((part.lower() for part in found.split("_") if len(part) == 4), UNKNOWN.get(base, ""))


def direction(lang: str) -> Literal["ltr", "rtl"]:
    """How the language is written: by its script.

    Kurmanji runs from left to right, Sorani from right to left, and Arabic in Latin letters from left to right again.

    >>> direction("ku"), direction("ckb"), direction("ar"), direction("ar-Latn"), direction("uz-AF")
    ('ltr', 'rtl', 'rtl', 'ltr', 'rtl')
    """
    return "rtl" if script_of(lang) in RIGHT_TO_LEFT else "ltr"
