"""Notes as Web Annotations, and what comes from Hypothesis."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rdflib import Graph

from glose.digest.errors import NotesError
from glose.digest.notes.as_jsonld import MOTIVATION, web_annotations
from glose.digest.notes.faults import texts_of
from glose.digest.notes.from_hypothesis import take
from glose.digest.notes.load import read_notes
from glose.digest.notes.note import KINDS
from glose.digest.notes.write import appended
from tests.notes.made_up import HTML, note

ADDRESS = "https://exemple.example/2016/03/15/pont/"
QUERY = """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT * WHERE { ?a a oa:Annotation ; oa:motivatedBy ?why ; oa:hasBody [ oa:hasPurpose ?why ; rdf:value ?text ] ;
oa:hasTarget [ oa:hasSource ?page ; oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact ?exact ] ] } ORDER BY ?a"""


def test_a_json_ld_tool_reads_every_note_with_its_quotation() -> None:
    notes = [
        note("dit |le maire| à", "a"),
        note("traverser", "b", kind="sic"),
        note("x", "c", status="draft"),
    ]
    graph = Graph().parse(data=web_annotations(notes, ADDRESS), format="json-ld")
    rows: list[Any] = list(graph.query(QUERY))
    assert [(str(row.exact), str(row.why).rpartition("#")[2]) for row in rows] == [
        ("le maire", "describing"),
        ("traverser", "editing"),
    ]
    assert {str(row.page) for row in rows} == {ADDRESS}
    assert {str(row.text) for row in rows} == {"Une précision."}
    assert set(MOTIVATION) == set(KINDS)


def row(**more: Any) -> dict[str, Any]:
    selector = {
        "type": "TextQuoteSelector",
        "exact": "le maire",
        "prefix": "mardi, a dit ",
        "suffix": " à l'Agence",
    }
    return {
        "id": "AbC_d-1",
        "user": "acct:anne@hypothes.is",
        "created": "2016-03-20T10:11:12.123456+00:00",
        "updated": "2016-03-21T10:11:12.123456+00:00",
        "text": "Voir https://registre.example/maire.",
        "tags": ["variant"],
        "target": [{"source": ADDRESS, "selector": [{"type": "RangeSelector"}, selector]}],
        "links": {"html": "https://hypothes.is/a/AbC_d-1"},
    } | more


def taken(*rows: dict[str, Any], there: tuple[str, ...] = ()) -> Any:
    export = json.dumps({"total": len(rows), "rows": rows}).encode()
    return take(export, "export.json", texts_of({"body": HTML})["body"], "fr", there)


def test_an_annotation_becomes_a_draft_that_the_loader_takes() -> None:
    found = taken(row())
    assert found.left == ()
    notes, reading = read_notes(appended("", found.notes[0]).encode(), "pont.yaml")
    assert not reading.faults + reading.warnings
    (one,) = notes.notes
    assert (one.kind, one.by, one.draft, one.hint) == ("variant", "anne", True, 1)
    assert str(one.modified) == "2016-03-21 10:11:12+00:00"
    assert [source.url for source in one.sources] == [
        "https://registre.example/maire",
        "https://hypothes.is/a/AbC_d-1",
    ]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"references": ["x"]}, "is an answer to another"),
        ({"target": [{"source": ADDRESS}]}, "is on no words"),
        ({"text": " "}, "says nothing"),
        ({"created": "gestern"}, "does not say when it was made"),
        (
            {"target": [{"selector": [{"type": "TextQuoteSelector", "exact": "le roi"}]}]},
            'its words "le roi" do not stand in the article',
        ),
        (
            {"target": [{"selector": [{"type": "TextQuoteSelector", "exact": "le maire"}]}]},
            'its words "le maire" stand in several places',
        ),
    ],
)
def test_what_makes_no_note_is_left_and_told(more: dict[str, Any], why: str) -> None:
    assert taken(row(**more)) == ((), (f"AbC_d-1: {why}",))


def test_what_is_there_already_is_not_taken_twice() -> None:
    assert taken(row(), row()).left == ("AbC_d-1: is there already",)
    assert taken(row(), there=(taken(row()).notes[0]["id"],)).notes == ()


@pytest.mark.parametrize("export", [b"", b"{", b"{}", b'{"rows": [1]}', b"[" * 100_000, b"\xff"])
def test_what_is_no_export_is_refused(export: bytes) -> None:
    with pytest.raises(NotesError):
        take(export, "export.json", texts_of({"body": HTML})["body"], "fr", ())
