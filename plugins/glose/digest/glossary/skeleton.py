"""How alike two spellings of a name are: transliterations of one Arabic name differ in vowels, doublings and digraphs.

`skeleton` is for advice only; nothing is ever linked by it. With three consonants or more it joins the spellings of one
name and few strangers; with two left (Alep, Assad) it is worthless.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from glose.digest.glossary.bounds import ARTICLES
from glose.digest.glossary.fold import key

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

_SPELLINGS = tuple(
    (re.compile(letters), other)
    for letters, other in (
        ("w", "v"), ("sch|sh|ch", "s"), ("ph|ff", "f"), ("gu(?=[ei])|dj|gh", "g"), ("ck|c(?![eiy])|q", "k"),
        ("ks", "x"), ("[jy]", "i"), ("ou", "u"), ("kh", "k"), (r"(\D)\1+", r"\1"), ("ei$|ii$", "i"),
    )
)  # fmt: skip
"""Letters that other languages have for the same sound of a given name."""
_ONE_NAME = {
    spelling: names.split()[0]
    for names in (
        "mohammed muhammad mohammad mohamed mohamad mohamet mahomet muhammed", "ahmed ahmad ahmet achmed achmad",
        "mahmoud mahmud mahmut", "hussein husein hossein houssein huseyin", "youssef yusuf yousef youssouf jusuf",
        "abd abdel abdul abdoul abdal", "osama oussama usama", "said saeed saiid", "omar umar",
    )
    for spelling in names.split()
}  # fmt: skip
"""Spellings of one Arabic name that differ in their vowels."""
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


@lru_cache(maxsize=10_000)
def sound(word: str) -> str:
    """A given name, folded, as any language writes it; its vowels stay, for Mario is no Maria.

    >>> sound("wladimir") == sound("vladimir"), sound("sergueï") == sound("sergej"), sound("mario") == sound("maria")
    (True, True, False)
    """
    word = key(word)
    if word in _ONE_NAME:
        return _ONE_NAME[word]
    for letters, other in _SPELLINGS:
        word = letters.sub(other, word)
    return word


def likeness(one: str, other: str) -> float:
    """The share of letters that two names have in common, in order: 0 to 1.

    >>> round(likeness("Lattaquié", "Lataquié"), 2)
    0.94
    """
    return SequenceMatcher(None, key(one), key(other), autojunk=False).ratio()
