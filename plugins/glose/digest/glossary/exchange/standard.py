"""What the keys of an entry are called in standard vocabularies. A key that is not here has a name of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from glose.digest.glossary.record import Record

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
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "glose": NS,
}
FACTS = {
    "slug": "dct:identifier",
    "senses": "skos:definition",  # a resource, as SKOS allows for its notes, since it has days on which it holds
    "senses.short": "rdf:value",
    "patterns": "glose:pattern",
    "position": "geo:location",
    "position.lat": "geo:lat",
    "position.lon": "geo:long",
    "same_as": "glose:sameAs",
    "same_as.key": "glose:register",
    "same_as.id": "dct:identifier",
    "relations.part_of": "glose:part_of",
    "relations.replaced_by": "glose:replaced_by",
    "relations.see": "glose:see",
    "sources": "dct:source",
    "sources.title": "dct:title",
    "sources.publisher": "dct:publisher",
    "sources.date": "dct:date",
    "sources.url": "foaf:page",
    "as_of": "glose:asOf",
    "review_after": "glose:reviewAfter",
    "contested": "skos:editorialNote",
    "changes": "skos:changeNote",
    "changes.date": "dct:date",
    "changes.what": "rdf:value",
    "body": "dct:description",
}
"""Statements by the path of a key. Those of relations keep the order of several, which a graph does not know."""
RELATIONS = {
    "relations.part_of": "dct:isPartOf",
    "relations.replaced_by": "dct:isReplacedBy",
    "relations.see": "skos:related",
}
"""Statements about other entries, which stand on the concept itself."""
INLINE = frozenset({"relations"})
"""Records whose keys stand on what they belong to, without a node of their own."""
CLASSES = {"names": "skosxl:Label", "position": "geo:Point"}
REGISTERS = {
    "wikidata": "http://www.wikidata.org/entity/",
    "geonames": "https://sws.geonames.org/",
}
"""Registers whose identifiers have an IRI."""
LABELS = {"pref": "prefLabel", "alt": "altLabel", "hidden": "hiddenLabel"}
_SUBTAG: dict[int, Callable[[str], str]] = {2: str.upper, 4: str.title}


@lru_cache(1_000)
def fact_of(path: str) -> str:
    """The statement of the key at that path.

    >>> fact_of("senses"), fact_of("senses.gloss")
    ('skos:definition', 'glose:gloss')
    """
    above, _, key = path.rpartition(".")
    return FACTS.get(path) or f"glose:{f'{above}_{key}' if above in INLINE else key}"


def label_fact(role: str) -> str:
    """The statement of a name with that role."""
    return f"skosxl:{LABELS[role]}"


@lru_cache(1_000)
def customary(tag: str) -> str:
    """A language tag as it is customarily written (BCP 47, 2.1.1); RDF tools have it in any case.

    >>> customary("pt-br"), customary("ZH-hant")
    ('pt-BR', 'zh-Hant')
    """
    first, *rest = tag.lower().split("-")
    return "-".join((first, *(_SUBTAG.get(len(part), str)(part) for part in rest)))


def labels(names: Iterable[Record]) -> Iterator[tuple[str, str, str]]:
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
        yield f"skos:{LABELS[role]}", text, lang
