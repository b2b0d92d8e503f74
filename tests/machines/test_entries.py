"""What an entry of a feed carries beside its text: picture, explained words, whose it is and where it was printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from lxml import etree

from glose.digest.check.site import site_faults
from glose.tasks.site_build import build
from tests.digest import a_project
from tests.render.content import write_all

NAMES = ("all.atom.xml", "all.rss.xml")


@pytest.fixture(scope="module")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The feeds of a site with pictures, reprints, excerpts and rights."""
    root = a_project(tmp_path_factory.mktemp("entries") / "project")
    write_all(root / "content")
    build(root, root / "output")
    return root / "output" / "feeds"


def html_of(feeds: Path, slug: str) -> list[BeautifulSoup]:
    """The HTML of an entry as each of the three feeds has it."""
    found = [
        entry.content[0].value
        for name in NAMES
        for entry in feedparser.parse(
            str(feeds / name), sanitize_html=False, resolve_relative_uris=False
        ).entries
        if entry.link.endswith(f"/{slug}/")
    ]
    items = json.loads((feeds / "all.json").read_text(encoding="utf-8"))["items"]
    found += [item["content_html"] for item in items if item["url"].endswith(f"/{slug}/")]
    assert len(found) == 3
    assert len(set(found)) == 1
    return [BeautifulSoup(text, "html.parser") for text in found]


def item(feeds: Path, slug: str) -> dict[str, Any]:
    items = json.loads((feeds / "all.json").read_text(encoding="utf-8"))["items"]
    return next(one for one in items if one["url"].endswith(f"/{slug}/"))


def test_a_picture_stands_before_the_text_with_its_caption_and_credit(feeds: Path) -> None:
    for html in html_of(feeds, "photo"):
        figure = html.find("figure")
        assert figure.img["src"].startswith("https://")
        assert figure.img["alt"] == 'La "halle"'
        told = figure.figcaption.get_text()
        assert "La halle du Conseil" in told
        assert "Anne Exemple & fils" in told
        assert html.find().name == "figure"
    assert item(feeds, "photo")["image"].endswith("images/halle.png")


def test_of_a_picture_that_did_not_come_the_caption_is_kept_and_it_is_said(feeds: Path) -> None:
    for html in html_of(feeds, "halle"):
        assert html.figure.img is None
        assert html.figcaption.get_text().startswith("Photo non reproduite. Le Conseil <en> séance.")
    assert "image" not in item(feeds, "halle")


def test_the_lexicon_stands_below_a_heading_and_a_text_without_one_has_none(feeds: Path) -> None:
    for html in html_of(feeds, "halle"):
        assert html.dl.find_previous_sibling().get_text() == "Lexique"
    assert all(html.dl is None and html.h2 is None for html in html_of(feeds, "vide"))


def test_rights_and_the_original_are_told_to_readers_and_to_programs(feeds: Path) -> None:
    for html in html_of(feeds, "photo"):
        last = html.find_all("p")[-1]
        assert last.a["href"] == "https://www.journal.invalid/a?b=1&c=2"
        assert "AGEX" in last.get_text()
        assert last.get_text().endswith("Usage <libre>")
    told = item(feeds, "photo")
    assert told["external_url"] == "https://www.journal.invalid/a?b=1&c=2"
    assert told["_rights"] == {"text": "Usage <libre>"}
    space = {"a": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/elements/1.1/"}
    atom = etree.parse(str(feeds / "all.atom.xml"))
    (entry,) = atom.xpath("//a:entry[a:id[contains(., '/photo/')]]", namespaces=space)
    assert entry.findtext("a:rights", namespaces=space) == "Usage <libre>"
    assert entry.xpath("a:link[@rel='via']/@href", namespaces=space) == [told["external_url"]]
    rss = etree.parse(str(feeds / "all.rss.xml"))
    (entry,) = rss.xpath("//item[contains(guid, '/photo/')]")
    assert entry.findtext("dc:rights", namespaces=space) == "Usage <libre>"
    assert entry.findtext("dc:source", namespaces=space) == told["external_url"]


def test_of_what_nobody_owns_or_printed_nothing_is_told(feeds: Path) -> None:
    told = item(feeds, "vide")
    assert not {"external_url", "_rights", "image"} & told.keys()
    assert "©" not in told["content_html"]


def test_an_excerpt_says_so_and_leads_to_its_source(feeds: Path) -> None:
    for html in html_of(feeds, "lien"):
        assert "Le texte se lit à la source." in html.get_text()
        assert html.find("a", href="https://agli.invalid/x")
        assert "© Agence d’exemple" in html.get_text()


def test_each_feed_shows_the_sign_of_the_site(feeds: Path) -> None:
    atom, rss = (etree.parse(str(feeds / name)) for name in NAMES)
    icons = {
        atom.findtext("{http://www.w3.org/2005/Atom}icon"),
        rss.findtext("channel/image/url"),
        json.loads((feeds / "all.json").read_text(encoding="utf-8"))["icon"],
    }
    assert icons == {"https://glose.invalid/theme/icon.png"}
    assert (feeds.parent / "theme/icon.png").is_file()


def test_nothing_of_it_is_a_fault(feeds: Path) -> None:
    assert [one for one in site_faults(feeds.parent) if one.what.startswith(("feed:", "site:"))] == []
