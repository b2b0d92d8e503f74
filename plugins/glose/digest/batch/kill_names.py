"""Which article a kill in plain text names: by its title, word for word, or by an identifier. Never by a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from glose.digest.batch.kill_log import Kill
from glose.digest.dates.names import fold
from glose.digest.newsroom.notices import titles_named
from glose.digest.newsroom.status_words import DONE

MANY_WORDS = 6
"""Words of a title that is found without quotation marks inside a sentence."""
FEW_WORDS = 2
"""Words of a title that can be told from a word of the notice."""
LONG_NAME = 6
"""Characters of an identifier with a digit."""
HYPHENS = 2
"""Of a slug: with fewer it may be a word of the language."""

_QUOTED = re.compile(r"[\"“”«»„][^\"“”«»„]*[\"“”«»„]")
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"[^\s\"“”«»„'’()\[\]<>,;]+")
_SENT_WITH = re.compile(r"\s*\([^()]*\)\s*$")
_ENDS = re.compile(rf"\s*(?:[,.;)\n]|$|{DONE}\b)")
"""Behind a title that ends here, and is not the beginning of a longer one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that a kill may mean."""

    title: str
    slug: str
    item: str
    seed: str
    source: str
    date: str
    """Day, ISO 8601; empty when nobody knows."""


class Naming:
    """What one kill names."""

    def __init__(self, kill: Kill) -> None:
        self.kill = kill
        self._unquoted = fold(_QUOTED.sub("\n", kill.text))
        self._titles = {_key(said) for said in _said(kill.text)}
        self._tokens = set(_tokens(kill.text))
        self._words = set(_WORD.findall(fold(kill.text)))

    def names(self, candidate: Candidate) -> bool:
        """True where title or identifier stand in the text, and agency and day are not another's."""
        if not (self._by_name(candidate) or self._by_title(candidate.title)):
            return False
        kill = self.kill
        if kill.source and candidate.source and kill.source != candidate.source:
            return False
        if kill.day and candidate.date > kill.day:
            return False
        days = [day for day in kill.days if day != kill.day]
        return not (days and candidate.date) or candidate.date in kill.days

    def _by_title(self, title: str) -> bool:
        words = _WORD.findall(fold(title))
        if len(words) < FEW_WORDS or not self._words.issuperset(words):
            return False
        if " ".join(words) in self._titles:
            return True
        if len(words) < MANY_WORDS:
            return False
        found = re.search(r"(?<!\w)" + r"[^\w\n]+".join(words) + r"(?!\w)", self._unquoted)
        return found is not None and bool(_ENDS.match(self._unquoted, found.end()))

    def _by_name(self, candidate: Candidate) -> bool:
        names = {candidate.item, PurePosixPath(candidate.seed).name, PurePosixPath(candidate.seed).stem}
        known = {name.lower() for name in names if len(name) >= LONG_NAME and any(map(str.isdigit, name))}
        if candidate.slug.count("-") >= HYPHENS:
            known.add(candidate.slug)
        return not known.isdisjoint(self._tokens)


def _said(text: str) -> Iterable[str]:
    """What may be a title: quoted, a line of its own, or all of a line behind a colon."""
    yield from titles_named(text)
    for line in text.splitlines():
        for whole in (line, _SENT_WITH.sub("", line)):
            yield whole
            yield from (whole[at.end() :] for at in re.finditer(r":\s", whole))


def _key(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _tokens(text: str) -> Sequence[str]:
    """The words of a text as identifiers are written, and the parts of an address."""
    whole = [token.strip(".:!?*/").lower() for token in _TOKEN.findall(text)]
    return [*whole, *(part for token in whole for part in token.split("/"))]
