"""What a build remembers is damaged in any way: the next build gives the bytes of a clean one.

A sample in the usual run; ``GLOSE_FAULTS=all`` flips every byte.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glose.digest.build.state import FORMAT, State
from glose.digest.site.values import fingerprint
from tests.faults import building
from tests.faults.orders import Trials, trials
from tests.faults.trial import Order

ALL = os.environ.get("GLOSE_FAULTS") == "all"
STATE = ".glose/output/state.db"


class Case:
    """A site with edits that wait, and one that is up to date; what both end as."""

    def __init__(self, folder: Path, runs: Trials) -> None:
        self.folder, self.runs = folder, runs
        self.waiting = folder / "start"
        built = building.copy(self.waiting, folder / building.PLACE)
        assert runs.run(Order(str(built))).code == 0
        self.new = building.site(built)
        self.done = built.rename(folder / "done")

    def damage(self, start: Path, harm: Callable[[Path], object], what: object) -> None:
        """Builds with a state that was harmed; asserts all that must hold."""
        root = building.copy(start, self.folder / building.PLACE)
        harm(root / STATE)
        for _ in range(2 if ALL else 1):
            answer = self.runs.run(Order(str(root)))
            assert (answer.code, answer.said) == (0, ""), (what, answer.said)
            assert building.site(root) == self.new, what
        assert building.litter(root) == [], what
        shutil.rmtree(root)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("memory")
    building.prepared(folder)
    building.copy(folder / "start", folder / "warm")
    with trials("tests.faults.building:build", folder / "warm") as runs:
        yield Case(folder, runs)


def flipped(place: int, bit: int) -> Callable[[Path], object]:
    def harm(file: Path) -> None:
        data = bytearray(file.read_bytes())
        data[place] ^= 1 << bit
        file.write_bytes(data)

    return harm


def test_a_byte_that_has_flipped_changes_nothing(case: Case) -> None:
    size, chance = (case.waiting / STATE).stat().st_size, random.Random(1)
    used = [place for place, byte in enumerate((case.waiting / STATE).read_bytes()) if byte]
    assert len(used) > 2000
    for number in range(0, size, 1 if ALL else size // 4):
        place = number if ALL else chance.choice(used)
        start = case.waiting if number % 2 else case.done
        case.damage(start, flipped(place, chance.randrange(8)), f"byte {place}")


def test_a_length_of_a_row_that_has_flipped_changes_nothing(case: Case) -> None:
    """SQLite then lists a text in which a term has changed, and does not find it by its name."""
    data, name = (case.waiting / STATE).read_bytes(), b"articles/retire.md"  # beside it in the table
    rows = [place for place in range(len(data)) if data.startswith(name, place)]
    for row in rows:
        case.damage(case.waiting, flipped(row - 9, 0), f"row at {row}")
    assert rows


def test_a_file_that_was_cut_changes_nothing(case: Case) -> None:
    size = (case.waiting / STATE).stat().st_size
    for length in range(0, size, 512 if ALL else size // 2):
        case.damage(case.waiting, lambda file, length=length: os.truncate(file, length), f"at {length}")  # type: ignore[misc]


def folder_there(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "something").write_text("x", encoding="utf-8")


def other_program(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as other:
        other.execute("create table meta(name text, note text)")
        other.execute("create table source(id integer primary key, path text)")
        other.execute("insert into source values(1, 'articles/garde.md')")
    other.close()


def newer_format(file: Path) -> None:
    state = State(file)
    state.put("version", fingerprint([FORMAT + 1]))
    state.run("alter table source add column more text")
    state.close()


def without(table: str, key: str = "") -> Callable[[Path], object]:
    """Rows are lost, as when a page of the file is read as another."""

    def harm(file: Path) -> None:
        state = State(file)
        column = {"meta": "key", "source": "path", "value": "hex(fp)"}[table]
        state.run(f"delete from {table} where {column} like ?", f"%{key}%")  # noqa: S608
        state.close()

    return harm


def only_read(file: Path) -> None:
    """The byte of its header by which SQLite takes a file for one that it may read and not write."""
    flipped(18, 1)(file)


def unreadable(file: Path) -> None:
    """A statement that is no text any more; neither is what SQLite says of it."""
    flipped(file.read_bytes().index(b"CREATE TABLE value") + len("CRE"), 7)(file)


HARMS: tuple[Callable[[Path], object], ...] = (
    folder_there,
    only_read,
    unreadable,
    other_program,
    newer_format,
    lambda file: file.write_text("no database\n" * 400, encoding="utf-8"),
    lambda file: file.with_name("state.db-journal").write_bytes(os.urandom(5000)),
    without("source", "ancienville"),
    without("value"),
    without("meta", "memory"),
    without("meta", "wakes"),
    without("meta", "manifest"),
    without("meta", "terms"),
    without("meta", "memo"),
    without("source", "exempleville"),
    without("source", "change"),
)


@pytest.mark.parametrize("harm", HARMS if ALL else HARMS[:10])
def test_another_thing_in_its_place_changes_nothing(case: Case, harm: Callable[[Path], object]) -> None:
    case.damage(case.waiting, harm, harm)
    if ALL:
        case.damage(case.done, harm, harm)
