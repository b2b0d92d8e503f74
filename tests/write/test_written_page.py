"""A page with everything that is written by hand, in a browser: no barrier, and nothing wider than a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from glose.tasks.site_build import build
from tests.browser.test_access import RULES
from tests.digest import a_project
from tests.write.test_docs import EXAMPLES, TERM, png, text
from tests.write.test_new import DIGEST

pytestmark = pytest.mark.browser
WIDE = "| A | B | C |\n|---|---|---|\n| " + " | ".join(["Sampletown-" * 4] * 3) + " |"
CODE = f"~~~\n{'long ' * 60}\n~~~"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The article's file in the site."""
    root = a_project(tmp_path_factory.mktemp("page") / "digest")
    (root / "pelicanconf.py").write_text(DIGEST, encoding="utf-8")
    (root / "content/images").mkdir()
    (root / "content/images/quay.png").write_bytes(png())
    (root / "content/glossary/quay.md").write_text(TERM, encoding="utf-8")
    body = "\n\n".join([*(one.text for one in EXAMPLES), WIDE, CODE])
    for slug, words in (("quay", "Old."), ("all", body)):
        (root / f"content/articles/{slug}.md").write_text(text(slug, words), encoding="utf-8")
    build(root, root / "output")
    return root / "output/2026/05/01/all/index.html"


@pytest.fixture
def phone(chromium: Browser, written: Path) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto(written.as_uri())
    yield page
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_barrier(phone: Page, scheme: str) -> None:
    phone.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = Axe().run(phone, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    assert [f"{one['id']}: {node['html'][:140]}" for one in found for node in one["nodes"]] == []


def test_what_is_wider_than_a_phone_scrolls_in_a_box_that_the_keyboard_reaches(phone: Page) -> None:
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
    boxes = phone.locator(".text div.wide, .text pre").all()
    wide = [one for one in boxes if one.evaluate("one => one.scrollWidth > one.clientWidth")]
    assert len(wide) >= 2
    for box in wide:
        box.focus()
        phone.keyboard.press("ArrowRight")
        box.evaluate(
            "one => new Promise(done => one.scrollLeft ? done() : one.addEventListener('scroll', done))"
        )


def test_its_footnotes_lead_there_and_back(chromium: Browser, written: Path) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(written.as_uri())
    page.get_by_role("link", name="[1]").click()
    assert page.url.endswith("#fn-1")
    page.get_by_role("link", name="Back to the text from footnote 1").click()
    assert page.url.endswith("#fnref-1")
    page.close()
