"""A small site with everything that an article's page may show, read and not yet rendered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from glose import articles, editors_pages, glossary_views, listings, redirects, term_pages
from glose.digest.build.load import load
from glose.digest.build.sources import Sources
from glose.digest.build.state import State, decode
from glose.digest.edition.outline import load_outline
from glose.digest.layers import Layers
from glose.digest.site.constants import Constants
from glose.digest.site.render import Renderer
from glose.digest.site.site import Settings, Site
from glose.digest.site.values import Page
from tests.digest import ROOT
from tests.features.sites import made
from tests.render.content import write_all

SETTINGS = {
    "SITENAME": "Exemple",
    "FEED_DOMAIN": "https://exemple.invalid",
    "RELATIVE_URLS": True,
    "DEFAULT_LANG": "fr",
    "EDITIONS": ("fr", "en"),
    "EDITORS": ("La rédaction",),
    "TIMEZONE": "Europe/Paris",
    "REPORT_ERROR": "mailto:x@exemple.invalid?a=1&b=2",
    "SEED_URL": "https://exemple.invalid/seeds/",
}
OWN = (articles, editors_pages, redirects)
FEATURES = (*OWN, listings, term_pages, glossary_views)
VIEWS = {name: view for one in FEATURES for name, view in getattr(one, "VIEWS", {}).items()}
WRITERS = {name: writer for one in FEATURES for name, writer in getattr(one, "WRITERS", {}).items()}


@dataclass
class Read:
    """A site, its pages, and what these fetch."""

    site: Site
    pages: list[Page]
    fetch: Callable[[bytes, Any], Any]

    def page(self, path: str) -> Page:
        return next(page for page in self.pages if page.path == path)

    def renderer(self, settings: Settings | None = None, theme: Path = ROOT / "theme") -> Renderer:
        """A new one, which remembers nothing."""
        constants = Constants.of(self.site)
        return Renderer(settings or self.site.settings, Layers.of(theme), constants, VIEWS, WRITERS)

    def render(self, path: str, settings: Settings | None = None) -> str:
        return self.renderer(settings).render(self.page(path), self.fetch).decode()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Read:
    root = tmp_path_factory.mktemp("render")
    content = root / "content"
    write_all(content)
    state = State(Path(":memory:"))
    outline = load_outline(ROOT / "theme/outlines/levant.json")
    sources = Sources(root, content, content / "glossary", SETTINGS, datetime(2016, 9, 1, tzinfo=UTC))
    loaded = load(sources, state, outline=outline, clock=1)
    assert not loaded.faults
    pages = [page for one in FEATURES for page in made(one.pages(loaded.site))]
    return Read(loaded.site, pages, lambda fp, kind: decode(state.packed([fp])[fp], kind))
