"""CSV for spreadsheets: one row a statement, so that every value has a column and none holds a structure.

``part`` says what the row states, as a path into the entry: ``names[1]``, ``senses[2].short``, ``match.near[1]``,
``same_as.wikidata``. Values that stand together (a name's text, language, role and days) share a row, each in the
column of its key; a text by language has a row a language. Rows may be sorted anew: the numbers keep the order.
A cell that a spreadsheet would take for a formula gets an apostrophe before it, which the import takes off.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from glose.digest.glossary.exchange.cells import Cells, MisplacedError, columns, put, tidied
from glose.digest.glossary.exchange.found import Found
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.record import opened, records, whole
from glose.digest.glossary.write import in_full
from glose.digest.model.errors import Fault, GlossaryError
from glose.digest.schema.kinds import Kind
from glose.digest.schema.record import ListOf, MapOf, Record, Texts

FIXED = ("slug", "part", "lang", "text")
"""Columns of every table; those of the grammar's keys follow."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a cell begins that spreadsheets run (OWASP, CSV injection), and the mark that keeps them from it."""


def export(glossary: Glossary, base: str = "") -> str:
    """The rows of all terms, by slug; comma, double quotes, line feeds. `base` is not used."""
    out = io.StringIO()
    kind = whole()
    writer = csv.DictWriter(out, (*FIXED, *columns(kind, FIXED)), restval="", lineterminator="\n")
    writer.writeheader()
    for entry in records(glossary.terms):
        slug = entry.pop("slug")
        for row in _rows(kind, entry, ""):
            cells = {key: _guard(_written(value)) for key, value in row.items()}
            writer.writerow({"slug": slug} | cells)
    return out.getvalue()


def _guard(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _written(value: object) -> str:
    if isinstance(value, float):
        return in_full(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _rows(kind: Kind, value: Any, part: str) -> Iterator[dict[str, Any]]:
    kind = opened(kind)
    if isinstance(kind, Record) and isinstance(value, dict):
        flat = {key: one for key, one in value.items() if part and not isinstance(one, dict | list)}
        if flat:
            yield {"part": part} | {Cells.column(key): one for key, one in flat.items()}
        for field in kind.fields:
            if field.key in value and field.key not in flat:
                yield from _rows(field.kind, value[field.key], f"{part}.{field.key}" if part else field.key)
    elif isinstance(kind, Texts):
        yield from ({"part": part, "lang": lang, "text": text} for lang, text in value.items())
    elif isinstance(kind, ListOf):
        for number, one in enumerate(value, 1):
            yield from _rows(kind.item, one, f"{part}[{number}]")
    elif isinstance(kind, MapOf):
        for key, one in value.items():
            yield from _rows(kind.item, one, f"{part}.{Cells.quoted(key)}")
    else:
        yield {"part": part, "text": value}


def table(text: str) -> csv.DictReader[str]:
    """The rows of a table; also as a spreadsheet saves it, with a byte-order mark, semicolons or tabs."""
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def read(text: str, faults: list[Fault]) -> list[Found]:
    """The records of a table, each with its first line; what a row states that is nothing known goes to `faults`.

    Raises `GlossaryError` when the text is no such table.
    """
    reader = table(text)
    try:
        missing = sorted({"slug", "part", "text"} - set(reader.fieldnames or ()))
    except csv.Error as error:
        raise GlossaryError(Fault("import", 1, f"is no table: {error}", "export it anew")) from None
    if missing:
        todo = "columns are those of an export; of another table say which is which with --columns"
        raise GlossaryError(Fault("import", 1, f'no column "{missing[0]}"', todo))
    entries: dict[str, dict[Any, Any]] = {}
    lines: dict[str, int] = {}
    kind = whole()
    try:
        for cells in reader:
            row = Cells({key: _bare(cell) for key, cell in cells.items() if key and isinstance(cell, str)})
            if not any(row.values()):
                continue
            slug = row.pop("slug", "")
            lines.setdefault(slug, reader.line_num)
            try:
                put(kind, entries.setdefault(slug, {}), row)
            except MisplacedError as error:
                faults.append(Fault("import", reader.line_num, error.what, error.todo))
    except csv.Error as error:
        faults.append(Fault("import", reader.line_num, f"is no table: {error}", "export it anew"))
    return [Found({"slug": slug} | tidied(kind, entry), lines[slug]) for slug, entry in entries.items()]


def _bare(cell: str) -> str:
    return cell.removeprefix("'")
