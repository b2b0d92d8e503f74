"""`invoke build` killed at any moment, alone or with its processes: readers see a whole site, the next build is right.

A few moments in the usual run; ``GLOSE_FAULTS=all`` takes 216.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.digest import ROOT
from tests.faults import building
from tests.faults.test_kills import wait_for_session

ALL = os.environ.get("GLOSE_FAULTS") == "all"
CODES = {signal.SIGKILL: {-9}, signal.SIGTERM: {-15, 143}, signal.SIGINT: {-2, 130}}


@dataclass
class Killed:
    """A project to kill builds in, with edits that wait."""

    folder: Path
    start: Path
    arguments: tuple[str, ...]
    old: dict[str, bytes]
    new: dict[str, bytes]
    span: float
    """Seconds of a whole run."""

    def kill(self, sign: signal.Signals, group: bool, after: float) -> None:
        """One run that is sent a signal, and the next; asserts all that must hold."""
        root = copy(self.start, self.folder)
        told = f"{sign.name} {'group' if group else 'alone'} after {after:.3f} of {self.span:.3f}"
        process = run(root, self.arguments)
        time.sleep(after)
        begun = (root / ".glose/output/lock").read_text().startswith(f"{process.pid} ")
        (os.killpg if group else os.kill)(process.pid, sign)
        said = process.communicate()[0]
        wait_for_session(process.pid)
        assert building.site(root) in (self.old, self.new), told
        assert building.files(root / "content") == building.files(self.start / "content"), told
        if begun and process.returncode and " pages" not in said:  # else it was at its end
            assert "Traceback" not in said, (told, said)
            assert process.returncode in CODES[sign], (told, said)
            assert sign != signal.SIGINT or said.endswith("interrupted: nothing half-done was left\n"), told
        again = run(root, self.arguments)
        said = again.communicate()[0]
        assert again.returncode == 0, (told, said)
        assert building.site(root) == self.new, told
        assert building.litter(root) == [], told
        assert list((root / "tmp").iterdir()) == [], told
        shutil.rmtree(root)


def run(root: Path, arguments: tuple[str, ...]) -> subprocess.Popen[str]:
    """`invoke build` in a session of its own, with its own folder for what is temporary."""
    (root / "tmp").mkdir(exist_ok=True)
    return subprocess.Popen(
        [*arguments[:2], sys.executable, "-m", "invoke", "build", *arguments[2:]],
        cwd=root,
        env=os.environ | {"TMPDIR": str(root / "tmp")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def start_processes_for_little(project: Path) -> None:
    """Has the project's own code do so, so that a small site meets them."""
    file = project / "plugins/glose/digest/build/hands.py"
    code, changes = re.subn(r"^FEW = \d+$", "FEW = 4", file.read_text(encoding="utf-8"), flags=re.M)
    assert changes == 1
    file.write_text(code, encoding="utf-8")


def copy(start: Path, folder: Path) -> Path:
    """The project with its code, always at the same place: what a build remembers is true of one place only."""
    root = building.copy(start, folder / "project")
    shutil.copytree(folder / "code", root, copy_function=os.link, dirs_exist_ok=True)
    return root


@pytest.fixture(
    scope="module",
    params=[("taskset", "1", "--no-search"), ("nice", "-n0", "--fresh", "--no-search"), ("nice", "-n0")],
    ids=["edits", "whole", "search"],
)
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Killed:
    """One process and the edits alone, two and every file, and the search index."""
    folder, arguments = tmp_path_factory.mktemp("kills"), request.param
    shutil.copytree(ROOT / "plugins", folder / "code/plugins", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "tasks.py", folder / "code")
    start_processes_for_little(folder / "code")
    shutil.copytree(folder / "code", folder / "project", copy_function=os.link)

    def first(root: str) -> int:
        process = run(Path(root), arguments)
        process.communicate()
        return process.returncode

    building.prepare(folder / "project", first, more=0 if "1" in arguments else 8)
    (folder / "project").rename(folder / "start")
    for part in ("plugins", "tmp"):
        shutil.rmtree(folder / "start" / part)
    whole = copy(folder / "start", folder)
    before = time.monotonic()
    assert first(str(whole)) == 0
    span = time.monotonic() - before
    new = building.site(whole)
    shutil.rmtree(whole)
    return Killed(folder, folder / "start", arguments, building.site(folder / "start"), new, span)


def test_killed_at_any_moment_readers_see_a_whole_site_and_the_next_build_is_right(project: Killed) -> None:
    ways = [(sign, group) for sign in CODES for group in (False, True)]
    chance = random.Random(project.arguments[-1])
    for sign, group in ways * 12 if ALL else chance.sample(ways, 2):
        project.kill(sign, group, chance.uniform(0.25, 1.0) * project.span)
