"""The glossary carried elsewhere, and what others wrote taken in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError, Fault
from glose.tasks.frame import PROBLEMS, choose, put, site, task, tell, within
from glose.tasks.new_entry import tagged
from glose.tasks.voice import result
from glose.tasks.words import say, spoken

SHOWN = 3
"""Places of each kind that are named."""


def place() -> tuple[Path, str]:
    """The glossary's folder and the site's language."""
    own = site()
    return own.glossary, own.lang


@task(
    help={"format": "json, csv, skos, jsonld or tbx", "output": "file to write; without it, standard output"}
)
def export(c: Any, format: str = "json", output: str = "") -> None:
    """Write the whole glossary in another format; nothing is lost on the way back."""
    from glose.digest.glossary import load_glossary
    from glose.digest.glossary.exchange import FORMATS
    from glose.digest.glossary.exchange import export as write

    put(write(load_glossary(*place()), choose("format", format, FORMATS)), output)


@task(
    name="import",
    positional=["file"],
    help={
        "file": "what to read",
        "from": "json, csv, skos, rdf, jsonld, tbx, table, definitions, abbr or html; recognised when left out",
        "format": "the same, by its older name",
        "columns": "what the columns of a table hold, like term=name,definition=short.fr",
        "lang": "language of names and definitions that name none; the site's own when left out",
        "dry-run": "say what would be taken in, and write nothing",
    },
)
def import_(
    c: Any,
    file: str,
    from_: str = "",
    format: str = "",
    columns: str = "",
    lang: str = "",
    dry_run: bool = False,
) -> None:
    """Take entries in: new ones as drafts, more names and languages for those there; no text is ever replaced."""
    from glose.digest.files.atomic import Stamp, flush, write
    from glose.digest.glossary.exchange.intake import take_in

    if lang:
        tagged("lang", lang)
    folder, own = place()
    faults: list[Any] = []
    found = read(file, from_ or format, columns, lang or own, faults)
    entries = sorted(folder.glob("[!._]*.md")) if folder.is_dir() else []
    stamps = {entry.stem: Stamp.of(entry) for entry in entries}
    there = {entry.stem: text_of(entry) for entry in entries}
    today = datetime.now(UTC).date()
    taken = take_in(found, there, today=today, source=file, folder=str(folder), lang=own)
    for slug, text in () if dry_run else taken.files.items():
        write(folder / f"{slug}.md", text.encode("utf-8"), stamps.get(slug))
    if taken.files and not dry_run:
        flush([folder])
    for slug in dict.fromkeys((*taken.done, *taken.left)):
        name = within(folder / f"{slug}.md")
        tell(f"{name}: {spoken(what)}" for what in taken.done.get(slug, ()))
        tell(say("{name}: left: {what}", name=name, what=spoken(what)) for what in taken.left.get(slug, ()))
    homeless(file, taken.homeless)
    tell(replace(one, path=file, line=one.line or 1) for one in (*faults, *taken.refused))
    new = sum(what.startswith("new") for done in taken.done.values() for what in done)
    counts = say(
        "{new} new; {more} with more; {refused} refused",
        new=new,
        more=len(taken.done) - new,
        refused=len(faults) + len(taken.refused),
    )
    result(say("would take in {what}", what=counts) if dry_run else say("took in {what}", what=counts))
    if faults or taken.refused:
        raise Exit(code=PROBLEMS)


def homeless(file: str, left: list[Any]) -> None:
    """What has no home here, the same together, with the first places and their number."""
    groups: dict[str, list[Any]] = {}
    for fault in left:
        groups.setdefault(fault.what, []).append(fault)
    for what, faults in groups.items():
        tell(replace(one, path=file, line=one.line or 1) for one in faults[:SHOWN])
        if len(faults) > SHOWN:
            tell(["  " + say("and {count} more: {what}", count=len(faults) - SHOWN, what=spoken(what))])


def read(file: str, kind: str, columns: str, lang: str, faults: list[Any]) -> Any:
    """The entries of a file in that format; what is wrong in some part goes to `faults`."""
    from glose.digest.glossary.exchange.intake import formats, plain

    text = text_of(Path(file))
    found = kind or ("table" if columns else formats.kind_of(text, Path(file).suffix))
    if not found:
        todo = f"say which with --from: {', '.join(formats.NAMES)}"
        raise DigestError(Fault(file, None, "is of no format that is recognised", todo))
    choose("from", found, formats.NAMES)
    if not kind:
        result(say("{file}: recognised as {format}; another with --from", file=file, format=found))
    try:
        return formats.read(text, found, plain.columns(columns), lang, faults)
    except DigestError as error:
        named = (replace(one, path=file) if one.path == "import" else one for one in error.faults)
        raise DigestError.of(named) from None


def text_of(file: Path) -> str:
    """A file's text with its line ends as they are."""
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        told = say(
            "{file}: is not UTF-8 (byte {at}); save it as UTF-8", file=within(file), at=str(error.start)
        )
        raise Exit(told, PROBLEMS) from None
