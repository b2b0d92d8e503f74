"""A glossary as RDF: one tree of statements, which `as_skos` writes as Turtle and `as_jsonld` as JSON-LD.

Standard vocabularies say what they can: SKOS and SKOS-XL names and definitions, Dublin Core sources,
relations and dates. A definition is a resource, as SKOS allows for its notes, since it has days on which it
holds. What they have no word for is in the namespace `NS`: the days (``from``, ``until``), the order of a
list (``order``), matching rules, review. `graph` reads both back, and takes from a foreign SKOS concept what
is standard in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.digest.glossary.glossary import Glossary
from plugins.digest.glossary.record import Record, records

BASE = "urn:glose:"
"""What stands before a slug where the site's address is not known."""
NS = "urn:glose:ns:"
PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "glose": NS,
}
REGISTERS = {
    "wikidata": "http://www.wikidata.org/entity/",
    "geonames": "https://sws.geonames.org/",
}
"""Registers whose identifiers have an IRI."""
LABELS = {"pref": "prefLabel", "alt": "altLabel", "hidden": "hiddenLabel"}
RELATIONS = {"part_of": "dct:isPartOf", "replaced_by": "dct:isReplacedBy", "see": "skos:related"}
DAYS = (("from", "glose:from"), ("until", "glose:until"))


@dataclass(frozen=True, slots=True)
class Iri:
    """A resource that is only named; a prefixed name (``skos:Concept``) or a whole IRI."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """A literal."""

    text: str
    lang: str = ""
    datatype: str = ""
    """Prefixed name; empty for a plain or tagged text."""


@dataclass(frozen=True, slots=True)
class Node:
    """A resource with its statements, in the order in which they are written."""

    name: str
    """As in `Iri`; empty for a blank node."""
    facts: tuple[tuple[str, Value], ...]


Value = Iri | Text | Node | tuple[Text, ...]
"""An object of a statement; a tuple is an RDF collection."""
Fact = tuple[str, Value]


def tree(glossary: Glossary, base: str = "") -> tuple[Node, ...]:
    """The scheme, then a concept for each term, by slug."""
    base = base or BASE
    scheme = Node(base, (("a", Iri("skos:ConceptScheme")),))
    return scheme, *(
        Node(base + entry["slug"], tuple(_facts(entry, base))) for entry in records(glossary.terms)
    )


def _facts(entry: Record, base: str) -> Iterator[Fact]:
    yield "a", Iri("skos:Concept")
    yield "skos:inScheme", Iri(base)
    yield "dct:identifier", Text(entry["slug"])
    yield "glose:type", Text(entry["type"])
    yield from _labels(entry["names"])
    for order, name in enumerate(entry["names"], 1):
        yield f"skosxl:{LABELS[name['role']]}", Node("", tuple(_label(name, order)))
    for sense in entry["senses"]:
        yield "skos:definition", Node("", (*_days(sense), *_values(sense["short"])))
    yield from _tagged("dct:description", entry.get("body", {}))
    yield from _tagged("skos:editorialNote", entry.get("contested", {}))
    for order, change in enumerate(entry.get("changes", ()), 1):
        when = ("dct:date", _day(change["date"]))
        yield "skos:changeNote", Node("", (_order(order), when, *_values(change["what"])))
    for kind, slugs in entry.get("relations", {}).items():
        yield from ((RELATIONS[kind], Iri(base + slug)) for slug in slugs)
        if len(slugs) > 1:
            yield f"glose:{kind}", tuple(map(Text, slugs))
    for order, (scheme, found) in enumerate(entry.get("same_as", {}).items(), 1):
        if scheme in REGISTERS:
            yield "skos:exactMatch", Iri(REGISTERS[scheme] + found["id"])
        yield "glose:sameAs", Node("", tuple(_identifier(scheme, found, order)))
    for order, source in enumerate(entry["sources"], 1):
        yield "dct:source", Node("", tuple(_source(source, order)))
    yield from _rules(entry.get("match", {}))
    for order, pattern in enumerate(entry.get("patterns", ()), 1):
        yield "glose:pattern", Node("", tuple(_pattern(pattern, order)))
    yield "glose:asOf", _day(entry["as_of"])
    if "review_after" in entry:
        yield "glose:reviewAfter", _day(entry["review_after"])
    yield "glose:status", Text(entry["status"])


def _labels(names: Iterable[Record]) -> Iterator[Fact]:
    """Plain SKOS labels: one preferred a language (the latest), and no text in two roles (SKOS S13, S14)."""
    names = list(names)
    preferred: dict[str, Record] = {}
    for name in names:
        if name["role"] == "pref":
            held = preferred.get(name["lang"])
            if held is None or held.get("from", "") < name.get("from", ""):
                preferred[name["lang"]] = name
    plain = {(name["lang"], name["text"]): "pref" for name in preferred.values()}
    for role in ("pref", "alt", "hidden"):
        for name in names:
            if name["role"] == role:
                plain.setdefault((name["lang"], name["text"]), "alt" if role == "pref" else role)
    for (lang, text), role in plain.items():
        yield f"skos:{LABELS[role]}", Text(text, lang)


def _label(name: Record, order: int) -> Iterator[Fact]:
    yield "a", Iri("skosxl:Label")
    yield "skosxl:literalForm", Text(name["text"], name["lang"])
    yield from _days(name)
    if "witness" in name:
        yield "glose:witness", Text(name["witness"])
    yield from _rules(name.get("match", {}))
    yield _order(order)


def _identifier(scheme: str, found: Record, order: int) -> Iterator[Fact]:
    yield "glose:register", Text(scheme)
    yield "dct:identifier", Text(found["id"])
    if "checked" in found:
        yield "glose:checked", _day(found["checked"])
    if "how" in found:
        yield "glose:how", Text(found["how"])
    yield _order(order)


def _source(source: Record, order: int) -> Iterator[Fact]:
    yield "dct:title", Text(source["title"])
    if "publisher" in source:
        yield "dct:publisher", Text(source["publisher"])
    if "date" in source:
        yield "dct:date", Text(source["date"])
    yield "foaf:page", Text(source["url"], datatype="xsd:anyURI")
    yield _order(order)


def _rules(rules: Record) -> Iterator[Fact]:
    facts: list[Fact] = []
    for key, value in rules.items():
        if isinstance(value, list):
            facts.append((f"glose:{key}", tuple(map(Text, value))))
        elif isinstance(value, bool):
            facts.append((f"glose:{key}", Text(str(value).lower(), datatype="xsd:boolean")))
        else:
            facts.append((f"glose:{key}", _number(value) if isinstance(value, int) else Text(value)))
    if facts:
        yield "glose:match", Node("", tuple(facts))


def _pattern(pattern: Record, order: int) -> Iterator[Fact]:
    yield (
        "glose:seq",
        tuple(_number(part["gap"]) if isinstance(part, dict) else Text(part) for part in pattern["seq"]),
    )
    for key in ("mark", "lang"):
        if key in pattern:
            yield f"glose:{key}", Text(pattern[key])
    yield _order(order)


def _days(item: Record) -> Iterator[Fact]:
    return ((fact, _day(item[key])) for key, fact in DAYS if key in item)


def _values(texts: Record) -> Iterator[Fact]:
    return _tagged("rdf:value", texts)


def _tagged(fact: str, texts: Record) -> Iterator[Fact]:
    return ((fact, Text(text, lang)) for lang, text in texts.items())


def _day(day: str) -> Text:
    return Text(day, datatype="xsd:date")


def _number(number: int) -> Text:
    return Text(str(number), datatype="xsd:integer")


def _order(order: int) -> Fact:
    return "glose:order", _number(order)
