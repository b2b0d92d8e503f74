"""Finds the same dispatch among all that was made and all that is there, and lets one of them be published.

The original is the one that readers know already, else the earliest, else the first by seed. The others stay as
hidden articles that name it.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from plugins.digest.batch.batch_db import Ledger
from plugins.digest.batch.revisions import TAKEN_BACK
from plugins.digest.batch.similarity import DAYS, SHARED, Printing, same_dispatch, sketch
from plugins.digest.markdown import parse, split
from plugins.digest.model.article import Finding
from plugins.digest.model.errors import FrontMatterError

COMMON = 200
"""A shingle that more originals share is a phrase of the trade and tells nothing."""
COMPARED = 20
"""Most candidates that are compared word by word."""

LEAST, MOST = 0.8, 1.25
"""How much shorter and longer a copy can be, in characters, with links and markup of its own."""


def settle(ledger: Ledger, articles: Path) -> None:
    """Decides which of the articles that were made are variants of another. `articles`: their folder."""
    numbers = _in_order(ledger)
    if not numbers:
        return
    _place_known(ledger, articles)
    for number in numbers:
        row = ledger.made(number)
        killed = row["status"] == "retracted"
        hashes = sketch(_made(ledger, articles, row)[1]) if killed else json.loads(row["sketch"])
        if killed or not (_follow(ledger, row) or _find(ledger, articles, row, hashes)):
            _place(ledger, number, hashes)


def _in_order(ledger: Ledger) -> list[int]:
    """What was made: first what is killed, then what readers know as an original, then by day, seed and position."""
    query = """
      SELECT made.id FROM made LEFT JOIN known ON known.path = made.known WHERE made.aside = ''
      ORDER BY made.status = 'retracted' DESC,
        COALESCE(known.status = 'published' AND known.variant_of = '', FALSE) DESC,
        made.date = '', made.date, made.seed, made.position"""
    return [row["id"] for row in ledger.rows(query)]


def _place_known(ledger: Ledger, articles: Path) -> None:
    """Lists the originals that are there and are not made anew, as far as what was made can be like them.

    That leaves few of a large archive: those of about the same days and lengths.
    """
    span = ledger.one(
        "SELECT MIN(date) AS first, MAX(date) AS last, MIN(size) AS shortest, MAX(size) AS longest FROM made"
    )
    if span is None:
        return
    first, last = (
        (_shifted(span["first"], -DAYS), _shifted(span["last"], DAYS)) if span["first"] else ("", "~")
    )
    query = """
      SELECT rowid, path FROM known WHERE seed != '' AND variant_of = '' AND size BETWEEN ? AND ?
        AND (date = '' OR substr(date, 1, 10) BETWEEN ? AND ?)
        AND status IN ('published', 'withheld', 'retracted') AND path NOT IN (SELECT known FROM made)
      ORDER BY path"""
    for row in list(ledger.rows(query, span["shortest"] * LEAST, span["longest"] * MOST, first, last)):
        _place(ledger, -row["rowid"], sketch(_body_there(articles, row["path"])))


def _place(ledger: Ledger, owner: int, hashes: Sequence[int]) -> None:
    """Lists an original by its hashes. `owner`: id of what was made, or minus the row of what is known."""
    for value in hashes:
        ledger.change("INSERT INTO shingle VALUES (?, ?)", value, owner)


def _follow(ledger: Ledger, row: sqlite3.Row) -> bool:
    """Lets a variant of an article that was taken back stay one; True when the article is that."""
    query = """
      SELECT original.* FROM known AS copy JOIN known AS original
        ON original.slug = copy.variant_of AND original.lang = copy.lang
      WHERE copy.path = ? AND original.status IN ('withheld', 'retracted')
        AND original.path NOT IN (SELECT known FROM made WHERE status NOT IN ('withheld', 'retracted'))"""
    original = ledger.one(query, row["known"])
    if original:
        _join(ledger, row, original, -1, "")
    return original is not None


def _find(ledger: Ledger, articles: Path, row: sqlite3.Row, hashes: Sequence[int]) -> bool:
    """Makes the article a variant of the original that it is like; True when there is one."""
    for owner in _candidates(ledger, hashes):
        other = ledger.made(owner) if owner > 0 else ledger.one("SELECT * FROM known WHERE rowid = ?", -owner)
        if other is None or not _comparable(row, other):
            continue
        printing = _made(ledger, articles, other) if owner > 0 else _there(articles, other["path"])
        likeness = same_dispatch(_made(ledger, articles, row), printing)
        if likeness.same:
            _join(ledger, row, other, owner, likeness.differ)
            return True
        if likeness.near:
            text = f"repeats {other['seed']} but for {likeness.differ}: taken for an update, since figures differ"
            ledger.decide(row["id"], Finding("variant", likeness.differ, text, 0.8))
    return False


def _candidates(ledger: Ledger, hashes: Sequence[int]) -> list[int]:
    """Originals that share enough hashes, those that share most first."""
    shared: Counter[int] = Counter()
    for value in hashes:
        owners = [
            r["owner"] for r in ledger.rows("SELECT owner FROM shingle WHERE hash = ? LIMIT ?", value, COMMON)
        ]
        if len(owners) < COMMON:
            shared.update(owners)
    enough = min(SHARED, len(hashes))
    found = sorted((-count, owner) for owner, count in shared.items() if count >= enough)
    return [owner for _, owner in found[:COMPARED]]


def _comparable(row: sqlite3.Row, other: sqlite3.Row) -> bool:
    """One language, and printed within days of each other, as far as that is known."""
    if row["lang"] != other["lang"]:
        return False
    days = row["date"], other["date"][:10]
    return not all(days) or abs(date.fromisoformat(days[0]) - date.fromisoformat(days[1])) <= timedelta(DAYS)


def _join(ledger: Ledger, row: sqlite3.Row, original: sqlite3.Row, owner: int, differ: str) -> None:
    """What is published stays what it is: a draft stays a draft, and what was taken back takes its copies with it."""
    status = row["status"]
    if original["status"] in TAKEN_BACK:
        status = "withheld"
    elif status == "published":
        status = "hidden"
    text = f"the same dispatch as {original['seed']}" + (f", but for {differ}" if differ else "")
    twin = json.dumps(owner if owner > 0 else original["path"])
    ledger.decide(row["id"], Finding("variant", differ, text, 0.9), twin=twin, status=status)


def _made(ledger: Ledger, articles: Path, row: sqlite3.Row) -> Printing:
    """Title and body of an article that was made; of a kill, those of what it kills."""
    if row["status"] == "retracted" and not row["template"]:
        return _there(articles, row["known"])
    article, text = ledger.article(row["template"] or row["id"])
    return article.title, split(text, row["seed"])[1]


def _there(articles: Path, path: str) -> Printing:
    """Title and body of an article that is there; empty when it cannot be read, which the scan has told."""
    try:
        fields, body = parse((articles / path).read_text(encoding="utf-8"), path)
    except (OSError, ValueError, FrontMatterError):
        return "", ""
    return fields["title"], body


def _body_there(articles: Path, path: str) -> str:
    """The body of an article that is there, without a look at its header."""
    try:
        return split((articles / path).read_text(encoding="utf-8", errors="replace"), path)[1]
    except (OSError, FrontMatterError):
        return ""


def _shifted(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(by)).isoformat()
