"""One build: check the sources, run Pelican in a process of its own, prove that it finished, publish in one step.

A process of its own because Pelican keeps state between runs: its log swallows the second run's warnings, its memo
keeps every article alive (measured on Pelican 4.12).
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.digest import publish
from plugins.digest.build.load import source_faults
from plugins.digest.build.sources import Sources
from plugins.digest.build.sources import below as within
from plugins.digest.check.settings import settings_faults
from plugins.digest.check.words import word_faults
from plugins.digest.model.errors import DigestError, Fault
from plugins.tasks.child import run_module
from plugins.tasks.settings import Site, read_site

FOLDERS = ("PATH", "GLOSSARY_PATH")
"""Settings with defaults of ours, which Pelican is told."""
SOURCES = ("seeds", "theme", "plugins", "docs", "tests", ".git", ".venv")
"""Folders of a project in which a site would be read as its own source, or replace what people wrote."""
Finish = Callable[[Path, int], None]
"""A step over the finished site, before it is published; with the descriptor of the build's lock (`child`)."""


def build(
    root: Path,
    output: Path,
    *,
    settings: str = "pelicanconf.py",
    overrides: Mapping[str, object] | None = None,
    finish: tuple[Finish, ...] = (),
    debug: bool = False,
    wait: float = 0.0,
) -> dict[str, str]:
    """Builds the project at `root` and puts the site at `output` in one step; returns its manifest.

    `settings` is a file name below `root`; `overrides` are settings by name, as JSON values; each of `finish` is
    called with the finished site before it is published (a search index goes there). `wait`: seconds to wait for
    another build to end. Raises `DigestError` with everything that is wrong; then `output` is what it was.
    """
    site_of = read_site(root, settings, overrides)
    check_output(site_of, output)
    if faults := faults_of(site_of):
        raise DigestError.of(faults)
    values = dict(overrides or {}) | {name: site_of.values[name] for name in FOLDERS}
    with publish.publication(output, wait=wait) as site:
        site.begin(empty=True)
        tree = site.clear("")  # Pelican opens files to write into them
        run_pelican(root, tree, settings, values, site.lock, debug)
        for step in finish:
            step(tree, site.lock)
        site.adopt("")
        site.publish()
        return dict(site.files)


def faults_of(site: Site) -> list[Fault]:
    """Everything in the settings, the interface's words and the sources for which a build would stop."""
    if faults := settings_faults(site.values, site.file):
        return faults
    return word_faults(Path(site.values["THEME"])) + source_faults(sources_of(site))


def sources_of(site: Site) -> Sources:
    """What the checks have to know of the site."""
    return Sources(site.root, site.content, site.glossary, site.values, site.values.get("NOW"), site.file)


def check_output(site: Site, output: Path) -> None:
    """Raises `DigestError` when publishing to `output` would harm the project or replace what is not ours."""
    root, project = site.root, site.root.resolve()
    for name in (within(site.content, root), *SOURCES):
        if output.is_relative_to(project / name) or output.is_relative_to(root / name):
            todo = "name a folder outside it with --output"
            raise DigestError(
                Fault(str(output), None, f"lies in {name}/, which holds the site's sources", todo)
            )
    publish.refuse_foreign(output)


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
            root, lock, "plugins.tasks.pelican_process", *arguments, stdout=subprocess.DEVNULL, stderr=errors
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
            Fault(settings, None, "no home page was written", "is plugins.listings in PLUGINS?")
        )
