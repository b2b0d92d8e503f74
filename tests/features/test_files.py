"""Feeds and files for machines."""

from __future__ import annotations

import json
from dataclasses import replace as with_fields
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from glose import feeds, machine_files
from glose.digest.edition.catalogue import load_catalogue
from glose.digest.errors import DigestError
from glose.digest.site.render.words import Words
from glose.digest.site.room import Room
from glose.digest.site.site import Site
from glose.digest.site.values import LexiconEntry, Text
from tests.digest import ROOT
from tests.features.sites import FIRST, SETTINGS, Store, article, entries, made, site, term

STORE = Store()
ATOM = "{http://www.w3.org/2005/Atom}"
ROW = LexiconEntry("a", "org", "L’« a »", "fr", (), "Ce que <a> est.", "", "", "glossary/a/", "", "a")


def words(lang: str) -> Words:
    """What the edition's language says."""
    file = ROOT / "theme" / "translations" / f"{lang}.po"
    return Words(load_catalogue((file, file.name)))


def written(found: Site, *others: str) -> dict[str, str]:
    """Path to text, of all files and of a sitemap of these pages."""
    pages = [
        *made(feeds.pages(found)),
        *made(machine_files.pages(found)),
        *machine_files.last(found, others),
    ]
    writers = feeds.WRITERS | machine_files.WRITERS
    room = {
        lang: Room(
            found.settings,
            lang,
            STORE.fetch,
            {"search_csp": "default-src 'none'"},
            lambda lang=lang: words(lang),  # type: ignore[misc]
        )
        for lang in ("fr", "en")
    }
    return {page.path: writers[page.template](page, room[page.lang]) for page in pages}


def feed(found: Site) -> list[dict[str, Any]]:
    """The entries of the French JSON feed."""
    items: list[dict[str, Any]] = json.loads(written(found)["feeds/all.json"])["items"]
    return items


def test_a_feed_holds_the_newest_fifty_of_its_own_language() -> None:
    many = [article(STORE, f"d{n:02}", FIRST - timedelta(days=n)) for n in range(60)]
    found = site([*many, article(STORE, "en", lang="en"), article(STORE, "ar", lang="ar")], {})
    assert [one["title"] for one in feed(found)] == [f"Titre de d{n:02}" for n in range(50)]
    assert [one["title"] for one in json.loads(written(found)["en/feeds/all.json"])["items"]] == [
        "Titre de en"
    ]


def test_a_language_of_a_region_is_in_the_feed_of_its_language_and_one_without_edition_in_none() -> None:
    found = site([article(STORE, "x", lang="fr-CA"), article(STORE, "y", lang="ar")], {})
    assert [one["language"] for one in feed(found)] == ["fr-CA"]


def test_what_is_hidden_stands_in_no_feed_and_no_data() -> None:
    texts = written(site([article(STORE, "x", status="hidden")], {}))
    assert not [path for path, text in texts.items() if "Titre de x" in text]


def test_a_feed_has_the_full_text_with_absolute_links_and_the_lexicon_after_it() -> None:
    body = (
        '<p>Le <a class="term" href="\x02/glossary/a/" role="doc-glossref" aria-details="term-a">a</a> et '
        '<a href="\x02{articles/y.md}#fin">y</a>.</p>'
    )
    text = STORE.keep(Text(body, (ROW,)))
    found = site(
        [article(STORE, "x", text=text, links=("articles/y.md",))],
        {},
        addresses={"articles/y.md": "2016/03/01/y/"},
    )
    (one,) = feed(found)
    assert one["content_html"] == (
        '<p>Le <a href="https://exemple.invalid/glossary/a/">a</a> et '
        '<a href="https://exemple.invalid/2016/03/01/y/#fin">y</a>.</p>'
        '<h2>Lexique</h2><dl><dt><a href="https://exemple.invalid/glossary/a/">L’« a »</a></dt>'
        "<dd>Ce que &lt;a&gt; est.</dd></dl><p>AGEX</p>"
    )


def test_feeds_of_all_kinds_say_the_same_and_each_is_well_formed() -> None:
    found = site([article(STORE, "x", standfirst="A & b", authors=("Anne Exemple",), tags=("Un",))], {})
    texts = written(found)
    atom = ElementTree.fromstring(texts["feeds/all.atom.xml"])  # noqa: S314  our own
    rss = ElementTree.fromstring(texts["feeds/all.rss.xml"])  # noqa: S314
    address = "https://exemple.invalid/2016/03/15/x/"
    assert [one.text for one in atom.iter(f"{ATOM}id")][1:] == [address]
    assert [one.text for one in rss.iter("guid")] == [address]
    assert feed(found)[0]["summary"] == "A & b"
    assert feed(found)[0]["authors"] == [{"name": "Anne Exemple"}]


def test_an_empty_feed_has_no_clock_in_it() -> None:
    assert "1970-01-01T00:00:00" in written(site([], {}))["feeds/all.atom.xml"]


def test_the_list_of_articles_is_no_more_exact_than_they_are() -> None:
    day = article(STORE, "x", precision="day", source="", date_source="", mentions=("a",), tags=("Un",))
    minute = article(STORE, "y", FIRST - timedelta(days=1))
    first, second = json.loads(written(site([day, minute], {}))["articles.json"])
    assert (first["date"], second["date"]) == ("2016-03-15", "2016-03-14T17:00:00+01:00")
    assert (first["source"], first["date_source"], first["terms"], first["tags"]) == (
        None,
        None,
        ["a"],
        ["Un"],
    )


def test_the_sitemap_names_pages_with_their_versions_and_no_redirect() -> None:
    found = site(
        [
            article(STORE, "x", aliases=("/ancien/",)),
            article(STORE, "x", lang="en", modified="2016-04-01T00:00:00+01:00"),
        ],
        {},
    )
    text = written(
        found, "index.html", "en/index.html", "2016/03/15/x/index.html", "en/2016/03/15/x/index.html",
        "ancien/index.html", "404.html", "timeline/2016/index.html", "robots.txt",
    )["sitemap.xml"]  # fmt: skip
    urls = {url[0].text: url for url in ElementTree.fromstring(text)}  # noqa: S314
    names = ["en/2016/03/15/x/", "", "2016/03/15/x/", "en/", "timeline/2016/"]
    assert set(urls) == {f"https://exemple.invalid/{name}" for name in names}
    assert [
        one.get("hreflang") for one in urls["https://exemple.invalid/"].iter() if one.get("hreflang")
    ] == ["en", "fr"]
    assert not [one for one in urls["https://exemple.invalid/timeline/2016/"].iter() if one.get("hreflang")]
    assert "<lastmod>2016-04-01</lastmod>" in text


def test_an_address_that_only_begins_like_an_edition_s_is_not_in_it() -> None:
    text = written(site([], {}), "enquete/index.html", "quete/index.html")["sitemap.xml"]
    assert "hreflang" not in text


def test_the_glossary_is_exported_from_its_entries() -> None:
    found = site([], entries(STORE, [term("b"), term("a")]))
    texts = written(found)
    assert [one["slug"] for one in json.loads(texts["glossary.json"])["terms"]] == ["a", "b"]
    assert "https://exemple.invalid/glossary/a" in texts["glossary.ttl"]


def test_who_to_tell_about_a_hole_is_named_when_the_settings_name_somebody() -> None:
    named = with_fields(
        SETTINGS, security_contact="mailto:x@exemple.invalid", security_expires="2027-01-01T00:00:00Z"
    )
    assert ".well-known/security.txt" not in written(site([], {}))
    assert written(site([], {}, named))[".well-known/security.txt"].startswith(
        "Contact: mailto:x@exemple.invalid\n"
    )


def test_a_link_to_what_is_not_published_is_an_error_in_a_feed_too() -> None:
    text = STORE.keep(Text('<a href="\x02{articles/y.md}">y</a>', ()))
    one = replace(article(STORE, "x"), text=text, links=("articles/y.md",))
    with pytest.raises(DigestError, match=r"articles/y\.md"):
        written(site([one], {}))
