"""All spellings of a glossary by their folded keys, compiled once however many languages and dates ask.

A dictionary from words to names, in which every beginning of a longer name is a key as well: from a word of the
text one look-up says whether any name begins there, and one more for each further word which names go on. That
is the longest match from the left of an Aho-Corasick automaton on words, at the same speed, and it shows the
rules each candidate to verify.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from glose.digest.glossary.fold import JOIN, fold, key
from glose.digest.glossary.forms import Form
from glose.digest.glossary.phrases import Opening, opening
from glose.digest.glossary.scripts import UNSPACED
from glose.digest.glossary.spellings import Spelling, further
from glose.digest.glossary.term import Term

_LINK = re.compile(" (?:du|des|d)(?= |$)")


class Index:
    """Where the names of a glossary are looked up."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.spellings: list[Spelling] = []
        self.keys: dict[str, int | tuple[int, ...] | None] = {}
        """From folded words to the numbers of spellings; None where a longer name only begins so."""
        self.phrases: dict[str, list[Opening]] = {}
        """From the folded first part of a phrase to the phrases that begin so."""
        self.longest_unspaced = 0
        """Characters of the longest name in a script without spaces."""
        self._forms: dict[int | tuple[int, ...] | None, tuple[Form, ...]] = {}
        terms = tuple(terms)
        plain = [Spelling(term, name, name.text) for term in terms for name in term.names]
        self._add(plain)
        self._add([more for spelling in plain for more in further(spelling)])
        for term in terms:
            for phrase in term.phrases:
                head = canonical(key(phrase.words[0]))
                self.phrases.setdefault(head, []).append(opening(term, phrase))
                self._put(head, None)

    def _add(self, spellings: list[Spelling]) -> None:
        if not spellings:
            return  # joined, no spelling at all would read as one empty one
        first = len(self.spellings)
        self.spellings += spellings
        folded = fold(JOIN.join([spelling.text for spelling in spellings])).text
        for number, words in enumerate(folded.split(JOIN), first):
            if words and not words.isspace():
                self._put(canonical(" ".join(words.split())), number)

    def _put(self, words: str, number: int | None) -> None:
        keys = self.keys
        if number is None:
            keys.setdefault(words, None)
        else:
            present = keys.get(words)
            if present is None:
                keys[words] = number
            else:
                keys[words] = (*(present if isinstance(present, tuple) else (present,)), number)
        space = words.find(" ")
        while space > 0:
            keys.setdefault(words[:space], None)
            space = words.find(" ", space + 1)
        if not words.isascii() and UNSPACED.search(words):
            self.longest_unspaced = max(self.longest_unspaced, len(words))

    def forms(self, numbers: int | tuple[int, ...] | None) -> tuple[Form, ...]:
        """The forms behind the numbers, made ready on first use."""
        made = self._forms.get(numbers)
        if made is None:
            own = (numbers,) if isinstance(numbers, int) else numbers or ()
            made = self._forms[numbers] = tuple(Form(*self.spellings[number]) for number in own)
        return made

    def owners(self, words: str) -> set[str]:
        """The slugs of the terms that have these words as a name."""
        return {form.term.slug for form in self.forms(self.keys.get(canonical(key(words))))}


def canonical(words: str) -> str:
    """Folded words with ``du``, ``des`` and ``d’`` inside as ``de``."""
    return _LINK.sub(" de", words) if " d" in words else words
