"""The maintainer's day: convert, build, serve, check."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError
from glose.tasks.bar import bar
from glose.tasks.convert import stale
from glose.tasks.frame import (
    DEBUG,
    PROBLEMS,
    ROOT,
    Whole,
    at_least,
    faults_in,
    task,
    tell,
    within,
)
from glose.tasks.frame import site as project
from glose.tasks.voice import result
from glose.tasks.words import say

NO_WAIT, NO_NUMBER = Whole(0), Whole(0)


@task(
    help={
        "production": "use publishconf.py: absolute addresses, SITEURL from the environment",
        "full": "ignore what was converted before and convert every seed again",
        "search": "make the search index (it is rebuilt whole)",
        "output": "folder to publish to, from where you stand (default: output/ of the project)",
        "wait": "seconds to wait for another build to end",
        "fresh": "forget what is remembered, read every file and make every page again",
        "verify": "build a second time from nothing, and name every file in which the two sites differ",
        "processes": "processes on this machine (default: one for each processor)",
        "scheduler": "address of a Dask scheduler to work on instead (needs the extra `cluster`)",
    }
)
def build(
    c: Any,
    production: bool = False,
    full: bool = False,
    search: bool = True,
    output: str = "",
    wait: int = NO_WAIT,
    fresh: bool = False,
    verify: bool = False,
    processes: int = NO_NUMBER,
    scheduler: str = "",
) -> None:
    """Convert what is stale, build the site and publish it to output/ in one step."""
    from glose.tasks.search_index import INDEX
    from glose.tasks.site_build import build as build_site
    from glose.tasks.site_build import check_output, workers

    at_least(0, "processes", processes)
    at_least(0, "wait", wait)
    site = project(production)
    target = Path(os.path.realpath(output)) if output else site.output
    check_output(site, target)  # before anything is converted
    done = stale(site, force=full)
    converted = done is None or bool(done.ok)
    tell(site.notes())
    steps = (INDEX,) if search else ()
    make = partial(build_site, ROOT, settings=site.file, finish=steps, debug=DEBUG)
    try:
        with bar() as move:
            built = make(target, wait=wait, fresh=fresh, hands=workers(processes, scheduler, move))
    except DigestError as error:
        told = set(done.faults()) if done else set()  # an article that neither of both can read
        if new := [fault for fault in faults_in(error) if fault not in told]:
            raise type(error)(*new) from None
        raise Exit(say("not built: mend what is named above"), PROBLEMS) from None
    tell(built.left_out)
    tell(built.lost)
    tell(built.held)
    result(f"{target}: {pages_of(built.files)}")
    if verify:
        from glose.tasks.verify import verify as compare

        with bar() as move:
            compare(target, partial(make, hands=workers(processes, scheduler, move)))
        result(say("the same as a clean build, byte for byte"))
    if built.left_out or not converted:
        out = say("published without what is named above as left out, failed or in conflict: mend it")
        failed = say("published without what is named above as failed or in conflict: mend it")
        raise Exit(out if built.left_out else failed, PROBLEMS)


@task(
    help={
        "output": "folder that was published to, from where you stand (default: output/ of the project)",
        "wait": "seconds to wait for a build to end",
        "to": "a target of PUBLISH, whose readers get the site before back, instead of output/",
    }
)
def rollback(c: Any, output: str = "", wait: int = NO_WAIT, to: str = "") -> None:
    """Put the previous site back, in one step; the same again leads forward."""
    from glose.digest import publish

    at_least(0, "wait", wait)
    if to:
        from glose.tasks.publish import back

        return back(to)

    target = Path(os.path.realpath(output)) if output else project().output
    publish.rollback(target, wait=wait)
    said = say(
        "the previous site is back, {pages}; `invoke rollback` again leads forward",
        pages=pages_of(publish.files_of(target) or ()),
    )
    return result(within(f"{target}: {said}"))


def pages_of(files: Iterable[str]) -> str:
    """How many pages are among the files of a site, in words."""
    return say("{number} page", "{number} pages", sum(name.endswith(".html") for name in files))


@task()
def clean(c: Any) -> None:
    """Remove what can be made again: output/, its previous site, caches."""
    from glose.digest.publish import MANIFEST, publication

    output = project().output
    ours = not output.is_symlink() and ((output / MANIFEST).is_file() or not output.exists())
    with publication(output) if ours else nullcontext():  # not under a build's feet
        if ours and output.exists():
            shutil.rmtree(output)
        for name in (".glose", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"):
            shutil.rmtree(ROOT / name, ignore_errors=True)
