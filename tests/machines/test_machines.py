"""What the site says to machines: feeds, sitemap, structured data, headers, the glossary and articles as data."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import feedparser
import pytest
import rdflib
from bs4 import BeautifulSoup
from lxml import etree

SITE = "https://glose.invalid"
LANGS = ("fr", "en", "ar")


def edition(site: Path, lang: str) -> Path:
    return site if lang == "fr" else site / lang


def page_of(site: Path, address: str) -> str:
    return (site / address.removeprefix(f"{SITE}/") / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_the_atom_feed_is_what_rfc_4287_asks_for(reader_site: Path, lang: str) -> None:
    grammar = etree.RelaxNG(file=str(Path(__file__).parent / "atom.rng"))
    feed = etree.parse(str(edition(reader_site, lang) / "feeds" / "all.atom.xml"))
    assert grammar.validate(feed), grammar.error_log


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["all.atom.xml", "all.rss.xml"])
def test_a_feed_reader_takes_the_full_text_with_absolute_links(
    reader_site: Path, lang: str, name: str
) -> None:
    feed = feedparser.parse(str(edition(reader_site, lang) / "feeds" / name))
    assert not feed.bozo
    assert feed.feed.language == lang
    for entry in feed.entries:
        text = entry.content[0].value
        page, told = (BeautifulSoup(one, "html.parser") for one in (page_of(reader_site, entry.link), text))
        for number in (*page.select(".ref"), *told.select("sup")):
            number.decompose()  # of a note
        shown = [one.get_text() for one in page.select(".text p[id^=p]")]
        assert shown
        assert all(one in told.text for one in shown), entry.link
        assert all(re.match("https?://", link) for link in re.findall(r'href="([^"]*)"', text))
        assert "aria-details" not in text
        assert "<dl>" in text
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids)) == {"fr": 4, "en": 1, "ar": 1}[lang]


def test_an_rss_guid_that_is_no_address_would_say_so_and_ours_is_one(reader_site: Path) -> None:
    guids = etree.parse(str(reader_site / "feeds/all.rss.xml")).findall(".//guid")
    assert all(g.get("isPermaLink") == "true" and (g.text or "").startswith(SITE) for g in guids)


@pytest.mark.parametrize("lang", LANGS)
def test_the_json_feed_has_the_same_entries_as_the_atom_feed(reader_site: Path, lang: str) -> None:
    folder = edition(reader_site, lang) / "feeds"
    feed = json.loads((folder / "all.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    atom = feedparser.parse(str(folder / "all.atom.xml"))
    assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries]
    assert all(item["content_html"] and item["language"] == lang for item in feed["items"])


def test_the_sitemap_lists_every_page_once_and_its_alternates_are_mutual(reader_site: Path) -> None:
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = etree.parse(str(reader_site / "sitemap.xml")).xpath("//s:url", namespaces=spaces)
    listed = {url.findtext("s:loc", namespaces=spaces): url for url in urls}
    pages = {
        f.relative_to(reader_site).as_posix().removesuffix("index.html")
        for f in reader_site.rglob("*.html")
        if '<meta name="robots" content="noindex">' not in f.read_text(encoding="utf-8")
    }
    assert set(listed) == {f"{SITE}/{page}" for page in pages}
    assert len(pages) > 60
    for address, url in listed.items():
        others = {link.get("href") for link in url.xpath("x:link", namespaces=spaces)}
        assert not others or address in others
        for other in others:
            assert address in {link.get("href") for link in listed[other].xpath("x:link", namespaces=spaces)}


def graph(file: Path) -> list[dict[str, Any]]:
    soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    (script,) = soup.select('script[type="application/ld+json"]')
    return list(json.loads(script.string or "")["@graph"])


def test_a_dispatch_is_described_as_its_agencys_and_no_more_exactly_than_is_known(reader_site: Path) -> None:
    (article,) = (
        n for n in graph(reader_site / "2016/03/14/autre-parution/index.html") if n["@type"] == "NewsArticle"
    )
    assert article["datePublished"] == "2016-03-14"
    house = {"@type": "NewsMediaOrganization", "name": "BT", "url": f"{SITE}/sources/bt/"}
    assert article["author"] == [house]
    assert article["publisher"]["name"] == "Glose"
    assert {node["@id"] for node in article["mentions"]} == {f"{SITE}/glossary/treve-exemple/#term"}
    file = reader_site / "2016/03/14/autre-depeche/index.html"
    (timed,) = (n for n in graph(file) if n["@type"] == "NewsArticle")
    assert timed["datePublished"] == "2016-03-14T18:30:00+01:00"


def test_a_term_is_described_with_its_other_names_and_checked_identifiers_only(reader_site: Path) -> None:
    def term(slug: str) -> dict[str, Any]:
        nodes = graph(reader_site / f"glossary/{slug}/index.html")
        return next(one for one in nodes if one["@type"] == "DefinedTerm")

    assert term("ville-exemple")["sameAs"] == ["https://www.geonames.org/170063"]
    assert "sameAs" not in term("front-exemple")
    assert "Exampel" not in json.dumps(term("front-exemple"), ensure_ascii=False), "a slip is no name"


def test_the_glossary_is_there_as_json_and_as_turtle(reader_site: Path) -> None:
    terms = json.loads((reader_site / "glossary.json").read_text(encoding="utf-8"))["terms"]
    turtle = rdflib.Graph().parse(reader_site / "glossary.ttl", format="turtle")
    concepts = set(turtle.subjects(rdflib.RDF.type, rdflib.SKOS.Concept))
    assert len(terms) == len(concepts) == 7
    assert rdflib.URIRef(f"{SITE}/glossary/front-exemple") in concepts


def test_the_articles_are_there_as_data_with_their_terms(reader_site: Path) -> None:
    rows = json.loads((reader_site / "articles.json").read_text(encoding="utf-8"))
    (dispatch,) = (row for row in rows if row["url"] == f"{SITE}/2016/03/15/depeche-d-essai/")
    assert (dispatch["source"], dispatch["date"]) == ("AT", "2016-03-15")
    assert {"front-exemple", "treve-exemple"} <= set(dispatch["terms"])


def test_every_identifier_that_one_page_names_is_described_on_another(reader_site: Path) -> None:
    nodes = [
        n for f in reader_site.rglob("*.html") if "ld+json" in f.read_text(encoding="utf-8") for n in graph(f)
    ]
    known = {node["@id"] for node in nodes if "@id" in node}
    for node in nodes:
        named = [*node.get("mentions", ()), *node.get("hasDefinedTerm", ())]
        assert {other["@id"] for other in named} <= known
        if "inDefinedTermSet" in node:
            assert node["inDefinedTermSet"] in known


def test_the_headers_allow_every_page_what_its_own_policy_allows_and_no_stranger(reader_site: Path) -> None:
    headers = (reader_site / "_headers").read_text(encoding="utf-8")
    allowed = directives(re.search(r"Content-Security-Policy: (.*)", headers))
    assert allowed["frame-ancestors"] == {"'none'"}
    assert not any("//" in source for sources in allowed.values() for source in sources)
    for file in reader_site.rglob("*.html"):
        page = re.search(r'Content-Security-Policy" content="([^"]*)"', file.read_text(encoding="utf-8"))
        for name, sources in directives(page).items():
            assert sources <= allowed[name], (file, name)


def directives(policy: re.Match[str] | None) -> dict[str, set[str]]:
    assert policy
    return {name: set(rest) for name, *rest in (p.split() for p in html.unescape(policy[1]).split(";"))}
