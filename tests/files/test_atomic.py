"""A file is there whole or not at all; permissions, a save in between and a crash are respected."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from glose.digest.files import atomic
from glose.digest.files.atomic import Stamp, WriteError

ROOT = Path(__file__).resolve().parents[2]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_obeys_the_umask_and_a_replaced_one_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "x.md"
    before = os.umask(0o027)
    try:
        atomic.write(file, b"one", None)
    finally:
        os.umask(before)
    assert file.stat().st_mode & 0o777 == 0o640
    file.chmod(0o604)
    atomic.write(file, b"two", Stamp.of(file))
    assert file.read_bytes() == b"two"
    assert file.stat().st_mode & 0o777 == 0o604


def test_a_file_that_somebody_saved_meanwhile_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(b"one")
    seen = Stamp.of(file)
    file.write_bytes(b"by hand")
    with pytest.raises(WriteError, match="was changed while it was converted"):
        atomic.write(file, b"two", seen)
    with pytest.raises(WriteError, match="was changed while it was converted"):
        atomic.write(file, b"two", None)
    assert names(tmp_path) == ["x.md"]
    assert file.read_bytes() == b"by hand"


def test_a_symbolic_link_is_never_written_through(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"one")
    (tmp_path / "x.md").symlink_to("target")
    with pytest.raises(WriteError, match="is not a regular file"):
        atomic.write(tmp_path / "x.md", b"two", None)
    assert (tmp_path / "target").read_bytes() == b"one"


def test_a_refusal_of_the_system_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match=r"cannot be written: .*; look at the disk and run again"):
        atomic.write(tmp_path / "file" / "x.md", b"one", None)
    with pytest.raises(WriteError, match="File name too long"):
        atomic.write(tmp_path / ("x" * 300), b"one", None)
    assert names(tmp_path) == ["file"]


def test_what_killed_processes_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    for name in ("a/.x.md.123.part", "a/.x.part", "a/x.md.123.part", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    atomic.sweep(tmp_path)
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert left == [".hidden", "a/.x.part", "a/x.md.123.part"]


def test_a_process_killed_at_any_moment_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(b"0" * 200_000)
    script = (
        "import sys; from pathlib import Path; from glose.digest.files.atomic import Stamp, write\n"
        "file = Path(sys.argv[1])\n"
        "while True:\n"
        "    for n in range(10): write(file, b'%d' % n * 200_000, Stamp.of(file)); print(n, flush=True)\n"
    )
    chance = random.Random(1)
    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", script, str(file)], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert process.stdout
        process.stdout.readline()
        time.sleep(chance.random() / 50)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        data = file.read_bytes()
        assert len(data) == 200_000
        assert len(set(data)) == 1
    atomic.sweep(tmp_path)
    assert names(tmp_path) == ["x.md"]
