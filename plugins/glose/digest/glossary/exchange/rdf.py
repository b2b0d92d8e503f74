"""A glossary as RDF: one tree of statements, which `as_skos` writes as Turtle and `as_jsonld` as JSON-LD.

Standard vocabularies say what they can, as `standard` lists: SKOS and SKOS-XL names and definitions, Dublin Core
sources, relations and dates, WGS 84 positions. Every other key of the grammar is a statement of the same name in the
namespace `NS`: a list of words is a collection, a list of records is a node each with its ``order``, a mapping is a
node each with its ``key``. `graph` reads all of it back by the same grammar.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from glose.digest.glossary.exchange import standard
from glose.digest.glossary.exchange.standard import BASE, customary, fact_of
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.record import Record, opened, records, whole
from glose.digest.glossary.write import in_full
from glose.digest.schema.kinds import Day, Kind, Web
from glose.digest.schema.record import ListOf, MapOf, Texts
from glose.digest.schema.record import Record as Keys


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


Value = Iri | Text | Node | tuple["Value", ...]
"""An object of a statement; a tuple is an RDF collection."""
Fact = tuple[str, Value]


def tree(glossary: Glossary, base: str = "") -> tuple[Node, ...]:
    """The scheme, then a concept for each term, by slug."""
    base = base or BASE
    scheme = Node(base, (("a", Iri("skos:ConceptScheme")),))
    return scheme, *(
        Node(base + entry["slug"], tuple(_concept(entry, base))) for entry in records(glossary.terms)
    )


def _concept(entry: Record, base: str) -> Iterator[Fact]:
    languages = tuple(dict.fromkeys(_languages(whole(), entry)))
    writer = _Writer(base, languages)
    yield "a", Iri("skos:Concept")
    yield "skos:inScheme", Iri(base)
    if languages:
        yield "glose:languages", tuple(map(Text, languages))
    yield from ((fact, Text(text, lang)) for fact, text, lang in standard.labels(entry["names"]))
    yield from writer.facts(whole(), entry, "")


def _languages(kind: Kind, value: Any) -> Iterator[str]:
    """The languages of all texts, as they come."""
    kind = opened(kind)
    if isinstance(kind, Texts):
        yield from value
    elif isinstance(kind, ListOf):
        for one in value:
            yield from _languages(kind.item, one)
    elif isinstance(kind, MapOf):
        for one in value.values():
            yield from _languages(kind.item, one)
    elif isinstance(kind, Keys) and isinstance(value, dict):
        for field in kind.fields:
            if field.key in value:
                yield from _languages(field.kind, value[field.key])


class _Writer:
    """Writes values by their kind; a path such as ``senses.short`` says which statement is a standard one."""

    def __init__(self, base: str, languages: tuple[str, ...]) -> None:
        self.base, self.languages = base, languages

    def facts(self, kind: Keys, value: Record, path: str) -> Iterator[Fact]:
        """The statements of a record."""
        if path == "names":
            value = dict(value)
            text, lang = value.pop("text"), value.pop("lang")
            value.pop("role")
            yield "skosxl:literalForm", Text(text, lang)
            if lang != customary(lang):
                yield "glose:lang", Text(lang)
        for field in kind.fields:
            if field.key in value:
                yield from self.stated(field.kind, value[field.key], f"{path}.{field.key}".strip("."))

    def stated(self, kind: Kind, value: Any, path: str) -> Iterator[Fact]:
        """The statements of one key."""
        kind, fact = opened(kind), fact_of(path)
        if isinstance(kind, Texts):
            yield from self.texts(value, path)
        elif path in standard.RELATIONS:
            yield from ((standard.RELATIONS[path], Iri(self.base + slug)) for slug in value)
            if len(value) > 1:
                yield fact, tuple(map(Text, value))
        elif path in standard.INLINE and isinstance(kind, Keys):
            yield from self.facts(kind, value, path)
        elif isinstance(kind, MapOf):
            for order, (key, one) in enumerate(value.items(), 1):
                if path == "same_as" and key in standard.REGISTERS:
                    yield "skos:exactMatch", Iri(standard.REGISTERS[key] + one["id"])
                named: Fact = (fact_of(f"{path}.key"), Text(key))
                yield fact, self.node(kind.item, one, path, named, ("glose:order", _number(order)))
        elif isinstance(kind, ListOf) and isinstance(opened(kind.item), Keys) and not _mixed(value):
            for order, one in enumerate(value, 1):
                each = standard.label_fact(one["role"]) if path == "names" else fact
                yield each, self.node(kind.item, one, path, ("glose:order", _number(order)))
        else:
            yield fact, self.value(kind, value, path)

    def texts(self, texts: dict[str, str], path: str) -> Iterator[Fact]:
        """Tagged literals; also with their tags where a graph would not give these back, or not in this order."""
        fact = fact_of(path)
        usual = [tag for tag in self.languages if tag in texts]
        told = list(texts) == usual and all(tag == customary(tag) for tag in texts)
        if told or fact != f"glose:{path.rpartition('.')[2]}":
            yield from ((fact, Text(text, lang)) for lang, text in texts.items())
        if not told:
            own = (
                Node("", (("glose:lang", Text(lang)), ("rdf:value", Text(text))))
                for lang, text in texts.items()
            )
            yield f"glose:{path.rpartition('.')[2]}", tuple(own)

    def node(self, kind: Kind, value: Any, path: str, *more: Fact) -> Node:
        """A record or a bare value as a blank node."""
        kind = opened(kind)
        if isinstance(kind, Keys) and isinstance(value, dict):
            typed = (("a", Iri(standard.CLASSES[path])),) if path in standard.CLASSES else ()
            return Node("", (*typed, *self.facts(kind, value, path), *more))
        return Node("", (("rdf:value", self.value(kind, value, path)), *more))

    def value(self, kind: Kind, value: Any, path: str) -> Value:
        """A value that one statement or one place in a collection holds."""
        kind = opened(kind)
        if isinstance(kind, ListOf):
            return tuple(self.value(kind.item, one, path) for one in value)
        if isinstance(value, dict):
            return self.node(kind, value, path)
        if isinstance(value, bool):
            return Text(str(value).lower(), datatype="xsd:boolean")
        if isinstance(value, int):
            return _number(value)
        if isinstance(value, float):
            return Text(in_full(value), datatype="xsd:decimal")
        datatype = "xsd:date" if isinstance(kind, Day) else "xsd:anyURI" if isinstance(kind, Web) else ""
        return Text(value, datatype=datatype)


def _mixed(values: list[Any]) -> bool:
    """True for a list of which some items are bare values."""
    return not all(isinstance(one, dict) for one in values)


def _number(number: int) -> Text:
    return Text(str(number), datatype="xsd:integer")
