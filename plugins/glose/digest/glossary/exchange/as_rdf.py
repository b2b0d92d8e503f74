"""SKOS as RDF/XML, which other tools write: read only, with nothing fetched and no entity expanded."""

from __future__ import annotations

import re

from glose.digest.glossary.exchange.found import Found
from glose.digest.glossary.exchange.graph import parsed
from glose.digest.glossary.glossary import Glossary
from glose.digest.model.errors import Fault, GlossaryError

_DECLARED = re.compile(r"<!DOCTYPE|<!ENTITY", re.I)


def export(glossary: Glossary, base: str = "") -> str:
    """Raises `GlossaryError`: Turtle says the same and is easier to read."""
    raise GlossaryError(Fault("rdf", None, "is not written", "export skos, which is Turtle"))


def read(text: str, faults: list[Fault]) -> list[Found]:
    """The records of the concepts in an RDF/XML document. Raises `GlossaryError` when it cannot be read."""
    if found := _DECLARED.search(text):
        at = text.count("\n", 0, found.start()) + 1
        raise GlossaryError(
            Fault("import", at, "declares entities", "take the DOCTYPE out, or save it as Turtle")
        )
    return parsed(text, "xml")
