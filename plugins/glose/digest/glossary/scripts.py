"""Where names begin inside a word: after Arabic prefixes, and in scripts that put no space between words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from glose.digest.glossary.words import Words

if TYPE_CHECKING:
    from glose.digest.glossary.index import Index

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, kana, Han."""
ARABIC = re.compile("[\u0621-\u064a]")
CLITICS = ("وبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "ول", "وب", "ال", "و", "ف", "ب", "ك", "ل")
"""And, so, in, like, to, the: written together with the word that follows."""
SHORTEST_STEM = 3
"""Letters that must be left when a prefix is taken off: shorter ones are met inside many words by chance."""

Place = tuple[int, int, str, int]
"""Raw start, number of the word, the key to look up, raw end (-1: the end of the word, and perhaps further words)."""


def arabic_places(words: Words, index: Index) -> Iterator[Place]:
    """Names after the prefixes of Arabic words that are no names as they stand."""
    keys = index.begun
    for at, word in enumerate(words.words):
        if word in keys or not ARABIC.match(word):
            continue
        for clitic in CLITICS:
            stem = word[len(clitic) :]
            if word.startswith(clitic) and len(stem) >= SHORTEST_STEM and stem in keys:
                yield words.start(at, skip=len(clitic)), at, stem, -1
                break


def unspaced_places(words: Words, index: Index) -> Iterator[Place]:
    """Names anywhere inside words of scripts without spaces, the longest first at each place."""
    longest = index.longest_unspaced
    for at, word in enumerate(words.words):
        if not UNSPACED.search(word):
            continue
        for low in range(len(word)):
            for high in range(min(len(word), low + longest), low, -1):
                part = word[low:high]
                node = index.names.get(part)
                if node is not None and node.spellings and _cut(word, low) and _cut(word, high):
                    yield words.start(at, skip=low), at, part, words.end(at, upto=high)


def _cut(word: str, at: int) -> bool:
    """True when a name may begin or end there: not between two Latin letters or digits."""
    return not (0 < at < len(word) and word[at - 1].isascii() and word[at].isascii())
