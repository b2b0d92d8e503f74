"""What the concept of another thesaurus says in plain SKOS, where it says nothing in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glose.digest.glossary.exchange.standard import LABELS, REGISTERS
from glose.digest.glossary.record import Record

if TYPE_CHECKING:
    from glose.digest.glossary.exchange.graph import Reader


def filled(reader: Reader, concept: Any, entry: Record) -> Record:
    """The entry with what a foreign concept has in place of ours; a draft, unless it says otherwise."""
    return entry | {
        key: value
        for key, value in {
            "type": entry.get("type") or "concept",
            "names": entry.get("names") or _names(reader, concept),
            "senses": _senses(reader, concept, entry.get("senses", [])),
            "same_as": entry.get("same_as") or _matches(reader, concept),
            "sources": [_source(source) for source in entry.get("sources", [])],
            "changes": [change for change in entry.get("changes", []) if isinstance(change, dict)],
            "status": entry.get("status") or "draft",
        }.items()
        if value
    }


def _names(reader: Reader, concept: Any) -> list[Record]:
    from glose.digest.glossary.exchange.graph import tag

    return [
        {"text": str(label), "lang": tag(label), "role": role}
        for role, local in LABELS.items()
        for label in reader.all(concept, f"skos:{local}")
    ]


def _senses(reader: Reader, concept: Any, senses: list[Any]) -> list[Record]:
    """Definitions that are plain literals are one sense together."""
    own = [sense for sense in senses if isinstance(sense, dict)]
    plain = reader.tagged(reader.all(concept, "skos:definition"))
    return [*own, {"short": plain}] if plain else own


def _matches(reader: Reader, concept: Any) -> Record:
    """Identifiers of registers that we know by their addresses."""
    matches = map(str, reader.all(concept, "skos:exactMatch"))
    return {
        scheme: {"id": iri.removeprefix(start).strip("/")}
        for iri in matches
        for scheme, start in REGISTERS.items()
        if iri.startswith(start)
    }


def _source(source: Any) -> Record:
    return source if isinstance(source, dict) else {"title": str(source), "url": str(source)}
