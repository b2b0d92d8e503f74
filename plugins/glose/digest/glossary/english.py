"""Number of English names, by their endings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glose.digest.glossary.fold import word_set
from glose.digest.glossary.heads import agreeing

_SHORTEST = 3
"""Letters that must be left when an ending is taken off."""
_POSTPOSED = word_set(
    "general martial apparent public elect designate emeritus laureate major royal plenipotentiary"
)
"""Adjectives after their noun, which takes the plural: "attorneys general"."""
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "child:children person:people foot:feet tooth:teeth goose:geese mouse:mice ox:oxen bacterium:bacteria"
        " datum:data medium:media memorandum:memoranda referendum:referenda stratum:strata curriculum:curricula"
        " criterion:criteria phenomenon:phenomena alumnus:alumni nucleus:nuclei stimulus:stimuli fungus:fungi"
        " matrix:matrices index:indices appendix:appendices quiz:quizzes potato:potatoes hero:heroes veto:vetoes"
        " embargo:embargoes torpedo:torpedoes cargo:cargoes"
    ).split()
)
_SINGULAR = {many: one for one, many in _IRREGULAR.items()}
_ACRONYM = re.compile(r"[A-Z]{2,}")


def english(text: str) -> Iterator[str]:
    """Plural and singular of the word that takes it: the last before a preposition, or the noun before "general"."""
    words = agreeing(text)
    if not words:
        return
    last = words[-1]
    if len(words) > 1 and last[0].lower() in _POSTPOSED:
        last = words[-2]
    head, hyphen, adjective = last[0].rpartition("-")
    word, rest = (head, hyphen + adjective) if adjective.lower() in _POSTPOSED else (last[0], "")
    first, hyphen, tail = word.partition("-")
    if tail.lower().startswith(("in-", "by", "at-", "of-", "on")):  # mother-in-law, passer-by
        word, rest = first, hyphen + tail + rest
    for form in _numbers(word):
        yield text[: last.start()] + form + rest + text[last.end() :]


def _numbers(word: str) -> Iterator[str]:
    low = word.lower()
    if word.isupper():
        if _ACRONYM.fullmatch(word):
            yield word + "s"  # NGOs; also inside a name: "UN MEPs"
        return
    for table in (_IRREGULAR, _SINGULAR):
        if low in table:
            yield word[:1] + table[low][1:] if word[:1].isupper() else table[low]
    if low.endswith("man"):
        yield word[:-2] + "en"
    elif low.endswith("men"):
        yield word[:-2] + "an"
    elif low.endswith("sis"):
        yield word[:-2] + "es"
    elif re.search(r"[^aeiou]y$", low):
        yield word[:-1] + "ies"
    elif re.search(r"(?:[sxz]|ch|sh)$", low):
        yield word + "es"
    elif low not in _IRREGULAR:
        yield word + "s"
        if re.search(r"[^f]fe?$", low):
            yield re.sub(r"fe?$", "ves", word)
    if len(word) > _SHORTEST:
        if low.endswith("ies"):
            yield word[:-3] + "y"
        elif re.search(r"(?:[sxz]|ch|sh)es$", low):
            yield word[:-2]
        if re.search(r"[^sui]s$", low):
            yield word[:-1]
