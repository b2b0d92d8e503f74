"""What stands between the words of a name, and what may stand there in a text."""

from __future__ import annotations

import re

from glose.digest.glossary.fold import APOSTROPHES, HYPHENS, INVISIBLE, SPACE, key, word_set

GLUE = re.compile(
    rf"(?:{SPACE}*\r?\n)?{SPACE}*|(?:[{HYPHENS}]|¬)(?:{SPACE}|{SPACE}*\r?\n{SPACE}*)?|{SPACE}[{HYPHENS}]"
)
"""What may stand between two words of a name: spaces, one line break, a hyphen that is no dash between spaces."""
APOSTROPHE = re.compile(rf"[{APOSTROPHES}]{SPACE}?")
OF = frozenset(("de", "du", "des", "d"))
"""French ``de`` in all its shapes: "province d’Alep" and "province de Lattaquié" follow one rule."""
SHORTENED = frozenset(("st", "ste", "th", "mt", "ft", "bd", "ee", "cc", "jj", "rr", "ff"))
"""Abbreviations that keep or lose their full stop: "St. Gall", "St-Gall", Spanish "EE UU"."""
MUST_JOIN = word_set("an en as es at et ad ed er")
"""Shapes of the Arabic article that are French or English words as well: they keep their hyphen."""
_SIGNS = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), "º": "°"})
HIDDEN = re.compile(f"[{INVISIBLE}]")


def sign(glue: str) -> str:
    """The punctuation between two words in one customary shape, without spaces; a space when there is no other."""
    signs = "".join(HIDDEN.sub("", glue).split()).translate(_SIGNS)
    return signs or (" " if glue else "")


def joint(word: str, glue: str) -> str:
    """The sign after a word of a name; the full stop of an abbreviation may be missing."""
    return " " if glue == "." and key(word) in SHORTENED else glue


def glued(between: str, want: str, before: str) -> bool:
    """True when what stands between two words may stand there; `before` is the word before it."""
    if between[:1] == "." and key(before) in SHORTENED:
        between = between[1:]
    if want not in ("'", "-", " "):
        return sign(between) == want
    if want == "-" and before.lower() in MUST_JOIN:
        return any(char in HYPHENS for char in between)
    if len(before) <= len("des") and want != "-" and (of := key(before)) in OF:
        return bool((APOSTROPHE if of == "d" else GLUE).fullmatch(between))
    if want == "'":
        return bool(APOSTROPHE.fullmatch(between))
    return bool(GLUE.fullmatch(HIDDEN.sub("", between)))
