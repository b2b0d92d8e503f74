"""How alike two spellings of a name are: transliterations of one Arabic name differ in vowels, doublings and digraphs.

A key for advice only; nothing is ever linked by it. With three consonants or more it joins the spellings of one
name and few strangers; with two left (Alep, Assad) it is worthless.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from plugins.digest.glossary.bounds import ARTICLES
from plugins.digest.glossary.fold import key

SHORTEST = 3
"""Consonants and digits that a skeleton must have to say anything."""
SLIP = 0.85
"""Likeness (0 to 1) from which two spellings with one skeleton are probably one word and a slip of it."""

_SOUNDS = (
    *(("kh", "h"), ("qu", "k"), ("q", "k"), ("ou", "u"), ("w", "u")),
    *(
        ("ch", "sh"),
        ("ce", "se"),
        ("ci", "si"),
        ("cy", "sy"),
        ("c", "k"),
    ),  # ch first: what is left is hard or soft
)
"""Letters that French, English and other transliterations give to one sound, replaced in this order."""

_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(\D)\1+")


def skeleton(name: str) -> str:
    """The consonants and digits of a name, articles and doublings left out; empty when too few are left.

    >>> skeleton("Lattaquié"), skeleton("Lataquié"), skeleton("al-Nosra"), skeleton("En-Nousra"), skeleton("Alep")
    ('ltk', 'ltk', 'nsr', 'nsr', '')
    """
    words = key(name).split()
    text = " ".join([word for word in words if word not in ARTICLES] or words)
    for sound, letter in _SOUNDS:
        text = text.replace(sound, letter)
    bones = _VOWELS.sub("", _DOUBLED.sub(r"\1", text)).replace(" ", "")
    return bones if len(bones) >= SHORTEST else ""


def likeness(one: str, other: str) -> float:
    """The share of letters that two names have in common, in order: 0 to 1.

    >>> round(likeness("Lattaquié", "Lataquié"), 2)
    0.94
    """
    return SequenceMatcher(None, key(one), key(other), autojunk=False).ratio()
