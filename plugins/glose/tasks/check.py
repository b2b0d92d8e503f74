"""`invoke check`: everything that can be wrong, as one report for people, programs and code hosts."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError
from glose.tasks.bar import Move, bar
from glose.tasks.frame import PROBLEMS, ROOT, USAGE, choose, task, tell, told, within
from glose.tasks.frame import site as project
from glose.tasks.settings import Site
from glose.tasks.voice import is_quiet, paint
from glose.tasks.words import later, say

if TYPE_CHECKING:
    from glose.digest.check.formats import Say
    from glose.digest.check.report import Report, Told
    from glose.digest.check.site import Checked

FORMATS = ("text", "json", "sarif", "github")


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
        raise Exit(
            say(
                "--output {output}: no site was built there; run `invoke build --output {output}`",
                output=output,
            ),
            USAGE,
        )
    speak = say if format == "text" else formats.in_english  # programs read one language
    found = report(own, site, afresh=all, online=online, speak=speak)
    if format == "text":
        lines = list(formats.as_text(found, paint(), say, told))
        tell(lines[:-1] if is_quiet() and found.ok else lines)
    elif format == "github":
        tell(formats.as_github(found))
    else:
        print(formats.as_json(found) if format == "json" else formats.as_sarif(found, _version()))
    if not found.ok:
        raise Exit(code=PROBLEMS)


def report(own: Site, site: Path, afresh: bool = False, online: bool = False, speak: Say = say) -> Report:
    """Everything that is found in the sources of a digest and in the site built at `site`. `speak`: the language."""
    from glose.digest.check.report import of_rule, of_site, report_of

    with bar(later("articles, terms and notes")) as move:
        findings: list[Told] = list(_sources(own, None if afresh else site, move))
    looked = {}
    where = speak("{folder}/ (no site was built)", folder=own.content.name)
    if site.is_dir() and not site.is_relative_to(own.content):
        checked = look(own, site, afresh, online)
        folder = within(site)
        findings += of_site(checked.faults, folder)
        looked = {"pages": checked.pages, "files_looked_at": checked.looked}
        where = speak(
            "{folder}/ and {site}: {pages}",
            folder=own.content.name,
            site=site.name,
            pages=_pages(checked, speak),
        )
        if online:
            from glose.tasks.online_links import outside

            with bar(stage := later("links to other sites")) as move:
                progress = partial(move, stage)
                memory = ROOT / ".glose" / "links.json"
                asked = outside(checked.links, checked.home, folder, memory, progress, afresh=afresh)
            for severity, faults in asked.items():
                findings += of_rule(faults, severity, "external")
    return report_of(findings, where, looked)


def _pages(checked: Checked, speak: Say) -> str:
    pages = speak("{number} page", "{number} pages", checked.pages)
    return pages + speak(", {number} file looked at now", ", {number} files looked at now", checked.looked)


def _sources(own: Site, built: Path | None, move: Move) -> Iterator[Told]:
    """What is wrong in what people write, and what waits for them. `built`: where builds remember what they read."""
    from glose.digest.batch import Waiting, waiting
    from glose.digest.build.schedule import HELD
    from glose.digest.check.report import of_rule, of_sources
    from glose.tasks.site_build import faults_of

    folders = within(own.content), within(own.glossary)
    faults, doubtful = faults_of(own, built, move)
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


def look(own: Site, site: Path, afresh: bool, online: bool = False) -> Checked:
    """Looks at a built site in all processors, at what has changed since the last check."""
    from glose.digest.build.sources import stamp_of
    from glose.digest.check.site import Means, check_site
    from glose.digest.publish import WORK
    from glose.tasks.own_code import program
    from glose.tasks.site_build import workers

    clock = time.time_ns()
    memo = site.parent / WORK / f"{site.name}.check"  # a build clears its own folder there
    with bar(stage := later("pages and files")) as move:
        progress = partial(move, stage)
        stamp: Callable[[os.stat_result], str] = partial(stamp_of, clock=clock)
        return check_site(
            site, Means(workers().processes, memo, program(), stamp, afresh, progress=progress, linked=online)
        )


def _version() -> str:
    with suppress(PackageNotFoundError):
        return version("glose")
    return ""
