"""Publishing is one step: the old site or the new one, never a mixture, and nothing of anybody else's is replaced."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from pathlib import Path

import pytest

from glose.digest import publish
from glose.digest.model.errors import DigestError
from tests.publish.sites import held, put, spare, stamp

ONE = {"index.html": "home 1", "a/index.html": "a", "a/b/index.html": "b", "été & <x>/“q” %.html": "odd"}
TWO = {"index.html": "home 2", "a/index.html": "a", "c/index.html": "c", "été & <x>/“q” %.html": "odd"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def test_a_site_takes_the_place_of_the_one_before(output: Path) -> None:
    put(output, ONE)
    assert held(output) == ONE
    put(output, TWO)
    assert held(output) == TWO
    assert not (output / "a/b").exists()


def test_the_manifest_names_every_file_with_its_digest(output: Path) -> None:
    digest = put(output, ONE)
    data = (output / publish.MANIFEST).read_bytes()
    assert hashlib.sha256(data).hexdigest() == digest
    expected = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in ONE.items()}
    assert publish.files_of(output) == expected
    assert {path: sha for path, sha in json.loads(data).items() if path} == expected
    assert len(data.splitlines()) == len(ONE) + 3
    with publish.publication(output) as site:
        assert (site.manifest, dict(site.files)) == (digest, expected)


def test_the_same_pages_have_the_same_manifest_in_whatever_order_they_come(output: Path) -> None:
    first = put(output, ONE)
    put(output, TWO)
    assert put(output, dict(reversed(ONE.items()))) == first


def test_where_nothing_of_ours_is_live_there_is_no_manifest(output: Path) -> None:
    with publish.publication(output) as site:
        assert (site.manifest, dict(site.files)) == ("", {})


def test_what_is_not_published_is_seen_by_nobody(output: Path) -> None:
    put(output, ONE)
    before = {path: stamp(output / path) for path in ONE}
    with publish.publication(output) as site:
        site.begin()
        for path in ONE:
            site.write(path, b"half")
        site.remove("a/index.html")
    assert held(output) == ONE
    assert before == {path: stamp(output / path) for path in ONE}
    put(output, TWO)
    assert held(output) == TWO


@pytest.mark.parametrize("empty", [False, True])
def test_a_file_that_did_not_change_keeps_its_inode_and_its_time(output: Path, empty: bool) -> None:
    put(output, ONE)
    for pages in (TWO, ONE, TWO, TWO):
        same = {path: stamp(output / path) for path in pages if held(output).get(path) == pages[path]}
        put(output, pages, empty=empty)
        assert held(output) == pages
        assert same == {path: stamp(output / path) for path in same}


def test_the_same_site_again_keeps_the_time_of_its_manifest_too(output: Path) -> None:
    put(output, ONE)
    before = stamp(output / publish.MANIFEST)
    put(output, ONE)
    assert stamp(output / publish.MANIFEST) == before


def test_a_whole_build_leaves_no_empty_folder_of_the_one_before(output: Path) -> None:
    for pages in (ONE, {"x/y/z": "z"}, TWO, {"x": "x"}):
        put(output, pages, empty=True)
        assert held(output) == pages
        assert not [folder for folder in output.rglob("*") if folder.is_dir() and not list(folder.iterdir())]


def test_writing_says_whether_something_is_new(output: Path) -> None:
    put(output, ONE)
    with publish.publication(output) as site:
        site.begin()
        assert not site.write("a/index.html", b"a")
        assert site.write("a/index.html", b"A")
        assert not site.write("a/index.html", b"A", hashlib.sha256(b"A").hexdigest())
        assert not site.write("a/index.html", b"a"), "the live site has it"
        site.publish()
    assert held(output) == ONE


def test_after_a_first_build_the_spare_tree_is_a_twin_of_the_live_one(output: Path) -> None:
    put(output, ONE)
    assert held(spare(output)) == ONE
    assert {stamp(output / path) for path in ONE} == {stamp(spare(output) / path) for path in ONE}


def test_an_edit_touches_what_it_changes_and_nothing_else(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {f"{number}/index.html": "text" for number in range(50)}
    put(output, pages)
    put(output, pages | {"3/index.html": "changed"})
    touched: list[str] = []
    for name in ("link", "unlink", "open", "mkdir", "rmdir", "lstat", "scandir"):
        real = getattr(os, name)

        def watched(place: object, *rest: object, real: object = real, **options: object) -> object:
            touched.append(str(place))
            return real(place, *rest, **options)  # type: ignore[operator]

        monkeypatch.setattr(os, name, watched)
    with publish.publication(output) as site:
        site.begin()
        site.write("7/index.html", b"changed")
        site.publish()
    monkeypatch.undo()
    assert {place.split("/")[-2] for place in touched if place.endswith("index.html")} <= {"3", "7"}
    assert held(output)["3/index.html"] == held(output)["7/index.html"] == "changed"


def test_a_folder_that_no_build_made_is_never_replaced(output: Path) -> None:
    output.mkdir()
    (output / "love.txt").write_text("dear")
    with pytest.raises(DigestError, match="no build of ours wrote"):
        put(output, ONE)
    assert (output / "love.txt").read_text() == "dear"


def test_an_empty_folder_may_be_published_to_and_keeps_its_permissions(output: Path) -> None:
    output.mkdir(mode=0o750)
    put(output, ONE)
    put(output, TWO)
    assert stat.S_IMODE(output.stat().st_mode) == 0o750


def test_a_link_is_not_followed_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DigestError, match="is not a folder"):
        put(tmp_path / "output", ONE)


def test_two_outputs_beside_each_other_know_nothing_of_each_other(tmp_path: Path) -> None:
    outputs = [tmp_path / name for name in ("out", "output", "out.put", "outpu t")]
    for number, output in enumerate(outputs):
        put(output, ONE | {"mine": str(number)})
    with publish.publication(outputs[0]):
        put(outputs[1], TWO)
    for number, output in enumerate(outputs):
        assert held(output) == (TWO if number == 1 else ONE | {"mine": str(number)})


def test_one_folder_by_two_names_has_one_lock(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    put(tmp_path / "link" / "output", ONE)
    with publish.publication(tmp_path / "real" / "output") as site:
        assert site.manifest
        with pytest.raises(publish.BusyError):
            put(tmp_path / "link" / "output", TWO)


@pytest.mark.parametrize(
    "name", [".glose", ".glose/output/spare", ".glose/output/x", "output/x", ".glose/output"]
)
def test_no_site_is_published_where_another_site_has_its_trees(tmp_path: Path, name: str) -> None:
    put(tmp_path / "output", ONE)
    with pytest.raises(DigestError):
        put(tmp_path / name, TWO)
    assert held(tmp_path / "output") == held(spare(tmp_path / "output")) == ONE


def test_nobody_else_looks_into_what_is_not_public_any_more(output: Path) -> None:
    put(output, ONE)
    put(output, TWO)
    assert stat.S_IMODE(spare(output).parent.stat().st_mode) == 0o700


def test_files_are_made_for_everybody_to_read_unless_the_umask_says_no(output: Path) -> None:
    for mask, mode in ((0o022, 0o644), (0o077, 0o600), (0o000, 0o644)):
        before = os.umask(mask)
        try:
            put(output, {"x/index.html": str(mask)})
        finally:
            os.umask(before)
        assert stat.S_IMODE((output / "x/index.html").stat().st_mode) == mode


@pytest.mark.parametrize(
    "path", ["", "/etc/x", "../x", "a/../../x", "a//b", "a/", "./a", "a\0b", publish.MANIFEST, ".."]
)
def test_a_path_that_leads_out_of_the_site_is_refused_and_nothing_written(output: Path, path: str) -> None:
    put(output, ONE)
    with publish.publication(output) as site:
        site.begin()
        for call in (site.remove, lambda path: site.write(path, b"x")):
            with pytest.raises(DigestError, match="no path within a site"):
                call(path)
        site.publish()
    assert held(output) == ONE
    assert not [file for file in output.parent.rglob("*") if file.name == "x"]


def test_a_file_and_a_folder_may_change_places(output: Path) -> None:
    for pages in ({"a": "file"}, {"a/b": "1", "a/c": "2"}, {"a": "file"}, {"a/b/c": "deep"}):
        put(output, pages)
        assert held(output) == pages
        put(output, pages, empty=True)
        assert held(output) == pages


def test_a_file_that_would_lie_in_a_file_is_refused(output: Path) -> None:
    put(output, {"a": "file"})
    with publish.publication(output) as site:
        site.begin()
        with pytest.raises(DigestError, match="lies in a, which is a file"):
            site.write("a/b", b"x")


def test_nothing_is_written_before_a_tree_is_begun(output: Path) -> None:
    with publish.publication(output) as site:
        for call in (
            site.publish,
            lambda: site.write("x", b""),
            lambda: site.remove("x"),
            lambda: site.adopt(""),
        ):
            with pytest.raises(RuntimeError, match="begin"):
                call()


def test_a_build_may_publish_twice(output: Path) -> None:
    with publish.publication(output) as site:
        for text in ("1", "2", "3"):
            site.begin()
            site.write("x", text.encode())
            assert site.publish() == site.manifest
            assert held(output) == {"x": text}
