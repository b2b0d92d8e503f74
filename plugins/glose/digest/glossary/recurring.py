"""Names in scripts that have no capitals, such as Arabic's: two or three words that come back side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.runs import Run
from glose.digest.text.stop_words import LANGUAGES, stop_words

TIMES = 2
"""How often a phrase must stand in an article; once is any two words."""
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652])*")


def recurring(text: str, lang: str, glossary: Glossary | None = None) -> Iterator[Run]:
    """Phrases of a text in a language with a list of stop words whose script has no capitals, from left to right.

    The longest phrase counts; one that is a name of `glossary` does not.

    >>> [run.text for run in recurring("زار بلدة المثال ثم غادر بلدة المثال", "ar")]
    ['بلدة المثال', 'بلدة المثال']
    """
    base = lang.partition("-")[0]
    if base not in LANGUAGES or any(word.upper() != word for word in stop_words(base)):
        return
    stop = stop_words(base)
    phrases: Counter[str] = Counter()
    places: list[tuple[int, int, str]] = []
    words = [(found.start(), found.end(), found[0]) for found in _WORD.finditer(text)]
    for length in (3, 2):
        for at in range(len(words) - length + 1):
            part = words[at : at + length]
            joined = all(text[one[1] : two[0]] in (" ", "\u00a0") for one, two in pairwise(part))
            if joined and not any(word in stop or len(word) < 3 for *_, word in part):
                start, end = part[0][0], part[-1][1]
                phrases[text[start:end]] += 1
                places.append((start, end, text[start:end]))
    taken: list[tuple[int, int]] = []
    found: list[Run] = []
    for start, end, phrase in places:  # three words before two
        if phrases[phrase] < TIMES or any(low < end and start < high for low, high in taken):
            continue
        if glossary is not None and any(glossary.index.owners(one) for one in (phrase, *phrase.split())):
            continue
        taken.append((start, end))
        found.append(Run(start, end, phrase, False))
    yield from sorted(found, key=lambda run: run.start)
