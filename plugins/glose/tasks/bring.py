"""`invoke articles.import` and `articles.export`: what another program has comes in, and what is here goes out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError, Fault
from glose.tasks.bar import Move, bar
from glose.tasks.frame import PROBLEMS, USAGE, choose, site, task, tell, within
from glose.tasks.new_entry import tagged
from glose.tasks.settings import Site
from glose.tasks.voice import result
from glose.tasks.words import later, say, spoken

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
    with alone(own.root / WORK / "convert.lock", say("another conversion is running")), bar() as move:
        brought = bring(source, digest, dry=dry_run, step=_steps(move))
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
    if place.resolve().is_relative_to(own.root.resolve()) and (place / "tasks.py").is_file():
        raise DigestError(Fault(named, None, "is this digest itself", "name the folder of the other site"))
    if lang:
        tagged("lang", lang)
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
        raise Exit(say("--media {media}: name the folder of WordPress's uploads", media=media), USAGE)
    if not program:
        result(say("{file}: recognised as {format}; another with --from", file=named, format=found))
    usual = str(own.values["TIMEZONE"]), lang or own.lang, datetime.now(UTC)
    if found == "wordpress":
        return WordPress(place, named, *usual, Path(media) if media else None)
    kinds: dict[str, Callable[..., Hugo | Jekyll | Pelican]]
    kinds = {"hugo": Hugo, "jekyll": Jekyll, "pelican": Pelican}
    return kinds[found](place, named.rstrip("/"), *usual)


def _steps(move: Move) -> Callable[[str, int], None]:
    """Counts the posts that are looked at, of which nobody knows how many there are, and then those that are new."""
    seen: Counter[str] = Counter()

    def step(_: str, of: int) -> None:
        stage = later("new ones") if of else later("posts")
        seen[stage] += 1
        move(stage, seen[stage], of)

    return step


def _show(brought: Any, content: str, dry: bool) -> None:
    """What is told, by kind; the refusals; the sum."""
    from glose.digest.bring.intake import told

    for english, notes in told(brought.notes):
        what = spoken(english)
        tell(
            f"{note.path}:{note.line}: {what}" if note.line else f"{note.path}: {what}"
            for note in islice(notes, SHOWN)
        )
        if len(notes) > SHOWN:
            more = say(
                "and {count} more: {what} (all of them with --report)", count=len(notes) - SHOWN, what=what
            )
            tell([f"  {more}"])
    for file, path, line, status in brought.files:
        if status == "draft":
            tell([f"{path}:{line}: draft: {content}/{file}"])
    tell(brought.refused)
    articles = sum(file.startswith("articles/") for file, *_ in brought.files)
    counts = [
        say("{count} articles", count=articles),
        say("{count} pages", count=len(brought.files) - articles),
        say("{count} pictures", count=brought.pictures),
    ]
    counts += [
        say("{count} were here", count=brought.there),
        say("{count} told", count=len(brought.notes)),
        say("{count} refused", count=len(brought.refused)),
    ]
    listed = spoken("; ").join(counts)
    result(say("would bring {what}", what=listed) if dry else say("brought {what}", what=listed))


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
    told = say(
        "{pages} pages and {pictures} pictures in {folder}",
        pages=done.pages,
        pictures=done.pictures,
        folder=folder,
    )
    result(told)
    if done.faults:
        raise Exit(code=PROBLEMS)
