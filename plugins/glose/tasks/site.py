"""The maintainer's day: convert, build, serve, check."""

from __future__ import annotations

import os
import shutil
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.tasks.convert import convert_stale
from glose.tasks.frame import (
    DEBUG,
    PROBLEMS,
    ROOT,
    USAGE,
    Whole,
    task,
    tell,
)
from glose.tasks.frame import site as project

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

    if processes < 0:
        raise Exit(f"--processes {processes}: at least 1", USAGE)
    site = project(production)
    target = Path(os.path.realpath(output)) if output else site.output
    check_output(site, target)  # before anything is converted
    converted = convert_stale(site, force=full)
    tell(site.notes())
    steps = (INDEX,) if search else ()
    hands = workers(processes, scheduler)
    make = partial(build_site, ROOT, settings=site.file, finish=steps, debug=DEBUG, hands=hands)
    built = make(target, wait=wait, fresh=fresh)
    tell(built.left_out)
    tell(built.lost)
    tell(built.held)
    print(f"{target}: {sum(name.endswith('.html') for name in built.files)} pages")
    if verify:
        from glose.tasks.verify import verify as compare

        compare(target, make)
        print("the same as a clean build, byte for byte")
    if built.left_out or not converted:
        what = "as left out, failed or in conflict" if built.left_out else "as failed or in conflict"
        raise Exit(f"published without what is named above {what}: mend it", PROBLEMS)


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

    if to:
        from glose.tasks.publish import back

        return back(to)

    target = Path(os.path.realpath(output)) if output else project().output
    publish.rollback(target, wait=wait)
    pages = sum(name.endswith(".html") for name in publish.files_of(target) or ())
    return tell(
        [f"{target}: the previous site is back, {pages} pages; `invoke rollback` again leads forward"]
    )


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
