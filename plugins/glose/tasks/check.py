"""`invoke check`: everything that can be wrong, as one report for people, programs and code hosts."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError
from glose.tasks.frame import PROBLEMS, ROOT, USAGE, choose, task, tell, within
from glose.tasks.frame import site as project
from glose.tasks.settings import Site

if TYPE_CHECKING:
    from glose.digest.check.report import Report, Told
    from glose.digest.check.site import Checked

FORMATS = ("text", "json", "sarif", "github")
COLOURS = {"error": "31", "warning": "33", "note": "36"}
"""Of terminals (ECMA-48)."""


class Moved(NamedTuple):
    """How far a stage is, as the bar asks for it."""

    stage: str
    done: int
    total: int


@task(
    help={
        "format": "text, json, sarif (2.1.0, for code hosts) or github (workflow commands)",
        "output": "the built site to look at, from where you stand (default: output/ of the project)",
        "all": "look at everything again, whatever earlier checks and builds have seen",
        "online": "ask the sites that pages link to whether those links still lead somewhere",
    }
)
def check(c: Any, format: str = "text", output: str = "", all: bool = False, online: bool = False) -> None:
    """Report everything that can be wrong: settings, sources, and the built site where there is one."""
    from glose.digest.check import formats
    from glose.digest.publish import MANIFEST

    choose("format", format, FORMATS)
    own = project()
    site = Path(os.path.realpath(output)) if output else own.output
    if output and not (site / MANIFEST).is_file():
        raise Exit(f"--output {output}: no site was built there; run `invoke build --output {output}`", USAGE)
    found = report(own, site, afresh=all, online=online)
    if format == "text":
        tell(formats.as_text(found, painted if is_coloured() else formats.plain))
    elif format == "github":
        tell(formats.as_github(found))
    else:
        print(formats.as_json(found) if format == "json" else formats.as_sarif(found, _version()))
    if not found.ok:
        raise Exit(code=PROBLEMS)


def report(own: Site, site: Path, afresh: bool = False, online: bool = False) -> Report:
    """Everything that is found in the sources of a digest and in the site built at `site`."""
    from glose.digest.check.report import of_rule, of_site, report_of

    with _bar("articles, terms and notes") as progress:
        progress(0, 0)  # how many will have to be read nobody knows yet
        findings: list[Told] = list(_sources(own, None if afresh else site))
    looked = {}
    where = f"{own.content.name}/ (no site was built)"
    if site.is_dir():
        checked = look(own, site, afresh)
        folder = within(site)
        findings += of_site(checked.faults, folder)
        looked = {"pages": checked.pages, "files_looked_at": checked.looked}
        where = f"{own.content.name}/ and {site.name}: {_pages(checked)}"
        if online:
            from glose.tasks.online_links import outside

            with _bar("links to other sites") as progress:
                memory = ROOT / ".glose" / "links.json"
                asked = outside(checked.links, checked.home, folder, memory, progress, afresh=afresh)
            for severity, faults in asked.items():
                findings += of_rule(faults, severity, "external")
    return report_of(findings, where, looked)


def _pages(checked: Checked) -> str:
    pages = "1 page" if checked.pages == 1 else f"{checked.pages:,} pages"
    return f"{pages}, {checked.looked:,} files looked at now"


def _sources(own: Site, built: Path | None) -> Iterator[Told]:
    """What is wrong in what people write, and what waits for them. `built`: where builds remember what they read."""
    from glose.digest.batch import Waiting, waiting
    from glose.digest.build.schedule import HELD
    from glose.digest.check.report import of_rule, of_sources
    from glose.tasks.site_build import faults_of

    folders = within(own.content), within(own.glossary)
    faults, doubtful = faults_of(own, built)
    try:
        waits = waiting(own.seeds, own.content)
    except DigestError as error:
        waits = Waiting(error.faults)
    yield from of_sources(faults, "error", *folders)
    yield from of_sources((one for one in doubtful if not one.what.startswith(HELD)), "warning", *folders)
    yield from of_rule((one for one in doubtful if one.what.startswith(HELD)), "note", "scheduled")
    yield from of_rule(own.notes(), "warning", "setting")
    yield from of_rule(waits.failed, "error", "seed")
    yield from of_rule(waits.orphans, "note", "orphan")
    yield from of_rule(waits.held, "note", "held")
    yield from of_rule(waits.drafts, "note", "draft")


def look(own: Site, site: Path, afresh: bool) -> Checked:
    """Looks at a built site in all processors, at what has changed since the last check."""
    from glose.digest.build.sources import stamp_of
    from glose.digest.check.site import Means, check_site
    from glose.digest.publish import WORK
    from glose.tasks.site_build import program, workers

    clock = time.time_ns()
    memo = site.parent / WORK / f"{site.name}.check"  # a build clears its own folder there
    with _bar("pages and files") as progress:
        stamp: Callable[[os.stat_result], str] = partial(stamp_of, clock=clock)
        return check_site(site, Means(workers().processes, memo, program(), stamp, afresh, progress))


@contextmanager
def _bar(stage: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal."""
    from glose.tasks.convert import bar

    with bar() as move:
        yield lambda done, total: move(Moved(stage, done, total))


def is_coloured() -> bool:
    """Whether people see colours: on a terminal, unless they do not want to (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def painted(words: str, severity: str) -> str:
    """Words in the colour of a severity."""
    return f"\x1b[{COLOURS[severity]}m{words}\x1b[0m"


def _version() -> str:
    with suppress(PackageNotFoundError):
        return version("glose")
    return ""
