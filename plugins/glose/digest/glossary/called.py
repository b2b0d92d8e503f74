"""What is called after somebody, and who is one of two: "aéroport Charles Exemple", "Sample & Sample", "M. et Mme"."""

from __future__ import annotations

import re

from glose.digest.glossary.adjacent import (
    FARTHEST,
    GAP,
    OF,
    OF_WORDS,
    RIGHT,
    SHORT,
    WORD,
    bare,
    folded,
    left_of,
)
from glose.digest.glossary.company import Company, given, monuments
from glose.digest.glossary.forms import Form

_OF = re.compile(rf"(?<![^\W_])({WORD}){GAP}{OF}\Z")
_COUPLE = re.compile(rf"(?<![^\W_])({WORD})\.?{GAP}(?:et|and|und|y|e|en|&){GAP}\Z")
_AND_AFTER = re.compile(r"\s?&\s?[^\W\d_]")
_AND_BEFORE = re.compile(r"[^\W\d_]\s?&\s?\Z")
_JOINING = ("fr", "de", "nl")
"""Languages that join by hyphens a name after which something is called: "place Charles-Exemple"."""


def called_after(text: str, start: int, end: int, form: Form, company: Company, lang: str) -> bool:
    """True for a street, a school, a ship, a firm: text[start:end] is the name of its patron."""
    if lang in _JOINING and " " in form.spelling and not any(map(str.isspace, text[start:end])):
        first = folded(text[start:end]).split()[0]
        if len(first) > SHORT + 1 or first in given.MEN or first in given.WOMEN:
            return True
    near = max(0, start - SHORT - 1)
    if (
        form.bare
        and "&" in text[near : end + SHORT]
        and (_AND_AFTER.match(text, end) or _AND_BEFORE.search(text, near, start))
    ):
        return True
    found = left_of(text, start)
    if found is None:
        return False
    word = bare(found[1])
    if word.isupper() and folded(word) in monuments.SHIPS:
        return True
    if form.bare and word[:1].isupper() and not company.nouns:
        return False  # any word with a capital is looked at for itself
    parts = folded(word).split()
    return bool(parts) and parts[-1] in monuments.BEFORE.get(lang, frozenset())


def thing_after(text: str, word: str, end: int) -> bool:
    """True when `word`, which ends at `end`, makes of the name before it a building or a firm: "Tower"."""
    if word in monuments.BETWEEN and (found := RIGHT.match(text, end, end + FARTHEST)):
        word = folded(found[1]) if found[1][0].isupper() else ""
    return word in monuments.AFTER


def held(text: str, start: int, name: str, company: Company) -> bool:
    """True after an office of that place or firm: its holder's name follows ("le maire de Nice Anne Exemple")."""
    found = _of_before(text, start)
    if not found or folded(bare(found[1])) not in company.titles:
        return False
    return not any(name in names for names in (given.PLACES, given.MEN, given.WOMEN, given.WORDS))


def of_somebody(text: str, start: int, company: Company, *, person: bool) -> bool | None:
    """True after "rue de", "duc de", "Anne de"; False after another word and "de", None without one."""
    found = _of_before(text, start)
    if found is None:
        return None
    word = bare(found[1])
    low = folded(word)
    if low in company.streets:
        return True
    return not person and (
        low in monuments.NOBLES or (word[:1].isupper() and (low in given.MEN or low in given.WOMEN))
    )


def _of_before(text: str, start: int) -> re.Match[str] | None:
    """The word before "de" and the like before `start`; asked at every name, and rarely there."""
    if not text.endswith(OF_WORDS, 0, start):
        return None
    return _OF.search(text, max(0, start - FARTHEST), start)


def of_couple(text: str, start: int, title: str, company: Company) -> bool:
    """True when the title at `start` is the second of a couple's: its surname is also somebody else's."""
    if title not in company.feminine and title not in company.masculine:
        return False
    found = _COUPLE.search(text, max(0, start - FARTHEST), start)
    other = folded(found[1]) if found else ""
    return other in (company.masculine if title in company.feminine else company.feminine)
