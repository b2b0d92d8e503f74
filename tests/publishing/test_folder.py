"""A folder as target: the old site or the new one, and the way back."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from glose.digest.deliver.target import Target
from glose.digest.model.errors import DigestError
from glose.tasks.publishing import place_of
from glose.tasks.publishing.place import Place
from tests.publish.faults import FAILED, REFUSED, failing_at, killed_at, run
from tests.publishing.sites import ONE, TWO, goods, made, nothing, texts


@pytest.fixture
def target(tmp_path: Path) -> Target:
    return made("folder", tmp_path / "www")


def place(tmp_path: Path, target: Target) -> Place:
    return place_of(target, tmp_path / "digest")


def test_the_folder_holds_the_site_and_what_is_withdrawn_goes_with_its_twins(
    tmp_path: Path, target: Target
) -> None:
    there = place(tmp_path, target)
    assert there.files() == {}
    there.send(goods(tmp_path / "site", ONE, target), nothing)
    there.send(two := goods(tmp_path / "site", TWO, target), nothing)
    assert texts(tmp_path / "www") == TWO
    assert not list((tmp_path / "www").glob("2016/03/15/**/*"))
    assert {path: there.files()[path] for path in two.files} == two.files


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, target: Target) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "mine.txt").write_text("mine")
    with pytest.raises(DigestError, match="no build of ours wrote"):
        place(tmp_path, target).files()
    assert texts(tmp_path / "www") == {"mine.txt": "mine"}


def test_the_site_before_comes_back(tmp_path: Path, target: Target) -> None:
    there = place(tmp_path, target)
    with pytest.raises(DigestError, match="no complete previous site"):
        there.before()
    for pages in (ONE, TWO):
        there.send(goods(tmp_path / "site", pages, target), nothing)
    assert "2016/03/15/a/index.html" in there.before()
    there.back()
    assert texts(tmp_path / "www") == ONE


def test_whenever_publishing_is_killed_readers_have_the_old_site_or_the_new_one(
    tmp_path: Path, target: Target
) -> None:
    there = place(tmp_path, target)
    there.send(goods(tmp_path / "one", ONE, target), nothing)
    parcel = goods(tmp_path / "two", TWO, target)
    ended = 1
    for number in range(1, 2000, 7):
        ended = run(lambda: there.send(parcel, nothing), killed_at(number))
        found = texts(tmp_path / "www")
        assert found in (ONE, TWO), number
        if ended == 0 or found == TWO:
            break
    there.send(parcel, nothing)
    assert texts(tmp_path / "www") == TWO


def test_a_full_disk_is_told_and_changes_nothing(tmp_path: Path, target: Target) -> None:
    there = place(tmp_path, target)
    there.send(goods(tmp_path / "one", ONE, target), nothing)
    parcel = goods(tmp_path / "two", TWO, target)
    for number in range(20, 60, 9):
        code = run(lambda: there.send(parcel, nothing), failing_at(number, errno.ENOSPC))
        assert code in (0, REFUSED, FAILED)
        assert texts(tmp_path / "www") in (ONE, TWO)
        if code == 0:
            break
