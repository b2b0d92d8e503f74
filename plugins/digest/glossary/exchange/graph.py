"""An RDF graph becomes records: our own export in full, a foreign SKOS concept as far as it goes.

rdflib does the parsing. It is imported when a file is imported, never when a site is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from plugins.digest.glossary.exchange.rdf import BASE, DAYS, LABELS, PREFIXES, REGISTERS, RELATIONS
from plugins.digest.glossary.record import Record
from plugins.digest.model.errors import Fault, GlossaryError
from plugins.digest.text.slug import slugify

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node as Resource


def parsed(text: str, syntax: str) -> list[Record]:
    """The records of the concepts in `text`, by slug. `syntax` is rdflib's name for it."""
    try:
        from rdflib import Graph
    except ImportError:
        raise GlossaryError(
            Fault("import", None, "rdflib is not installed", "install it: pip install rdflib")
        ) from None
    found = Graph()
    try:
        found.parse(data=text, format=syntax, publicID=BASE)
    except Exception as error:  # rdflib's parsers raise whatever went wrong inside them
        message = str(error).strip().partition("\n")[0] or type(error).__name__
        raise GlossaryError(Fault("import", None, f"is not {syntax}: {message}", "export it anew")) from None
    reader = _Reader(found)
    try:
        return sorted(map(reader.entry, reader.concepts()), key=lambda entry: str(entry["slug"]))
    except ValueError as error:  # a number that is none, a list that never ends
        raise GlossaryError(
            Fault("import", None, f"is no export of ours: {error}", "export it anew")
        ) from None


class _Reader:
    """Looks statements up by prefixed names."""

    def __init__(self, graph: Graph) -> None:
        from rdflib import RDF, URIRef
        from rdflib.collection import Collection

        self.graph = graph
        self.kind = RDF.type
        self.uri: Callable[[str], URIRef] = URIRef
        self.collection = Collection

    def term(self, name: str) -> Resource:
        prefix, _, local = name.partition(":")
        return self.uri(PREFIXES[prefix] + local)

    def concepts(self) -> list[Resource]:
        return sorted(set(self.graph.subjects(self.kind, self.term("skos:Concept"))), key=str)

    def all(self, subject: Resource, name: str) -> list[Any]:
        """The objects of a statement, in the order that they give themselves, else by their text."""
        return sorted(
            self.graph.objects(subject, self.term(name)), key=lambda found: (self.order(found), found)
        )

    def one(self, subject: Resource, name: str) -> Any:
        return next(iter(self.all(subject, name)), None)

    def order(self, subject: Resource) -> int:
        found = self.graph.value(subject, self.term("glose:order"))
        return int(str(found or 0))

    def text(self, subject: Resource, name: str) -> str:
        return str(self.one(subject, name) or "")

    def texts(self, subject: Resource, name: str) -> Record:
        """Literals by language."""
        found = (value for value in self.all(subject, name) if getattr(value, "language", None))
        return {tag(value): str(value) for value in found}

    def words(self, subject: Resource, name: str) -> list[Any]:
        head = self.one(subject, name)
        return [] if head is None else list(self.collection(self.graph, head))

    def entry(self, concept: Resource) -> Record:
        """The record of one concept; what it does not say is left out."""
        whole = {
            "slug": self.slug(concept),
            "type": self.text(concept, "glose:type") or "concept",
            "names": self.names(concept),
            "match": self.rules(concept),
            "patterns": [self.pattern(found) for found in self.all(concept, "glose:pattern")],
            "senses": self.senses(concept),
            "same_as": self.same_as(concept),
            "relations": self.relations(concept),
            "sources": [self.source(found) for found in self.all(concept, "dct:source")],
            "as_of": self.text(concept, "glose:asOf"),
            "review_after": self.text(concept, "glose:reviewAfter"),
            "status": self.text(concept, "glose:status") or "draft",
            "contested": self.texts(concept, "skos:editorialNote"),
            "changes": [
                {"date": self.text(found, "dct:date"), "what": self.texts(found, "rdf:value")}
                for found in self.all(concept, "skos:changeNote")
                if self.text(found, "dct:date")
            ],
            "body": self.texts(concept, "dct:description"),
        }
        return {key: value for key, value in whole.items() if value}

    def slug(self, concept: Resource) -> str:
        given = self.text(concept, "dct:identifier")
        return given or slugify(
            str(concept).rstrip("/#").replace("#", "/").replace(":", "/").rpartition("/")[2]
        )

    def names(self, concept: Resource) -> list[Record]:
        """SKOS-XL labels with their days; where there are none, the plain labels."""
        own = [
            (
                self.order(label),
                {"text": str(form), "lang": tag(form), "role": role}
                | self.filled(label, (*DAYS, ("witness", "glose:witness")))
                | ({"match": rules} if (rules := self.rules(label)) else {}),
            )
            for role, local in LABELS.items()
            for label in self.all(concept, f"skosxl:{local}")
            if (form := self.one(label, "skosxl:literalForm")) is not None
        ]
        if own:
            return [name for _, name in sorted(own, key=lambda pair: pair[0])]
        return [
            {"text": str(label), "lang": tag(label), "role": role}
            for role, local in LABELS.items()
            for label in self.all(concept, f"skos:{local}")
        ]

    def senses(self, concept: Resource) -> list[Record]:
        from rdflib import Literal

        found = self.all(concept, "skos:definition")
        senses: list[Record] = [
            self.filled(sense, DAYS) | {"short": self.texts(sense, "rdf:value")}
            for sense in found
            if not isinstance(sense, Literal)
        ]
        plain = {
            str(text.language): str(text) for text in found if isinstance(text, Literal) and text.language
        }
        if plain:
            senses.append({"short": plain})
        return sorted(senses, key=lambda sense: str(sense.get("from", "")))

    def same_as(self, concept: Resource) -> Record:
        own = {
            self.text(found, "glose:register"): {"id": self.text(found, "dct:identifier")}
            | self.filled(found, (("checked", "glose:checked"), ("how", "glose:how")))
            for found in self.all(concept, "glose:sameAs")
        }
        matches = map(str, self.all(concept, "skos:exactMatch"))
        foreign = {
            scheme: {"id": iri.removeprefix(start).strip("/")}
            for iri in matches
            for scheme, start in REGISTERS.items()
            if iri.startswith(start)
        }
        return own or foreign

    def relations(self, concept: Resource) -> Record:
        """Slugs; in the order of our own list where there is one, else in the order of the alphabet."""
        found = {
            kind: list(map(str, self.words(concept, f"glose:{kind}")))
            or [self.slug(other) for other in self.all(concept, fact)]
            for kind, fact in RELATIONS.items()
        }
        return {kind: slugs for kind, slugs in found.items() if slugs}

    def source(self, found: Resource) -> Record:
        pairs = (
            ("title", "dct:title"),
            ("publisher", "dct:publisher"),
            ("date", "dct:date"),
            ("url", "foaf:page"),
        )
        return self.filled(found, pairs) or {"title": str(found), "url": str(found)}

    def rules(self, concept: Resource) -> Record:
        node = self.one(concept, "glose:match")
        if node is None:
            return {}
        found: Record = self.filled(node, (("case", "glose:case"),))
        if self.one(node, "glose:inflect") is not None:
            found["inflect"] = bool(self.one(node, "glose:inflect").toPython())
        found |= {
            key: list(map(str, words))
            for key in ("near", "not_near")
            if (words := self.words(node, f"glose:{key}"))
        }
        for key in ("within", "priority"):
            if self.one(node, f"glose:{key}") is not None:
                found[key] = int(self.one(node, f"glose:{key}"))
        return found

    def pattern(self, found: Resource) -> Record:
        seq = [{"gap": int(part)} if part.datatype else str(part) for part in self.words(found, "glose:seq")]
        return {"seq": seq} | self.filled(found, (("mark", "glose:mark"), ("lang", "glose:lang")))

    def filled(self, subject: Resource, pairs: Iterable[tuple[str, str]]) -> Record:
        return {key: text for key, name in pairs if (text := self.text(subject, name))}


def tag(literal: Any) -> str:
    """The language of a literal as it is customarily written (BCP 47, 2.1.1); rdflib has it in lower case."""
    first, *rest = (literal.language or "").split("-")
    return "-".join((first, *(_SUBTAG.get(len(part), str)(part) for part in rest)))


_SUBTAG: dict[int, Callable[[str], str]] = {2: str.upper, 4: str.title}
