"""`invoke articles.import` and `articles.export`: what another program has comes in, and what is here goes out."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError, Fault
from glose.tasks.frame import PROBLEMS, USAGE, choose, site, task, tell, within
from glose.tasks.settings import Site

SHOWN = 3
"""Places of each kind that are named; the report has them all."""


@task(
    name="import",
    positional=["place"],
    help={
        "place": "folder of the site, or the export file of WordPress",
        "from": "hugo, jekyll, pelican or wordpress; recognised when left out",
        "media": "folder of WordPress's uploads (wp-content/uploads), from which pictures are copied",
        "lang": "language of posts that name none; the other site's own, else this one's, when left out",
        "dry-run": "say what would be brought, and write nothing",
        "report": "file for everything that is told, one line of JSON each",
    },
)
def import_(
    c: Any,
    place: str,
    from_: str = "",
    media: str = "",
    lang: str = "",
    dry_run: bool = False,
    report: str = "",
) -> None:
    """Bring articles and pages from Hugo, Jekyll, Pelican or WordPress: what is new, and over nothing that is here."""
    from glose.digest.bring.intake import Digest, bring
    from glose.digest.editions import Editions
    from glose.digest.publish import WORK, alone

    own = site()
    source = _source(Path(place), place, from_, media, lang, own)
    digest = Digest(
        own.content, str(within(own.content)), str(own.values["TIMEZONE"]), Editions(own.editions)
    )
    with alone(own.root / WORK / "convert.lock", "another conversion is running"), _bar() as step:
        brought = bring(source, digest, dry=dry_run, step=step)
    if report:
        _write(report, brought)
    _show(brought, digest.name, dry_run)
    if brought.refused:
        raise Exit(code=PROBLEMS)


def _source(place: Path, named: str, program: str, media: str, lang: str, own: Site) -> Any:
    """The site that lies there, as the program it comes from keeps it."""
    from glose.digest.bring.hugo import Hugo
    from glose.digest.bring.jekyll import Jekyll
    from glose.digest.bring.pelican import Pelican
    from glose.digest.bring.post import PROGRAMS
    from glose.digest.bring.recognise import recognised
    from glose.digest.bring.wordpress import WordPress

    if not place.exists():
        raise DigestError(
            Fault(named, None, "is not there", "name the folder of the site, or the export file")
        )
    found = choose("from", program, PROGRAMS) if program else recognised(place)
    if found is None:
        todo = f"say what it comes from: --from {', '.join(PROGRAMS)}"
        raise DigestError(Fault(named, None, "is nothing that is recognised", todo))
    if place.is_file() != (found == "wordpress"):
        what = (
            "is a folder, not the export file"
            if found == "wordpress"
            else f"is a file, not the folder of {found}"
        )
        raise DigestError(Fault(named, None, what, "name the other, or another --from"))
    if media and (found != "wordpress" or not Path(media).is_dir()):
        raise Exit(f"--media {media}: name the folder of WordPress's uploads", USAGE)
    if not program:
        tell([f"{named}: recognised as {found}; another with --from"])
    usual = str(own.values["TIMEZONE"]), lang or own.lang, datetime.now(UTC)
    if found == "wordpress":
        return WordPress(place, named, *usual, Path(media) if media else None)
    made = {"hugo": Hugo, "jekyll": Jekyll, "pelican": Pelican}[found]
    return made(place, named.rstrip("/"), *usual)


def _bar() -> Any:
    from glose.tasks.quiet_bar import bar

    return bar()


def _show(brought: Any, content: str, dry: bool) -> None:
    """What is told, by kind; the refusals; the sum."""
    from glose.digest.bring.intake import told

    for what, notes in told(brought.notes):
        tell(
            f"{note.path}:{note.line}: {what}" if note.line else f"{note.path}: {what}"
            for note in islice(notes, SHOWN)
        )
        if len(notes) > SHOWN:
            tell([f"  and {len(notes) - SHOWN:,} more: {what} (all of them with --report)"])
    for file, path, line, status in brought.files:
        if status == "draft":
            tell([f"{path}:{line}: draft: {content}/{file}"])
    tell(brought.refused)
    articles = sum(file.startswith("articles/") for file, *_ in brought.files)
    counts = [
        f"{articles:,} articles",
        f"{len(brought.files) - articles:,} pages",
        f"{brought.pictures:,} pictures",
    ]
    counts += [
        f"{brought.there:,} were here",
        f"{len(brought.notes):,} told",
        f"{len(brought.refused):,} refused",
    ]
    tell([("would bring " if dry else "brought ") + "; ".join(counts)])


def _write(report: str, brought: Any) -> None:
    rows: list[dict[str, Any]] = [
        {"file": file, "path": path, "line": line, "status": status}
        for file, path, line, status in brought.files
    ]
    rows += [{"told": note.what, "path": note.path, "line": note.line} for note in brought.notes]
    rows += [
        {"refused": fault.what, "path": fault.path, "line": fault.line, "todo": fault.todo}
        for fault in brought.refused
    ]
    with Path(report).open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@task(
    positional=["folder"],
    help={
        "folder": "where the pages go; a folder that is not there yet, or is empty",
        "to": "hugo, the only one so far",
    },
)
def export(c: Any, folder: str, to: str = "hugo") -> None:
    """Write every article as a page of another program, with its pictures; nothing is lost on the way back."""
    from glose.digest.bring.outgo import export as write

    choose("to", to, ("hugo",))
    own = site()
    place = Path(folder)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise DigestError(Fault(folder, None, "is there and not empty", "name a new folder"))
    done = write(own.content, str(within(own.content)), place)
    tell(done.notes)
    tell(done.faults)
    tell([f"{done.pages:,} pages and {done.pictures:,} pictures in {folder}"])
    if done.faults:
        raise Exit(code=PROBLEMS)
