"""What is damaged, or was put there by somebody else, is noticed, and never followed, trusted or published."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from glose.digest import publish
from glose.digest.model.errors import DigestError
from glose.digest.publish import manifest
from tests.publish.sites import held, put, spare, stamp

ONE = {"index.html": "home 1", "a/index.html": "a", "b/c/index.html": "c"}
TWO = {"index.html": "home 2", "a/index.html": "a", "b/c/index.html": "c"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    output = tmp_path / "output"
    put(output, ONE)
    put(output, TWO)
    return output


@pytest.mark.parametrize("files", [{}, {"a": "0" * 64}, {"a": "0" * 64, 'b "é\udcff\n\\': "1" * 64}])
def test_a_manifest_is_read_as_it_was_written(files: dict[str, str]) -> None:
    data = manifest.encode(files)
    assert manifest.is_sound(data)
    assert manifest.decode(data) == files


@pytest.mark.parametrize("files", [{}, {"a": "0" * 64, "b": "1" * 64}])
def test_any_byte_of_a_manifest_that_is_another_is_noticed(files: dict[str, str]) -> None:
    data = manifest.encode(files)
    for place in range(len(data)):
        for flip in (1, 0x20, 0x80, 0xFF):
            assert not manifest.is_sound(data[:place] + bytes([data[place] ^ flip]) + data[place + 1 :])
    for cut in range(len(data)):
        assert not manifest.is_sound(data[:cut])
    assert not manifest.is_sound(data + b"\n")


@pytest.mark.parametrize("data", [b"", b"{}\n", b'{\n"index.html": "0"\n}\n', b"\0" * 300])
def test_a_live_site_whose_manifest_is_damaged_is_built_anew(output: Path, data: bytes) -> None:
    (output / publish.MANIFEST).unlink()
    (output / publish.MANIFEST).write_bytes(data)
    with publish.publication(output) as site:
        assert (site.manifest, dict(site.files)) == ("", {})
    put(output, ONE)
    assert held(output) == held(spare(output)) == ONE


@pytest.mark.parametrize("data", [b"", b"{}\n", b"\0" * 300])
def test_a_spare_tree_whose_manifest_is_damaged_is_made_anew(output: Path, data: bytes) -> None:
    (spare(output) / publish.MANIFEST).unlink()
    (spare(output) / publish.MANIFEST).write_bytes(data)
    (spare(output) / "a/index.html").unlink()
    (spare(output) / "stray").write_text("stray")
    with publish.publication(output) as site:
        site.begin()
        assert held(site.tree) == TWO


@pytest.mark.parametrize("kind", ["symlink", "folder", "pipe"])
def test_a_manifest_that_is_no_file_is_none(output: Path, kind: str) -> None:
    place = spare(output) / publish.MANIFEST
    place.unlink()
    {
        "symlink": lambda: place.symlink_to(output / publish.MANIFEST),
        "folder": place.mkdir,
        "pipe": lambda: os.mkfifo(place),
    }[kind]()
    assert publish.files_of(spare(output)) is None
    put(output, ONE)
    assert held(output) == ONE


def test_a_live_site_that_lacks_a_file_is_told_and_a_whole_build_mends_it(output: Path) -> None:
    put(output, {path: f"{text}!" for path, text in TWO.items()})
    (output / "b/c/index.html").unlink()
    with pytest.raises(publish.DamagedError, match=r"index\.html: is not there as the site's manifest says"):
        put(output, ONE)
    put(output, ONE, empty=True)
    assert held(output) == ONE


@pytest.mark.parametrize("lost", ["index.html", "b"])
def test_a_live_site_from_which_somebody_removed_a_part_is_built_anew(output: Path, lost: str) -> None:
    before = stamp(output / "a/index.html")
    (output / lost).rename(output.with_name("removed"))
    with publish.publication(output) as site:
        assert (site.manifest, dict(site.files)) == ("", {})
    put(output, TWO)
    assert held(output) == held(spare(output)) == TWO
    assert stamp(output / "a/index.html") == before


def test_a_file_that_somebody_changed_in_the_live_site_is_made_anew_by_a_whole_build(output: Path) -> None:
    (output / "a/index.html").write_text("vandal")
    put(output, TWO, empty=True)
    assert held(output) == TWO


def test_a_file_that_somebody_put_beside_the_sites_is_not_kept(output: Path) -> None:
    (output / "stray.txt").write_text("stray")
    (output / "folder").mkdir()
    (output / "folder" / "stray.txt").write_text("stray")
    for pages in (ONE, TWO, ONE):
        put(output, pages)
        assert held(output) == pages
    assert not (output / "folder").exists()


@pytest.mark.parametrize("tree", ["live", "spare"])
def test_a_folder_that_became_a_link_is_not_followed(tmp_path: Path, output: Path, tree: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "c").mkdir(parents=True)
    (elsewhere / "c" / "index.html").write_text("theirs")
    place = (output if tree == "live" else spare(output)) / "b"
    (place / "c/index.html").unlink()
    (place / "c").rmdir()
    place.rmdir()
    place.symlink_to(elsewhere)
    for number in range(4):
        with publish.publication(output) as site:
            site.begin(empty=number == 1)
            for path in ONE:
                site.write(path, f"{path} {number}".encode())
            site.publish()
        assert {path: f"{path} {number}" for path in ONE} == held(output)
        assert not (output / "b").is_symlink()
        with publish.publication(output) as site:
            site.begin()
            site.remove("b/c/index.html")
    assert (elsewhere / "c" / "index.html").read_text() == "theirs"


def test_a_spare_tree_that_became_a_link_is_not_followed(tmp_path: Path, output: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    spare(output).rename(elsewhere)
    spare(output).symlink_to(elsewhere)
    put(output, ONE)
    assert held(output) == ONE
    assert held(elsewhere) == ONE, "untouched: the site before"
    assert (elsewhere / publish.MANIFEST).is_file()


@pytest.mark.parametrize(
    "make", [lambda file: file.symlink_to("/etc/passwd"), os.mkfifo, lambda file: file.symlink_to(".")]
)
def test_what_another_program_wrote_is_regular_files_or_refused(output: Path, make: object) -> None:
    with publish.publication(output) as site:
        site.begin(empty=True)
        make(site.clear("x") / "odd")  # type: ignore[operator]
        with pytest.raises(DigestError, match="odd: is not a regular file"):
            site.adopt("")
        with pytest.raises(RuntimeError):
            site.publish()
    assert held(output) == TWO
    put(output, ONE)
    assert held(output) == ONE


def test_where_no_file_can_be_shared_a_copy_has_its_time(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*places: object, **options: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    before = (output / "a/index.html").stat().st_mtime_ns
    spare(output).rename(spare(output).with_name("away"))
    for pages in (ONE, TWO):
        put(output, pages)
        assert held(output) == pages
        assert (output / "a/index.html").stat().st_mtime_ns == before
    put(output, ONE, empty=True)
    assert (output / "a/index.html").stat().st_mtime_ns == before


def test_what_a_killed_build_left_beside_the_trees_goes(output: Path) -> None:
    work = spare(output).parent
    (work / "report.json").write_text("[]")
    (work / "more").mkdir()
    (work / "more" / "x").write_text("x")
    with publish.publication(output):
        assert {entry.name for entry in work.iterdir()} == {"lock", "spare"}
