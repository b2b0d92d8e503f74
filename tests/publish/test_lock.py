"""One build at a time: the lock lives as long as any process of the build, and says who holds it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from glose.digest import publish
from glose.digest.model.errors import DigestError
from glose.digest.publish import lock


def busy(file: Path, **options: float) -> str:
    with (
        pytest.raises(publish.BusyError) as caught,
        publish.alone(file, "another build is running", **options),
    ):
        pass
    return str(caught.value)


def test_a_second_build_is_told_who_holds_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/usr/bin/invoke", "build", "--output", "é\x1b[31m"])
    with publish.alone(tmp_path / "lock", "x"):
        said = busy(tmp_path / "lock")
    expected = (
        rf"another build is running \(process {os.getpid()} since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC: "
    )
    assert re.search(expected, said)
    assert "invoke build --output é[31m);" in said
    with publish.alone(tmp_path / "lock", "x"):
        pass


def test_the_lock_lives_as_long_as_a_child_that_has_its_descriptor(tmp_path: Path) -> None:
    with publish.alone(tmp_path / "lock", "x") as descriptor:
        child = subprocess.Popen(
            [sys.executable, "-c", "input()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            pass_fds=(descriptor,),
        )
    assert "another build is running" in busy(tmp_path / "lock")
    child.communicate(b"\n")
    with publish.alone(tmp_path / "lock", "x"):
        pass


def test_a_child_that_was_not_given_the_descriptor_holds_nothing(tmp_path: Path) -> None:
    with publish.alone(tmp_path / "lock", "x"):
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with publish.alone(tmp_path / "lock", "x"):
        pass
    child.communicate(b"\n")


def test_a_holder_whose_parent_has_ended_is_told_as_such(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    code = (
        "import subprocess, sys; from pathlib import Path; from glose.digest import publish\n"
        f"with publish.alone(Path({str(file)!r}), 'x') as lock:\n"
        "    child = subprocess.Popen([sys.executable, '-c', 'input()'], pass_fds=(lock,))\n"
    )
    reading, writing = os.pipe()
    parent = subprocess.Popen([sys.executable, "-c", code], stdin=reading, cwd=Path(__file__).parents[2])
    parent.wait()
    os.close(reading)
    said = busy(file)
    os.write(writing, b"\n")
    os.close(writing)
    assert f"process {parent.pid} since" in said
    assert "that process has ended, one that it started still works" in said
    with publish.alone(file, "x", wait=30):
        pass


def test_a_build_may_wait_for_another_to_end(tmp_path: Path) -> None:
    entered, left = threading.Event(), threading.Event()

    def hold() -> None:
        with publish.alone(tmp_path / "lock", "x"):
            entered.set()
            left.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    entered.wait()
    assert "another build" in busy(tmp_path / "lock", wait=0.1)
    threading.Timer(0.2, left.set).start()
    with publish.alone(tmp_path / "lock", "x", wait=60):
        assert left.is_set()
    holder.join()


def test_a_lock_whose_file_was_removed_excludes_nobody_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lock"
    with publish.alone(file, "x"):
        monkeypatch.setattr(time, "sleep", lambda seconds: file.unlink())
        with publish.alone(file, "x", wait=1):
            monkeypatch.undo()
            assert "another build" in busy(file), "the new file is the lock"


def test_a_lock_whose_file_is_removed_while_it_is_taken_is_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, take = tmp_path / "lock", lock._lock

    def removed_at_first(descriptor: int) -> bool:
        monkeypatch.setattr(lock, "_lock", take)
        file.unlink()
        return take(descriptor)

    monkeypatch.setattr(lock, "_lock", removed_at_first)
    with publish.alone(file, "x"):
        assert "another build" in busy(file)


@pytest.mark.parametrize("text", [b"", b"no number", b"99999999999999999999999 x", b"\xff\xfe", b"12"])
def test_a_lock_file_that_says_nothing_sensible_is_a_lock_all_the_same(tmp_path: Path, text: bytes) -> None:
    with publish.alone(tmp_path / "lock", "x"):
        (tmp_path / "lock").write_bytes(text)
        assert "another build is running" in busy(tmp_path / "lock")


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("dear")
    (tmp_path / "lock").symlink_to("letter")
    with pytest.raises(DigestError, match="lock: "), publish.alone(tmp_path / "lock", "x"):
        pass
    assert (tmp_path / "letter").read_text() == "dear"
