"""A call that touches the disk fails during a build, whichever it is: readers see the old site or the new one, whole.

A sample in the usual run; ``GLOSE_FAULTS=all`` takes every call, with one error each in turn.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import building
from tests.faults.failing import ERRORS
from tests.faults.orders import Trials, trials
from tests.faults.test_disk import NO_ANSWER
from tests.faults.trial import Order

ALL = os.environ.get("GLOSE_FAULTS") == "all"
SAMPLE = 2
"""Calls a kind of error that the usual run takes, besides SQLite's."""
PLACE = re.compile(r"^[^ :]+: [^;]+; .+$", re.M)


class Case:
    """A site to bring up to date, its trials, and what it ends as when nothing fails."""

    def __init__(self, folder: Path, runs: Trials) -> None:
        self.folder, self.runs = folder, runs
        self.start = folder / "start"
        self.old, self.sources = building.site(self.start), building.files(self.start / "content")
        clean = building.copy(self.start, folder / building.PLACE)
        self.calls = runs.run(Order(str(clean))).names
        self.new = building.site(clean)
        shutil.rmtree(clean)
        fresh = building.without_memory(building.copy(self.start, folder / building.PLACE))
        assert runs.run(Order(str(fresh))).code == 0
        assert building.site(fresh) == self.new
        shutil.rmtree(fresh)

    def fail(self, number: int, error: str, times: int = 1) -> None:
        """One failing run and the next; asserts all that must hold."""
        root = building.copy(self.start, self.folder / building.PLACE)
        try:
            answer = self.runs.run(Order(str(root), number, error, times))
            told = f"{error} at {number} ({answer.name}): {answer.code} {answer.said}"
            assert building.site(root) in (self.old, self.new), told
            assert building.files(root / "content") == self.sources, told
            assert not NO_ANSWER.search(answer.said), told
            if answer.code:
                assert answer.code == 1, told
                assert PLACE.search(answer.said), told
            else:
                assert building.site(root) == self.new, told
            again = self.runs.run(Order(str(root)))
            assert again.code == 0, (told, again.said)
            assert building.site(root) == self.new, told
            assert building.litter(root) == [], told
        finally:
            shutil.rmtree(root)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("faults")
    building.prepared(folder)
    building.copy(folder / "start", folder / "warm")
    with trials("tests.faults.building:build", folder / "warm") as runs:
        yield Case(folder, runs)


@pytest.mark.parametrize("error", ERRORS)
def test_any_one_call_of_a_build_fails_and_readers_see_a_whole_site(case: Case, error: str) -> None:
    calls = [number for number, name in enumerate(case.calls, 1) if name != "sqlite"]
    statements = [number for number, name in enumerate(case.calls, 1) if name == "sqlite"]
    assert len(calls) > 100
    offset = ERRORS.index(error)
    step = len(ERRORS) if ALL else len(calls) // SAMPLE
    chosen = calls[offset if ALL else (offset + 1) * step // 5 :: step]
    for number in [
        *chosen,
        *statements[offset if ALL else offset * 7 + 2 :: len(ERRORS) if ALL else len(statements)],
    ]:
        case.fail(number, error)


@pytest.mark.parametrize("error", ["ENOSPC", "EMFILE"])
def test_from_some_call_on_all_fail_and_readers_see_a_whole_site(case: Case, error: str) -> None:
    """A disk that is full stays full."""
    step = len(case.calls) // (60 if ALL else 2)
    for number in range(1 if ALL else step, len(case.calls), step):
        case.fail(number, error, times=10**6)
