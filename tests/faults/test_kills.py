"""`invoke convert` killed at any moment, alone or with its processes: the next run ends where it would have ended.

A dozen moments in the usual run; ``GLOSE_FAULTS=all`` takes 204.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from glose.digest.markdown import parse
from tests.batch.digest import Digest
from tests.digest import ROOT, source
from tests.faults import conversion
from tests.faults.test_disk import seeds_of

MOMENTS = 34 if os.environ.get("GLOSE_FAULTS") == "all" else 2
PATIENCE = 20.0
"""Seconds within which the processes of a killed conversion must be gone, on a busy machine."""


@dataclass
class Killed:
    """A project to kill conversions in."""

    folder: Path
    start: Digest
    old: dict[str, bytes]
    expected: dict[str, bytes]
    span: float
    """Seconds of a whole run."""

    def kill(self, number: int, sign: signal.Signals, group: bool, after: float) -> tuple[int, str, bool]:
        """One run that is sent a signal; its exit code, what it said, and whether it had begun to work."""
        digest = with_code(conversion.copy(self.start, self.folder / str(number)), self.folder / "code")
        process = run(digest.root)
        time.sleep(after)
        begun = (digest.root / ".glose/convert.lock").exists()
        (os.killpg if group else os.kill)(process.pid, sign)
        said = process.communicate()[0]
        wait_for_session(process.pid)
        self.check(digest)
        shutil.rmtree(digest.root)
        return process.returncode, said, begun

    def check(self, digest: Digest) -> None:
        """Articles are old or new and whole, seeds are untouched, and the next run brings what was to come."""
        assert seeds_of(digest) == seeds_of(self.start)
        for name, data in digest.tree().items():
            if name.startswith("articles/") and name.endswith(".md"):
                assert data in (self.old.get(name), self.expected.get(name)), name
                parse(data.decode(), name)
        digest.convert()
        assert digest.tree() == self.expected
        assert digest.convert().kinds == {"failed": 1}  # the seed that is empty


def with_code(digest: Digest, code: Path) -> Digest:
    """The digest as a whole project: a task works where its code lies."""
    shutil.copytree(code, digest.root, copy_function=os.link, dirs_exist_ok=True)
    return digest


def run(root: Path) -> subprocess.Popen[str]:
    """`invoke convert` in a session of its own."""
    command = [sys.executable, "-m", "invoke", "convert"]
    return subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def wait_for_session(leader: int) -> None:
    """Returns when no process of the session is left; fails when one stays."""
    until = time.monotonic() + PATIENCE
    while left := [*session(leader)]:
        assert time.monotonic() < until, f"still there: {left}"
        time.sleep(0.05)


def session(leader: int) -> Iterator[str]:
    for entry in Path("/proc").iterdir():
        try:
            status = (entry / "stat").read_text().rpartition(")")[2].split() if entry.name.isdigit() else []
        except OSError:
            continue
        if status and int(status[3]) == leader and status[0] != "Z":
            yield f"{entry.name} {status[0]}"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    folder = tmp_path_factory.mktemp("kills")
    start = Digest(folder / "start")
    conversion.prepare(start)
    shutil.copytree(ROOT / "plugins", folder / "code/plugins")
    for file in ("tasks.py", "pelicanconf.py"):
        shutil.copy2(source(file), folder / "code")
    whole = with_code(conversion.copy(start, folder / "whole"), folder / "code")
    before = time.monotonic()
    said = run(whole.root).communicate()[0]
    assert "1 failed; 1 merged; 3 written" in said
    return Killed(folder, start, start.tree(), whole.tree(), time.monotonic() - before)


@pytest.mark.parametrize("group", [False, True], ids=["alone", "group"])
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_killed_at_any_moment_it_loses_nothing_and_leaves_no_process(
    project: Killed, sign: signal.Signals, group: bool
) -> None:
    chance = random.Random(f"{sign} {group}")
    for number in range(MOMENTS):
        after = chance.uniform(0.3, 1.0) * project.span
        code, said, begun = project.kill(number, sign, group, after)
        if sign == signal.SIGINT and begun and "1 failed; 1 merged; 3 written" not in said:
            assert code == 130, said
            assert "interrupted: nothing half-done was left" in said
            assert "Traceback" not in said
