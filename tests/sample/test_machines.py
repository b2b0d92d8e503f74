"""What the sample says to machines about its dispatch, its own pieces and its glossary."""

from __future__ import annotations

import json
from pathlib import Path

import rdflib

from tests.machines.test_machines import SITE, graph


def test_the_dispatch_is_described_as_its_agencys_and_no_more_exactly_than_is_known(built_site: Path) -> None:
    (file,) = built_site.glob("2016/03/15/*/index.html")
    article = next(node for node in graph(file) if node["@type"] == "NewsArticle")
    assert article["datePublished"] == "2016-03-15"
    assert (
        article["copyrightHolder"]["name"] == "AFP" or "France-Presse" in article["copyrightHolder"]["name"]
    )
    house = {"@type": "NewsMediaOrganization", "name": "AFP", "url": f"{SITE}/sources/afp/"}
    assert article["author"] == [house]
    assert article["publisher"]["name"] == "Glose"
    terms = {node["@id"] for node in article["mentions"]}
    assert f"{SITE}/glossary/jabhat-al-nusra/#term" in terms


def test_a_piece_of_our_own_is_the_houses_and_no_persons(built_site: Path) -> None:
    for file in built_site.glob("2026/11/22/*/index.html"):
        article = next(node for node in graph(file) if node["@type"] == "NewsArticle")
        (author,) = article["author"]
        assert (author["@type"], author["name"]) == ("Organization", "La rédaction")


def test_a_term_is_described_with_its_other_names_and_checked_identifiers_only(built_site: Path) -> None:
    term = next(
        n for n in graph(built_site / "glossary/jabhat-al-nusra/index.html") if n["@type"] == "DefinedTerm"
    )
    assert "al-Nosra" in term["alternateName"]
    assert term["sameAs"] == ["https://www.wikidata.org/wiki/Q32748"]
    assert "Lataquié" not in json.dumps(graph(built_site / "glossary/latakia/index.html"), ensure_ascii=False)


def test_the_glossary_is_there_as_json_and_as_turtle(built_site: Path) -> None:
    terms = json.loads((built_site / "glossary.json").read_text(encoding="utf-8"))["terms"]
    turtle = rdflib.Graph().parse(built_site / "glossary.ttl", format="turtle")
    concepts = set(turtle.subjects(rdflib.RDF.type, rdflib.SKOS.Concept))
    assert len(terms) == len(concepts) >= 16
    assert rdflib.URIRef(f"{SITE}/glossary/jabhat-al-nusra") in concepts


def test_the_articles_are_there_as_data_with_their_terms(built_site: Path) -> None:
    rows = json.loads((built_site / "articles.json").read_text(encoding="utf-8"))
    (dispatch,) = (row for row in rows if row["source"] == "AFP")
    assert dispatch["date"] == "2016-03-15"
    assert "ceasefire-27-february-2016" in dispatch["terms"]
