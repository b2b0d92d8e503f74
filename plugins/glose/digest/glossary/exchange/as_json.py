"""JSON: the records as they are, as `schema` says and ``glossary.schema.json`` beside this module repeats."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from glose.digest.glossary.exchange.found import Found
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.record import records, whole
from glose.digest.model.errors import Fault, GlossaryError
from glose.digest.schema.node import nearest

VERSION = 1
"""Of the layout; a reader refuses any other."""


def export(glossary: Glossary, base: str = "") -> str:
    """One object: ``version`` and ``terms``, the terms by slug. `base` is not used."""
    return _written({"version": VERSION, "terms": records(glossary.terms)})


def _written(whole: Any) -> str:
    # As `json` writes it with an indent, in a fifth of the time.
    return msgspec.json.format(json.dumps(whole, ensure_ascii=False).encode(), indent=1).decode() + "\n"


def schema() -> str:
    """What an export holds, as JSON Schema 2020-12 made from the grammar of an entry."""
    return _written(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": "urn:glose:glossary.schema.json",
            "title": "Glossary",
            "description": "What `invoke glossary.export --format json` writes and `/glossary.json` serves.",
            "type": "object",
            "required": ["version", "terms"],
            "additionalProperties": False,
            "properties": {
                "version": {"const": VERSION},
                "terms": {"type": "array", "items": whole().schema()},
            },
        }
    )


def read(text: str, faults: list[Fault]) -> list[Found]:
    """The records of an export; a term with an unknown key goes to `faults`.

    Raises `GlossaryError` when the text is no such JSON.
    """
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except ValueError as error:
        raise GlossaryError(
            Fault("import", getattr(error, "lineno", None), f"is not JSON: {error}", "export it anew")
        ) from None
    if not isinstance(found, dict) or found.get("version") != VERSION:
        raise GlossaryError(
            Fault("import", None, f'has no "version": {VERSION}', "export it with this version of the site")
        )
    terms = found.get("terms")
    if not isinstance(terms, list) or not all(isinstance(entry, dict) for entry in terms):
        raise GlossaryError(
            Fault("import", None, '"terms" is no list of objects', "see glossary.schema.json")
        )
    known = whole().keys
    sound = []
    for entry in terms:
        unknown = sorted(set(entry) - set(known))
        if unknown:
            what = f'unknown key "{unknown[0]}" in the term "{entry.get("slug", "")}"'
            faults.append(Fault("import", None, what, nearest(unknown[0], known)))
        else:
            sound.append(Found(entry))
    return sound
