"""A synthetic archive, the same at every run: articles of a given length and a glossary of a given size."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from glose.digest.glossary import Glossary
from glose.digest.glossary.term import Name, Sense, Source, Term

SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo bra cle dri flo gra pli".split()
PLAIN = (
    "le la les un une des de du en dans sur pour par avec sans sous selon depuis après avant plus moins "
    "ville province groupe ministre accord bataille frontière marché école route semaine matin source témoin"
).split()
WORDS = 400
"""Words of an article: a longish dispatch."""


def word(chance: random.Random) -> str:
    """A pronounceable word that no language has."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


def names(number: int) -> list[str]:
    """Distinct names of one to three words with capitals and an accent here and there."""
    chance = random.Random(number)
    found: dict[str, None] = {}
    while len(found) < number:
        parts = [word(chance).capitalize() for _ in range(chance.choice((1, 2, 2, 3)))]
        found[" ".join(parts).replace("e", "é", chance.randint(0, 1))] = None
    return list(found)


def glossary(number: int) -> Glossary:
    """So many reviewed terms with one name and one definition each."""
    day = dt.date(2016, 1, 1)
    source = (Source("Registre d’essai", "https://exemple.test/"),)
    return Glossary(
        tuple(
            Term(
                slug=f"terme-{i}",
                type="concept",
                names=(Name(name, "fr", "pref"),),
                senses=(Sense(None, None, {"fr": f"Définition d’essai numéro {i}."}),),
                sources=source,
                as_of=day,
                status="reviewed",
            )
            for i, name in enumerate(names(number))
        )
    )


def paragraphs(number: int, known: list[str], words: int = WORDS) -> Iterator[list[str]]:
    """Articles as lists of paragraphs; about one word in forty is one of the first thousand known names."""
    chance = random.Random(7)
    for _ in range(number):
        out: list[str] = []
        for _ in range(8):
            tokens = [
                chance.choice(known[:1000]) if chance.random() < 0.025 else chance.choice(PLAIN)
                for _ in range(words // 8)
            ]
            out.append(" ".join(tokens).capitalize() + ".")
        yield out
