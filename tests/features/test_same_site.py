"""The pages are byte for byte those that the first build of this theme wrote, which Pelican's contexts went through."""

from __future__ import annotations

import pickle
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glose import feeds, glossary_views, listings, machine_files, narrow_feeds, term_pages
from glose.digest.build.load import load
from glose.digest.build.sources import Sources
from glose.digest.build.state import State, decode
from glose.digest.edition.outline import load_outline
from glose.digest.layers import Layers
from glose.digest.site.addresses import file_of
from glose.digest.site.constants import Constants
from glose.digest.site.render import Renderer
from glose.digest.site.values import Page, fingerprint
from tests.features.content import write
from tests.features.sites import made
from tests.golden import golden

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
SETTINGS = {
    "SITENAME": "Exemple",
    "FEED_DOMAIN": "https://exemple.invalid",
    "RELATIVE_URLS": True,
    "DEFAULT_LANG": "fr",
    "EDITIONS": ("fr", "en"),
    "TIMEZONE": "Europe/Paris",
    "SECURITY_CONTACT": "mailto:x@exemple.invalid",
    "SECURITY_EXPIRES": "2027-01-01T00:00:00Z",
    "DEFAULT_PAGINATION": 7,
}
FEATURES = (listings, term_pages, glossary_views, feeds, narrow_feeds, machine_files)
FILES = (
    "index.html", "page/2/index.html", "en/index.html", "404.html", "search/index.html", "archives/index.html",
    "2016/03/15/index.html", "2016/03/index.html", "2014/index.html", "en/2016/index.html", "tags/index.html",
    "tags/c/index.html", "tags/exempleville/page/2/index.html", "authors/index.html", "sources/agli/index.html",
    "en/categories/town/index.html", "corrections/index.html", "en/corrections/index.html",
    "glossary/index.html", "en/glossary/index.html", "glossary/conseil/index.html", "en/glossary/conseil/index.html",
    "glossary/exempleville/index.html", "en/glossary/loin/index.html", "en/glossary/port/index.html",
    "timeline/index.html", "en/timeline/index.html", "map/index.html", "en/map/index.html",
    "feeds/all.atom.xml", "feeds/all.rss.xml", "feeds/all.json", "en/feeds/all.atom.xml", "en/feeds/all.json",
    "sitemap.xml", "robots.txt", "_headers", ".well-known/security.txt", "articles.json",
    "glossary.json", "glossary.ttl",
)  # fmt: skip
_STYLE = re.compile(
    r"<style>.*?</style>|(?:'|&#39;)sha256-[^'&]*(?:'|&#39;)|<script type=\"module\">.*?</script>", re.S
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Path to text, without styles and scripts, which have tests of their own."""
    root = tmp_path_factory.mktemp("features")
    write(root / "content", 8)
    content = root / "content"
    now = datetime(2016, 9, 1, tzinfo=UTC)
    state = State(Path(":memory:"))
    outline = load_outline(ROOT / "theme/outlines/levant.json")
    loaded = load(
        Sources(root, content, content / "glossary", SETTINGS, now), state, outline=outline, clock=1
    )
    assert not loaded.faults
    site = loaded.site
    views = {name: view for one in FEATURES for name, view in one.VIEWS.items()}
    writers = {name: writer for one in FEATURES for name, writer in one.WRITERS.items()}
    renderer = Renderer(site.settings, Layers.of(ROOT / "theme"), Constants.of(site), views, writers)
    pages: list[Page] = [page for one in FEATURES for page in made(one.pages(site))]
    others = [*site.articles, *site.sheets]
    paths = [page.path for page in pages] + [file_of(one.url) for one in others]
    pages += machine_files.last(site, [*paths, "2016/03/14/marche/index.html"])
    assert len({page.path for page in pages}) == len(pages)
    return {page.path: _STYLE.sub("", rendered(page, renderer, state)) for page in pages}


def rendered(page: Page, renderer: Renderer, state: State) -> str:
    """The page from what it says that it needs, and nothing else, as another process would."""
    known = state.packed(page.needs)
    sent: Page = pickle.loads(pickle.dumps(page))  # noqa: S301  our own
    assert fingerprint(sent) == fingerprint(page)
    return renderer.render(sent, lambda fp, kind: decode(known[fp], kind)).decode()


@pytest.mark.parametrize("file", FILES)
def test_a_page_is_what_it_was(built: dict[str, str], file: str) -> None:
    golden(GOLDEN / f"{file.replace('/', '~')}.golden", built[file])


def test_every_page_of_every_feature_is_rendered(built: dict[str, str]) -> None:
    assert len(built) == 93
    assert all(text.endswith("\n") or text.endswith(">") for text in built.values())
