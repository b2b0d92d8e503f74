"""Which words stand near: the rules that tell the two meanings of one word apart."""

from __future__ import annotations

import re
from functools import lru_cache

from glose.digest.glossary.fold import APOSTROPHES, SPACE, key, word_set
from glose.digest.glossary.forms import Form
from glose.digest.glossary.inflect import variants
from glose.digest.glossary.term import Rules
from glose.digest.glossary.words import Words

HONORIFICS = word_set("m mm mme mmes mlle mlles mr mrs ms dr me mgr sir lord lady frau herr")
_BESIDE = re.compile(rf"\.?{SPACE}?")
_ORDINAL = re.compile(r"(?:\d+|[ivx]+)(?:e|er|re|ere|eme|nd|st|th|rd)")


def renamed(form: Form, words: Words, first: int) -> bool:
    """True when the word before makes another name of a capitalised one: "M. Hollande", "la 3e Chambre"."""
    if not form.proper:
        return False
    at = first - 1
    if at >= 0 and not words.words[at]:
        at -= 1  # the full stop of "M."
    word = words.words[at] if at >= 0 else ""
    if (form.named or word not in HONORIFICS) and not _ORDINAL.fullmatch(word):
        return False
    if not _BESIDE.fullmatch(words.text, words.end(at), words.start(first)):
        return False
    return words.text[words.start(at)].isupper() or word[0].isdigit()


def follows(wanted: frozenset[str], words: Words, first: int) -> bool:
    """True when the word right before word `first` is one of those, with a space or an apostrophe between."""
    if first == 0 or words.words[first - 1] not in wanted:
        return False
    between = words.text[words.end(first - 1) : words.start(first)]
    return between.isspace() or (len(between) == 1 and between in APOSTROPHES)


def fits(rules: Rules, words: Words, first: int, last: int) -> bool:
    """True when what stands around words `first` to `last` is what the rules ask for."""
    if not rules.near and not rules.not_near:
        return True
    around = words.around(first, last, rules.within)
    return (not rules.near or any(holds(word, around) for word in rules.near)) and not any(
        holds(word, around) for word in rules.not_near
    )


def holds(word: str, around: list[str]) -> bool:
    """True when a rule's word, in any number or gender, stands among the folded words."""
    stem, forms = _compiled(word)
    if stem:
        return any(other.startswith(stem) for other in around)
    line = f" {' '.join(around)} "
    return any(form in line for form in forms)


@lru_cache(maxsize=10_000)
def _compiled(word: str) -> tuple[str, tuple[str, ...]]:
    """A prefix, when the word's end is open; else its forms between spaces."""
    if word.endswith("*"):
        return key(word[:-1]), ()
    return "", tuple({f" {key(form)} " for lang in ("fr", "en") for form in variants(word, lang)})
