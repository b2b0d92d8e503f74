"""Names that the articles use and the glossary does not explain, the most used first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.digest.glossary.fold import key
from plugins.digest.glossary.usage import Usage

AROUND = 40
"""Characters of context shown on each side of an example."""
_SMALL = re.compile(r"(?<![^\W_])[^\W\d_][^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that an entry might explain."""

    text: str
    """Its most frequent spelling."""
    count: int
    articles: int
    """In how many articles it stands."""
    forms: tuple[str, ...]
    """All spellings that differ in accents, case or signs only, the most frequent first."""
    path: str
    """The first article that has it."""
    example: str
    """The words around it there."""


def suggest(found: Iterable[Usage], limit: int = 50) -> tuple[Suggestion, ...]:
    """At most `limit` suggestions, those in most articles first, then the most frequent, then by the alphabet.

    A single capitalised word that stands only where a sentence begins is left out when the articles also have it
    in small letters: it is no name but a beginning.
    """
    found = tuple(found)
    small = {key(word) for usage in found for word in _SMALL.findall(usage.reading.text) if word.islower()}
    forms: dict[str, Counter[str]] = {}
    places: dict[str, dict[str, tuple[int, str]]] = {}
    certain: set[str] = set()
    for usage in found:
        for run in usage.unknown:
            name = key(run.text)
            forms.setdefault(name, Counter())[run.text] += 1
            places.setdefault(name, {}).setdefault(usage.reading.path, (run.start, usage.reading.text))
            if not run.initial or " " in name:
                certain.add(name)
    names = [name for name in forms if name in certain or name not in small]
    ranked = sorted(names, key=lambda name: (-len(places[name]), -forms[name].total(), name))
    return tuple(_suggestion(forms[name], places[name]) for name in ranked[:limit])


def _suggestion(forms: Counter[str], places: dict[str, tuple[int, str]]) -> Suggestion:
    ranked = sorted(forms, key=lambda form: (-forms[form], form))
    path, (start, text) = next(iter(places.items()))
    around = text[max(0, start - AROUND) : start + len(ranked[0]) + AROUND]
    return Suggestion(
        text=ranked[0],
        count=forms.total(),
        articles=len(places),
        forms=tuple(ranked),
        path=path,
        example=" ".join(around.split()),
    )
