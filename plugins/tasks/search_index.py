"""The search index, made by Pagefind from the finished pages and read by the browser without a server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from plugins.digest.model.errors import DigestError, Fault

FOLDER = "pagefind"
UNUSED = ("*ui*", "*highlight*", "pagefind-worker.js.map")
"""Pagefind's own interface, 0.4 MB: the theme has its own."""


def index(site: Path) -> None:
    """Adds ``pagefind/`` to `site`; raises `DigestError` with what Pagefind says when it fails."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise DigestError(
            Fault(
                FOLDER, None, f"no search index was made: {' '.join(said)}", "build with --no-search to go on"
            )
        )
    for pattern in UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
