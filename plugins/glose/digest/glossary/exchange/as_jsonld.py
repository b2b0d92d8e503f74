"""SKOS as JSON-LD 1.1 with its context inside; the same statements as in Turtle, see `rdf`."""

from __future__ import annotations

import json
from typing import Any

from glose.digest.glossary.exchange.found import Found
from glose.digest.glossary.exchange.graph import parsed
from glose.digest.glossary.exchange.rdf import Iri, Node, Text, Value, tree
from glose.digest.glossary.exchange.standard import PREFIXES
from glose.digest.glossary.glossary import Glossary
from glose.digest.model.errors import Fault, GlossaryError


def export(glossary: Glossary, base: str = "") -> str:
    """``@context`` with the prefixes, ``@graph`` with the scheme and the terms by slug."""
    whole = {"@context": PREFIXES, "@graph": [_node(node) for node in tree(glossary, base)]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _node(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": node.name} if node.name else {}
    for fact, value in node.facts:
        if fact == "a" and isinstance(value, Iri):
            found["@type"] = value.name
        else:
            found.setdefault(fact, []).append(_value(value))
    return {key: value[0] if len(value) == 1 else value for key, value in found.items()} if found else found


def _value(value: Value) -> Any:
    if isinstance(value, Iri):
        return {"@id": value.name}
    if isinstance(value, Node):
        return _node(value)
    if isinstance(value, Text):
        tag = {"@language": value.lang} if value.lang else {}
        kind = {"@type": value.datatype} if value.datatype else {}
        return {"@value": value.text} | tag | kind
    return {"@list": [_value(item) for item in value]}


def read(text: str, faults: list[Fault]) -> list[Found]:
    """The records of the concepts in a JSON-LD document. Raises `GlossaryError` when it cannot be read.

    A context that is only an address is refused: reading a file must not fetch anything.
    """
    try:
        whole = json.loads(text)
    except ValueError as error:
        raise GlossaryError(Fault("import", None, f"is not JSON: {error}", "export it anew")) from None
    if address := _fetched(whole):
        raise GlossaryError(
            Fault("import", None, f'would fetch "{address}"', "write the context itself into the file")
        )
    return parsed(text, "json-ld")


def _fetched(value: Any) -> str:
    """An address that a JSON-LD reader would fetch; empty where there is none."""
    if isinstance(value, list):
        return next(filter(None, map(_fetched, value)), "")
    if not isinstance(value, dict):
        return ""
    context = value.get("@context", ())
    for part in context if isinstance(context, list) else [context]:
        if isinstance(part, str):
            return part
        if isinstance(part, dict) and "@import" in part:
            return str(part["@import"])
    return next(filter(None, map(_fetched, value.values())), "")
