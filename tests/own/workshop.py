"""A digest in which one mistake after another is made, and a process that runs its tasks without starting Python anew.

The process imports the engine once; each task runs in a fork of it, as a new user's `invoke` would: with its own
exit code and its own two streams, and whatever it leaves in memory ends with it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
_PROGRAM = """
import importlib, json, os, pkgutil, sys
from pathlib import Path

root = Path(sys.argv[1])
sys.path.insert(0, str(root))
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # nobody starts others for so little
from glose.tasks import here
here.root = root
import glose.digest, glose.tasks, invoke.main, pelican.settings
for place in (glose.digest, glose.tasks):
    for found in pkgutil.walk_packages(place.__path__, place.__name__ + "."):
        if not found.name.startswith(("glose.tasks.bench", "glose.tasks.leash", "glose.tasks.pelican_process")):
            try:
                importlib.import_module(found.name)
            except Exception:
                pass
print("ready", flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    if not (child := os.fork()):
        os.chdir(asked["cwd"])
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(asked[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        code = 1
        try:
            invoke.main.program.run(["invoke", *asked["arguments"]])
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        except BaseException:
            import traceback
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Said:
    """How a task ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Both streams."""
        return [line for line in f"{self.out}{self.err}".splitlines() if line.strip()]


class Workshop:
    """The digest at `root`, which is as `master` before each mistake."""

    def __init__(self, root: Path, master: Path) -> None:
        self.root, self._master, self._beside = root, master, root.parent / "said"
        self._beside.mkdir()
        self.restore()
        environment = {
            **os.environ,
            "PYTHONPATH": str(PLUGINS),
            "PYTHONDONTWRITEBYTECODE": "1",
            "NO_COLOR": "1",
            "GLOSE_LANG": "en",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(root)],
            cwd=root, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self._answer()

    def restore(self) -> None:
        """Undoes whatever was done to the digest."""
        for place in self.root.iterdir() if self.root.is_dir() else ():
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place)
            else:
                place.unlink()
        shutil.copytree(self._master, self.root, dirs_exist_ok=True, symlinks=True)

    def run(self, arguments: Sequence[str]) -> Said:
        """What `invoke` with these arguments does at the digest."""
        out, err = self._beside / "out", self._beside / "err"
        asked = {"arguments": list(arguments), "cwd": str(self.root), "out": str(out), "err": str(err)}
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        code = int(self._answer())
        return Said(code, *(file.read_text(encoding="utf-8", errors="replace") for file in (out, err)))

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def _answer(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()
