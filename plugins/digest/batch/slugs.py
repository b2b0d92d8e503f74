"""Gives every article a slug that no other article of its language has, and a file of its own.

The same slug in another language is a translation: that is Pelican's rule, and the only way to say it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from plugins.digest.batch.batch_db import Ledger


def settle(ledger: Ledger, articles: Path) -> None:
    """Decides slug and file of everything that was made; what replaces an article keeps the article's own.

    In the order of the seeds, so that the same seeds give the same addresses however they were worked off.
    `articles`: the folder of all articles.
    """
    ledger.change("INSERT OR IGNORE INTO claim SELECT slug, lang FROM known")
    ledger.change("INSERT OR IGNORE INTO claim SELECT path, '' FROM known")
    taken: Counter[tuple[str, str]] = Counter()
    for number in ledger.kept():
        row = ledger.made(number)
        there = ledger.one("SELECT path, slug FROM known WHERE path = ?", row["known"])
        if there and _claim(ledger, there["path"], "replaced"):
            another = row["given"] and row["slug"] != there["slug"]  # by a person, in the sidecar
            slug = _free(ledger, row["slug"], row["lang"], taken) if another else there["slug"]
            ledger.decide(number, slug=slug, path=there["path"])
            continue
        slug = _free(ledger, row["slug"], row["lang"], taken)
        path = next(path for path in _files(slug, row["lang"]) if _claim_file(ledger, articles, path))
        ledger.decide(number, slug=slug, path=path, known="")


def _free(ledger: Ledger, slug: str, lang: str, taken: Counter[tuple[str, str]]) -> str:
    """The slug, or the slug with the first number from 2 that is free. `taken`: how many numbers were tried."""
    if _claim(ledger, slug, lang):
        return slug
    for number in count(2 + taken[slug, lang]):
        taken[slug, lang] += 1
        if _claim(ledger, f"{slug}-{number}", lang):
            break
    return f"{slug}-{number}"


def _claim(ledger: Ledger, what: str, of: str) -> bool:
    """Takes a slug of a language, or a file, unless it is taken."""
    if ledger.one("SELECT 1 FROM claim WHERE slug = ? AND lang = ?", what, of):
        return False
    ledger.change("INSERT INTO claim VALUES (?, ?)", what, of)
    return True


def _files(slug: str, lang: str) -> Iterator[str]:
    yield f"{slug}.md"
    yield f"{slug}.{lang}.md"
    for number in count(2):
        yield f"{slug}.{lang}-{number}.md"


def _claim_file(ledger: Ledger, articles: Path, path: str) -> bool:
    return not os.path.lexists(articles / path) and _claim(ledger, path, "")
