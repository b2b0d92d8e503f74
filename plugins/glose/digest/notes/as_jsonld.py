"""The notes of an article as W3C Web Annotations (Recommendation, 23 February 2017), in JSON-LD.

The context stands in the file, a subset of https://www.w3.org/ns/anno.jsonld: it is read without the network.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from typing import Any

from glose.digest.notes.note import Note

_IRI, _VOCAB = {"@type": "@id"}, {"@type": "@vocab"}
_MOMENT = {"@type": "xsd:dateTime"}
CONTEXT: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "Agent": "foaf:Agent",
    "body": {"@id": "oa:hasBody"} | _IRI,
    "target": {"@id": "oa:hasTarget"} | _IRI,
    "source": {"@id": "oa:hasSource"} | _IRI,
    "selector": {"@id": "oa:hasSelector"} | _IRI,
    "motivation": {"@id": "oa:motivatedBy"} | _VOCAB,
    "purpose": {"@id": "oa:hasPurpose"} | _VOCAB,
    "creator": {"@id": "dcterms:creator"} | _IRI,
    "created": {"@id": "dcterms:created"} | _MOMENT,
    "modified": {"@id": "dcterms:modified"} | _MOMENT,
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "name": "foaf:name",
    "items": {"@id": "as:items", "@container": "@list"} | _IRI,
    "sources": {"@id": "dcterms:source", "@container": "@set"} | _IRI,
    "title": "dcterms:title",
    "publisher": "dcterms:publisher",
    "date": "dcterms:date",
} | {
    word: f"oa:{word}"
    for word in ("commenting", "describing", "editing", "linking", "questioning", "tagging")
}
MOTIVATION = {
    "context": "describing",
    "claim": "questioning",
    "sic": "editing",
    "variant": "describing",
    "source": "linking",
    "followup": "linking",
    "translation": "commenting",
    "correction": "editing",
    "rights": "describing",
}


def web_annotations(
    notes: Iterable[Note], address: str, pointed: Callable[[str], str] = lambda text: text
) -> str:
    """The file ``annotations.jsonld`` of the article at `address`, a whole web address; drafts are left out.

    `pointed`: makes the links of a note's Markdown lead somewhere.
    """
    place = f"{address}annotations.jsonld"
    page = {
        "@context": CONTEXT,
        "id": place,
        "type": "AnnotationPage",
        "items": [_annotation(note, address, place, pointed) for note in notes if not note.draft],
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotation(note: Note, address: str, place: str, pointed: Callable[[str], str]) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", "exact": note.on.exact}
    if note.on.prefix:
        selector["prefix"] = note.on.prefix
    if note.on.suffix:
        selector["suffix"] = note.on.suffix
    motivation = MOTIVATION[note.kind]
    texts = [
        {
            "type": "TextualBody",
            "value": pointed(text),
            "format": "text/markdown",
            "language": lang,
            "purpose": motivation,
        }
        for lang, text in note.body.items()
    ]
    found = {
        "id": f"{place}#{note.id}",
        "type": "Annotation",
        "motivation": motivation,
        "creator": {"type": "Agent", "name": note.by},
        "created": _moment(note.created),
        "body": [*texts, {"type": "TextualBody", "value": note.kind, "purpose": "tagging"}],
        "target": {"source": address, "selector": selector},
        "sources": [
            {"id": one.url, "title": one.title}
            | ({"publisher": one.publisher} if one.publisher else {})
            | ({"date": one.date} if one.date else {})
            for one in note.sources
        ],
    }
    return found | ({"modified": _moment(note.modified)} if note.modified else {})


def _moment(when: dt.date) -> str:
    """A moment; a day begins at midnight, as the vocabulary has no days."""
    return when.isoformat() if isinstance(when, dt.datetime) else f"{when.isoformat()}T00:00:00Z"
