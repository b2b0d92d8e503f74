"""Our wheel, built and installed without the network, as a reader of its page would install it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pelican

from tests.foreign.sites import ROOT


def install(folder: Path) -> Path:
    """Builds the wheel below `folder` and installs it beside a copy of Pelican; returns where packages are."""
    packages = folder / "packages"
    run("hatchling", "build", "-t", "wheel", "-d", str(folder))
    (wheel,) = folder.glob("glose-*.whl")
    run("pip", "install", "--no-index", "--no-deps", "-q", "--target", str(packages), str(wheel))
    shutil.copytree(Path(pelican.__file__).parent, packages / "pelican", dirs_exist_ok=True)
    return packages


def run(module: str, *arguments: str) -> None:
    """Runs a tool of this environment in the project's folder."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
