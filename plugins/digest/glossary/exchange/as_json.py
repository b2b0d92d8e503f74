"""JSON: the records as they are, as ``glossary.schema.json`` beside this module describes them."""

from __future__ import annotations

import json

from plugins.digest.glossary.glossary import Glossary
from plugins.digest.glossary.record import FIELDS, Record, records
from plugins.digest.model.errors import Fault, GlossaryError

VERSION = 1
"""Of the layout; a reader refuses any other."""


def export(glossary: Glossary, base: str = "") -> str:
    """One object: ``version`` and ``terms``, the terms by slug. `base` is not used."""
    whole = {"version": VERSION, "terms": records(glossary.terms)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> list[Record]:
    """The records of an export. Raises `GlossaryError` when the text is no such JSON."""
    try:
        whole = json.loads(text)
    except ValueError as error:
        raise GlossaryError(
            Fault("import", getattr(error, "lineno", None), f"is not JSON: {error}", "export it anew")
        ) from None
    if not isinstance(whole, dict) or whole.get("version") != VERSION:
        raise GlossaryError(
            Fault("import", None, f'has no "version": {VERSION}', "export it with this version of the site")
        )
    terms = whole.get("terms")
    if not isinstance(terms, list) or not all(isinstance(entry, dict) for entry in terms):
        raise GlossaryError(
            Fault("import", None, '"terms" is no list of objects', "see glossary.schema.json")
        )
    unknown = sorted({key for entry in terms for key in entry} - set(FIELDS))
    if unknown:
        raise GlossaryError(
            Fault("import", None, f'unknown key "{unknown[0]}" in a term', f"known are {', '.join(FIELDS)}")
        )
    return terms
