"""Names that hold a place's name and are of another: "Corée du Nord", "Paris, Texas", "France 24"."""

from __future__ import annotations

import re

from glose.digest.glossary.adjacent import folded
from glose.digest.glossary.company.monuments import DIGITS, LONGER, OLD_WORLD, STATES
from glose.digest.glossary.fold import key

REACH = 40
"""Characters around a name that are looked at."""
_CARDINAL = re.compile(r"\s(?:du|de l['’]|del|do)\s?(?:Nord|Sud|Est|Ouest|Norte|Sur|Sul)(?![^\W_])")
_NUMBER = re.compile(r"\s(\d{1,2})(?![\d%]|[.,]\d|\s*(?:%|€|\$))")
_STATE = re.compile(r"(?:, |\s?\()(?:au |aux |en |dans l['’]|in )?([^\W\d_]{4,})")
_WHERE = re.compile(r"(?<![^\W_])(?:en|in|la)\s\Z", re.IGNORECASE)
_WITHIN: dict[str, list[str]] = {}
for _name in map(key, LONGER):
    for _word in _name.split():
        _WITHIN.setdefault(_word, []).append(f" {_name} ")


def elsewhere(text: str, start: int, end: int) -> bool:
    """True when the words around text[start:end] make the name of a place that of another."""
    if _CARDINAL.match(text, end):
        return True
    name = folded(text[start:end])
    if longer := _WITHIN.get(name):
        around = f" {key(text[max(0, start - REACH) : end + REACH])} "
        if any(one in around for one in longer):
            return True
    if name in OLD_WORLD and (state := _STATE.match(text, end)) and key(state[1]) in STATES:
        return True
    if name in DIGITS and (number := _NUMBER.match(text, end)):
        return number[1] in DIGITS[name] and not _WHERE.search(text, max(0, start - 4), start)
    return False
