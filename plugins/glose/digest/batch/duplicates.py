"""Finds the same dispatch among all that was converted and all that is there, and lets one of them be published.

The original is the one that readers know already, else the earliest, else the first by seed. The others stay as
hidden articles that name it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from glose.digest.batch.batch_db import BatchDb
from glose.digest.batch.convert_seed import ConvertedArticle
from glose.digest.batch.existing_articles import ExistingArticle
from glose.digest.batch.revisions import TAKEN_BACK
from glose.digest.markdown import parse, split
from glose.digest.model.article import Finding
from glose.digest.model.errors import FrontMatterError
from glose.digest.text.similarity import DAYS, SHARED, Printing, same_dispatch, sketch

COMMON = 200
"""A shingle that more originals share is a phrase of the trade and tells nothing."""
COMPARED = 20
"""Most candidates that are compared word by word."""
LEAST, MOST = 0.8, 1.25
"""How much shorter and longer a copy can be, in characters, with links and markup of its own."""

Original = ConvertedArticle | ExistingArticle


def settle(db: BatchDb, articles: Path) -> None:
    """Decides which of the articles that were converted are variants of another. `articles`: their folder."""
    numbers = _in_order(db)
    if numbers:
        _list_existing(db, articles)
    for number in numbers:
        row = db.converted.get(number)
        if row.status == "retracted":
            _list(db, number, sketch(_printing(db, articles, row)[1]))
        elif not (_follow(db, row) or _find(db, articles, row)):
            _list(db, number, row.sketch)


def _in_order(db: BatchDb) -> list[int]:
    """What was converted: first what is killed, then what readers know as an original, then by day, seed, position."""
    query = """
      SELECT c.id FROM converted AS c LEFT JOIN existing AS e ON e.path = c.replaces WHERE c.aside = ''
      ORDER BY c.status = 'retracted' DESC,
        COALESCE(e.status = 'published' AND e.variant_of = '', FALSE) DESC, c.date = '', c.date, c.seed, c.position"""
    return [number for (number,) in db.rows(query)]


def _list_existing(db: BatchDb, articles: Path) -> None:
    """Lists the originals that are there and are not made anew, as far as what was converted can be like them.

    That leaves few of a large archive: those of about the same days and lengths.
    """
    span = "SELECT MIN(date), MAX(date), MIN(size), MAX(size) FROM converted"
    first, last, shortest, longest = next(db.rows(span))
    first, last = (_shifted(first, -DAYS), _shifted(last, DAYS)) if first else ("", "~")
    condition = """
      seed != '' AND variant_of = '' AND size BETWEEN ? AND ? AND (date = '' OR substr(date, 1, 10) BETWEEN ? AND ?)
      AND status IN ('published', 'withheld', 'retracted') AND path NOT IN (SELECT replaces FROM converted)"""
    for row in db.existing.find(condition, shortest * LEAST, longest * MOST, first, last, order="path"):
        _list(db, -row.id, sketch(_body(articles / row.path)))


def _list(db: BatchDb, owner: int, hashes: Sequence[int]) -> None:
    """Lists an original by its hashes. `owner`: id of what was converted, or minus that of what exists."""
    for value in hashes:
        db.change("INSERT INTO shingle VALUES (?, ?)", value, owner)


def _follow(db: BatchDb, row: ConvertedArticle) -> bool:
    """Lets a variant of an article that was taken back stay one; True when the article is that."""
    condition = """
      (slug, lang) IN (SELECT variant_of, lang FROM existing WHERE path = ?) AND status IN ('withheld', 'retracted')
      AND path NOT IN (SELECT replaces FROM converted WHERE status NOT IN ('withheld', 'retracted'))"""
    original = db.existing.first(condition, row.replaces)
    if original:
        _join(db, row, original, "")
    return original is not None


def _find(db: BatchDb, articles: Path, row: ConvertedArticle) -> bool:
    """Makes the article a variant of the original that it is like; True when there is one."""
    for owner in _candidates(db, row.sketch):
        other: Original = db.converted.get(owner) if owner > 0 else db.existing.get(-owner)
        if not _comparable(row, other):
            continue
        likeness = same_dispatch(_printing(db, articles, row), _printing(db, articles, other))
        if likeness.same:
            _join(db, row, other, likeness.differ)
            return True
        if likeness.near:
            text = (
                f"repeats {other.seed} but for {likeness.differ}: taken for an update, since figures differ"
            )
            db.note(row.id, Finding("variant", likeness.differ, text, 0.8))
    return False


def _candidates(db: BatchDb, hashes: Sequence[int]) -> list[int]:
    """Originals that share enough hashes, those that share most first."""
    shared: Counter[int] = Counter()
    for value in hashes:
        owners = [
            one for (one,) in db.rows("SELECT owner FROM shingle WHERE hash = ? LIMIT ?", value, COMMON)
        ]
        if len(owners) < COMMON:
            shared.update(owners)
    enough = min(SHARED, len(hashes))
    found = sorted((-count, owner) for owner, count in shared.items() if count >= enough)
    return [owner for _, owner in found[:COMPARED]]


def _comparable(row: ConvertedArticle, other: Original) -> bool:
    """One language, and printed within days of each other, as far as that is known."""
    if row.lang != other.lang or not (row.date and other.date):
        return row.lang == other.lang
    return abs(date.fromisoformat(row.date) - date.fromisoformat(other.date[:10])) <= timedelta(DAYS)


def _join(db: BatchDb, row: ConvertedArticle, original: Original, differ: str) -> None:
    """What is published stays what it is: a draft stays a draft, and what was taken back takes its copies with it."""
    status = "hidden" if row.status == "published" else row.status
    if original.status in TAKEN_BACK:
        status = "withheld"
    text = f"the same dispatch as {original.seed}" + (f", but for {differ}" if differ else "")
    db.note(row.id, Finding("variant", differ, text, 0.9))
    db.converted.change(row.id, variant_of=original.slug, status=status)


def _printing(db: BatchDb, articles: Path, row: Original) -> Printing:
    """Title and body of an article; of a kill, those of what it kills; empty when its file cannot be read."""
    if isinstance(row, ConvertedArticle) and (row.status != "retracted" or row.retracts):
        article, text = db.article(row.retracts or row.id)
        return article.title, split(text, row.seed)[1]
    path = row.replaces if isinstance(row, ConvertedArticle) else row.path
    try:
        fields, body = parse((articles / path).read_text(encoding="utf-8"), path)
    except (OSError, ValueError, FrontMatterError):
        return "", ""
    return fields["title"], body


def _body(file: Path) -> str:
    """The body of an article that is there, without a look at its header."""
    try:
        return split(file.read_text(encoding="utf-8", errors="replace"), file.name)[1]
    except (OSError, FrontMatterError):
        return ""


def _shifted(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(by)).isoformat()
