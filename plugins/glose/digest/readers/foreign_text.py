"""Text that is written for a program in a format that is not read: as raw text its marks would be published."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from glose.digest.model.article import Finding

LINES = 400
"""From the first one, in which a format shows."""
WIDTH = 400
"""Characters of a line that are looked at."""

_KEY = re.compile(r"[^\W\d_][\w .'/()-]{0,30}?\s?(?::|\t)\s*\S.{0,200}|[^\W\d_][\w.-]{1,30}:\s*")
_SETTING = re.compile(r"[\w.-]{1,40}\s?=\s?\S.{0,200}|\[[\w .-]{1,40}\]")
_CODE = re.compile(
    r"(?:import|from\s+\S+\s+import|def|class|function|const|let|var|public|private|static|package|using|#include|return|if\s*\(|for\s*\()\b.*"
    r"|.*[{};]|\s*(?://|/\*|\*/).*|\s*[\w.]+\([^)]*\)\s*;?"
)
_PROSE_ENDS = (".", "!", "?", "…", "»", "”")
"""How a row ends that is no program: with most rows ending so, the others cannot be the greater part."""
_TAG = re.compile(r"</?[A-Za-z][\w.:-]{0,30}(?:\s[^<>]{0,200})?/?>")
_WIKI = re.compile(r"\[\[|\{\{|'''|\[/?(?:b|i|u|url|quote|img)\b[^\]]{0,80}\]|^={2,6}[^=]+={2,6}$", re.I)
_WIKI_SIGNS = ("[", "{", "'''", "==")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{40,}={0,2}")
_FIRST = (
    (re.compile(r"#!\s?/"), "a program"),
    (re.compile(r"(?:diff --git |Index: \S+$|--- \S+\t)"), "a patch"),
    (re.compile(r"begin(?:-base64)? [0-7]{3} "), "an encoded file"),
    (re.compile(r"-----BEGIN [A-Z ]+-----"), "an encoded file"),
    (re.compile(r"BEGIN:V[A-Z]+"), "a calendar or an address book"),
    (re.compile(r"(?:220|221|222) \d+ <"), "a transcript of a news server"),
    (re.compile(r"@\w{4,20}\s*\{|TY  - "), "a list of references"),
    (re.compile(r"WEBVTT\b|\d+$(?=\n\d\d:\d\d:\d\d,\d{3} -->)", re.M), "subtitles"),
    (re.compile(r"%!PS|%PDF"), "a printer's file"),
    (re.compile(r"(?:ZCZC|VZCZC)\b"), "a teleprinter's wire"),
    (re.compile(r"(?:INSERT INTO|CREATE TABLE|SELECT .+ FROM)\b"), "a database's file"),
    (re.compile(r"[{\[]\s*(?:\n|[\"'\w]+\s*:)"), "a data file"),
    (re.compile(r"%YAML|---\s*\n[\w-]+:"), "a text with a header for a program"),
)
_ANYWHERE = (
    (("\\",), re.compile(r"\\(?:documentclass|begin\{|usepackage|section\{|chapter\{)"), "LaTeX"),
    (
        ("\n.", "\n'"),
        re.compile(r"^[.'](?:TH|SH|PP|LP|TP|BR|sp|ft|in|ce|\\\")(?:\s|$)", re.M),
        "a troff page",
    ),
    (("NNNN", "ZCZC"), re.compile(r"^(?:NNNN|ZCZC\b.*)$", re.M), "a teleprinter's wire"),
    (("@@ -",), re.compile(r"^@@ -\d+(?:,\d+)? \+\d+", re.M), "a patch"),
    ((" --> ",), re.compile(r"^\d\d:\d\d:\d\d[,.]\d{3} --> ", re.M), "subtitles"),
)
"""What no text has without one of the signs before it."""
_FEWEST = {"a troff page": 3}
_SEPARATORS = (";", "\t", "|", ",")


def foreign(text: str) -> Finding | None:
    """Why a text is no article, as a finding that holds it; None for one that a person wrote to be read."""
    rows = [row[:WIDTH].rstrip() for row in text.split("\n", LINES)[:LINES]]
    full = [row for row in rows if row.strip()]
    head = "\n".join(rows).lstrip("\ufeff \n")
    found = next((what for pattern, what in _FIRST if pattern.match(head)), "")
    found = found or next(
        (
            what
            for signs, pattern, what in _ANYWHERE
            if any(sign in head for sign in signs) and len(pattern.findall(head)) >= _FEWEST.get(what, 1)
        ),
        "",
    )
    found = found or next((what for what, test in _TESTS if full and test(full)), "")
    if not found:
        return None
    message = (
        f"looks like {found}, which is not read: save the article alone as text, or set `status: published`"
    )
    return Finding("format", full[0].strip(), message, 0.2, holds=True)


def _share(rows: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.fullmatch(row.strip())) for row in rows) / len(rows)


def _has_header(rows: Sequence[str]) -> bool:
    """Three lines or more of a name and a value before anything else."""
    count = next((place for place, row in enumerate(rows) if not _KEY.fullmatch(row.strip())), len(rows))
    return count >= 3


def _is_table(rows: Sequence[str]) -> bool:
    """Lines with the same number of separators, and little between them."""
    if len(rows) < 4:
        return False
    for mark in _SEPARATORS:
        counts = sorted(row.count(mark) for row in rows)
        usual = counts[len(counts) // 2]
        if usual < 2 or sum(count == usual for count in counts) < 0.9 * len(counts):
            continue
        cells = sum(map(len, rows)) / (len(rows) * (usual + 1))
        loose = mark == "," and sum(", " in row for row in rows) > len(rows) / 2
        if cells < 40 and not loose:
            return True
    return False


def _is_code(rows: Sequence[str]) -> bool:
    if len(rows) < 5 or sum(row.endswith(_PROSE_ENDS) for row in rows) > len(rows) / 2:
        return False
    return _share(rows, _CODE) > 0.5


def _is_settings(rows: Sequence[str]) -> bool:
    return len(rows) >= 4 and _share(rows, _SETTING) > 0.6


def _is_base64(rows: Sequence[str]) -> bool:
    return _share(rows, _BASE64) > 0.6


def _is_markup(rows: Sequence[str]) -> bool:
    text = "\n".join(rows)
    tags = len(_TAG.findall(text)) if "<" in text else 0
    return tags >= 4 and tags * 250 > len(text)


def _is_wiki(rows: Sequence[str]) -> bool:
    return sum(len(_WIKI.findall(row)) for row in rows if any(sign in row for sign in _WIKI_SIGNS)) >= 6


_TESTS: tuple[tuple[str, Callable[[Sequence[str]], bool]], ...] = (
    ("an encoded file", _is_base64),
    ("markup of a kind", _is_markup),
    ("a table of values", _is_table),
    ("a program", _is_code),
    ("a file of settings", _is_settings),
    ("a wiki's or a forum's source", _is_wiki),
    ("a text with a header for a program", _has_header),  # last: it asks for least
)
