"""Gives every article a slug that no other article of its language has, and a file of its own.

The same slug in another language is a translation: that is Pelican's rule, and the only way to say it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

from plugins.digest.batch.batch_db import BatchDb


def settle(db: BatchDb, articles: Path) -> None:
    """Decides slug and file of everything that was converted; what replaces an article keeps the article's own.

    In the order of the seeds, so that the same seeds give the same addresses however they were worked off.
    `articles`: the folder of all articles.
    """
    db.change("INSERT OR IGNORE INTO claim SELECT slug, lang FROM existing")
    db.change("INSERT OR IGNORE INTO claim SELECT path, '' FROM existing")
    tried: Counter[tuple[str, str]] = Counter()
    for number in db.kept():
        row = db.converted.get(number)
        there = db.existing.first("path = ?", row.replaces)
        if there and _claim(db, there.path, "replaced"):
            another = row.slug_given and row.slug != there.slug  # by a person, in the sidecar
            slug = _free(db, row.slug, row.lang, tried) if another else there.slug
            db.converted.change(number, slug=slug, path=there.path)
            continue
        slug = _free(db, row.slug, row.lang, tried)
        files = (file for file in _files(slug, row.lang) if not os.path.lexists(articles / file))
        db.converted.change(
            number, slug=slug, path=next(file for file in files if _claim(db, file, "")), replaces=""
        )


def _free(db: BatchDb, slug: str, lang: str, tried: Counter[tuple[str, str]]) -> str:
    """The slug, or the slug with the first number from 2 that is free. `tried`: how many numbers were."""
    if _claim(db, slug, lang):
        return slug
    for number in count(2 + tried[slug, lang]):
        tried[slug, lang] += 1
        if _claim(db, f"{slug}-{number}", lang):
            break
    return f"{slug}-{number}"


def _claim(db: BatchDb, what: str, of: str) -> bool:
    """Takes a slug of a language, or a file, unless it is taken."""
    return db.change("INSERT OR IGNORE INTO claim VALUES (?, ?)", what, of) == 1


def _files(slug: str, lang: str) -> Iterator[str]:
    return chain((f"{slug}.md", f"{slug}.{lang}.md"), (f"{slug}.{lang}-{number}.md" for number in count(2)))
