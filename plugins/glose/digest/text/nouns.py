"""Languages that write every noun with a capital: what tells a common noun from a name. Data, a language an entry."""

from __future__ import annotations

import re
from typing import NamedTuple


class Nouns(NamedTuple):
    """What a language has around and inside its common nouns, and hardly ever around a name."""

    before: frozenset[str]
    """Words that stand right before a noun that is counted, owned or one of several."""
    endings: tuple[str, ...]
    """Ends of words that are made to mean a thing or a state."""


CAPITALISED = {
    "de": Nouns(
        before=frozenset(
            "ein eine einem einen einer eines kein keine keinem keinen keiner keines mein meine meinen meiner sein "
            "seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres unser unsere unseren jede jedem "
            "jeden jeder jedes diese diesem diesen dieser dieses jene jenen jener welche welchen welcher manche "
            "manchen solche solchen viele vielen mehrere mehreren einige einigen wenige wenigen alle allen zwei drei "
            "vier fünf sechs sieben acht neun zehn elf zwölf hunderte tausende beide beiden weitere "
            "weiteren zum zur beim".split()
        ),
        endings=tuple(
            "ung ungen heit heiten keit keiten schaft schaften tion tionen tät täten ismus nis nisse nissen tum ling "
            "linge lingen chen lein eur eure ieren".split()
        ),
    ),
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def common_nouns(text: str, lang: str) -> frozenset[str]:
    """The capitalised words of a text that are no names, as they are written; empty in most languages.

    >>> sorted(common_nouns("Anna Muster sah zwei Brücken, eine Regierung und Sampletown.", "de"))
    ['Brücken', 'Regierung']
    >>> sorted(common_nouns("Anna Muster sah zwei Brücken.", "fr"))
    []
    """
    nouns = CAPITALISED.get(lang.partition("-")[0])
    if nouns is None:
        return frozenset()
    found: set[str] = set()
    last = ""
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].isupper() and (
            last in nouns.before or (len(word) > 6 and word.lower().endswith(nouns.endings))
        ):
            found.add(word)
        last = word.lower()
    return frozenset(found)
