"""Small synthetic terms for the tests of this folder."""

from __future__ import annotations

import datetime as dt
from typing import Any

from glose.digest.glossary import Glossary, Matcher
from glose.digest.glossary.term import Name, Rules, Sense, Source, Term


def term(slug: str, *names: str | Name, **fields: Any) -> Term:
    """A reviewed French term with these names; a plain string is a French one, the first of them preferred."""
    given = [
        name if isinstance(name, Name) else Name(name, "fr", "alt" if at else "pref")
        for at, name in enumerate(names)
    ]
    defaults: dict[str, Any] = {
        "type": "concept",
        "senses": (Sense(None, None, {"fr": f"Définition de {slug}."}),),
        "sources": (Source("Exemple", "https://example.org/"),),
        "as_of": dt.date(2026, 1, 1),
        "status": "reviewed",
    }
    return Term(slug=slug, names=tuple(given), **(defaults | fields))


def matcher(
    *terms: Term, lang: str = "fr", on: dt.date | None = dt.date(2016, 3, 15), **options: Any
) -> Matcher:
    """A matcher over these terms."""
    return Matcher(Glossary(terms), lang, on, **options)


EXAMPLES = (
    term("front", "Front d’Exemple", "Front"),
    term("alfa", "Alfa"),
    term("bravo", "Bravo"),
    term("charlie", "Charlie"),
    term("soldat", "soldat", rules=Rules(inflect=True)),
)
