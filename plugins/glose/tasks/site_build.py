"""One build: check the sources, bring the published site up to date with them, publish in one step.

Where a plugin of others is among PLUGINS, Pelican runs, in a process of its own, and the site is made whole each time:
what that plugin changes, nobody else can know.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from glose.digest.build.files import theme_faults
from glose.digest.build.hands import Hands, Moved, nobody
from glose.digest.build.project import Look, Project
from glose.digest.build.sources import Sources
from glose.digest.build.sources import below as within
from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import MANIFEST, Publication, publication, refuse_foreign
from glose.tasks.own_code import program
from glose.tasks.run_pelican import run_pelican
from glose.tasks.settings import Site, read_site
from glose.tasks.words import later

if TYPE_CHECKING:  # imported when something is to be built: mostly nothing is
    from glose.digest.build.state import State
    from glose.digest.build.warm import Warm

FOLDERS = ("PATH", "GLOSSARY_PATH")
"""Settings with defaults of ours, which Pelican is told."""
SOURCES = ("seeds", "theme", "plugins", "docs", "tests", ".git", ".venv")
"""Folders of a project in which a site would be read as its own source, or replace what people wrote."""


class Built(NamedTuple):
    """What was published."""

    files: Mapping[str, str]
    """Path to SHA-256."""
    left_out: tuple[Fault, ...] = ()
    """What costs too much and was not, while the rest was."""
    lost: tuple[Fault, ...] = ()
    """Notes that stand nowhere and were not, while their article was."""
    held: tuple[Fault, ...] = ()
    """What waits for its hour."""


Aside = tuple[tuple[Fault, ...], tuple[Fault, ...], tuple[Fault, ...]]
"""What is not published while the rest is: `Built.left_out`, `Built.lost` and `Built.held`."""


class Step(NamedTuple):
    """What is done with the finished tree, before it is published."""

    folder: str
    """Below the tree, for the step alone: it finds it empty."""
    run: Callable[[Path, int], None]
    """Given the tree and the descriptor of the build's lock (`child`)."""
    stage: str = later("finishing")
    """What it does, as people are told."""


def build(
    root: Path,
    output: Path,
    *,
    settings: str = "pelicanconf.py",
    overrides: Mapping[str, object] | None = None,
    finish: tuple[Step, ...] = (),
    debug: bool = False,
    hands: Hands | None = None,
    fresh: bool = False,
    wait: float = 0.0,
    warm: Warm | None = None,
) -> Built:
    """Builds the project at `root` and puts the site at `output` in one step.

    `settings` is a file name below `root`; `overrides` are settings by name, as JSON values; each of `finish` is
    called with the finished tree before it is published (a search index goes there). `hands`: who works. `fresh`:
    forget what is remembered. `wait`: seconds to wait for another build. `warm`: from the last build in this
    process. Raises `DigestError` with everything that is wrong; then `output` is what it was.
    """
    site = read_site(root, settings, overrides)
    check_output(site, output)
    look = Look(project_of(site), time.time_ns())
    with publication(output, wait=wait) as target:
        steps = tuple(step.folder for step in finish)
        known = None if fresh else look.unchanged(target.state, target.manifest, steps)
        aside: Aside = (), (), known.held if known else ()
        if known is None:
            aside = _build(site, look, target, finish, dict(overrides or {}), debug, hands, fresh, warm)
        return Built(target.files, *aside)


def _build(
    site: Site,
    look: Look,
    target: Publication,
    finish: tuple[Step, ...],
    overrides: dict[str, object],
    debug: bool,
    hands: Hands | None,
    fresh: bool,
    warm: Warm | None,
) -> Aside:
    """What exceeds a limit and is left out, the notes that stand nowhere, and what waits for its hour."""
    from glose.digest.build.build import build as build_site
    from glose.digest.check.own_style import away
    from glose.digest.check.words import word_faults

    theme = site.theme
    if faults := theme_faults(theme) or site.faults() or word_faults(theme) or away(theme):
        raise DigestError.of(faults)
    places = plugin_places(site)
    if not all(_is_feature(name, places) for name in look.project.features):
        return (), *_whole(site, target, finish, overrides, debug)
    hands = hands or workers()
    steps = {step.folder: _step(step, hands.moved) for step in finish}
    done = build_site(
        look.project, target, clock=look.clock, hands=hands, finish=steps, fresh=fresh, warm=warm, look=look
    )
    return done.left_out, done.lost, done.held


def _whole(
    site: Site, target: Publication, finish: tuple[Step, ...], overrides: dict[str, object], debug: bool
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Has Pelican make the site, with the plugins of others; the notes that stand nowhere, and what waits."""
    from glose.digest.build.load import stopping

    faults, lost, held = stopping(sources_of(site))
    if faults:
        raise DigestError.of(faults)
    values = overrides | {name: site.values[name] for name in FOLDERS}
    target.begin(empty=True)
    tree = target.clear("")  # Pelican opens files to write into them
    run_pelican(site.root, tree, site.file, values, target.lock, debug)
    for step in finish:
        step.run(tree, target.lock)
    target.adopt("")
    target.publish()
    return tuple(lost), tuple(held)


def workers(processes: int = 0, scheduler: str = "", moved: Moved = nobody) -> Hands:
    """Who works: `processes` of this machine, 0 for one for each processor that this one may use, or a cluster.

    `moved`: told how far they are.
    """
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Hands(processes or count, scheduler, moved)


def _step(step: Step, moved: Moved) -> Callable[[Publication], None]:
    def run(target: Publication) -> None:
        moved(step.stage, 0, 0)
        target.clear(step.folder)
        step.run(target.tree, target.lock)
        target.adopt(step.folder)

    return run


def plugin_places(site: Site) -> list[Path]:
    """Folders of plugins that the digest has of its own."""
    return [site.root / place for place in site.values["PLUGIN_PATHS"]]


def _is_feature(name: object, places: list[Path]) -> bool:
    """True for a module that makes pages of a site, ours or one in `places`; False for a plugin of others."""
    if not isinstance(name, str):
        return False
    own = [place for place in places if _module_in(place, name)]
    if not own and not name.startswith("glose."):
        return False
    sys.path[:0] = [str(place) for place in own if str(place) not in sys.path]
    try:
        return hasattr(import_module(name), "pages")
    except ImportError:
        return False  # Pelican will say what is wrong


def _module_in(place: Path, name: str) -> bool:
    file = place.joinpath(*name.split("."))
    return file.with_name(f"{file.name}.py").is_file() or (file / "__init__.py").is_file()


def project_of(site: Site) -> Project:
    """What the site is built from."""
    return Project(sources_of(site), site.theme, program(plugin_places(site)))


def faults_of(
    site: Site, built: Path | None = None, moved: Moved = nobody
) -> tuple[list[Fault], list[Fault]]:
    """Everything wrong in the settings, the interface's words and the sources, and what an editor should look at.

    `built`: where the site is published, whose builds remember what they read; without it everything is read.
    `moved`: told how far it is.
    """
    from glose.digest.build.hands import Crew
    from glose.digest.build.load import looked_at
    from glose.digest.build.state import DamagedError
    from glose.digest.check.notes import draft_doubts
    from glose.digest.check.own_style import away
    from glose.digest.check.styles import style_faults
    from glose.digest.check.words import word_faults

    theme = site.theme
    if faults := theme_faults(theme) or site.faults():
        return faults, []
    sources = sources_of(site)
    with Crew(workers(moved=moved), ("glose.digest.build.read_texts",)) as crew:
        try:
            with _remembered(site, built) as state:
                faults, doubts = looked_at(sources, state, crew, time.time_ns())
        except DamagedError:  # which the next build mends
            faults, doubts = looked_at(sources, crew=crew)
    faults = word_faults(theme) + style_faults(theme) + away(theme) + faults
    return faults, [
        *doubts,
        *draft_doubts(site.content, site.root, site.lang),
    ]


@contextmanager
def _remembered(site: Site, built: Path | None) -> Iterator[State | None]:
    """What builds of the site remember, held; None where they remember nothing that fits, or one is at work."""
    from glose.digest.build.project import opened

    with ExitStack() as stack:
        found = None
        if built and (built / MANIFEST).is_file():
            with suppress(DigestError):
                target = stack.enter_context(publication(built))
                state = stack.enter_context(opened(target.state)) if target.state.is_file() else None
                if state and state.get("version", bytes, b"") == project_of(site).version:
                    found = state
        yield found


def sources_of(site: Site) -> Sources:
    """What the reader has to know of the site."""
    return Sources(site.root, site.content, site.glossary, site.values, site.values.get("NOW"), site.file)


def check_output(site: Site, output: Path, option: str = "--output") -> None:
    """Raises `DigestError` when publishing to `output` would harm the project or replace what is not ours."""
    root, project = site.root, site.root.resolve()
    for name in (within(site.content, root), *SOURCES):
        if output.is_relative_to(project / name) or output.is_relative_to(root / name):
            todo = f"name a folder outside it with {option}"
            what = f"lies in {name}/, which holds the site's sources"
            raise DigestError(Fault(str(output), None, what, todo))
    refuse_foreign(output, option)
