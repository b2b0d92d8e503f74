"""The same site in themes of others, in a real browser: what stands there is readable, works, and is accessible."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pelican.themes.reflex
import pelican_engineering_theme
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from glose.tasks.listening import serve
from tests.foreign.sites import FILES, quickstart

pytestmark = pytest.mark.browser
THEMES = {
    "notmyidea": "notmyidea",
    "reflex": str(Path(pelican.themes.reflex.__file__).parent),
    "engineering": str(Path(pelican_engineering_theme.__file__).parent / "theme"),
}
OURS = "#card, a.term, .lexicon, .glose-note, .glose-endnotes, .glose-search"


@pytest.fixture(scope="module", params=THEMES)
def base(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, installed: Path
) -> Iterator[str]:
    """The address of the site in one of the themes, below a path."""
    root = tmp_path_factory.mktemp(request.param)
    made = quickstart(root, installed, GLOSE={"languages": ["en"]}, RELATIVE_URLS=True, CC_LICENSE={})
    made.write(FILES)
    done = made.build("-t", THEMES[request.param], "-o", "served/below/a/path")
    assert done.code == 0, done.said
    server = serve(root / "served", 0)
    yield f"http://127.0.0.1:{server.server_port}/below/a/path/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=[(360, "light"), (1280, "dark")], ids=str)
def tab(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    width, scheme = request.param
    page = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield page
    page.close()


def faults(tab: Page) -> list[str]:
    """What axe says of what is ours; landmarks and headings of the page are the theme's."""
    found = Axe().run(tab, context=OURS, options={"rules": {"region": {"enabled": False}}})
    return [f"{one['id']}: {node['target']}" for one in found.response["violations"] for node in one["nodes"]]


def test_the_card_opens_on_a_term_and_is_accessible(base: str, tab: Page) -> None:
    tab.goto(base + "un-essai.html")
    tab.locator("summary").click()
    tab.locator("a.term").focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    card = tab.locator("#card")
    expect(card).to_contain_text("Une ville d’essai.")
    box = card.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= tab.viewport_size["width"]
    assert faults(tab) == []
    tab.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert tab.evaluate("document.documentElement.scrollWidth") <= tab.viewport_size["width"]


def test_the_notes_open_and_their_copy_for_print_is_not_shown(base: str, chromium: Browser) -> None:
    tab = chromium.new_page(java_script_enabled=False)
    tab.goto(base + "un-essai.html")
    assert tab.locator(".glose-ref").evaluate("e => getComputedStyle(e, '::before').content") == '"1"'
    expect(tab.get_by_text("Le pont a rouvert")).to_have_count(2)
    expect(tab.get_by_text("Le pont a rouvert").first).to_be_hidden()
    tab.locator(".glose-ref").click()
    expect(tab.get_by_text("Le pont a rouvert").first).to_be_visible()
    expect(tab.locator(".glose-endnotes")).to_be_hidden()
    tab.emulate_media(media="print")
    expect(tab.locator(".glose-endnotes")).to_be_visible()
    expect(tab.locator(".glose-note")).to_be_hidden()
    tab.close()


def test_the_search_finds_texts_and_entries_in_its_language_and_names_nearby(
    base: str, chromium: Browser
) -> None:
    tab = chromium.new_page(viewport={"width": 360, "height": 800})
    tab.goto(base + "search/?q=Exempleville")
    hits = tab.locator("#glose-results li > a")
    expect(hits.first).to_have_text("Ville-Exemple")
    assert {link.get_attribute("href") for link in hits.all()} == {
        f"/below/a/path/{page}"
        for page in ("glossary/ville-exemple/", "un-essai.html", "un-ancien-essai.html")
    }
    assert faults(tab) == []
    hits.first.click()
    expect(tab.locator("h1", has_text="Ville-Exemple").first).to_be_visible()
    tab.goto(base + "search/?q=Exemplvile")
    expect(tab.locator("#glose-near a")).to_have_attribute("href", f"{base}glossary/ville-exemple/")
    tab.goto(base + "en/search/?q=Sampletown")
    expect(tab.locator("#glose-results li > a").first).to_have_text("Sampletown")
    tab.goto(base + "search/?q=contredit")
    status = tab.locator("#glose-status")
    expect(status).to_have_text(status.get_attribute("data-none"))
    tab.close()


def test_a_strict_policy_lets_card_and_search_work_and_nothing_breaks_it(
    tmp_path: Path, installed: Path, chromium: Browser
) -> None:
    strict = "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
    head = f'<head><meta http-equiv="Content-Security-Policy" content="{strict}"></head>'
    theme = tmp_path / "theme" / "templates"
    theme.mkdir(parents=True)
    for name in ("article", "page"):
        page = f"<html>{head}<body><main>{{{{ {name}.content }}}}</main></body></html>"
        (theme / f"{name}.html").write_text(page, encoding="utf-8")
    made = quickstart(tmp_path / "site", installed)
    made.write(FILES)
    done = made.build("-t", str(theme.parent))
    assert done.code == 0, done.said
    server = serve(done.output, 0)
    tab, said = chromium.new_page(), []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(f"http://127.0.0.1:{server.server_port}/un-essai.html")
    tab.locator("a.term").hover()
    expect(tab.locator("#card")).to_contain_text("Une ville d’essai.")
    tab.goto(f"http://127.0.0.1:{server.server_port}/search/?q=Exempleville")
    expect(tab.locator("#glose-results li > a").first).to_have_text("Ville-Exemple")
    tab.close()
    server.shutdown()
    server.server_close()
    assert [line for line in said if "Content Security Policy" in line] == []
