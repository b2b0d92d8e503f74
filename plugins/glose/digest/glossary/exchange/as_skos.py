"""SKOS as Turtle; what the statements are, `rdf` says."""

from __future__ import annotations

import re
from functools import lru_cache

from glose.digest.glossary.exchange.found import Found
from glose.digest.glossary.exchange.graph import parsed
from glose.digest.glossary.exchange.rdf import Iri, Node, Text, Value, tree
from glose.digest.glossary.exchange.standard import PREFIXES
from glose.digest.glossary.glossary import Glossary
from glose.digest.model.errors import Fault

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_LITERAL = re.compile(r'[\\"\x00-\x1f\x7f\x85\u2028\u2029]')
_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_PREFIXED = re.compile(rf"(?:{'|'.join(PREFIXES)}):[A-Za-z_]+|a")


def export(glossary: Glossary, base: str = "") -> str:
    """Prefixes, then a paragraph a term; blank nodes are written inside the statement that they belong to."""
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return prefixes + "".join(
        f"\n{_name(node.name)}{_facts(node, '    ')} .\n" for node in tree(glossary, base)
    )


def read(text: str, faults: list[Fault]) -> list[Found]:
    """The records of the concepts in a Turtle document. Raises `GlossaryError` when it cannot be read."""
    return parsed(text, "turtle")


def _facts(node: Node, indent: str) -> str:
    lines = (f"{indent}{_name(fact)} {_value(value, indent)}" for fact, value in node.facts)
    return "\n" + " ;\n".join(lines)


def _value(value: Value, indent: str) -> str:
    if isinstance(value, Iri):
        return _name(value.name)
    if isinstance(value, Text):
        return _text(value)
    if isinstance(value, Node):
        return f"[{_facts(value, indent + '    ')} ]"
    return f"( {' '.join(_value(item, indent) for item in value)} )"


@lru_cache(2_000)
def _name(name: str) -> str:
    if _PREFIXED.fullmatch(name):
        return name
    return "<" + _IN_IRI.sub(lambda found: f"%{ord(found[0]):02X}", name) + ">"


def _text(text: Text) -> str:
    quoted = '"' + _LITERAL.sub(_escape, text.text) + '"'
    if text.lang:
        return f"{quoted}@{text.lang}"
    return f"{quoted}^^{text.datatype}" if text.datatype else quoted


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"
