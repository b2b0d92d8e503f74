"""What search engines and others who show links are told of each page: its names, its ways, whose it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from glose.digest.check.site import site_faults
from glose.tasks.site_build import build
from tests.digest import a_project
from tests.features.content import HEAD, _file, write
from tests.machines.test_machines import SITE, graph

HOME = "https://essai.invalid"
DAY = {**HEAD, "date": "2016-03-20", "date_precision": "day", "lang": "fr", "source": "AGEX"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an address, of every kind of article: a hidden printing, one that is only hidden, one retracted."""
    root = a_project(tmp_path_factory.mktemp("described") / "project")
    content = root / "content"
    write(content)
    printing = {
        **DAY,
        "title": "Le marché neuf",
        "slug": "marche-bis",
        "status": "hidden",
        "variant_of": "marche",
    }
    _file(content / "articles/marche-bis.md", printing, "Le Conseil d’Exempleville ouvre la halle.")
    changed = {**DAY, "title": "Un jour", "slug": "jour", "modified": "2016-03-21"}
    _file(content / "articles/jour.md", changed, "Le Conseil.")
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f'SITEURL = FEED_DOMAIN = "{HOME}"\nRELATIVE_URLS = False\n')
    build(root, root / "output")
    return root / "output"


@pytest.fixture
def page(small: Path) -> Callable[[str], str]:
    return lambda address: (small / address / "index.html").read_text(encoding="utf-8")


def node(text_of: Path, kind: str) -> dict[str, Any]:
    return next(one for one in graph(text_of) if one["@type"] == kind)


def test_every_title_names_the_site_however_long_it_is(reader_site: Path) -> None:
    titles = [
        re.search("<title>(.*)</title>", text)
        for file in reader_site.rglob("*.html")
        if 'http-equiv="refresh"' not in (text := file.read_text(encoding="utf-8"))
    ]
    assert all(title and title[1].endswith(" – Glose") for title in titles)
    assert max(len(title[1]) for title in titles if title) > 70


def test_every_page_names_all_three_feeds_of_its_edition(reader_site: Path) -> None:
    kinds = {"atom+xml": "all.atom.xml", "rss+xml": "all.rss.xml", "feed+json": "all.json"}
    for name in ("index.html", "en/glossary/index.html", "2016/03/15/depeche-d-essai/index.html"):
        text = (reader_site / name).read_text(encoding="utf-8")
        found = dict(
            re.findall(r'<link rel="alternate" type="application/([^"]+)"[^>]* href="([^"]+)"', text)
        )
        assert {kind: Path(href).name for kind, href in found.items()} == kinds
        assert all((reader_site / name).parent.joinpath(href).resolve().is_file() for href in found.values())


def test_the_front_page_tells_of_the_site_and_its_publisher_whose_sign_is_there(reader_site: Path) -> None:
    for lang, url in (("fr", f"{SITE}/"), ("en", f"{SITE}/en/")):
        site = node(reader_site / url.removeprefix(f"{SITE}/") / "index.html", "WebSite")
        assert (site["url"], site["name"], site["inLanguage"]) == (url, "Glose", lang)
        with Image.open(reader_site / site["publisher"]["logo"].removeprefix(f"{SITE}/")) as sign:
            assert sign.size == (512, 512)


def test_the_way_to_a_term_leads_through_the_glossary(reader_site: Path) -> None:
    way = node(reader_site / "en/glossary/ville-exemple/index.html", "BreadcrumbList")["itemListElement"]
    assert [(one["name"], one["item"].removeprefix(SITE)) for one in way] == [
        ("Glose", "/en/"),
        ("Glossary", "/en/glossary/"),
        ("Exampletown", "/en/glossary/ville-exemple/"),
    ]


def test_an_author_has_the_address_of_what_is_filed_under_it(small: Path) -> None:
    article = node(small / "2016/03/15/marche/index.html", "NewsArticle")
    urls = [one["url"] for one in article["author"]]
    assert urls == [f"{HOME}/authors/anne-exemple/", f"{HOME}/authors/la-redaction/"]
    for url in urls:
        assert (small / url.removeprefix(f"{HOME}/") / "index.html").is_file()
    hidden = node(small / "2016/03/16/cache/index.html", "NewsArticle")
    assert "url" not in json.dumps(hidden.get("author", []))


def test_a_translation_names_its_original_which_names_none(small: Path) -> None:
    original = node(small / "2016/03/15/marche/index.html", "NewsArticle")
    assert "translationOfWork" not in original
    for lang in ("en", "ar"):
        version = node(small / lang / "2016/03/15/marche/index.html", "NewsArticle")
        assert version["translationOfWork"] == {"@id": original["@id"]}


def test_a_day_stays_a_day_in_data_and_a_moment_a_moment(small: Path, page: Callable[[str], str]) -> None:
    day = node(small / "2016/03/20/jour/index.html", "NewsArticle")
    assert (day["datePublished"], day["dateModified"]) == ("2016-03-20", "2016-03-21")
    assert 'published_time" content="2016-03-20"' in page("2016/03/20/jour")
    corrected = node(small / "en/2016/03/15/marche/index.html", "NewsArticle")
    assert corrected["dateModified"] == "2016-03-19"  # of its last correction
    assert "dateModified" not in node(small / "2016/03/16/suite/index.html", "NewsArticle")
    moment = node(small / "2016/03/15/marche/index.html", "NewsArticle")
    assert moment["datePublished"] == "2016-03-15T17:42:00+01:00"
    sitemap = (small / "sitemap.xml").read_text(encoding="utf-8")
    assert "<lastmod>2016-03-21</lastmod>" in sitemap
    assert "T00:00:00" not in sitemap


def test_a_hidden_printing_names_the_one_that_readers_are_led_to(page: Callable[[str], str]) -> None:
    same = f'<link rel="canonical" href="{HOME}/2016/03/15/marche/">'
    assert same in page("2016/03/20/marche-bis")
    assert same in page("2016/03/15/marche")
    assert f'<link rel="canonical" href="{HOME}/2016/03/16/cache/">' in page("2016/03/16/cache")


def test_the_sitemap_names_nothing_that_is_hidden_or_retracted(small: Path) -> None:
    sitemap = (small / "sitemap.xml").read_text(encoding="utf-8")
    for address in ("2016/03/20/marche-bis/", "2016/03/16/cache/", "2016/03/14/retire/"):
        assert (small / address / "index.html").is_file()
        assert f"{HOME}/{address}" not in sitemap
    assert f"{HOME}/en/2016/03/16/cache/" in sitemap  # its translation is in sight
    assert f"{HOME}/2016/03/20/jour/" in sitemap


def test_robots_may_show_pictures_in_full_but_nothing_retracted(page: Callable[[str], str]) -> None:
    assert '<meta name="robots" content="max-image-preview:large">' in page("2016/03/15/marche")
    assert '<meta name="robots" content="noindex">' in page("2016/03/14/retire")


def test_nothing_of_it_is_a_fault(small: Path) -> None:
    mine = ("canonical:", "feed:", "meta:", "sitemap:", "structured data:", "title:")
    assert [one for one in site_faults(small) if one.what.startswith(mine)] == []
