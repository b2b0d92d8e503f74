"""The site that readers see has an address of its own, or is not made."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.check.addresses import addresses, is_site, stands_in
from glose.digest.model.errors import DigestError
from glose.tasks.settings import Site, read_site
from tests.languages.digest import digest, invoke


def production(root: Path, url: str) -> Site:
    digest(root)
    lines = f"from pelicanconf import *\n\nSITEURL = FEED_DOMAIN = {url!r}\nRELATIVE_URLS = False\n"
    (root / "publishconf.py").write_text(lines, encoding="utf-8")
    return read_site(root, "publishconf.py")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", "SITEURL is empty; write where readers will find the site"),
        ("https://digest.invalid", "SITEURL: 'https://digest.invalid' is nobody's address"),
        ("https://example.org/digest", "is nobody's address"),
        ("https://www.example.com", "is nobody's address"),
        ("https://news.example/digest", "is nobody's address"),
        (
            "https://news sampletown.net",
            "SITEURL: 'https://news sampletown.net' is no address of a site: it has spaces",
        ),
        (" https://news.sampletown.net", "it has spaces"),
        ("news.sampletown.net", "SITEURL: 'news.sampletown.net' is no address of a site: it lacks https://"),
        ("//news.sampletown.net", "it lacks https://"),
        ("https://news.sampletown.net/", "it ends in a slash"),
        ("https://news.sampletown.net/a?b", "is no address of a site"),
        ("https://", "is no address of a site"),
    ],
)
def test_an_address_that_is_none_stops_it_under_its_own_name(tmp_path: Path, url: str, told: str) -> None:
    with pytest.raises(DigestError) as caught:
        production(tmp_path, url)
    assert told in str(caught.value)
    assert "FEED_DOMAIN" not in str(caught.value)
    assert len(caught.value.faults) == 1


@pytest.mark.parametrize(
    "url",
    [
        "https://news.sampletown.net",
        "https://example-times.net/digest",
        "https://myexample.org",
        "http://127.0.0.1:8000/digest",
        "http://[::1]:8000",
        "https://exemple.test/journal/2016",
    ],
)
def test_a_real_address_is_taken(tmp_path: Path, url: str) -> None:
    assert production(tmp_path, url).values["SITEURL"] == url
    assert is_site(url)
    assert not stands_in(url)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (
            "feeds.sampletown.net",
            "FEED_DOMAIN: 'feeds.sampletown.net' is no address of a site: it lacks https://",
        ),
        ("https://feeds.sampletown.net", ""),
        ("https://digest.invalid", ""),
        ("", ""),
    ],
)
def test_an_address_for_feeds_alone_is_told_as_such(value: str, told: str) -> None:
    assert "".join(what for what, _ in addresses({"SITEURL": "", "FEED_DOMAIN": value})) == told


def test_without_production_a_site_needs_no_address(tmp_path: Path) -> None:
    assert read_site(digest(tmp_path, 'SITEURL = ""')).values["SITEURL"] == ""


def test_a_build_for_production_without_an_address_makes_nothing(tmp_path: Path) -> None:
    root = digest(tmp_path)
    (root / "publishconf.py").write_text("from pelicanconf import *\n", encoding="utf-8")
    code, told = invoke(root, "build", "--production")
    assert (code, told.startswith("publishconf.py: SITEURL is empty")) == (1, True)
    assert not (root / "output").exists()
