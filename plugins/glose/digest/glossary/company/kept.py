"""What a language puts beside a name without making it another name, and what does make it one."""

from __future__ import annotations

from dataclasses import dataclass

from glose.digest.glossary.fold import key


def folded(words: str) -> frozenset[str]:
    """The words of a list, as texts are compared."""
    return frozenset(key(words).split())


@dataclass(frozen=True, slots=True)
class Company:
    """The words of one language, folded."""

    titles: frozenset[str]
    """Forms of address, ranks, offices, trades: "Mme Merkel", "Chancellor Merkel". They may have a capital anywhere."""
    kinds: frozenset[str]
    """What places and firms are, and words that say when: "le groupe Exemple", "ex", "former"."""
    openers: frozenset[str]
    """Words that are small in a sentence and have a capital where one begins: "Selon Poutine", "Hier Poutine"."""
    masculine: frozenset[str] = frozenset()
    """Forms of address for a man alone."""
    feminine: frozenset[str] = frozenset()
    """Forms of address for a woman alone."""
    kin: frozenset[str] = frozenset()
    """Words that make a surname that of relatives: "les frères Exemple"."""
    streets: frozenset[str] = frozenset()
    """What is called after a place or a person: "rue de Washington"."""
    endings: tuple[str, ...] = ()
    """Endings of common nouns that have a capital everywhere (German)."""
    things: tuple[str, ...] = ()
    """Those of them that may stand before the name of a place: "Hauptstadt", "Messestadt"."""
    nouns: bool = False
    """True where common nouns have a capital."""
    surnames: int = 1
    """How many surnames a person has: of two, the first alone is somebody else's as well."""
    sides: frozenset[str] = frozenset()
    """Common nouns after a name that leave it what it is: "the Trump Administration"."""
