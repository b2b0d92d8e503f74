"""`invoke convert`: what came in, what became of it, and what a person has to do."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import WORK
from glose.tasks.bar import bar
from glose.tasks.frame import PROBLEMS, Whole, at_least, task, tell, told
from glose.tasks.frame import site as project
from glose.tasks.quiet import Look
from glose.tasks.settings import Site
from glose.tasks.voice import is_quiet, is_verbose, paint, result
from glose.tasks.words import later, say, spoken

ONE_JOB = Whole(1)
CHANGED = ("written", "merged", "set aside", "stale")
"""Kinds of outcomes that are worth a line; what was found unchanged is only counted."""
WRONG = {"conflict": "warning", "failed": "error", "orphan": "note"}
"""Those that wait for somebody, and how bad each is."""
KINDS = (
    later("written"),
    later("merged"),
    later("conflict"),
    later("failed"),
    later("set aside"),
    later("stale"),
    later("orphan"),
    later("held"),
    later("unchanged"),
)
"""All, as people are told of them."""
STAGES = {"look": later("articles and seeds"), "convert": later("seeds"), "write": later("articles")}
"""How the stages of a conversion are called for people."""


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
    at_least(1, "jobs", jobs)
    only = [Path(p).resolve() for p in path]
    done = run(project(), only=only, force=force, check=check, jobs=jobs, scheduler=scheduler)
    if report:
        try:
            with Path(report).open("w", encoding="utf-8") as stream:
                done.write_json(stream)
        except OSError as error:
            why = say(
                "{file}: cannot be written: {why}; mend that, or name another file with --report",
                file=report,
                why=error.strerror,
            )
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
    from glose.digest.check.shapes import content
    from glose.digest.glossary import load_glossary
    from glose.digest.publish import alone

    if wrong := [*agencies(site.values), *content(site.values, site.root)]:
        raise DigestError(*site.at_lines([Fault(site.file, None, what, todo) for what, todo in wrong]))
    with alone(site.root / WORK / "convert.lock", say("another conversion is running")), bar() as move:
        return batch.run(
            site.seeds,
            site.content,
            timezone=site.values["TIMEZONE"],
            lang=site.lang,
            editions=site.editions,
            terms=lambda: load_glossary(site.glossary, site.lang),
            agencies=site.values.get("AGENCIES", {}),
            now=datetime.now(UTC),
            progress=lambda event: move(STAGES[event.stage], event.done, event.total),
            **options,
        )


def show(report: Any, quiet: bool = False) -> None:
    """A line for each article that changed, everything that a person must do or look at, and the sum."""
    colour = paint()
    shown = (*CHANGED, *WRONG) if not is_quiet() else tuple(WRONG)
    for outcome in report.outcomes(*shown, *(("unchanged",) if is_verbose() else ())):
        if outcome.kind == "failed" and outcome.faults:
            continue  # told below, with what to do
        target = f" → {outcome.article}" if outcome.article else ""
        status = f" ({outcome.status})" if outcome.status not in ("", "published") else ""
        kind = say(outcome.kind)
        kind = colour(kind, WRONG[outcome.kind]) if outcome.kind in WRONG else kind
        print(f"{kind}: {outcome.seed}{target}{status}" + (f": {spoken(outcome.why)}" if outcome.why else ""))
    tell(report.faults())
    tell(told(one, colour, "warning") for one in report.held)
    if quiet and not report.kinds and not report.held:
        return
    counts = [
        say("{count} {kind}", count=int(number), kind=say(kind))
        for kind, number in sorted(report.kinds.items())
    ]
    if report.held:
        counts.append(
            say("{count} {kind}", count=len({fault.path for fault in report.held}), kind=say("held"))
        )
    if report.current:
        counts.append(say("{count} up to date", count=int(report.current)))
    result(spoken("; ").join(counts) or say("no seeds in seeds/"))
