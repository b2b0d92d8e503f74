"""Nothing of the machine is in the bytes: no hash seed, zone, language, nor the order in which a disk names files."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.digest import ROOT
from tests.equal.sample import sample
from tests.equal.trial import Result, Trial, differences

SEED = 7
SCRIPT = """
import json, sys
from pathlib import Path
from tests.equal.sample import sample
from tests.equal.trial import Trial
found = Trial(Path(sys.argv[1]), sample(7, 20, 10)).edited()
print(json.dumps([dict(found.files), found.faults]))
"""
MACHINES = {
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "yet another hash seed": {"PYTHONHASHSEED": "4242"},
    "another zone": {"TZ": "Asia/Kathmandu"},
    "another language": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    "a language that is not there": {"LANG": "xx_YY.UTF-8", "LC_ALL": "xx_YY.UTF-8", "LANGUAGE": "xx"},
    "no language at all": {"LANG": "", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """What this process makes of it."""
    found = Trial(tmp_path_factory.mktemp("here") / "trial", sample(SEED, 20, 10)).edited()
    assert not found.faults
    return found


@pytest.mark.parametrize("machine", MACHINES)
def test_another_machine_makes_the_same_bytes(expected: Result, place: Path, machine: str) -> None:
    import json

    command = [sys.executable, "-c", SCRIPT, str(place)]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "plugins"))),
        **MACHINES[machine],
    }
    done = subprocess.run(command, env=environment, cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    assert differences(Result(*json.loads(done.stdout)), expected) == []


class Listing:
    """What a folder holds, in another order each time."""

    def __init__(self, entries: list[Any], dice: random.Random) -> None:
        dice.shuffle(entries)
        self.entries = iter(entries)

    def __enter__(self) -> Iterator[Any]:
        return self.entries

    def __exit__(self, *_what: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Any]:
        return self.entries

    def __next__(self) -> Any:
        return next(self.entries)

    def close(self) -> None:
        """As the real one has it."""


def test_the_order_of_files_on_the_disk_does_not_matter(
    expected: Result, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = Trial(place, sample(SEED, 20, 10))
    scandir, listdir, dice = os.scandir, os.listdir, random.Random(1)

    def shuffled(folder: Any = ".") -> Listing:
        with scandir(folder) as entries:
            return Listing(list(entries), dice)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", shuffled)
        patch.setattr(os, "listdir", lambda folder=".": dice.sample(names := listdir(folder), k=len(names)))
        found = trial.edited()
        trial.world.articles["a1"].body += "\n\nEncore."
        edited = trial.edited()
    assert differences(found, expected) == []
    assert differences(edited, trial.clean()) == []
