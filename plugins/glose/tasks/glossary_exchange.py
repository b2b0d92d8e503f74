"""The glossary carried elsewhere, and what others wrote taken in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.tasks.frame import PROBLEMS, choose, put, site, task, tell, within

ENDINGS = {
    ".ttl": "skos",
    ".json": "json",
    ".csv": "csv",
    ".jsonld": "jsonld",
    ".tbx": "tbx",
    ".tsv": "table",
    ".md": "definitions",
}


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
        "format": "json, csv, skos, jsonld, tbx, table or definitions; by the file when left out",
        "columns": "what the columns of a table hold, like term=name,definition=short.fr",
        "lang": "language of names and definitions that name none; the site's own when left out",
    },
)
def import_(c: Any, file: str, format: str = "", columns: str = "", lang: str = "") -> None:
    """Take entries in: new ones as drafts, more names and languages for those there; no text is ever replaced."""
    from glose.digest.files.atomic import Stamp, flush, write
    from glose.digest.glossary.exchange.intake import take_in

    folder, own = place()
    faults: list[Any] = []
    found = read(file, format, columns, lang or own, faults)
    entries = sorted(folder.glob("[!._]*.md")) if folder.is_dir() else []
    stamps = {entry.stem: Stamp.of(entry) for entry in entries}
    there = {entry.stem: text_of(entry) for entry in entries}
    today = datetime.now(UTC).date()
    taken = take_in(found, there, today=today, source=file, folder=str(folder), lang=own)
    for slug, text in taken.files.items():
        write(folder / f"{slug}.md", text.encode("utf-8"), stamps.get(slug))
    if taken.files:
        flush([folder])
    for slug in dict.fromkeys((*taken.done, *taken.left)):
        name = within(folder / f"{slug}.md")
        tell(f"{name}: {what}" for what in taken.done.get(slug, ()))
        tell(f"{name}: left: {what}" for what in taken.left.get(slug, ()))
    tell(f"{file}:{fault.line or 1}: {fault.what}; {fault.todo}" for fault in (*faults, *taken.refused))
    if faults or taken.refused:
        raise Exit(code=PROBLEMS)


def read(file: str, format: str, columns: str, lang: str, faults: list[Any]) -> Any:
    """The entries of a file in that format; what is wrong in some part goes to `faults`."""
    from glose.digest.glossary.exchange import FORMATS
    from glose.digest.glossary.exchange import read as read_export
    from glose.digest.glossary.exchange.intake import plain

    kind = choose(
        "format",
        format or ("table" if columns else ENDINGS.get(Path(file).suffix.lower(), "")),
        (*FORMATS, "table", "definitions"),
    )
    text = text_of(Path(file))
    if kind == "table" or (kind == "csv" and not format and plain.is_plain(text)):
        return plain.read_table(text, plain.columns(columns), lang, faults)
    if kind == "definitions":
        return plain.read_list(text, lang, faults)
    return read_export(text, kind, faults)


def text_of(file: Path) -> str:
    """A file's text with its line ends as they are."""
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise Exit(f"{within(file)}: is not UTF-8 (byte {error.start}); save it as UTF-8", PROBLEMS) from None
