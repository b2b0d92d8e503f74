"""Cases, number and gender of German names, by their endings; umlauts and ß as machines without them write."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glose.digest.glossary.heads import agreeing

_ADJECTIVE = re.compile(r"(?<=[a-zäöüß]{2})(?:e[rsnm]?)$")
_WEAK = re.compile(r"(?:ist|ent|ant|at|et|oge|ot|it|ad|graf|ekt|e)$")
"""Nouns that take -en: "Terroristen", "Präsidenten"; those in -e take -n."""
_IN_ER = re.compile(
    "(?:land|haus|buch|volk|mann|kind|bild|amt|dorf|wort|gut|feld|blatt|glied|rad|wald|bad|dach|lied|schild|haupt|tal)$",
    re.IGNORECASE,
)
"""Nouns with a plural in -er; of others that ending makes another word (Bank and Banker, Wahl and Wähler)."""
_ADJECTIVAL = re.compile(r"(?:net|iert|ellt|agt|end|angen|rieben|ächtig|wandt|annt|etzt|ehrt|ählt|olgt)er$")
"""Nouns that are adjectives: "ein Abgeordneter", "der Abgeordnete", "die Abgeordneten"."""
_UMLAUTS = str.maketrans({"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"})
_LAST_VOWEL = re.compile(r"(?:au|[aouAOU])(?=[^aeiouäöü]*$)")
_SPELT_OUT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"))
_SIBILANT = ("s", "ß", "x", "z", "tz", "ce")


def german(text: str) -> Iterator[str]:
    """The cases, the plurals and the feminine of a common noun, with the endings of its adjectives."""
    words = agreeing(text)
    if not words or words[-1][0].isupper():
        return
    adjectives = [word for word in words[:-1] if word[0].islower() and _ADJECTIVE.search(word[0])]
    noun = words[-1]
    for ending in ("e", "er", "es", "en", "em") if adjectives else ("",):
        start, done = "", 0
        for word in adjectives:
            start += text[done : word.start()] + _ADJECTIVE.sub("", word[0]) + ending
            done = word.end()
        start += text[done : noun.start()]
        for form in (noun[0], *_noun(noun[0])):
            yield start + form + text[noun.end() :]


def _noun(word: str) -> Iterator[str]:
    umlaut = _LAST_VOWEL.sub(lambda m: m[0][0].translate(_UMLAUTS) + m[0][1:], word)
    if _WEAK.search(word):
        yield word + ("n" if word.endswith("e") else "en")
    if _ADJECTIVAL.search(word):
        yield from (word[:-1], word[:-2] + "en", word[:-2] + "em")
    if word.endswith(("er", "en", "el")):
        yield from (word + "s", word + "n", umlaut, umlaut + "n")
    elif not word.endswith("e"):
        yield from (word + "s", word + "es", word + "e", word + "en", umlaut + "e", umlaut + "en")
    if _IN_ER.search(word):
        yield from (umlaut + "er", umlaut + "ern")
    if word.endswith("in"):
        yield word + "nen"
    elif word.endswith(("er", "ist", "ent", "ant", "at", "oge", "ell", "e")):
        yield from (word.removesuffix("e") + "in", word.removesuffix("e") + "innen")


def declensions(name: str) -> Iterator[str]:
    """A proper name whose adjectives take other endings: "Islamischen Staates", "Vereinten Nationen".

    >>> list(declensions("Roter Exempel"))[:3]
    ['Rote Exempel', 'Rote Exempels', 'Rote Exempeles']
    """
    *firsts, noun = name.split(" ")
    if not noun[:1].isupper() or not all(word[:1].isupper() and word.isalpha() for word in firsts):
        return
    strong = [word for word in firsts if word.endswith(("e", "es"))] or [
        word for word in firsts if word.endswith("er")
    ]
    if not strong:
        return
    nouns = (noun,) if noun.endswith(("e", "en", "s", "ung")) else (noun, noun + "s", noun + "es")
    for ending in ("e", "er", "es", "en", "em"):
        start = " ".join(_ADJECTIVE.sub("", word) + ending if word in strong else word for word in firsts)
        yield from (f"{start} {last}" for last in nouns if f"{start} {last}" != name)


def genitive(name: str) -> str:
    """A proper name in the genitive: "Merkels", "Syriens"; after an s the apostrophe stands alone, and is none of ours.

    >>> genitive("Syrien"), genitive("Damaskus")
    ('Syriens', '')
    """
    return "" if name.lower().endswith(_SIBILANT) or not name[-1:].isalpha() else name + "s"


def spelt_out(text: str) -> str:
    """Umlauts as two letters: "Mueller" for Müller."""
    for umlaut, letters in _SPELT_OUT:
        text = text.replace(umlaut, letters)
    return text
