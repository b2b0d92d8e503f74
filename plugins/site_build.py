"""One build: check the sources, run Pelican in a process of its own, prove that it finished, publish in one step.

A process of its own because Pelican keeps state between runs (its log de-duplication swallows the second run's
warnings, its memo keeps every article alive); ``--fatal warnings`` because it exits 0 after most failures, and a
receipt because even then Ctrl-C and a dropped plugin exit 0 (measured on Pelican 4.12).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.digest import publish
from plugins.digest.check.sources import source_faults
from plugins.digest.errors import DigestError, Fault

Finish = Callable[[Path], None]
"""A step over the finished site, before it is published."""

_REPEATS = re.compile(r"^(?:CRITICAL|Warning|Error)?\s*RuntimeError: (?:Warning|Error) encountered", re.I)
_LEVEL = re.compile(r"^(?:\[[\d:]+\]\s+)?(ERROR|WARNING|CRITICAL)\b:?\s*")


def build(
    root: Path,
    output: Path,
    *,
    settings: str = "pelicanconf.py",
    overrides: Mapping[str, object] | None = None,
    finish: tuple[Finish, ...] = (),
) -> dict[str, str]:
    """Builds the project at `root` and puts the site at `output` in one step; returns its manifest.

    `settings` is a file name below `root`; `overrides` are settings by name, as JSON values; each of `finish` is
    called with the finished stage before it is published (a search index goes there). Raises `DigestError` with
    everything that is wrong; then `output` is what it was.
    """
    if faults := source_faults(root / "content", root):
        raise DigestError.of(faults)
    with publish.stage(output) as stage:
        site = stage / "site"
        receipt = stage / "receipt.json"
        run_pelican(root, site, settings, {**(overrides or {}), "BUILD_RECEIPT": str(receipt)})
        loaded = json.loads(receipt.read_text(encoding="utf-8")) if receipt.is_file() else None
        if loaded is None or not (site / "index.html").is_file():
            raise DigestError(
                Fault(settings, None, "the build ended before it was complete", "run it again with --debug")
            )
        for step in finish:
            step(site)
        manifest = publish.write_manifest(site)
        publish.exchange(site, output)
    return manifest


def run_pelican(root: Path, site: Path, settings: str, overrides: Mapping[str, object]) -> None:
    """Runs Pelican on `root` into `site`; raises `DigestError` with each thing that it complains of."""
    command = [sys.executable, "-m", "pelican", "content", "-s", settings, "-o", str(site)]
    command += ["--fatal", "warnings", "--log-handler", "plain", "--logs-dedup-min-level", "INFO"]
    if overrides:
        command += ["-e", *(f"{key}={json.dumps(value)}" for key, value in overrides.items())]
    process = subprocess.Popen(  # noqa: S603  a list, never a shell
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    try:
        said, _ = process.communicate()
    except KeyboardInterrupt:
        process.wait()
        raise
    if process.returncode or _LEVEL.search(said):
        raise DigestError.of(_complaints(said, settings))


def _complaints(said: str, settings: str) -> list[Fault]:
    """What Pelican complained of, a fault each, without tracebacks and without its closing repetition."""
    lines = [_LEVEL.sub("", line) for line in said.splitlines() if _LEVEL.match(line)]
    told = [line for line in lines if not _REPEATS.match(line)] or lines or said.splitlines()[-1:]
    return [Fault(settings, None, line, "run again with --debug to see Pelican's own output") for line in told]
