"""A call that touches the disk fails, whichever it is: nothing is lost, nothing is half there, and one message says it.

A sample in the usual run; ``GLOSE_FAULTS=all`` takes every call with every error.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.digest import Digest
from tests.faults import conversion
from tests.faults.failing import ERRORS
from tests.faults.orders import Answer, Trials, trials
from tests.faults.trial import Order

ALL = os.environ.get("GLOSE_FAULTS") == "all"
SAMPLE = 8
"""Calls a kind of error that the usual run takes, besides SQLite's."""
NO_ANSWER = re.compile(r"fault of ours|Traceback|Errno|Error\b|escaped")
PLACE = re.compile(r"^(?:content|seeds|\.glose|/)[^ :]*:[^;]+; .+$", re.M)


class Case:
    """A digest to convert, its trials, and what it ends as when nothing fails."""

    def __init__(self, folder: Path, runs: Trials) -> None:
        self.folder, self.runs = folder, runs
        self.start = Digest(folder / "start")
        clean = conversion.copy(self.start, folder / "clean")
        self.old, self.seeds = self.start.tree(), seeds_of(self.start)
        self.calls = runs.run(Order(str(clean.root))).names
        self.expected, self.files = clean.tree(), files_of(clean)

    def fail(self, number: int, error: str, times: int = 1) -> None:
        """One failing run and the next; asserts all that must hold."""
        digest = conversion.copy(self.start, self.folder / "failing")
        answer = self.runs.run(Order(str(digest.root), number, error, times))
        told = f"{error} at {number} ({answer.name}): {answer.code} {answer.said}"
        self.check(digest, answer, told)
        assert self.runs.run(Order(str(digest.root))).code == 1, told  # for the seed that is empty
        assert digest.tree() == self.expected, told
        assert files_of(digest) == self.files, told
        shutil.rmtree(digest.root)

    def check(self, digest: Digest, answer: Answer, told: str) -> None:
        """What must hold after the failing run."""
        tree = digest.tree()
        assert answer.code == 1, told
        assert not NO_ANSWER.search(answer.said), told
        assert tree == self.expected or PLACE.search(answer.said), told
        assert seeds_of(digest) == self.seeds, told
        for name in self.old.keys() - tree.keys():
            assert name in self.expected, told
        for name, data in tree.items():
            if name.startswith("articles/") and name.endswith(".md"):
                assert data in (self.old.get(name), self.expected.get(name)), told


def seeds_of(digest: Digest) -> dict[str, bytes]:
    return {str(f.relative_to(digest.root)): f.read_bytes() for f in digest.seeds.rglob("*") if f.is_file()}


def files_of(digest: Digest) -> set[str]:
    return {file.relative_to(digest.root).as_posix() for file in digest.root.rglob("*")}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("faults")
    conversion.prepare(Digest(folder / "start"))
    conversion.copy(Digest(folder / "start"), folder / "warm")
    with trials("tests.faults.conversion:convert", folder / "warm") as runs:
        yield Case(folder, runs)


@pytest.mark.parametrize("error", ERRORS)
def test_any_one_call_fails_and_nothing_is_lost(case: Case, error: str) -> None:
    files = [number for number, name in enumerate(case.calls, 1) if name != "sqlite"]
    statements = [number for number, name in enumerate(case.calls, 1) if name == "sqlite"]
    assert len(files) > 100
    step, offset = len(files) // SAMPLE, ERRORS.index(error) * 4
    chosen = [*files, *statements] if ALL else [*files[offset::step], statements[len(statements) // 2]]
    for number in chosen:
        case.fail(number, error)


@pytest.mark.parametrize("error", ["ENOSPC", "EMFILE"])
def test_from_some_call_on_all_fail_and_nothing_is_lost(case: Case, error: str) -> None:
    """A disk that is full stays full."""
    for number in range(1, len(case.calls), 1 if ALL else len(case.calls) // 3):
        case.fail(number, error, times=10**6)


def test_the_harness_itself_makes_calls_fail(case: Case) -> None:
    digest = conversion.copy(case.start, case.folder / "harness")
    opened = next(
        number for number, name in enumerate(case.calls, 1) if name.startswith("open ") and ".md" in name
    )
    answer = case.runs.run(Order(str(digest.root), opened, "EIO"))
    assert answer.name.startswith("open ")
    assert "Input/output error" in answer.said
