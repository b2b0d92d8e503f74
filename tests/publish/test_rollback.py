"""The site before is one step away, and nothing else is ever taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest import publish
from glose.digest.model.errors import DigestError
from tests.publish.sites import held, put, spare

ONE = {"index.html": "home 1", "a/index.html": "withdrawn"}
TWO = {"index.html": "home 2", "b/index.html": "b"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def refusal(output: Path) -> str:
    with pytest.raises(DigestError) as caught:
        publish.rollback(output)
    return str(caught.value)


def test_the_previous_site_is_put_back_and_the_same_again_leads_forward(output: Path) -> None:
    first = put(output, ONE)
    second = put(output, TWO)
    assert publish.rollback(output) == first
    assert held(output) == ONE
    assert publish.rollback(output) == second
    assert held(output) == TWO


def test_the_next_build_goes_on_from_what_is_live_then(output: Path) -> None:
    put(output, ONE)
    put(output, TWO)
    publish.rollback(output)
    put(output, ONE | {"c": "c"})
    assert held(output) == ONE | {"c": "c"}
    publish.rollback(output)
    assert held(output) == ONE


def test_where_nothing_was_before_it_is_refused(output: Path) -> None:
    assert "there is no complete previous site to go back to; build the site from" in refusal(output)
    put(output, ONE)
    assert "the previous site is the same as this one" in refusal(output)
    assert held(output) == ONE


def test_a_build_that_began_has_taken_the_previous_site_away(output: Path) -> None:
    put(output, ONE)
    put(output, TWO)
    with publish.publication(output) as site:
        site.begin()
        site.write("half", b"made")
    assert "no complete previous site" in refusal(output)
    assert held(output) == TWO


@pytest.mark.parametrize("damage", [lambda file: file.write_text("vandal"), lambda file: file.unlink()])
def test_a_previous_site_that_is_not_what_it_was_is_refused(output: Path, damage: object) -> None:
    put(output, ONE)
    put(output, TWO)
    damage(spare(output) / "a/index.html")  # type: ignore[operator]
    assert "the previous site is damaged: a/index.html" in refusal(output)
    assert held(output) == TWO


def test_a_site_that_was_removed_by_mistake_comes_back(output: Path) -> None:
    put(output, ONE)
    for file in sorted(output.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    output.rmdir()
    publish.rollback(output)
    assert held(output) == ONE
    put(output, TWO)
    assert held(output) == TWO


def test_nobody_goes_back_while_a_build_runs(output: Path) -> None:
    put(output, ONE)
    put(output, TWO)
    with publish.publication(output):
        assert "another build is running" in refusal(output)


def test_a_folder_of_somebody_else_is_left_alone(output: Path) -> None:
    put(output, ONE)
    put(output, TWO)
    (output / publish.MANIFEST).unlink()
    assert "no build of ours wrote" in refusal(output)
    assert held(output) == TWO
