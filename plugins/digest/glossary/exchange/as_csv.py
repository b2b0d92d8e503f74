"""CSV for spreadsheets: one row a statement, so that every field has a column and none holds a structure.

``part`` says what the row states; ``n`` numbers the names, senses, patterns, sources and changes of a term,
in the order of its file; ``key`` is a role, a rule, a kind of relation or a register, as the part has it.
A cell that a spreadsheet would take for a formula gets an apostrophe before it, which the import takes off.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from plugins.digest.glossary.glossary import Glossary
from plugins.digest.glossary.record import Record, records
from plugins.digest.model.errors import Fault, GlossaryError

COLUMNS = (
    "slug", "part", "n", "key", "lang", "from", "until", "text", "publisher", "date", "url", "note",
)  # fmt: skip
SINGLE = ("type", "status", "as_of", "review_after")
"""Fields that are one text."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a cell begins that spreadsheets run (OWASP, CSV injection), and the mark that keeps them from it."""

Row = dict[str, str]


def export(glossary: Glossary, base: str = "") -> str:
    """The rows of all terms, by slug; comma, double quotes, line feeds. `base` is not used."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for entry in records(glossary.terms):
        for row in _rows(entry):
            cells = {key: str(value) for key, value in row.items()}
            writer.writerow({"slug": entry["slug"]} | {key: _guard(cell) for key, cell in cells.items()})
    return out.getvalue()


def _guard(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _rows(entry: Record) -> Iterator[dict[str, object]]:
    for key in SINGLE:
        if key in entry:
            yield {"part": key, "text": entry[key]}
    for n, name in enumerate(entry["names"], 1):
        dates = {key: name[key] for key in ("from", "until") if key in name}
        yield (
            {"part": "name", "n": n, "key": name["role"], "lang": name["lang"], "text": name["text"]}
            | dates
            | {"note": name.get("witness", "")}
        )
        yield from _match("name_match", name.get("match", {}))
    yield from _match("match", entry.get("match", {}))
    for n, pattern in enumerate(entry.get("patterns", ()), 1):
        same = {"part": "pattern", "n": n, "lang": pattern.get("lang", ""), "note": pattern.get("mark", "")}
        for piece in pattern["seq"]:
            gap = isinstance(piece, dict)
            yield same | {"key": "gap" if gap else "words", "text": piece["gap"] if gap else piece}
    for n, sense in enumerate(entry["senses"], 1):
        dates = {key: sense[key] for key in ("from", "until") if key in sense}
        for lang, text in sense["short"].items():
            yield {"part": "sense", "n": n, "lang": lang, "text": text} | dates
    for scheme, found in entry.get("same_as", {}).items():
        yield {
            "part": "same_as", "key": scheme, "text": found["id"],
            "date": found.get("checked", ""), "note": found.get("how", ""),
        }  # fmt: skip
    for kind, slugs in entry.get("relations", {}).items():
        for slug in slugs:
            yield {"part": "relation", "key": kind, "text": slug}
    for n, source in enumerate(entry["sources"], 1):
        rest = {key: source[key] for key in ("publisher", "date", "url") if key in source}
        yield {"part": "source", "n": n, "text": source["title"]} | rest
    for n, change in enumerate(entry.get("changes", ()), 1):
        for lang, text in change["what"].items():
            yield {"part": "change", "n": n, "lang": lang, "text": text, "date": change["date"]}
    for part in ("contested", "body"):
        for lang, text in entry.get(part, {}).items():
            yield {"part": part, "lang": lang, "text": text}


def _match(part: str, rules: Record) -> Iterator[dict[str, object]]:
    for key, value in rules.items():
        for n, word in enumerate(value if isinstance(value, list) else [value], 1):
            yield {"part": part, "n": n, "key": key, "text": str(word).lower() if word is True else word}


def read(text: str) -> list[Record]:
    """The records of a table; also as a spreadsheet saves it, with a byte-order mark or semicolons.

    Raises `GlossaryError` naming the line of a row that states nothing known.
    """
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    reader = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ","
    )
    missing = sorted({"slug", "part", "text"} - set(reader.fieldnames or ()))
    if missing:
        raise GlossaryError(
            Fault("import", 1, f'no column "{missing[0]}"', f"columns are {', '.join(COLUMNS)}")
        )
    entries: dict[str, Record] = {}
    faults = []
    try:
        for cells in reader:
            row = {column: _bare(cells.get(column) or "") for column in COLUMNS}
            if not any(row.values()):
                continue
            entry = entries.setdefault(row["slug"], {"slug": row["slug"]})
            if not _take(entry, row):
                what = f'a row states "{row["part"]}", which is nothing known'
                faults.append(Fault("import", reader.line_num, what, "parts are those of an export"))
    except csv.Error as error:
        faults.append(Fault("import", reader.line_num, f"is no table: {error}", "export it anew"))
    if faults:
        raise GlossaryError.of(faults)
    return [_without_numbers(entry) for entry in entries.values()]


def _bare(cell: str) -> str:
    return cell.removeprefix("'") if cell.startswith("'") else cell


def _take(entry: Record, row: Row) -> bool:
    """Put what the row states into the entry; False where it states nothing known."""
    part, key, lang, text = row["part"], row["key"], row["lang"], row["text"]
    dates = {name: row[name] for name in ("from", "until") if row[name]}
    if part in SINGLE:
        entry[part] = text
    elif part in ("contested", "body"):
        entry.setdefault(part, {})[lang] = text
    elif part == "name":
        witness = {"witness": row["note"]} if row["note"] else {}
        entry.setdefault("names", []).append({"text": text, "lang": lang, "role": key} | dates | witness)
    elif part == "name_match" and entry.get("names"):  # those of the name in the row above
        _rule(entry["names"][-1].setdefault("match", {}), key, text)
    elif part == "match":
        _rule(entry.setdefault("match", {}), key, text)
    elif part == "pattern":
        more = {"mark": row["note"], "lang": lang}
        pattern = _numbered(entry, "patterns", row["n"], {"seq": []} | {k: v for k, v in more.items() if v})
        pattern["seq"].append({"gap": _number(text)} if key == "gap" else text)
    elif part == "sense":
        _numbered(entry, "senses", row["n"], dates | {"short": {}})["short"][lang] = text
    elif part == "same_as":
        more = {"checked": row["date"], "how": row["note"]}
        entry.setdefault("same_as", {})[key] = {"id": text} | {k: v for k, v in more.items() if v}
    elif part == "relation":
        entry.setdefault("relations", {}).setdefault(key, []).append(text)
    elif part == "source":
        more = {name: row[name] for name in ("publisher", "date", "url") if row[name]}
        entry.setdefault("sources", []).append({"title": text} | more)
    elif part == "change":
        _numbered(entry, "changes", row["n"], {"date": row["date"], "what": {}})["what"][lang] = text
    else:
        return False
    return True


def _rule(rules: Record, key: str, text: str) -> None:
    if key in ("near", "not_near"):
        rules.setdefault(key, []).append(text)
    elif key in ("within", "priority"):
        rules[key] = _number(text)
    else:
        rules[key] = True if key == "inflect" and text.lower() == "true" else text


def _number(text: str) -> int | str:
    """A whole number; what is none stays as it is, for the loader to name."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else text


def _numbered(entry: Record, field: str, n: str, empty: Record) -> Record:
    """The item of that number in a list that several rows fill."""
    items: dict[str, Record] = entry.setdefault(field, {})
    return items.setdefault(n, empty)


def _without_numbers(entry: Record) -> Record:
    lists: dict[str, Any] = {
        field: list(entry[field].values()) for field in ("patterns", "senses", "changes") if field in entry
    }
    return entry | lists
