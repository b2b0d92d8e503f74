"""Pictures of every kind of page, for people to look at: desktop and phone, light and dark, right to left, paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

KINDS = {
    "home": "index.html",
    "article": "20*/*/*/*/index.html",
    "term": "glossary/*/index.html",
    "glossary": "glossary/index.html",
    "timeline": "timeline/index.html",
    "map": "map/index.html",
    "archives": "archives/index.html",
    "listing": "sources/*/index.html",
    "search": "search/index.html",
    "about": "about/index.html",
    "not-found": "404.html",
    "english": "en/index.html",
    "arabic": "ar/20*/*/*/*/index.html",
    "arabic-home": "ar/index.html",
}
"""Kind of page to where it stands; of several, the largest is taken, since it shows most. A site may lack some."""
LOOKS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "phone": {
        "viewport": {"width": 360, "height": 740},
        "device_scale_factor": 2,
        "has_touch": True,
        "is_mobile": True,
    },
}
CARD = "#card:popover-open"


def take(site: Path, folder: Path, browser: str, flags: Sequence[str] = ()) -> Iterator[Path]:
    """Photographs the built `site` into `folder`, page by page; yields each picture when it is there.

    Besides whole pages it takes the article with its card open, and the article on paper as a PDF. `browser` is
    the path of a Chromium (`glose.tasks.browser` knows one), `flags` what it is started with.
    """
    from playwright.sync_api import sync_playwright  # a developer's library

    folder.mkdir(parents=True, exist_ok=True)
    pages = {kind: file for kind, pattern in KINDS.items() if (file := largest(site, pattern))}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=list(flags))
        for look, options in LOOKS.items():
            context = chromium.new_context(**options)
            page = context.new_page()
            for kind, file in pages.items():
                page.goto(file.as_uri())
                yield picture(page, folder / f"{kind}-{look}.png", full_page=True)
            if "article" in pages:
                page.goto(pages["article"].as_uri())
                open_card(page, look)
                yield picture(page, folder / f"card-{look}.png", full_page=False)
            context.close()
        if "article" in pages:
            page = chromium.new_page()
            page.goto(pages["article"].as_uri())
            page.pdf(path=folder / "article.pdf", format="A4", prefer_css_page_size=True, tagged=True)
            yield folder / "article.pdf"
        chromium.close()


def largest(site: Path, pattern: str) -> Path | None:
    """The largest file below `site` that fits the pattern, if one does."""
    return max(sorted(site.glob(pattern)), key=lambda file: file.stat().st_size, default=None)


def open_card(page: Any, look: str) -> None:
    """Opens the card of the article's second term, as a mouse or a finger would."""
    term = page.locator(".text a.term").nth(1)
    term.scroll_into_view_if_needed()
    if look == "phone":
        term.tap()
    else:
        term.hover()
    page.wait_for_selector(CARD)
    page.wait_for_timeout(200)  # the card fades in for 120 ms


def picture(page: Any, file: Path, *, full_page: bool) -> Path:
    """Saves what the page shows."""
    page.screenshot(path=file, full_page=full_page)
    return file
