"""Tables and definition lists that anybody has: a term and its definition a row, in columns that have names.

A target says what a column holds: ``name``, ``alias``, ``hidden``, ``short``, ``gloss``, ``later``, ``source``,
``url``, ``publisher``, or the path of any key of an entry (``type``, ``body``, ``position.lat``,
``same_as.wikidata``). A language may follow: ``short.fr``; without one it is the site's.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from glose.digest.glossary.exchange.as_csv import table
from glose.digest.glossary.exchange.cells import Cells, MisplacedError, put, steps, tidied
from glose.digest.glossary.exchange.found import Found
from glose.digest.glossary.record import opened, whole
from glose.digest.model.errors import Fault, GlossaryError
from glose.digest.schema.kinds import LANG, Kind
from glose.digest.schema.record import ListOf, MapOf, Record, Texts

NAMES = {"name": "pref", "alias": "alt", "hidden": "hidden"}
"""Targets that are names, and their roles; a cell may hold several aliases, between ``|`` or ``;``."""
SHORT = {
    "short": "senses[1].short",
    "gloss": "senses[1].gloss",
    "later": "senses[1].later",
    "source": "sources[1].title",
    "url": "sources[1].url",
    "publisher": "sources[1].publisher",
}
USUAL = {"term": "name", "definition": "short", "abbreviation": "alias", "synonym": "alias"}
"""What columns are often called."""
_SEVERAL = re.compile(r"\s*[|;]\s*")


class Aim(NamedTuple):
    """Where the cells of a column go."""

    part: str
    column: str
    more: dict[str, str]
    """Cells that stand beside it."""
    several: bool = False


def aim(target: str, lang: str) -> Aim:
    """Where a target lies in an entry. Raises `GlossaryError` when it is nowhere."""
    first, _, tag = target.partition(".")
    if first in NAMES:
        return Aim(
            "names", "text", {"lang": _tag(target, tag or lang), "role": NAMES[first]}, first != "name"
        )
    path = f"{SHORT[first]}.{tag}".rstrip(".") if first in SHORT else target
    try:
        taken = steps(path)
    except MisplacedError:
        raise _unknown(target) from None
    kind: Kind = whole()
    part = ""
    for at, step in enumerate(taken):
        kind = opened(kind)
        rest = ".".join(map(str, taken[at:]))
        if isinstance(kind, Texts):
            return Aim(part, "text", {"lang": _tag(target, rest)})
        if isinstance(kind, Record):
            below = next((field.kind for field in kind.fields if field.key == step), None)
            if below is None:
                raise _unknown(target)
            if part and at == len(taken) - 1 and not _holds(below):
                return Aim(part, Cells.column(str(step)), {})
            kind = below
        elif isinstance(kind, ListOf | MapOf):
            kind = kind.item
        else:
            raise _unknown(target)
        part = f"{part}[{step}]" if isinstance(step, int) else f"{part}.{Cells.quoted(step)}".strip(".")
    return Aim(part, "text", {"lang": lang} if isinstance(opened(kind), Texts) else {})


def _holds(kind: Kind) -> bool:
    return isinstance(opened(kind), Record | ListOf | MapOf | Texts)


def _tag(target: str, tag: str) -> str:
    if not LANG.fullmatch(tag):
        raise GlossaryError(
            Fault(target, None, f'"{tag}" is no language', "write it like short.fr or name.en")
        )
    return tag


def _unknown(target: str) -> GlossaryError:
    todo = f"write {', '.join((*NAMES, *SHORT))} with a language (short.fr), or a key of an entry"
    return GlossaryError(Fault("--columns", None, f'"{target}" is nothing that an entry has', todo))


def columns(text: str) -> dict[str, str]:
    """The mapping that somebody wrote: ``term=name,definition=short.fr``. Raises `GlossaryError`."""
    pairs = [pair.partition("=") for pair in text.split(",") if pair.strip()]
    for column, sign, target in pairs:
        if not (column.strip() and sign and target.strip()):
            todo = "write it like term=name,definition=short.fr"
            raise GlossaryError(Fault("--columns", None, f'"{column}" names no target', todo))
    return {column.strip(): target.strip() for column, _, target in pairs}


def is_plain(text: str) -> bool:
    """True for a table that is no export of ours."""
    try:
        return not {"slug", "part"} <= set(table(text).fieldnames or ())
    except csv.Error:
        return False


def read_table(text: str, mapping: Mapping[str, str], lang: str, faults: list[Fault]) -> list[Found]:
    """An entry a row, by what its columns hold; a column that nobody explains is told in `faults`.

    Raises `GlossaryError` when no column holds a name.
    """
    reader = table(text)
    found: list[Found] = []
    try:
        header = [column for column in reader.fieldnames or () if column]
        aims = _aims(header, mapping, lang, faults)
        for cells in reader:
            stated = {column: cells[column].strip() for column in aims if isinstance(cells.get(column), str)}
            if any(stated.values()):
                record = _record(
                    ((aims[column], cell) for column, cell in stated.items()), reader.line_num, faults
                )
                found += [Found(record, reader.line_num)] if record else []
    except csv.Error as error:
        faults.append(Fault("import", reader.line_num, f"is no table: {error}", "save it anew as CSV"))
    return found


def _aims(header: list[str], mapping: Mapping[str, str], lang: str, faults: list[Fault]) -> dict[str, Aim]:
    missing = [column for column in mapping if column not in header]
    if missing:
        raise GlossaryError(
            Fault("import", 1, f'no column "{missing[0]}"', f"the columns are {', '.join(header)}")
        )
    aims: dict[str, Aim] = {}
    for column in header:
        target = mapping.get(column) or USUAL.get(column.strip().lower(), column.strip())
        try:
            aims[column] = aim(target, lang)
        except GlossaryError:
            if column in mapping:
                raise
            todo = f'say what it holds: --columns "{column}=…"'
            faults.append(Fault("import", 1, f'the column "{column}" is left out', todo))
    if not any(one.part == "names" for one in aims.values()):
        todo = "say which holds the term: --columns term=name,definition=short.fr"
        raise GlossaryError(Fault("import", 1, "no column holds a name", todo))
    return aims


def _record(stated: Iterator[tuple[Aim, str]], line: int, faults: list[Fault]) -> dict[str, Any]:
    """The record of one row; empty, told, where a value has no place."""
    entry: dict[Any, Any] = {}
    for to, cell in stated:
        for one in _SEVERAL.split(cell) if to.several else [cell]:
            if not one:
                continue
            try:
                put(whole(), entry, Cells({"part": to.part, to.column: one} | to.more))
            except MisplacedError as error:
                faults.append(Fault("import", line, error.what, error.todo))
                return {}
    found: dict[str, Any] = tidied(whole(), entry)
    return found


_DEFINED = re.compile(r"[ ]{0,3}:[ \t]+(\S.*)")


def read_list(text: str, lang: str, faults: list[Fault]) -> list[Found]:
    """Markdown definition lists: a line with the term, and below it ``: `` and the definition.

    Several terms above one definition are names of one entry; what is no such list is passed over.
    """
    found: list[Found] = []
    for first, terms, definition in _defined(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")):
        name, *others = terms
        stated = [(aim("name", lang), name), *((aim("alias", lang), one) for one in others)]
        record = _record(iter([*stated, (aim("short", lang), definition)]), first, faults)
        found += [Found(record, first)] if record else []
    return found


def _defined(rows: list[str]) -> Iterator[tuple[int, list[str], str]]:
    """The line, the terms and the definition of each item."""
    terms: list[str] = []
    definition: list[str] = []
    first, apart = 0, False
    for number, row in enumerate([*rows, "", "end"], 1):
        mark = _DEFINED.fullmatch(row)
        if mark and terms:
            definition.append(mark[1].strip())
        elif definition and row.startswith(("  ", "\t")) and row.strip():
            definition.append(row.strip())
        elif row.strip():
            if definition:
                yield first, terms, " ".join(definition)
            if definition or apart or not terms:
                terms, definition, first = [], [], number
            terms.append(row.strip().strip("*_").strip())
        apart = not row.strip()  # one blank line may stand between a term and its definition
