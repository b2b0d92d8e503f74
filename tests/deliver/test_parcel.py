"""What goes to a target, and what of it is written: only what is new, twins with their files."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from glose.digest import publish
from glose.digest.deliver.changes import between
from glose.digest.deliver.parcel import Parcel, pack
from glose.digest.model.errors import DigestError
from tests.publish.sites import stamp
from tests.publishing.sites import ONE, TWO, goods, made, read, texts

MOVED = {"_redirects": "/old/ /2016/03/15/a/ 301\n"}


def packed(place: Path, parcel: Parcel) -> Path:
    with publish.publication(place) as box:
        pack(box, parcel)
    return place


def test_a_text_has_twins_that_hold_the_same_and_a_short_one_has_none(tmp_path: Path) -> None:
    box = packed(tmp_path / "box", goods(tmp_path / "site", ONE, made("folder", "x")))
    page = (box / "index.html").read_bytes()
    assert gzip.decompress((box / "index.html.gz").read_bytes()) == page
    assert brotli.decompress((box / "index.html.br").read_bytes()) == page
    assert not (box / "robots.txt.gz").exists()
    assert texts(box) == ONE


def test_without_compression_and_in_a_branch_there_are_no_twins(tmp_path: Path) -> None:
    box = packed(tmp_path / "box", goods(tmp_path / "site", ONE, made("folder", "x", compress=False)))
    assert read(box).keys() == ONE.keys()
    branch = packed(
        tmp_path / "branch", goods(tmp_path / "site", ONE, made("gh-pages", "x", domain="a.example"))
    )
    assert read(branch).keys() == ONE.keys() | {".nojekyll", "CNAME"}
    assert (branch / "CNAME").read_text() == "a.example\n"


def test_only_what_is_new_is_written_and_compressed_and_twins_go_with_their_page(tmp_path: Path) -> None:
    to = made("folder", "x")
    box = packed(tmp_path / "box", goods(tmp_path / "site", ONE, to))
    kept = ["404.html", "theme/search.js"]
    before = {path: stamp(box / path) for path in kept}
    packed(box, goods(tmp_path / "site", TWO, to))
    assert {path: stamp(box / path) for path in kept} == before
    assert texts(box) == TWO
    assert gzip.decompress((box / "index.html.gz").read_bytes()) == TWO["index.html"].encode()
    assert not list(box.glob("2016/03/15/**/*"))


def test_a_twin_of_an_unchanged_page_stays_the_very_file(tmp_path: Path) -> None:
    to = made("folder", "x")
    box = packed(tmp_path / "box", goods(tmp_path / "site", ONE, to))
    before = stamp(box / "index.html.br")
    packed(box, goods(tmp_path / "site", ONE | {"robots.txt": "other"}, to))
    assert stamp(box / "index.html.br") == before


def test_twins_come_and_go_with_the_setting_though_no_page_changes(tmp_path: Path) -> None:
    plain, twins = made("folder", "x", compress=False), made("folder", "x")
    box = packed(tmp_path / "box", goods(tmp_path / "site", ONE, plain))
    assert (packed(box, goods(tmp_path / "site", ONE, twins)) / "index.html.gz").exists()
    assert not (packed(box, goods(tmp_path / "site", ONE, plain)) / "index.html.gz").exists()


def test_two_runs_make_the_same_bytes(tmp_path: Path) -> None:
    parcel = goods(tmp_path / "site", ONE, made("folder", "x"))
    assert read(packed(tmp_path / "one", parcel)) == read(packed(tmp_path / "two", parcel))


def test_a_built_file_that_somebody_changed_does_not_leave(tmp_path: Path) -> None:
    parcel = goods(tmp_path / "site", ONE, made("folder", "x"))
    (tmp_path / "site" / "index.html").write_text("vandal")
    with pytest.raises(DigestError, match="is not what the build wrote"):
        packed(tmp_path / "box", parcel)
    assert not (tmp_path / "box").exists()


def test_below_a_path_the_list_of_redirects_names_whole_addresses(tmp_path: Path) -> None:
    parcel = goods(tmp_path / "site", ONE | MOVED, made("folder", "x"))
    assert parcel.read("_redirects") == b"/old/ https://news.example/digest/2016/03/15/a/ 301\n"
    root = goods(tmp_path / "site", ONE | MOVED, made("folder", "x"), "https://news.example")
    assert root.read("_redirects") == MOVED["_redirects"].encode()


def test_for_a_whole_host_the_site_lies_below_and_what_hosts_read_at_the_top(tmp_path: Path) -> None:
    box = packed(tmp_path / "box", goods(tmp_path / "site", ONE | MOVED, made("folder", "x", host=True)))
    found = texts(box)
    assert found["digest/index.html"] == ONE["index.html"]
    assert found["_headers"] == "/digest/*\n  X-Content-Type-Options: nosniff\n"
    assert found["_redirects"] == "/digest/old/ /digest/2016/03/15/a/ 301\n"
    assert found["404.html"] == found["digest/404.html"] == ONE["404.html"]
    assert not {"digest/_headers", "digest/_redirects", "digest/robots.txt", "index.html"} & found.keys()


def test_the_difference_of_two_sites_names_files_and_not_their_twins(tmp_path: Path) -> None:
    to = made("folder", "x")
    old = publish.files_of(packed(tmp_path / "box", goods(tmp_path / "site", ONE, to))) or {}
    change = between(old, goods(tmp_path / "site", TWO, to).files)
    assert change.added == ("2016/03/16/b/index.html",)
    assert change.changed == ("index.html",)
    assert change.removed == ("2016/03/15/a/index.html",)
    assert not between(old, goods(tmp_path / "site", ONE, to).files)
