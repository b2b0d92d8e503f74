"""Whatever ends a build, whichever call to the file system fails: readers see the old site or the new one, whole."""

from __future__ import annotations

import errno
import itertools
import os
import random
import resource
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from glose.digest import publish
from glose.digest.model.errors import DigestError
from glose.digest.publish import exchange, publishing
from glose.digest.publish.places import told
from tests.publish.faults import REFUSED, failing_at, killed_at, run
from tests.publish.sites import held, put, spare

FIRST = {"index.html": "home 0", "a/index.html": "a", "gone/x": "gone"}
OLD = {"index.html": "home 1", "a/index.html": "a", "b/index.html": "b"}
NEW = {"index.html": "home 2", "a/index.html": "a", "c/d/index.html": "d"}
NEXT = {"index.html": "home 3", "b/index.html": "b"}

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX signal")


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every user may enter; in memory where the system has one, since a thousand sites are made in it."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


Patch = Callable[[object, str, object], None]
WAYS = ("exchange", "two renames", "copies")
"""How the system puts a tree into place, and shares files between two."""


def patched(way: str, patch: Patch = setattr) -> None:
    """Makes the system such a one, and leaves out what only a power cut would show: it waits for everybody's disk."""
    patch(publishing, "flush", lambda tree, fresh: None)
    patch(exchange, "flush_folder", lambda place: None)
    if way == "two renames":
        patch(exchange, "_swap", lambda one, other: False)
    if way == "copies":

        def refuse(*places: object, **options: object) -> None:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))

        patch(os, "link", refuse)


def before(prepare: Callable[[], object], way: str = "exchange") -> Callable[[], None]:
    """That, in another process, with which it is as with us."""

    def do() -> None:
        patched(way)
        prepare()

    return do


@pytest.fixture(autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """One of `WAYS`, the first unless a test asks for others."""
    found = str(getattr(request, "param", WAYS[0]))
    patched(found, monkeypatch.setattr)
    return found


in_every_way = pytest.mark.parametrize("way", WAYS, indirect=True)


def prepared(folder: Path) -> Path:
    output = folder / "output"
    put(output, FIRST)
    put(output, OLD)
    return output


def from_elsewhere(output: Path) -> None:
    """A build in which another program writes a whole site."""
    with publish.publication(output) as site:
        site.begin(empty=True)
        tree = site.clear("")
        with told(tree):
            for path, text in NEW.items():
                (tree / path).parent.mkdir(parents=True, exist_ok=True)
                (tree / path).write_text(text)
        site.adopt("")
        site.publish()


ACTIONS: dict[str, tuple[Callable[[Path], object], dict[str, str]]] = {
    "edit": (lambda output: put(output, NEW), NEW),
    "whole": (lambda output: put(output, NEW, empty=True), NEW),
    "elsewhere": (from_elsewhere, NEW),
    "rollback": (publish.rollback, FIRST),
}


def assert_whole_and_usable(output: Path, allowed: list[dict[str, str]], way: str) -> None:
    if way != "two renames":  # between them nothing is live; the next build brings that to its end
        assert held(output) in allowed
    with publish.publication(output) as site:
        assert held(output) in allowed
        assert held(output).keys() == site.files.keys()
    assert {entry.name for entry in spare(output).parent.iterdir()} <= {"lock", "spare"}
    if held(output) == OLD:  # what was not published is no site to go back to
        with suppress(DigestError):
            publish.rollback(output)
        assert held(output) in (OLD, FIRST)
    put(output, NEXT)
    assert held(output) == NEXT
    put(output, OLD)
    assert held(output) == OLD


@in_every_way
@pytest.mark.parametrize("action", ACTIONS)
def test_a_build_killed_before_any_call_to_the_file_system(place: Path, way: str, action: str) -> None:
    call, after = ACTIONS[action]
    for number in itertools.count(1):
        output = prepared(place / str(number))
        code = run(lambda output=output: call(output), before(killed_at(number), way))
        if code == 0:
            assert held(output) == after
            assert number > 10
            break
        assert code == -signal.SIGKILL
        assert_whole_and_usable(output, [OLD, after], way)


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE])
def test_any_call_to_the_file_system_may_fail(place: Path, action: str, error: int) -> None:
    call, after = ACTIONS[action]
    calm = 0
    for number in itertools.count(1):
        output = prepared(place / str(number))
        code = run(lambda output=output: call(output), before(failing_at(number, error)))
        assert code in (0, REFUSED)
        assert_whole_and_usable(output, [after] if code == 0 else [OLD, after], "exchange")
        calm = calm + 1 if code == 0 else 0
        if calm == 15:
            break


@in_every_way
def test_a_first_build_that_is_killed_leaves_nothing_or_all_of_it(place: Path, way: str) -> None:
    for number in itertools.count(1):
        output = place / str(number) / "output"
        if run(lambda output=output: put(output, OLD), before(killed_at(number), way)) == 0:
            break
        assert not output.exists() or held(output) == OLD
        put(output, NEW)
        assert held(output) == NEW
        assert {entry.name for entry in spare(output).parent.iterdir()} == {"lock", "spare"}


def test_a_first_build_in_which_any_call_fails_publishes_nothing_or_all_of_it(place: Path) -> None:
    for number in range(1, 80):
        output = place / str(number) / "output"
        code = run(lambda output=output: put(output, OLD), before(failing_at(number, errno.ENOSPC)))
        assert code in (0, REFUSED)
        assert held(output) == OLD if code == 0 else not output.exists() or held(output) == OLD
        put(output, NEW)
        assert held(output) == NEW
        assert held(spare(output)) in (OLD, NEW)
        assert {entry.name for entry in spare(output).parent.iterdir()} == {"lock", "spare"}
    assert code == 0


def forever(output: Path) -> None:
    for turn in itertools.count():
        put(output, {f"{number}/index.html": str(turn) for number in range(20)}, empty=turn % 3 == 0)


def test_a_build_killed_at_random_moments(place: Path) -> None:
    output, chance = place / "output", random.Random(16)
    for _ in range(40):
        pid = os.fork()
        if not pid:
            try:
                forever(output)
            finally:
                os._exit(1)
        time.sleep(chance.random() * 0.06)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        pages = held(output) if output.exists() else {}
        assert len(set(pages.values())) <= 1
        assert len(pages) in (0, 20)
    put(output, NEXT)
    assert held(output) == NEXT


def read_until(output: Path, names: list[str], last: int) -> None:
    """A reader who asks for one page after the other, by their addresses."""
    seen = 0
    while seen < last:
        for name in names:
            text = (output / name).read_text()
            assert len(set(text.split())) == 1, "a page is whole"
            assert int(text.split()[0]) >= seen, "nobody is led back in time"
            seen = int(text.split()[0])


def test_a_reader_through_a_hundred_publications_misses_nothing(place: Path) -> None:
    output, names = place / "output", [f"{number}/index.html" for number in range(10)]

    def build(turn: int) -> None:
        put(output, dict.fromkeys(names, f"{turn} " * 3000), empty=turn % 10 == 0)

    build(0)
    readers = []
    for _ in range(2):
        pid = os.fork()
        if not pid:
            code = 1
            try:
                read_until(output, names, 100)
                code = 0
            finally:
                os._exit(code)
        readers.append(pid)
    for turn in range(1, 101):
        build(turn)
    assert [os.waitpid(pid, 0)[1] for pid in readers] == [0, 0]


@pytest.mark.parametrize("number", [2, 10])
def test_builds_at_once_work_one_after_the_other(place: Path, number: int) -> None:
    output, turns = place / "output", 4

    def count() -> None:
        for _ in range(turns):
            with publish.publication(output, wait=60) as site:
                site.begin()
                before = int((output / "n").read_text()) if site.manifest else 0
                site.write("n", str(before + 1).encode())
                site.publish()

    pids = []
    for _ in range(number):
        pid = os.fork()
        if not pid:
            code = 1
            try:
                count()
                code = 0
            finally:
                os._exit(code)
        pids.append(pid)
    assert [os.waitpid(pid, 0)[1] for pid in pids] == [0] * number
    assert held(output) == {"n": str(number * turns)}


def test_a_file_that_the_disk_has_no_room_for_is_named_and_nothing_published(place: Path) -> None:
    output = prepared(place)
    told = place / "told"

    def fill() -> None:
        with publish.publication(output) as site:
            site.begin()
            site.write("small", b"x")
            try:
                site.write("a/index.html", b"x" * 5000)
            except DigestError as error:
                told.write_text(str(error))
            site.publish()

    limited = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))  # noqa: E731
    assert run(fill, before(limited)) == 70, "what failed is not published, even if the failure was caught"
    assert f"{spare(output)}/a/index.html: File too large; mend that" in (told.read_text())
    assert_whole_and_usable(output, [OLD], "exchange")


def test_a_folder_that_may_not_be_written_is_told(place: Path) -> None:
    output = prepared(place)
    told = place / "told"
    told.touch()
    told.chmod(0o666)
    (place / ".glose").chmod(0o555)
    place.chmod(0o555)

    def attempt() -> None:
        try:
            put(output.with_name("other"), NEW)
        except DigestError as error:
            told.write_text(str(error))
        put(output, NEW)

    unprivileged = lambda: os.setuid(65534) if os.getuid() == 0 else None  # noqa: E731
    code = run(attempt, before(unprivileged))
    place.chmod(0o755)
    (place / ".glose").chmod(0o755)
    assert code in (REFUSED, 70) if os.getuid() == 0 else code == 0
    assert told.read_text().startswith(f"{place / '.glose' / 'other'}: Permission denied; mend that")
    assert_whole_and_usable(output, [OLD] if os.getuid() == 0 else [NEW], "exchange")
