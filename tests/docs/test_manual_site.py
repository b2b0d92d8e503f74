"""`invoke docs` makes a site of the manual: whole, in English alone, and what a reader asks for is found in it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from glose.tasks import docs
from tests.browser.conftest import serving, watch

SAMPLE = {"searching", "the-glossary", "changelog", "matching-compared", "mentions"}
"""Pages that show what is in the sample of this repository, and name it."""
ASKED = {
    "publish": "publish",
    "dark colour": "colours-and-type",
    "footnotes": "write-by-hand",
    "import from Hugo": "bring-articles",
    "embargo": "schedule",
    "German": "a-language",
    "nginx": "servers",
    "imprint": "menu-and-footer",
    "tasks": "tasks",
    "selector": "glossary/selector",
}
"""What a reader types, and the page that has to be among the first three."""
DONE = "words => new URLSearchParams(location.search).get('q') === words && results.ariaBusy === 'false'"
FOUND = "() => [...document.querySelectorAll('#near a, #results a')].map(one => one.pathname).slice(0, 3)"


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, as the task makes it."""
    place = tmp_path_factory.mktemp("manual")
    docs.make(place, place / "output")
    return place / "output"


def pages(site: Path) -> dict[str, BeautifulSoup]:
    return {
        file.parent.relative_to(site).as_posix(): BeautifulSoup(file.read_bytes(), "html.parser")
        for file in sorted(site.rglob("index.html"))
    }


def test_its_check_finds_nothing_not_even_a_link_that_leads_nowhere(manual: Path) -> None:
    assert docs.wrong(manual) == []


def test_what_is_taken_out_of_it_is_missed(manual: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(manual, copy)
    (copy / "publish" / "index.html").unlink()
    assert any("publish/ leads to no page" in fault for fault in docs.wrong(copy))


def test_every_page_of_the_manual_is_in_it_under_its_own_title(manual: Path) -> None:
    shown = pages(manual)
    for file in docs.sources():
        title = file.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ").replace("`", "")
        (heading,) = shown[docs.slug_of(file)].select("h1")
        assert heading.get_text().replace("’", "'") == title
    assert len({docs.slug_of(file) for file in docs.sources()}) == len(docs.sources())


def test_a_link_that_the_manual_has_is_one_in_the_site_with_its_place(manual: Path) -> None:
    shown = pages(manual)
    links = {link["href"] for link in shown["publish"].select("article a[href]")}
    assert "../servers/" in links
    called = {link["href"]: link.get_text() for link in shown["tasks"].select("article a[href]")}
    assert called["../converting/"] == "Converting"
    for name, page in shown.items():
        assert not re.search(r"\]\([\w./-]+\.md", page.get_text()) or name == "write-by-hand", name


def test_it_needs_no_french_and_names_no_subject_but_its_own(manual: Path) -> None:
    shown = pages(manual)
    assert not (manual / "fr").exists()
    for name, page in shown.items():
        assert [root["lang"] for root in page.select("html")] == ["en"]
        if name not in SAMPLE:
            assert not re.search(r"\bSyria|Nosra|Nusra", page.get_text()), name
        for own in page.select(".text"):
            own.decompose()
        assert not re.search(r"Syri|Nos?ra|[éèêàç]|Glossaire", page.get_text()), name


@pytest.mark.browser
def test_what_a_reader_asks_for_is_among_the_first_three(manual: Path, chromium: Browser) -> None:
    wrong = {}
    with serving(manual) as address:
        context = chromium.new_context(locale="en-GB")
        seen = watch(context.new_page(), address)
        seen.page.goto(f"{address}search/")
        for words, expected in ASKED.items():
            seen.page.fill("#q", words)
            seen.page.wait_for_function(DONE, arg=words)
            found = seen.page.evaluate(FOUND)
            if not any(path.endswith(f"/{expected}/") for path in found):
                wrong[words] = found
        context.close()
    assert wrong == {}
    assert seen.complaints == []
