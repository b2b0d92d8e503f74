"""What a page of `invoke serve` says of what is wrong: over the last good page, until that is mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.build.served import Served, served
from tests.digest import a_project
from tests.editor.conftest import ARTICLE, ENTRY, PAGE

pytestmark = pytest.mark.browser
PATIENCE = 40_000
"""Milliseconds for a build."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = a_project(tmp_path_factory.mktemp("shown") / "project")
    (root / "content/articles/le-pont.md").write_text(ARTICLE, encoding="utf-8")
    (root / "content/glossary/exempleville.md").write_text(ENTRY, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[Served]:
    with served(project) as running:
        yield running


@pytest.fixture
def page(chromium: Browser, server: Served) -> Iterator[Page]:
    context = chromium.new_context()
    found = context.new_page()
    found.set_default_timeout(PATIENCE)
    heard: list[str] = []
    found.on(
        "console", lambda one: heard.append(f"{one.text} {one.location}") if one.type == "error" else None
    )
    found.on("pageerror", lambda one: heard.append(str(one)))
    found.goto(f"http://127.0.0.1:{server.port}{PAGE}")
    yield found
    context.close()
    # An article that cannot be read has no notes; axe-core tries styles to know whether a page turns; a search may be
    # asked for before there is an index.
    allowed = ("/.glose/editor/notes", "Applying inline style violates", "/pagefind/pagefind.js")
    assert not [one for one in heard if not any(known in one for known in allowed)]


@pytest.fixture
def article(project: Path) -> Iterator[Path]:
    file = project / "content/articles/le-pont.md"
    yield file
    file.write_text(ARTICLE, encoding="utf-8")


def test_what_is_wrong_is_shown_with_its_line_over_the_last_good_page_until_it_is_mended(
    page: Page, article: Path
) -> None:
    alert = page.get_by_role("alert")
    expect(alert).to_be_empty()
    article.write_text(ARTICLE.replace("title: Le pont rouvre", "title: Le pont: rouvre"), encoding="utf-8")
    expect(alert).to_contain_text("content/articles/le-pont.md:2", timeout=PATIENCE)
    expect(alert).to_contain_text("Nothing new was built")
    expect(alert.locator("em").first).not_to_be_empty()
    headline = page.get_by_role("heading", name="Le pont rouvre")
    expect(headline).to_be_visible()
    above, below = alert.bounding_box(), headline.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    assert Axe().run(page).response["violations"] == []
    article.write_text(ARTICLE.replace("Le pont rouvre", "Le pont ferme"), encoding="utf-8")
    expect(page.get_by_role("heading", name="Le pont ferme")).to_be_visible(timeout=PATIENCE)
    expect(alert).to_be_empty()


def test_the_banner_goes_though_the_site_is_what_it_was(page: Page, article: Path) -> None:
    alert = page.get_by_role("alert")
    article.write_text(ARTICLE.replace("status: published", "status: publisched"), encoding="utf-8")
    expect(alert).to_contain_text("le-pont.md:6", timeout=PATIENCE)
    article.write_text(ARTICLE, encoding="utf-8")
    expect(alert).to_be_empty(timeout=PATIENCE)


def test_a_page_that_is_opened_while_something_is_wrong_says_so(
    page: Page, article: Path, server: Served
) -> None:
    article.write_text(ARTICLE.replace("slug: le-pont", "slug: Le Pont"), encoding="utf-8")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("le-pont.md:3", timeout=PATIENCE)
    page.goto(f"http://127.0.0.1:{server.port}/")
    expect(alert).to_contain_text("le-pont.md:3", timeout=PATIENCE)


def test_it_is_closed_by_a_key_or_a_button_and_comes_back_only_for_something_else(
    page: Page, article: Path
) -> None:
    alert = page.get_by_role("alert")
    article.write_text(ARTICLE.replace("lang: fr", "lang: french!"), encoding="utf-8")
    expect(alert).to_contain_text("le-pont.md:4", timeout=PATIENCE)
    page.keyboard.press("Escape")
    expect(alert).to_be_empty()
    page.reload()
    page.wait_for_function("() => document.querySelector('.glose-serve').dataset.heard")
    expect(alert).to_be_empty()
    article.write_text(ARTICLE.replace("date: 2016-03-15", "date: the 15th"), encoding="utf-8")
    expect(alert).to_contain_text("le-pont.md:5", timeout=PATIENCE)
    close = page.get_by_role("button", name="Close")
    close.focus()
    page.keyboard.press("Enter")
    expect(alert).to_be_empty()


def test_a_search_finds_what_was_saved_and_says_while_its_index_is_older(
    page: Page, article: Path, server: Served
) -> None:
    article.write_text(ARTICLE.replace("Le pont est vieux.", "Un pélican passe."), encoding="utf-8")
    page.goto(f"http://127.0.0.1:{server.port}/search/?q=p%C3%A9lican")
    status = page.locator(".glose-serve [role=status]")
    expect(page.locator("#results li")).to_have_count(1, timeout=PATIENCE)  # the page loads again by itself
    article.write_text(ARTICLE.replace("Le pont est vieux.", "Un cormoran passe."), encoding="utf-8")
    expect(status).to_contain_text("search index", timeout=PATIENCE)
    expect(status).to_be_empty(timeout=PATIENCE)
    expect(page.locator("#results li")).to_have_count(0, timeout=PATIENCE)
    page.goto(f"http://127.0.0.1:{server.port}/search/?q=cormoran")
    expect(page.locator("#results li")).to_have_count(1, timeout=PATIENCE)
