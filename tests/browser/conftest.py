"""A real Chromium, a site with every kind of page, and a server that puts it below a path."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from glose.tasks.search_index import index

BELOW = "/sous/chemin/"
"""Every page must work below a path, so no test sees the site anywhere else."""
ARTICLE = "2016/03/15/depeche-d-essai/"
TERM = "glossary/front-exemple/"
PAGES = {
    "home": "",
    "article": ARTICLE,
    "article without an edition": "de/2016/03/14/probemeldung/",
    "excerpt": "2015/12/01/extrait-d-essai/",
    "retracted": "2016/03/10/depeche-retiree/",
    "term": TERM,
    "glossary": "glossary/",
    "timeline": "timeline/",
    "map": "map/",
    "archives": "archives/",
    "month": "2016/03/",
    "sources": "sources/",
    "source": "sources/at/",
    "corrections": "corrections/",
    "search": "search/",
    "page": "about/",
    "not found": "404.html",
    "english home": "en/",
    "english article": "en/2016/03/15/depeche-d-essai/",
    "taken in": "en/2016/03/14/autre-depeche/",
    "english term": "en/glossary/front-exemple/",
    "arabic home": "ar/",
    "arabic article": "ar/2016/03/16/barqiya-tajribiya/",
    "arabic term": "ar/glossary/front-exemple/",
    "arabic glossary": "ar/glossary/",
}
"""Every kind of page, and the same in each language where the layout differs."""


class _Handler(SimpleHTTPRequestHandler):
    """The site below `BELOW`, gzipped as any real server sends it, and nothing else."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012

    def log_message(self, *_: object) -> None:
        """Silent: the tests read what the browser asked for from the browser."""

    def do_GET(self) -> None:
        inside = self.path.startswith(BELOW)
        path = Path(self.translate_path(self.path.removeprefix(BELOW.rstrip("/"))))
        if path.is_dir():
            path /= "index.html"
        if not inside or not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Address of the home page of `site`, while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{BELOW}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def served(reader_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the home page of the tests' own site, which has its search index."""
    site = tmp_path_factory.mktemp("served") / "site"
    shutil.copytree(reader_site, site)
    index(site)
    with serving(site) as address:
        yield address


@dataclass
class Visit:
    """An open page, and what happened on it."""

    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)
    """What the console said, and scripts that failed."""
    requests: list[str] = field(default_factory=list)
    """Addresses asked for, without ``data:``."""

    @property
    def card(self) -> Any:
        return self.page.locator("#card:popover-open")

    def term(self, name: str) -> Any:
        """The marked words of a term in the article's text."""
        return self.page.locator(f'a[aria-details="term-{name}"]')

    def opens(self) -> None:
        self.page.wait_for_selector("#card:popover-open", timeout=3000)

    def wait(self, milliseconds: int) -> None:
        self.page.wait_for_timeout(milliseconds)


PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def watch(page: Page, base: str) -> Visit:
    """The page with its complaints and requests written down."""
    page.set_default_timeout(8000)
    seen = Visit(page, base)
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith("data:") else seen.requests.append(request.url),
    )
    return seen


@pytest.fixture
def visit(chromium: Browser, served: str) -> Iterator[Callable[..., Visit]]:
    """Opens a page in a fresh context: ``visit(path, phone=True, color_scheme="dark")``."""
    contexts: list[BrowserContext] = []

    def go(path: str = ARTICLE, *, phone: bool = False, **options: Any) -> Visit:
        contexts.append(chromium.new_context(**({"locale": "fr-FR"} | (PHONE if phone else {}) | options)))
        seen = watch(contexts[-1].new_page(), served)
        seen.page.goto(served + path)
        return seen

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def tab(chromium: Browser) -> Iterator[Visit]:
    """One page for all tests that only look: a context of its own for each would double their time."""
    context = chromium.new_context(locale="fr-FR")
    yield watch(context.new_page(), "")
    context.close()


def shown(tab: Visit, base: str, path: str) -> Visit:
    """The tab with a page in it, in the light scheme and on a desktop."""
    tab.page.emulate_media(color_scheme="light")
    tab.page.set_viewport_size({"width": 1280, "height": 800})
    tab.complaints.clear()
    tab.requests.clear()
    tab.base = base
    tab.page.goto(base + path)
    return tab


@pytest.fixture
def look(tab: Visit, served: str) -> Callable[..., Visit]:
    """Opens a page of the tests' own site in the tab: ``look(path)``."""

    def go(path: str, base: str = served) -> Visit:
        return shown(tab, base, path)

    return go
