"""An RDF graph becomes records: our own export in full, a foreign SKOS concept as far as it goes (`foreign`).

rdflib does the parsing. It is imported when a file is imported, never when a site is built.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from glose.digest.glossary.exchange import standard
from glose.digest.glossary.exchange.found import Found, Homeless
from glose.digest.glossary.exchange.standard import BASE, LABELS, PREFIXES, customary, fact_of
from glose.digest.glossary.record import Record, opened, whole
from glose.digest.model.errors import Fault, GlossaryError
from glose.digest.schema.kinds import Kind
from glose.digest.schema.record import ListOf, MapOf, Texts, is_empty
from glose.digest.schema.record import Record as Keys
from glose.digest.text.slug import name_slug

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node as Resource


def parsed(text: str, syntax: str) -> list[Found]:
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
    reader = Reader(found)
    try:
        found_entries = [Found(reader.entry(one), left=reader.left(one)) for one in reader.concepts()]
        return sorted(found_entries, key=lambda found: str(found.record["slug"]))
    except ValueError as error:  # a number that is none, a list that never ends
        raise GlossaryError(
            Fault("import", None, f"is no export of ours: {error}", "export it anew")
        ) from None


_OPAQUE = re.compile(r"(?:[A-Za-z]{0,8}[-_.]?)?\d[\w.-]*")
_AT_HOME = (
    "rdf:type dct:identifier dct:source dct:description dct:isPartOf dct:isReplacedBy skos:prefLabel skos:altLabel "
    "skos:hiddenLabel skos:definition skos:related skos:inScheme skos:topConceptOf skosxl:prefLabel skosxl:altLabel "
    "skosxl:hiddenLabel"
).split()


class Reader:
    """Looks statements up by prefixed names, and values by the grammar of an entry."""

    def __init__(self, graph: Graph) -> None:
        from rdflib import RDF, Literal, URIRef
        from rdflib.collection import Collection

        self.graph = graph
        self.rdf, self.literal = RDF, Literal
        self.uri: Callable[[str], URIRef] = URIRef
        self.collection = Collection
        self.taken: dict[str, Resource] = {}
        """Slugs that were made of a name."""
        self.at_home = {str(self.term(name)) for name in _AT_HOME}
        self.languages: list[str] = []
        """Of the concept that is being read, in their order."""

    def term(self, name: str) -> Resource:
        prefix, _, local = name.partition(":")
        return self.uri(PREFIXES[prefix] + local)

    def concepts(self) -> list[Resource]:
        return sorted(set(self.graph.subjects(self.rdf.type, self.term("skos:Concept"))), key=str)

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

    def is_list(self, found: Any) -> bool:
        return found == self.rdf.nil or self.graph.value(found, self.rdf.first) is not None

    def items(self, head: Resource) -> list[Any]:
        """What a collection holds."""
        return list(self.collection(self.graph, head))

    def entry(self, concept: Resource) -> Record:
        """The record of one concept; what it does not say is left out."""
        from glose.digest.glossary.exchange.foreign import filled

        head = self.one(concept, "glose:languages")
        self.languages = [] if head is None else list(map(str, self.items(head)))
        found = self.record(whole(), concept, "")
        found["slug"] = found.get("slug") or self.slug(concept)
        return filled(self, concept, found)

    def slug(self, concept: Resource) -> str:
        """Its own identifier, else what its address ends in, unless that is a number that says nothing."""
        given = self.text(concept, "dct:identifier")
        last = str(concept).rstrip("/#").replace("#", "/").replace(":", "/").rpartition("/")[2]
        if given or not _OPAQUE.fullmatch(last):
            return given or name_slug(last)
        names = sorted(
            self.all(concept, "skos:prefLabel"), key=lambda label: (tag(label) != "en", str(label))
        )
        slug = name_slug(str(names[0])) if names else name_slug(last)
        if self.taken.setdefault(slug, concept) != concept:
            return name_slug(f"{slug}-{last}")
        return slug

    def left(self, concept: Resource) -> tuple[Homeless, ...]:
        """What is stated of a concept that is not ours, and that no key holds."""
        if any(str(fact).startswith(standard.NS) for fact in self.graph.predicates(concept)):
            return ()
        rows = []
        for fact, value in self.graph.predicate_objects(concept):
            name = self.graph.namespace_manager.normalizeUri(str(fact)).strip("<>")
            if str(fact) not in self.at_home and not self.matched(fact, value):
                language = getattr(value, "language", None)
                rows.append(Homeless(name, f"{value} ({language})" if language else str(value)))
        return tuple(sorted(rows))

    def matched(self, fact: Resource, value: Resource) -> bool:
        """Whether it is the identifier of a register that we know."""
        return fact == self.term("skos:exactMatch") and str(value).startswith(
            tuple(standard.REGISTERS.values())
        )

    def record(self, kind: Keys, subject: Resource, path: str) -> Record:
        """What is stated of `subject`, by the keys of that kind."""
        found = {
            one.key: self.stated(one.kind, subject, f"{path}.{one.key}".strip(".")) for one in kind.fields
        }
        if path == "names":
            form = self.one(subject, "skosxl:literalForm")
            found["text"] = "" if form is None else str(form)
            found["lang"] = found["lang"] or tag(form)
        return {key: value for key, value in found.items() if value is False or not is_empty(value)}

    def stated(self, kind: Kind, subject: Resource, path: str) -> Any:
        """What is stated of one key; None or empty where nothing is."""
        kind, fact = opened(kind), fact_of(path)
        if isinstance(kind, Texts):
            return self.texts(subject, path)
        if path == "names" and isinstance(kind, ListOf):
            return self.names(kind, subject)
        if path in standard.INLINE and isinstance(kind, Keys):
            return self.record(kind, subject, path)
        objects = self.all(subject, fact)
        if path in standard.RELATIONS and not objects:
            return [self.slug(other) for other in self.all(subject, standard.RELATIONS[path])]
        if isinstance(kind, MapOf):
            keyed = ((self.text(one, fact_of(f"{path}.key")), one) for one in objects)
            return {key: self.value(kind.item, one, path) for key, one in keyed}
        if isinstance(kind, ListOf):
            lists = (self.items(one) if self.is_list(one) else [one] for one in objects)
            return [self.value(kind.item, one, path) for found in lists for one in found]
        return self.value(kind, objects[0], path) if objects else None

    def value(self, kind: Kind, found: Any, path: str) -> Any:
        """The value that a literal or a node is."""
        kind = opened(kind)
        if isinstance(found, self.literal):
            return _plain(found)
        if isinstance(kind, ListOf) and self.is_list(found):
            return [self.value(kind.item, one, path) for one in self.items(found)]
        bare = self.graph.value(found, self.rdf.value)
        if isinstance(kind, Keys) and (bare is None or "rdf:value" in map(fact_of, _paths(kind, path))):
            return self.record(kind, found, path)
        return str(found) if bare is None else self.value(kind, bare, path)

    def names(self, kind: ListOf, concept: Resource) -> list[Record]:
        """SKOS-XL labels: the role is the statement's own."""
        found = [
            (self.order(label), {"role": role} | self.value(kind.item, label, "names"))
            for role in LABELS
            for label in self.all(concept, standard.label_fact(role))
            if self.one(label, "skosxl:literalForm") is not None
        ]
        return [name for _, name in sorted(found, key=lambda pair: pair[0])]

    def texts(self, subject: Resource, path: str) -> dict[str, str]:
        """Texts by language, from nodes with their tags, else from tagged literals."""
        for head in self.all(subject, f"glose:{path.rpartition('.')[2]}"):
            if self.is_list(head):
                nodes = self.items(head)
                return {self.text(one, "glose:lang"): self.text(one, "rdf:value") for one in nodes}
        return self.tagged(self.all(subject, fact_of(path)))

    def tagged(self, values: Iterable[Any]) -> dict[str, str]:
        """Literals by their language, in the order of the concept's languages."""
        found = {tag(one): str(one) for one in values if isinstance(one, self.literal)}
        known = [lang for lang in self.languages if lang in found]
        return {lang: found[lang] for lang in dict.fromkeys((*known, *found))}


def _paths(kind: Keys, path: str) -> list[str]:
    return [f"{path}.{key}" for key in kind.keys]


def _plain(literal: Any) -> Any:
    """A number or flag for what is one, and the letters of all else."""
    local = str(literal.datatype or "").rpartition("#")[2]
    if local == "boolean":
        return str(literal).lower() in ("true", "1")
    if local == "integer":
        return int(literal)
    return float(literal) if local in ("decimal", "double", "float") else str(literal)


def tag(literal: Any) -> str:
    """The language of a literal as it is customarily written; ``und`` for one that has none."""
    return customary(getattr(literal, "language", None) or "und")
