"""Which accents make another word, and which may be missing."""

from __future__ import annotations

import re
import unicodedata

from glose.digest.glossary.fold import DIGITS

PLAIN = str.maketrans({"ß": "ss"} | {char: unicodedata.normalize("NFKD", char) for char in DIGITS})
TELLING_LENGTH = 300
"""Characters of French without an accent that show that the writer had none: there is one in every 25 or so."""
_FINAL_E = re.compile("ée?s?$")
_ACCENT = re.compile("[à-öø-ÿœ]")


def same_word(want: str, got: str, text: str) -> bool:
    """True when a small word differs by accents that may be missing, not by ones that make it another word.

    "treve" is a trêve; but "côté" is no cote, and "marche" no marché unless the text has no accents at all.
    """
    one, two = (unicodedata.normalize("NFD", word.lower().translate(PLAIN)) for word in (want, got))
    if len(two) > len(one) or (len(two) == len(one) and one != two):
        return False
    final = _FINAL_E.search(want)
    if not final or got.lower().endswith(final[0]):
        return True
    return len(text) >= TELLING_LENGTH and not _ACCENT.search(text)
