"""All spellings of a glossary by their folded words, compiled once however many languages and dates ask.

A tree of words: from a word of the text one look-up says whether any name begins there, and one more for each
further word which names go on. That is the longest match from the left of an Aho-Corasick automaton on words, at the
same speed, and it shows the rules each candidate to verify.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from glose.digest.glossary.fold import JOIN, fold, key
from glose.digest.glossary.forms import Form
from glose.digest.glossary.joints import OF
from glose.digest.glossary.phrases import Opening, opening
from glose.digest.glossary.scripts import UNSPACED
from glose.digest.glossary.spellings import Spelling, further
from glose.digest.glossary.term import Term
from glose.digest.glossary.words import Words

_BETWEEN = re.compile(r"[\W_]+")
_LINK = re.compile(" (?:du|des|d)(?= |$)")


_NOTHING: dict[str, Node] = {}
"""After most names; it stays empty."""


class Node:
    """A word of names: what ends with it, and the words with which longer names go on."""

    __slots__ = ("_forms", "_proper", "after", "openings", "spellings")

    def __init__(self) -> None:
        self.after: dict[str, Node] = _NOTHING
        self.spellings: tuple[Spelling, ...] = ()
        self.openings: tuple[Opening, ...] = ()
        """Phrases whose first part ends here."""
        self._forms: tuple[Form, ...] = ()
        self._proper: bool | None = None

    @property
    def proper(self) -> bool:
        """True where nothing that ends here is written in small letters."""
        if self._proper is None:
            self._proper = all(form.capital and not form.acronym for form in self.forms)
        return self._proper

    @property
    def forms(self) -> tuple[Form, ...]:
        """The names that end here, made ready on first use."""
        if not self._forms and self.spellings:
            self._forms = tuple(
                Form(*one, also=(other.lang or other.name.lang for other in same))
                for one, *same in (list(alike) for _, alike in groupby(self.spellings, _asked))
            )
        return self._forms


def _asked(spelling: Spelling) -> tuple[object, ...]:
    """What decides where a spelling is found; the same name in two languages is one form, and is tried once."""
    term, name, text, only, after = spelling
    anywhere = _is_name(text) and not (name.rules or term.rules).inflect
    lang = only if anywhere else only or name.lang
    return term.slug, name.text, name.since, name.until, name.rules, text, lang, after


def _is_name(spelling: str) -> bool:
    """True where all words are written as names are: what the language says of small words does not matter then."""
    return not any(word.islower() or word.lower() in OF for word in _BETWEEN.split(spelling))


class Index:
    """Where the names of a glossary are looked up."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.begun: dict[str, Node] = {}
        """From the first words of names and phrases."""
        self.names: dict[str, Node] = {}
        """From the folded words of whole names, and of first parts of phrases, to where they end."""
        self.longest_unspaced = 0
        """Characters of the longest name in a script without spaces."""
        terms = tuple(terms)
        plain = [Spelling(term, name, name.text) for term in terms for name in term.names]
        self._add(plain)
        self._add([more for spelling in plain for more in further(spelling)])
        for term in terms:
            for phrase in term.phrases:
                node = self._node(canonical(key(phrase.words[0])))
                node.openings = (*node.openings, opening(term, phrase))

    def _add(self, spellings: list[Spelling]) -> None:
        if not spellings:
            return  # joined, no spelling at all would read as one empty one
        folded = fold(JOIN.join([spelling.text for spelling in spellings])).text
        for spelling, words in zip(spellings, folded.split(JOIN), strict=True):
            if words and not words.isspace():
                node = self._node(canonical(" ".join(words.split())))
                node.spellings = (*node.spellings, spelling)

    def _node(self, words: str) -> Node:
        """Where a name of these folded words ends."""
        known = self.names.get(words)
        if known is not None:
            return known
        if not words.isascii() and UNSPACED.search(words):
            self.longest_unspaced = max(self.longest_unspaced, len(words))
        first, *more = words.split(" ")
        node = self.begun.get(first)
        if node is None:
            node = self.begun[first] = Node()
        for word in more:
            if node.after is _NOTHING:
                node.after = {}
            if word not in node.after:
                node.after[word] = Node()
            node = node.after[word]
        self.names[words] = node
        return node

    def begins(self, words: Words, at: int) -> bool:
        """False for a word at which no name begins, as a look at the next word or at its own letters tells.

        `at`: the number of a word that is in `begun`.
        """
        folded = words.words
        node = self.begun[folded[at]]
        if node.after:
            following = words.after(at)
            if following < len(folded) and inner(folded[following]) in node.after:
                return True
        if not node.spellings:
            return bool(node.openings)
        small = node.proper and words.text[words.start(at) : words.end(at)].islower()
        return bool(node.openings) or not small

    def owners(self, words: str) -> set[str]:
        """The slugs of the terms that have these words as a name."""
        node = self.names.get(canonical(key(words)))
        return {spelling.term.slug for spelling in node.spellings} if node else set()


def inner(word: str) -> str:
    """What a word is looked up by that is not the first of a name (as in `canonical`)."""
    return "de" if word in OF else word


def canonical(words: str) -> str:
    """Folded words with ``du``, ``des`` and ``d’`` inside as ``de``."""
    return _LINK.sub(" de", words) if " d" in words else words
