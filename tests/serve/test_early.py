"""Of a large site, what somebody looks at is there before the site is: the same bytes, and told to nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.build import early
from glose.digest.build.early import Early
from glose.digest.build.warm import Warm
from glose.tasks.reloading import Reloader
from glose.tasks.site_build import build
from tests.build.test_site_build import article
from tests.editor.conftest import ENTRY

PAGE, OTHER = "2016/03/15/essai/index.html", "2016/03/15/autre/index.html"
TERM = "glossary/exempleville/index.html"


@pytest.fixture
def shown(project: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What came early in the last build, of a project that was built before."""
    monkeypatch.setattr(early, "MANY", 1)
    article(project, body="À Exempleville, rien.")
    article(project, "autre", body="Un autre texte.")
    (project / "content/glossary/exempleville.md").write_text(ENTRY, encoding="utf-8")
    return {}


def built(root: Path, warm: Warm, shown: dict[str, bytes], *wanted: str) -> bool:
    """Builds; whether what came early is what the site has, byte for byte."""
    shown.clear()
    before = (root / "output" / PAGE).read_bytes() if (root / "output").is_dir() else b""

    def show(path: str, page: bytes) -> None:
        assert not before or (root / "output" / PAGE).read_bytes() == before, "it does not come early"
        shown[path] = page

    warm.early = Early(frozenset(wanted), show)
    build(root, root / "output", warm=warm)
    return all((root / "output" / path).read_bytes() == page for path, page in shown.items())


def test_a_page_that_is_looked_at_comes_early_and_is_the_one_of_the_site(
    project: Path, shown: dict[str, bytes]
) -> None:
    warm = Warm()
    assert built(project, warm, shown, PAGE)
    assert shown == {}  # there was no site, and nobody could look at it
    article(project, body="À Exempleville, tout.")
    assert built(project, warm, shown, PAGE, OTHER, "nowhere/index.html")
    assert shown.keys() == {PAGE}
    assert b"tout." in shown[PAGE]


def test_an_edited_entry_is_early_on_its_own_page_and_in_an_article(
    project: Path, shown: dict[str, bytes]
) -> None:
    warm = Warm()
    built(project, warm, shown)
    entry = project / "content/glossary/exempleville.md"
    entry.write_text(ENTRY.replace("au bord du fleuve", "au bord de la mer"), encoding="utf-8")
    assert built(project, warm, shown, PAGE, TERM)
    assert shown.keys() == {PAGE, TERM}
    assert all("au bord de la mer" in page.decode() for page in shown.values())


def test_nothing_comes_early_that_nobody_looks_at_and_of_a_small_site_nothing_at_all(
    project: Path, shown: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    warm = Warm()
    built(project, warm, shown)
    article(project, body="Un second état.")
    built(project, warm, shown)
    assert shown == {}
    monkeypatch.setattr(early, "MANY", 100)
    article(project, body="Un troisième état.")
    built(project, warm, shown, PAGE)
    assert shown == {}


def test_who_looks_at_a_page_hears_of_it_once_and_others_of_the_site() -> None:
    reloader = Reloader()
    start = reloader.generation
    reloader.show(PAGE, b"new")
    assert reloader.is_other(PAGE, start)
    assert not reloader.is_other(OTHER, start)
    loaded = reloader.generation
    reloader.announce({PAGE})
    assert not reloader.is_other(PAGE, loaded)
    assert reloader.is_other(PAGE, start)
    assert reloader.is_other(OTHER, start)
    assert reloader.early == {}


def test_a_page_that_came_early_and_is_another_in_the_site_is_loaded_again() -> None:
    reloader = Reloader()
    reloader.show(PAGE, b"new")
    loaded = reloader.generation
    reloader.announce()
    assert reloader.is_other(PAGE, loaded)


def test_what_came_early_is_taken_back_where_no_site_followed() -> None:
    reloader = Reloader()
    start = reloader.generation
    reloader.show(PAGE, b"new")
    loaded = reloader.generation
    reloader.withdraw()
    assert (reloader.early, reloader.is_other(PAGE, loaded)) == ({}, True)
    assert not reloader.is_other(OTHER, start)
    still = reloader.generation
    reloader.withdraw()
    assert reloader.generation == still


def test_a_page_of_an_earlier_server_or_long_ago_is_loaded_again() -> None:
    reloader = Reloader()
    assert reloader.is_other(PAGE, reloader.generation - 10**9)
    start = reloader.generation
    for _ in range(500):
        reloader.show(OTHER, b"new")
    assert reloader.is_other(PAGE, start)
    assert not reloader.is_other(PAGE, reloader.generation)
