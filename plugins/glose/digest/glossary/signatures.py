"""Acronyms in small letters, where an agency signs: "(afp)", "(ats/afp)"."""

from __future__ import annotations

import re

from glose.digest.glossary.company import ANYWHERE, COMPANY
from glose.digest.glossary.fold import BREAK
from glose.digest.glossary.forms import Form

SHORTEST = 3
"""Letters that the acronym of something else than an agency must have."""
_INITIALS = r"[^\W\d_]{2,8}"
_INSIDE = re.compile(
    rf"\((?:{_INITIALS}(?: ?[/,] ?|(?=\))))+\)|(?<![^\W_]){_INITIALS}(?:/{_INITIALS})+\.?\s*(?:\Z|[\n{BREAK}])"
)
_LAST = re.compile(rf"(?<=[.!?»”\"])\s*(?:[-–—]\s*)?{_INITIALS}\.?\s*(?:\Z|[\n{BREAK}])")
"""Initials alone at the end of a paragraph."""
FARTHEST = 40
"""Characters of a signature before the name."""


def signs(text: str, start: int, end: int, form: Form, lang: str) -> bool:
    """True when text[start:end], in small letters, stands among an agency's initials."""
    if form.term.type not in ("agency", "org", "concept") or form.rules.case == "exact":
        return False
    word = text[start:end]
    if form.term.type != "agency" and (
        len(word) < SHORTEST or word in COMPANY.get(lang, ANYWHERE).openers or word in ("sic", "suite", "fin")
    ):
        return False
    return any(
        found.start() <= start and end <= found.end()
        for shape in (_INSIDE, _LAST)
        for found in shape.finditer(text, max(0, start - FARTHEST), end + FARTHEST)
    )
