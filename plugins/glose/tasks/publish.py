"""Publishing: build for production, check, and take the site to where readers find it."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError, Fault
from glose.tasks.bar import bar
from glose.tasks.frame import (
    DEBUG,
    PROBLEMS,
    ROOT,
    USAGE,
    Whole,
    at_least,
    choose,
    clauses,
    task,
    tell,
    told,
    within,
)
from glose.tasks.frame import site as project
from glose.tasks.settings import Site
from glose.tasks.site import pages_of
from glose.tasks.voice import paint, result
from glose.tasks.words import later, say

NO_WAIT = Whole(0)
LASTING = ("budgets",)
"""Groups of findings that stop nothing: a page that is whole and large, which a longer SITEURL may make it."""
SHOWN = 20
"""Addresses that are told before the rest is counted."""


@task(
    default=True,
    help={
        "to": "a target of PUBLISH (default: its first), user@host:path, a folder's path, or folder, ssh or gh-pages",
        "place": "folder, user@host:path or repository, instead of the one that PUBLISH names",
        "branch": "branch of the repository (default: gh-pages)",
        "domain": "host of one's own, for the file CNAME of a branch",
        "dry-run": "say what would change, and publish nothing",
        "changed": "file for the addresses that change, one a line, for caches to forget; - for standard output",
        "wait": "seconds to wait for another build to end",
    },
)
def publish(
    c: Any,
    to: str = "",
    place: str = "",
    branch: str = "",
    domain: str = "",
    dry_run: bool = False,
    changed: str = "",
    wait: int = NO_WAIT,
) -> None:
    """Build for production, check, and publish to a folder, over ssh or to a branch; a faulty site stays here."""
    from glose.digest.deliver.changes import addresses, between
    from glose.digest.deliver.parcel import parcel
    from glose.tasks.publishing import place_of
    from glose.tasks.site_build import check_output

    at_least(0, "wait", wait)
    site = project(production=True)
    url = str(site.values["SITEURL"])
    target = chosen(site, to, place, branch, domain)
    if target.to == "folder":
        check_output(site, Path(os.path.realpath(ROOT / target.place)), "--to")
    there = place_of(target, ROOT)
    with said_beside(changed == "-"):
        tree, files = built(site, wait, convert=not dry_run)
        goods = parcel(tree, files, target, url)
        change = between(there.files(), goods.files)
        rows = [(sign, line) for sign, path in change.paths for line in addresses([path], url, target.host)]
        result(*(within(f"{sign} {line}") for sign, line in rows[:SHOWN]))
        if len(rows) > SHOWN:
            result(say("… {count} more; --changed FILE names them all", count=len(rows) - SHOWN))
        told = say(
            "{new} new, {changed} changed, {removed} removed",
            new=len(change.added),
            changed=len(change.changed),
            removed=len(change.removed),
        )
        where = (
            f"{target.name} ({within(target.place)})" if target.name != target.to else within(target.place)
        )
        if dry_run:
            result(f"{where}: {told}; {say('nothing was published')}")
        elif not change:
            result(f"{where}: {say('nothing has changed')}")
        else:
            with bar(stage := later("files")) as move:
                sent, count = itertools.count(1), len(goods.files)
                there.send(goods, lambda _path: move(stage, next(sent), count))
            result(f"{where}: {told}")
    if changed == "-":
        tell(line for _, line in rows)
    elif changed and not dry_run:
        Path(changed).write_text("".join(f"{line}\n" for _, line in rows), encoding="utf-8")


@task(
    positional=["server"],
    help={
        "server": "nginx, caddy or apache, or headers or redirects for Netlify, Cloudflare Pages and their like",
        "folder": "where the site lies on that server",
        "output": "file to write; without it, standard output",
    },
)
def server(c: Any, server: str, folder: str = "/srv/www/digest", output: str = "") -> None:
    """Write what a web server has to be told: headers, redirects, compressed files, the page for what is missing."""
    from glose.digest.deliver.servers import SERVERS, Rules, written
    from glose.tasks.frame import put

    choose("server", server, SERVERS)
    site = project(production=True)
    url = str(site.values["SITEURL"])
    tree, _ = built(site, 0, convert=False, look=False)
    rules = Rules.of(_read(tree / "_headers"), _read(tree / "_redirects"), url)
    put(written(server, rules, folder), output)


def back(to: str) -> None:
    """Puts the site before back at a target, unless that would show again what was withdrawn since."""
    from glose.digest.build.standing import standing, withdrawn
    from glose.tasks.publishing import place_of
    from glose.tasks.site_build import sources_of

    site = project(production=True)
    target = chosen(site, to, "", "", "")
    there = place_of(target, ROOT)
    live, earlier = there.files(), there.before()
    below = f"{urlsplit(str(site.values['SITEURL'])).path.strip('/')}/" if target.host else ""
    if faults := withdrawn(earlier, live, standing(sources_of(site)), below.lstrip("/")):
        raise DigestError.of(faults)
    there.back()
    pages = pages_of(earlier)
    told = say("the site before is back, {pages}; `invoke publish` publishes the sources again", pages=pages)
    result(f"{target.name}: {told}")


def chosen(site: Site, to: str, place: str, branch: str, domain: str) -> Any:
    """The target that is meant by the command line and PUBLISH."""
    from glose.digest.deliver.target import KINDS, problems, target, targets_of

    value = site.values.get("PUBLISH") or {}
    if faults := [Fault(site.file, None, *problem) for problem in problems(value)]:
        raise DigestError.of(site.at_lines(faults))
    known = targets_of(value)
    if not to and not known:
        told = later(
            "no target is known: name one, like `invoke publish --to ./public`, or write PUBLISH in publishconf.py"
        )
        raise Exit(say(told), USAGE)
    to = to or next(iter(known))
    if (
        to not in known
        and to not in KINDS
        and (kind := "ssh" if ":" in to else "folder" if "/" in to else "")
    ):
        to, place = kind, place or to
    if to not in (*known, *KINDS):
        names = ", ".join((*known, *KINDS))
        told = say(
            "--to {name}: choose one of {names}; a folder is written like ./public", name=to, names=names
        )
        raise Exit(told, USAGE)
    named = known.get(to) or next((one for one in known.values() if one.to == to and not place), None)
    flags = {key: text for key, text in (("place", place), ("branch", branch), ("domain", domain)) if text}
    entry = {"to": to, **(value[named.name] if named else {}), **flags}
    if entry["to"] == "folder" and place:
        entry["place"] = os.path.realpath(
            place
        )  # from where the caller stands; PUBLISH's begin at the digest
    if wrong := list(problems({"flags": entry})):
        said = (
            clauses(Fault("", None, *one)).removeprefix("PUBLISH['flags']").lstrip(": \u00a0")
            for one in wrong
        )
        raise Exit("\n".join(f"--to {to}: {line}" for line in said), USAGE)
    return target(named.name if named else to, entry)


def built(site: Site, wait: int, *, convert: bool, look: bool = True) -> tuple[Path, Mapping[str, str]]:
    """Builds the site for production, aside from output/, and stops where a check finds faults.

    Returns its folder and its files. `convert`: seeds first. `look`: check.
    """
    from glose.tasks.convert import convert_stale
    from glose.tasks.search_index import INDEX
    from glose.tasks.site_build import build, workers

    if convert and not convert_stale(site, force=False):
        raise Exit(say("not published: mend what is named above, or delete it"), PROBLEMS)
    output = ROOT / ".glose" / "publish" / "site"
    output.parent.mkdir(parents=True, exist_ok=True)
    with bar() as move:
        hands = workers(moved=move)
        done = build(ROOT, output, settings=site.file, finish=(INDEX,), debug=DEBUG, hands=hands, wait=wait)
    tell(done.lost)
    if done.left_out:
        tell(done.left_out)
        raise Exit(say("not published: mend what is named above"), PROBLEMS)
    if look:
        checked(site, output)
    return output, done.files


def checked(site: Site, tree: Path) -> None:
    """Tells what the check finds, and stops where any of it is an error."""
    from glose.digest.check import formats
    from glose.tasks.check import report

    found = report(site, tree)
    grave = replace(found, findings=tuple(one for one in found.findings if one.severity != "note"))
    if grave.findings:
        tell(formats.as_text(grave, paint(), say, told))
    stopping = [one for one in found.findings if one.severity == "error" and one.group not in LASTING]
    if stopping:
        errors = formats.counted(len(stopping), "error", say)
        raise Exit(say("not published: {errors}, named above; mend what is named", errors=errors), PROBLEMS)


@contextmanager
def said_beside(beside: bool) -> Iterator[None]:
    """Says everything on the error stream meanwhile, where the standard output is for data."""
    out: IO[str] = sys.stdout
    sys.stdout = sys.stderr if beside else out
    try:
        yield
    finally:
        sys.stdout = out


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
