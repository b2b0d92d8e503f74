"""Names that the articles use and the glossary does not explain, the most used first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from glose.digest.glossary.fold import key
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.introduced import Introduced, introduced
from glose.digest.glossary.recurring import recurring
from glose.digest.glossary.usage import Usage
from glose.digest.text.nouns import common_nouns

AROUND = 40
"""Characters of context shown on each side of an example."""
_SMALL = re.compile(r"(?<![^\W_])[^\W\d_][^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that an entry might explain, or that an entry lacks."""

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
    aliases: tuple[str, ...] = ()
    """Abbreviations that an article introduces beside it."""
    entry: str = ""
    """Slug of the entry of which it is another name; empty for one that no entry has."""


@dataclass(slots=True)
class _Found:
    """Everything that is known of one name, whatever its spelling."""

    forms: Counter[str] = field(default_factory=Counter)
    places: dict[str, tuple[int, str]] = field(default_factory=dict)
    aliases: dict[str, None] = field(default_factory=dict)
    entry: str = ""
    certain: bool = False
    """True for what cannot be a mere beginning of a sentence."""

    def see(self, words: str, start: int, usage: Usage) -> None:
        """Counts one place."""
        self.forms[words] += 1
        self.places.setdefault(usage.reading.path, (start, usage.reading.text))


def suggest(
    found: Iterable[Usage], limit: int = 50, glossary: Glossary | None = None
) -> tuple[Suggestion, ...]:
    """At most `limit` suggestions, those in most articles first, then the most frequent, then by the alphabet.

    A name and the abbreviation that an article introduces beside it are one suggestion; where the entry of one of
    them is in `glossary`, the other is suggested as its alias. A single capitalised word that stands only where a
    sentence begins is left out when the articles also have it in small letters: it is no name but a beginning. In
    languages that write all nouns with a capital, words that stand like common nouns are left out; in scripts without
    capitals, phrases that come back are names.
    """
    found = tuple(found)
    small = {key(word) for usage in found for word in _SMALL.findall(usage.reading.text) if word.islower()}
    names: dict[str, _Found] = {}
    shorts: dict[str, str] = {}
    taken: dict[str, list[tuple[int, int]]] = {}
    for usage in found:
        for one in introduced(usage.reading.text):
            taken.setdefault(usage.reading.path, []).append((one.start, one.end))
            _introduce(one, usage, names, shorts, glossary)
    common: set[str] = set()
    for usage in found:
        common |= {key(word) for word in common_nouns(usage.reading.text, usage.reading.lang)}
    for usage in found:
        spans = taken.get(usage.reading.path, ())
        for run in (*usage.unknown, *recurring(usage.reading.text, usage.reading.lang, glossary)):
            name = key(run.text)
            name = shorts.get(name, name)
            if any(start <= run.start < end for start, end in spans) or (
                name in common and name not in names
            ):
                continue
            names.setdefault(name, _Found()).see(run.text, run.start, usage)
            if not run.initial or " " in name:
                names[name].certain = True
    kept = [name for name, one in names.items() if one.certain or name not in small]
    kept.sort(key=lambda name: (-len(names[name].places), -names[name].forms.total(), name))
    return tuple(_suggestion(names[name]) for name in kept[:limit])


def _introduce(
    one: Introduced, usage: Usage, names: dict[str, _Found], shorts: dict[str, str], glossary: Glossary | None
) -> None:
    """Notes a name with its abbreviation, or the one of the two that the other's entry lacks."""
    owners = glossary.index.owners if glossary is not None else lambda words: set()
    of_long, of_short = owners(one.long), owners(one.short)
    if of_long and of_short:
        return  # both are known: as one, or as what their rules tell apart
    words = one.short if of_long else one.long
    note = names.setdefault(key(words), _Found())
    note.certain = True
    note.see(words, usage.reading.text.find(words, one.start), usage)
    if of_long or of_short:
        note.entry = min(of_long or of_short)
    else:
        note.aliases[one.short] = None
        shorts[key(one.short)] = key(one.long)


def _suggestion(one: _Found) -> Suggestion:
    # An abbreviation is counted with its name, and is not its spelling.
    ranked = sorted(one.forms, key=lambda form: (form in one.aliases, -one.forms[form], form))
    path, (start, text) = next(iter(one.places.items()))
    around = text[max(0, start - AROUND) : start + len(ranked[0]) + AROUND]
    return Suggestion(
        text=ranked[0],
        count=one.forms.total(),
        articles=len(one.places),
        forms=tuple(form for form in ranked if form not in one.aliases),
        path=path,
        example=" ".join(around.split()),
        aliases=tuple(one.aliases),
        entry=one.entry,
    )
