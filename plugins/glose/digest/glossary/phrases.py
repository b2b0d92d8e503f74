"""Phrases with bounded gaps: "cessez-le-feu … 27 février" inside one sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from glose.digest.glossary.fold import BREAK, OBJECT, key
from glose.digest.glossary.forms import Form
from glose.digest.glossary.joints import OF
from glose.digest.glossary.term import Name, Phrase, Term
from glose.digest.glossary.words import Words

SENTENCE_END = re.compile(
    rf"(?<!\b[A-ZÀ-Þ])(?<!\bMM)[.!?…][\"'’”»)\]]*\s+(?![a-zß-öø-ÿ])|\n\s*\n|[{BREAK}{OBJECT}]"
)
"""A full stop that is not an initial's, before anything but a small letter; a blank line; the end of a block."""


class Opening(NamedTuple):
    """A phrase, looked up by its first fixed part."""

    phrase: Phrase
    parts: tuple[Form, ...]
    """The fixed parts, in order."""
    keys: tuple[tuple[str, ...], ...]
    """Their folded words."""


def opening(term: Term, phrase: Phrase) -> Opening:
    """The phrase, made ready for comparison."""
    name = Name(" … ".join(phrase.words), phrase.lang or "mul", "hidden")
    return Opening(
        phrase,
        tuple(Form(term, name, part) for part in phrase.words),
        tuple(tuple("de" if word in OF else word for word in key(part).split()) for part in phrase.words),
    )


def phrase_end(begun: Opening, words: Words, first: int, last: int) -> int | None:
    """The last word of the phrase whose first part is words `first` to `last`; None where it does not go on."""
    text = words.text
    if not begun.parts[0].accepts(text, words.start(first), words.end(last)):
        return None
    for number, gap in enumerate(begun.phrase.gaps, 1):
        at = last
        found = None
        for _ in range(gap + 1):
            at = words.after(at)
            found = _part(begun, number, words, at)
            if found is not None:
                break
            if _part(begun, 0, words, at) is not None:
                return None  # the phrase begins again, nearer to its end
        if found is None or SENTENCE_END.search(text, words.end(last), words.start(at)):
            return None
        last = found
    return last


def _part(begun: Opening, number: int, words: Words, first: int) -> int | None:
    """The last word of the phrase's part of that number, where it begins at word `first`."""
    at = last = first
    for wanted in begun.keys[number]:
        if at >= len(words.words):
            return None
        word = words.words[at]
        if ("de" if word in OF else word) != wanted:
            return None
        last, at = at, words.after(at)
    return last if begun.parts[number].accepts(words.text, words.start(first), words.end(last)) else None
