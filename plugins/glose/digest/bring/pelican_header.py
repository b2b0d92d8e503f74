"""The header of an article of Pelican: ``Key: value`` lines, or fields of reStructuredText; its settings."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

from glose.digest.bring import front_matter
from glose.digest.bring.folder import text_of
from glose.digest.bring.front_matter import FrontMatter
from glose.digest.model.errors import Fault, FrontMatterError
from glose.digest.model.limits import HEADER_CHARACTERS

_KEY = re.compile(r" {0,3}([A-Za-z0-9_-]{1,60}):[ \t]*(.*)")
_MORE = re.compile(r"(?: {4,}|\t)(.*)")


def meta(text: str, where: str) -> FrontMatter:
    """The header of Markdown's own kind: ``Key: value`` lines, more lines of a value set in, then a blank one."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    rows = text.split("\n")
    found = FrontMatter()
    at = 1 if rows[0].strip() == "---" else 0
    key = ""
    while at < len(rows):
        row = rows[at]
        at += 1
        if not row.strip() or (rows[0].strip() == "---" and row.strip() in ("---", "...")):
            break
        if named := _KEY.match(row):
            key = named[1].lower()
            if key in found.values:
                found.values[key] += f", {named[2].strip()}"
                continue
            found.values[key], found.lines[key] = named[2].strip(), at
        elif (more := _MORE.match(row)) and key:
            found.values[key] = f"{found.values[key]} {more[1].strip()}".strip()
        else:
            at -= 1
            break
    if sum(map(len, found.values.values())) > HEADER_CHARACTERS:
        raise FrontMatterError(
            Fault(where, 1, f"has a header of more than {HEADER_CHARACTERS:,} characters", "shorten it")
        )
    if not found.values:
        return FrontMatter(body=text)
    found.body, found.first = front_matter.bare("\n".join(rows[at:]), at + 1)
    found.form = "meta"
    return found


def rest(text: str, where: str) -> FrontMatter:
    """The title and the list of fields at the top of reStructuredText; the whole text stays its body."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = FrontMatter(body=text, first=1, form="rest")
    rows = text.split("\n")
    key = ""
    for number, row in enumerate(rows[:300], 1):
        if field := re.match(r":([\w -]{1,60}):(?:[ \t]+(.*))?$", row):
            key = field[1].lower().replace(" ", "_")
            found.values.setdefault(key, (field[2] or "").strip())
            found.lines.setdefault(key, number)
        elif key and row[:1] in " \t" and row.strip():
            found.values[key] = f"{found.values[key]} {row.strip()}".strip()
        elif key and not row.strip():
            break
    for at, row in enumerate(rows[:40]):
        under = rows[at + 1].rstrip() if at + 1 < len(rows) else ""
        if (
            row.strip()
            and re.fullmatch(r"([=\-~^\"'`#*+.:_])\1{2,}", under)
            and len(under) >= len(row.rstrip())
        ):
            found.values.setdefault("title", row.strip())
            found.lines.setdefault("title", at + 1)
            break
    return found


def constants(file: Path, where: str) -> dict[str, Any]:
    """The settings of a file that are written out; the file is a program, and is never run."""
    if not file.is_file():
        return {}
    try:
        tree = ast.parse(text_of(file, where))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, Any] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            try:
                found[node.targets[0].id] = ast.literal_eval(node.value)
            except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                continue
    return found
