"""`invoke convert`: what came in, what became of it, and what a person has to do."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import WORK
from glose.tasks.frame import PROBLEMS, USAGE, Whole, task, tell
from glose.tasks.frame import site as project
from glose.tasks.quiet import Look
from glose.tasks.settings import Site

ONE_JOB = Whole(1)
SHOWN = ("written", "merged", "conflict", "failed", "set aside", "stale", "orphan")
"""Kinds of outcomes that are worth a line; what was found unchanged is only counted."""


@task(
    help={
        "path": "file or folder in seeds/, repeatable; without it everything that is stale",
        "force": "convert what is not stale, too; hand edits survive that as well",
        "check": "tell what is stale and write nothing; exit 1 if anything is",
        "strict": "fail when a rule was not sure of what it did",
        "jobs": "processes on this machine",
        "scheduler": "address of a Dask scheduler to work on instead (needs the extra `cluster`)",
        "report": "file for everything that every rule did, as JSON",
    },
    iterable=["path"],
)
def convert(
    c: Any,
    path: list[str],
    force: bool = False,
    check: bool = False,
    strict: bool = False,
    jobs: int = ONE_JOB,
    scheduler: str = "",
    report: str = "",
) -> None:
    """Turn what is new or changed in seeds/ into Markdown under content/articles/."""
    if jobs < 1:
        raise Exit("--jobs: at least 1", USAGE)
    only = [Path(p).resolve() for p in path]
    done = run(project(), only=only, force=force, check=check, jobs=jobs, scheduler=scheduler)
    if report:
        try:
            with Path(report).open("w", encoding="utf-8") as stream:
                done.write_json(stream)
        except OSError as error:
            why = f"{report}: cannot be written: {error.strerror}; mend that, or name another file with --report"
            raise Exit(why, PROBLEMS) from None
    show(done)
    if not done.ok or (strict and done.doubtful) or (check and done.kinds["stale"]):
        raise Exit(code=PROBLEMS)


def convert_stale(site: Site, force: bool) -> bool:
    """The same for `invoke build`: False when a seed failed, which does not keep the others from being published.

    A site of hand-written articles needs no seeds/.
    """
    done = stale(site, force)
    return done is None or bool(done.ok)


def stale(site: Site, force: bool) -> Any:
    """Converts what is stale; what became of it, None where nothing was to be done."""
    if not site.seeds.is_dir():
        return None
    look = Look(site, time.time_ns())
    if not force and look.is_quiet():
        return None
    look.forget()
    done = run(site, force=force, stands=look.saw)
    show(done, quiet=True)
    if done.ok and not done.held and not any(done.kinds.values()):
        look.remember()  # nothing waits for anybody
    return done


def run(site: Site, **options: Any) -> Any:
    """Runs the conversion with the site's folders, zone and language, and this machine's clock."""
    from glose.digest import batch
    from glose.digest.check.settings import agencies
    from glose.digest.glossary import load_glossary
    from glose.digest.publish import alone

    if wrong := list(agencies(site.values)):
        raise DigestError(*(Fault(site.file, None, what, todo) for what, todo in wrong))
    with alone(site.root / WORK / "convert.lock", "another conversion is running"), bar() as progress:
        return batch.run(
            site.seeds,
            site.content,
            timezone=site.values["TIMEZONE"],
            lang=site.lang,
            editions=site.editions,
            terms=lambda: load_glossary(site.glossary, site.lang),
            agencies=site.values.get("AGENCIES", {}),
            now=datetime.now(UTC),
            progress=progress,
            **options,
        )


def show(report: Any, quiet: bool = False) -> None:
    """A line for each article that changed, everything that a person must do or look at, and the sum."""
    for outcome in report.outcomes(*SHOWN):
        if outcome.kind == "failed" and outcome.faults:
            continue  # told below, with what to do
        target = f" → {outcome.article}" if outcome.article else ""
        status = f" ({outcome.status})" if outcome.status not in ("", "published") else ""
        print(f"{outcome.kind}: {outcome.seed}{target}{status}" + (f": {outcome.why}" if outcome.why else ""))
    tell(report.faults())
    tell(report.held)
    counts = [f"{number} {kind}" for kind, number in sorted(report.kinds.items())]
    if report.held:
        counts.append(f"{len({fault.path for fault in report.held})} held")
    if report.current:
        counts.append(f"{report.current} up to date")
    if not quiet or report.kinds or report.held:
        print("; ".join(counts) or "no seeds in seeds/")


@contextmanager
def bar() -> Iterator[Any]:
    """A progress bar with rate and time left on a terminal, nothing elsewhere."""
    if not sys.stdout.isatty():
        yield lambda event: None
        return
    from rich import progress as rich

    columns = (
        rich.TextColumn("{task.description}"),
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TextColumn("{task.fields[rate]}"),
        rich.TimeRemainingColumn(),
    )
    with rich.Progress(*columns, transient=True) as shown:
        stages: dict[str, Any] = {}

        def move(event: Any) -> None:
            if event.stage not in stages:
                stages[event.stage] = shown.add_task(event.stage, total=None, rate="")
            bar_task = stages[event.stage]
            speed = shown.tasks[bar_task].speed
            rate = f"{speed:,.0f}/s" if speed else ""
            shown.update(bar_task, completed=event.done, total=event.total or None, rate=rate)

        yield move
