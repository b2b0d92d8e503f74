"""Every export is read by a tool of its own kind, and importing it gives the same glossary."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from lxml import etree
from rdflib import SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from glose.digest.glossary import Glossary, load_glossary
from glose.digest.glossary.exchange import FORMATS, as_csv, as_json, export, import_
from glose.digest.glossary.exchange.cells import columns
from glose.digest.glossary.record import record, whole
from glose.digest.glossary.term import Name, Sense, Source
from glose.digest.glossary.write import entry_text
from glose.digest.model.errors import GlossaryError
from tests.aids.made_up import glossaries, imported, loaded, term
from tests.digest import READER, ROOT
from tests.golden import golden

EXCHANGE = ROOT / "plugins" / "glose" / "digest" / "glossary" / "exchange"
SMALL = load_glossary(READER / "content" / "glossary")
TBX = {"t": "urn:iso:std:iso:30042:ed-2"}


@pytest.mark.parametrize("name", FORMATS)
def test_importing_the_glossary_of_the_tests_gives_it_back(name: str, tmp_path: Path) -> None:
    assert dict(imported(export(SMALL, name), name, tmp_path)) == dict(SMALL)


@pytest.mark.parametrize("name", FORMATS)
def test_a_text_of_several_lines_comes_back_with_them(name: str) -> None:
    one = term(sources=(Source("Un titre,\n long\n\nde trois lignes", "https://agence.example/1"),))
    assert import_(export(Glossary((one,)), name), name) == {one.slug: entry_text(record(one))}


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=30, deadline=None)
@given(glossary=glossaries())
def test_importing_any_export_gives_the_same_files(name: str, glossary: Glossary) -> None:
    """Entry by entry, byte for byte; `test_write` has it that the files are the glossary."""
    assert import_(export(glossary, name), name) == {
        one.slug: entry_text(record(one)) for one in glossary.terms
    }


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_does_not_depend_on_the_order_in_which_terms_were_loaded(name: str) -> None:
    assert export(Glossary(SMALL.terms[::-1]), name) == export(SMALL, name)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_glossary_is_a_valid_export(name: str) -> None:
    assert import_(export(Glossary(), name), name) == {}


# JSON


def test_the_schema_that_we_ship_is_made_from_the_grammar() -> None:
    golden(EXCHANGE / "glossary.schema.json", as_json.schema())


def schema() -> Draft202012Validator:
    whole = json.loads(as_json.schema())
    Draft202012Validator.check_schema(whole)
    return Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER)


@settings(max_examples=15, deadline=None)
@given(glossaries())
def test_the_schema_that_we_ship_describes_every_export(glossary: Glossary) -> None:
    schema().validate(json.loads(export(glossary, "json")))


def test_the_schema_describes_the_glossary_of_the_tests() -> None:
    schema().validate(json.loads(export(SMALL, "json")))


@pytest.mark.parametrize(
    "broken", [{"slug": "../x"}, {"type": "planet"}, {"sources": []}, {"colour": "red"}, {"as_of": "hier"}]
)
def test_the_schema_refuses_what_an_entry_may_not_hold(broken: dict[str, Any]) -> None:
    whole = json.loads(export(Glossary((term(),)), "json"))
    whole["terms"][0] |= broken
    assert not schema().is_valid(whole)


# CSV


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_row_of_the_table_has_all_columns_and_says_whose_it_is() -> None:
    table = rows(export(SMALL, "csv"))
    assert {row["slug"] for row in table} == set(SMALL)
    assert {tuple(row) for row in table} == {(*as_csv.FIXED, *columns(whole(), as_csv.FIXED))}
    assert not any(None in row.values() for row in table)


def test_names_stand_in_the_table_with_their_days_and_witness() -> None:
    named = [row for row in rows(export(SMALL, "csv")) if row["text"] == "Front d’Exampel"]
    assert [(row["slug"], row["role"], row["from"], row["witness"]) for row in named] == [
        ("front-exemple", "hidden", "2012-01-23", "faute d’essai")
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+33", "-", "@x", "'quoted"])
def test_a_spreadsheet_is_given_no_formula(cell: str, tmp_path: Path) -> None:
    glossary = Glossary((term(senses=(Sense(None, None, {"fr": cell}),)),))
    text = export(glossary, "csv")
    assert [row["text"] for row in rows(text) if row["part"] == "senses[1].short"] == [f"'{cell}"]
    assert dict(imported(text, "csv", tmp_path)) == dict(glossary)


def test_a_harmless_cell_stands_as_it_is() -> None:
    assert "'" not in export(Glossary((term(),)), "csv")


def test_a_table_saved_by_a_french_spreadsheet_is_read_too(tmp_path: Path) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows(csv.reader(io.StringIO(export(SMALL, "csv"), newline="")))
    assert dict(imported("\ufeff" + out.getvalue(), "csv", tmp_path)) == dict(SMALL)


def test_a_row_that_states_nothing_known_is_named_by_its_line() -> None:
    with pytest.raises(GlossaryError, match='import:2: a row states "colour"'):
        import_("slug,part,text\nx,colour,red\n", "csv")


# SKOS


def graph(name: str, glossary: Glossary = SMALL, base: str = "") -> Graph:
    return Graph().parse(data=export(glossary, name, base), format={"skos": "turtle"}.get(name, "json-ld"))


def test_turtle_and_json_ld_make_the_same_statements() -> None:
    few = Glossary(tuple(SMALL[slug] for slug in ("front-exemple", "ville-exemple", "treve-exemple")))
    assert isomorphic(graph("skos", few), graph("jsonld", few))


def test_a_concept_is_named_below_the_base_that_is_asked_for() -> None:
    site = graph("skos", base="https://site.example/glossary/")
    assert (
        URIRef("https://site.example/glossary/ville-exemple"),
        SKOS.prefLabel,
        Literal("Ville-Exemple", lang="fr"),
    ) in site


def test_a_concept_has_one_preferred_label_a_language_and_no_text_in_two_roles() -> None:
    dated = term(
        names=(
            Name("Ancien-Nom", "fr", "pref", until=dt.date(2017, 1, 1)),
            Name("Nouveau-Nom", "fr", "pref", since=dt.date(2017, 1, 1)),
            Name("Nouveau-Nom", "fr", "alt", until=dt.date(2017, 1, 1)),
        )
    )
    for found in (graph("skos"), graph("skos", Glossary((dated,)))):
        for concept in set(found.subjects(SKOS.inScheme)):
            preferred = list(found.objects(concept, SKOS.prefLabel))
            assert len({label.language for label in preferred}) == len(preferred)  # type: ignore[attr-defined]
            roles = [
                set(found.objects(concept, role))
                for role in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
            ]
            assert sum(map(len, roles)) == len(set().union(*roles))


def test_the_latest_preferred_name_is_the_label(tmp_path: Path) -> None:
    names = (
        Name("Nouveau-Nom", "fr", "pref", since=dt.date(2017, 1, 1)),
        Name("Ancien-Nom", "fr", "pref", until=dt.date(2017, 1, 1)),
    )
    glossary = Glossary((term(names=names, senses=(Sense(None, None, {"fr": "x"}),)),))
    assert list(graph("skos", glossary).objects(None, SKOS.prefLabel)) == [Literal("Nouveau-Nom", lang="fr")]
    assert dict(imported(export(glossary, "skos"), "skos", tmp_path)) == dict(glossary)


FOREIGN = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://elsewhere.example/thesaurus#Ville-Exemple> a skos:Concept ;
  skos:prefLabel "Ville-Exemple"@fr ; skos:altLabel "Exempleville"@fr ; skos:hiddenLabel "Vile-Exemple"@fr ;
  skos:definition "Une ville."@fr ; skos:exactMatch <http://www.wikidata.org/entity/Q0> .
"""


def test_a_concept_of_another_thesaurus_becomes_a_draft_with_what_is_standard_in_it() -> None:
    (text,) = import_(FOREIGN, "skos").values()
    assert list(import_(FOREIGN, "skos")) == ["ville-exemple"]
    assert "status: draft" in text
    assert "{text: Exempleville, lang: fr, role: alt}" in text
    assert "fr: Une ville." in text
    assert "wikidata: {id: Q0}" in text


def test_json_ld_that_would_be_fetched_is_refused() -> None:
    with pytest.raises(GlossaryError, match=r"would fetch \"https://elsewhere\.example/c\""):
        import_('{"@graph": [{"@context": "https://elsewhere.example/c", "@id": "urn:x"}]}', "jsonld")


# TBX


def test_tbx_keeps_to_the_structure_of_the_standard() -> None:
    rng = etree.RelaxNG(etree.parse(Path(__file__).parent / "tbx-basic.rng"))
    rng.assertValid(etree.fromstring(export(SMALL, "tbx").encode()))


@settings(max_examples=15, deadline=None)
@given(glossaries().filter(bool))
def test_any_glossary_keeps_to_the_structure_of_tbx(glossary: Glossary) -> None:
    rng = etree.RelaxNG(etree.parse(Path(__file__).parent / "tbx-basic.rng"))
    rng.assertValid(etree.fromstring(export(glossary, "tbx").encode()))


def test_a_translator_finds_name_standing_and_definition_by_language() -> None:
    root = etree.fromstring(export(SMALL, "tbx").encode())
    (section,) = root.xpath(
        "//t:conceptEntry[@id='t-ville-exemple']/t:langSec[@xml:lang='fr']", namespaces=TBX
    )
    standing = dict(
        zip(
            section.xpath("t:termSec/t:term/text()", namespaces=TBX),
            section.xpath("t:termSec/t:termNote/text()", namespaces=TBX),
            strict=True,
        )
    )
    assert standing == {"Ville-Exemple": "preferredTerm-admn-sts", "Ville-Exampel": "deprecatedTerm-admn-sts"}
    (definition,) = section.xpath("t:descripGrp/t:descrip[@type='definition']/text()", namespaces=TBX)
    assert definition.startswith("Ville fictive des pages")


def test_every_cross_reference_leads_to_a_concept() -> None:
    root = etree.fromstring(export(SMALL, "tbx").encode())
    ids = set(root.xpath("//t:conceptEntry/@id", namespaces=TBX))
    assert set(root.xpath("//t:ref/@target", namespaces=TBX)) <= ids


def test_no_entity_is_expanded() -> None:
    bomb = export(Glossary((term(),)), "tbx").replace("Un titre", "&long;")
    text = '<!DOCTYPE tbx [<!ENTITY long "aaaaaaaaaa">]>' + bomb
    with pytest.raises(GlossaryError, match="declares entities; take the DOCTYPE out"):
        import_(text, "tbx")


def test_a_control_character_is_named_and_not_written_into_xml() -> None:
    with pytest.raises(GlossaryError, match="ville-exemple: holds a control character"):
        export(Glossary((replace(term(), body={"fr": "\x01"}),)), "tbx")


# What is no export


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        "<a/>",
        "<tbx>",
        "slug",
        "\x00",
        "@prefix",
        '{"version": 1, "terms": [1]}',
        "a" * 999,
    ],
)
def test_what_is_no_export_gives_one_clear_error_or_nothing(name: str, text: str) -> None:
    faults = 0
    try:
        files = import_(text, name)
    except GlossaryError as error:
        files, faults = {}, len(error.faults)
    assert (files, faults) in [({}, 0), ({}, 1)]


@pytest.mark.parametrize("slug", ["", "../x", "a/b", "A", "con", "é"])
def test_a_term_that_could_not_be_a_file_is_refused(slug: str) -> None:
    whole = json.loads(export(Glossary((term(),)), "json"))
    whole["terms"][0]["slug"] = slug
    with pytest.raises(GlossaryError, match="slug"):
        import_(json.dumps(whole), "json")


def test_a_record_of_an_unusual_shape_is_left_to_the_loader_to_explain(tmp_path: Path) -> None:
    whole = {
        "version": 1,
        "terms": [{"slug": "x", "names": "Ville", "patterns": [{}], "match": [], "senses": 3}],
    }
    with pytest.raises(GlossaryError) as caught:
        loaded(import_(json.dumps(whole), "json"), tmp_path)
    assert any("names is not a list" in str(fault) for fault in caught.value.faults)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        '{"version": 1, "terms": [{"slug": "x", "names": ' + "[" * 900 + "]" * 900 + "}]}",
        "slug,part,text\n" + "x" * 200_000,
        "slug,part,text,within,gap\nx,match,,many,\nx,patterns[1].seq[1],,,²\nx,match,oui,,",
    ],
    ids=["nested", "nested inside", "one long cell", "no numbers"],
)
def test_a_hostile_file_gives_an_error_or_files_and_never_a_traceback(
    name: str, text: str, tmp_path: Path
) -> None:
    with pytest.raises(GlossaryError):
        loaded(import_(text, name) or {"empty": ""}, tmp_path)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(GlossaryError, match="formats are json, csv, skos, jsonld, tbx"):
        export(Glossary(), "xlsx")
