"""Which texts a changed term may stand in: a cheap guess, so that the matcher need not read all of them again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from glose.digest.build.records import Parsed
from glose.digest.glossary.fold import cuts, fold
from glose.digest.glossary.index import Index
from glose.digest.glossary.term import Term
from glose.digest.glossary.words import Words, page_words

_HAND_MADE = re.compile(r'data-term="([^"]*)"')
_BETWEEN = re.compile(r"\W+")


def words_of(parsed: Parsed, searched: Sequence[str]) -> str:
    """The folded words of a text, each once between spaces, as the matcher looks them up. `searched`: where it does.

    Where it may find a name inside a word (in Arabic, and in scripts without spaces), a second line has all letters
    with nothing between them.
    """
    forced: dict[str, str] = parsed.options.get("force", {})
    named = "\n".join([*_HAND_MADE.findall(parsed.html), *forced, *forced.values()])
    texts = *searched, named
    read = [page_words(text) for text in texts]
    read += [Words(text, fold(text, join=True)) for text in texts if any(cuts(text))]
    words = dict.fromkeys(chain.from_iterable(one.words for one in read))
    words.pop("", None)
    folded = [one.folded for one in read]
    letters = (
        "" if all(one.western for one in folded) else _BETWEEN.sub("", " ".join(one.text for one in folded))
    )
    return f" {' '.join(words)} \n{letters}"


def spellings(term: Term) -> tuple[tuple[str, ...], ...]:
    """The folded words of every spelling of a term, and of its slug, without the ``de`` that may be ``du`` as well."""
    keys = set(Index([term]).names)
    keys.add(term.slug.replace("-", " "))
    return tuple(
        sorted(
            {tuple(w for w in (_BETWEEN.sub("", w) for w in key.split()) if w and w != "de") for key in keys}
        )
    )


def may_mention(names: Iterable[tuple[str, ...]], found: str) -> bool:
    """False where none of the spellings can be in the text; True is a guess that the matcher decides."""
    words, _, letters = found.partition("\n")
    return any(
        all(f" {word} " in words for word in name) or (letters and all(word in letters for word in name))
        for name in names
    )
