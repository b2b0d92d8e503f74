"""The search index, made by Pagefind from the finished pages and read by the browser without a server."""

from __future__ import annotations

import subprocess
from pathlib import Path

from plugins.digest.model.errors import DigestError, Fault
from plugins.tasks.child import run_module
from plugins.tasks.site_build import Step

ROOT = Path(__file__).resolve().parents[2]
FOLDER = "pagefind"
UNUSED = ("*ui*", "*highlight*", "pagefind-worker.js.map")
"""Pagefind's own interface, 0.4 MB: the theme has its own."""


def index(site: Path, lock: int | None = None) -> None:
    """Adds ``pagefind/`` to `site`; raises `DigestError` with what Pagefind says when it fails.

    `lock`: descriptor of the build's lock, which Pagefind holds as long as it runs.
    """
    arguments = ("--site", str(site), "--output-subdir", FOLDER, "--quiet")
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    code, said = run_module(ROOT, lock, "pagefind", *arguments, **streams)
    if code:
        what = f"no search index was made: {' '.join(said.splitlines()[-1:])}"
        raise DigestError(Fault(FOLDER, None, what, "build with --no-search to go on"))
    for pattern in UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()


INDEX = Step(FOLDER, index)
"""The index as a step of a build."""
