"""Pelican, run on a project in a process of its own, where plugins of others are to make the site."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from glose.digest.model.errors import DigestError, Fault
from glose.tasks.child import run_module


def run_pelican(
    root: Path, site: Path, settings: str, overrides: Mapping[str, object], lock: int, debug: bool
) -> None:
    """Runs Pelican on `root` into `site`; raises `DigestError` with each thing that it complains of.

    `lock`: descriptor of the build's lock, which Pelican holds as long as it runs.
    """
    report = site.with_name("report.json")
    arguments = (
        settings,
        str(site),
        str(report),
        json.dumps(dict(overrides)),
        *(["--debug"] if debug else []),
    )
    errors = None if debug else subprocess.PIPE
    try:
        _, said = run_module(
            root, lock, "glose.tasks.pelican_process", *arguments, stdout=subprocess.DEVNULL, stderr=errors
        )
        if not report.is_file():
            what = " ".join(["the build did not end", *said.splitlines()[-1:]])
            raise DigestError(Fault(settings, None, what, "invoke --debug build"))
        faults = [Fault(*row) for row in json.loads(report.read_text(encoding="utf-8"))]
    finally:
        report.unlink(missing_ok=True)
    if faults:
        raise DigestError.of(faults)
    if not (site / "index.html").is_file():
        raise DigestError(
            Fault(
                settings,
                None,
                "no home page was written",
                "are glose.frame and glose.listings in PLUGINS?",
            )
        )
