"""What other programs write is taken in as it is; what they may write into is never shared with the live site."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest import publish
from glose.digest.model.errors import DigestError
from tests.publish.sites import held, put, stamp

ONE = {"index.html": "home", "search/a": "a", "search/b/c": "c", "searching": "no"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    put(tmp_path / "output", ONE)
    return tmp_path / "output"


def index(folder: Path, files: dict[str, str]) -> None:
    """Writes as other programs do: into the file, if there is one."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with (folder / path).open("w") as stream:
            stream.write(text)


@pytest.mark.parametrize("below", ["search", ""])
def test_what_another_program_wrote_is_published_and_what_it_did_not_change_keeps_its_time(
    output: Path, below: str
) -> None:
    before = {path: stamp(output / path) for path in ONE}
    with publish.publication(output) as site:
        site.begin()
        assert not list(site.clear("search").iterdir())
        assert held(output) == ONE
        index(site.tree / "search", {"a": "a", "b/c": "new", "d e/f": "f"})
        site.adopt(below)
        site.publish()
    after = {
        "index.html": "home",
        "search/a": "a",
        "search/b/c": "new",
        "search/d e/f": "f",
        "searching": "no",
    }
    assert held(output) == after
    assert (publish.files_of(output) or {}).keys() == after.keys()
    assert {path for path in ONE if stamp(output / path) != before[path]} == {"search/b/c"}


@pytest.mark.parametrize("whole", [True, False])
def test_what_another_program_no_longer_writes_is_gone_with_its_folders(output: Path, whole: bool) -> None:
    with publish.publication(output) as site:
        site.begin()
        folder = site.clear("search")
        if whole:
            (folder / "empty" / "within").mkdir(parents=True)
        else:
            index(folder, {"a": "a"})
        site.adopt("search")
        site.publish()
    assert held(output) == {path: ONE[path] for path in ONE if path in ("index.html", "searching")} | (
        {} if whole else {"search/a": "a"}
    )
    assert (output / "search").exists() is not whole
    assert not (output / "search/b").exists()


def test_a_folder_that_nobody_wrote_is_adopted_as_nothing(output: Path) -> None:
    with publish.publication(output) as site:
        site.begin()
        site.adopt("nowhere/at/all")
        site.publish()
    assert held(output) == ONE


def test_a_whole_site_by_another_program_finds_no_folder_of_the_one_before(output: Path) -> None:
    with publish.publication(output) as site:
        site.begin(empty=True)
        assert not list(site.clear("").iterdir())
        index(site.tree, {"search": "now a file", "index.html": "home"})
        site.adopt("")
        site.publish()
    assert held(output) == {"search": "now a file", "index.html": "home"}


@pytest.mark.parametrize("below", ["..", "/etc", "a/../..", "a//b", publish.MANIFEST])
def test_only_folders_of_the_site_are_cleared_and_adopted(output: Path, below: str) -> None:
    with publish.publication(output) as site:
        site.begin()
        for call in (site.clear, site.adopt):
            with pytest.raises(DigestError, match="no path within a site"):
                call(below)


def test_a_page_is_no_folder_to_clear(output: Path) -> None:
    with publish.publication(output) as site:
        site.begin()
        with pytest.raises(DigestError, match=r"lies in index\.html, which is a file"):
            site.clear("index.html")
