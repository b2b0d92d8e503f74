"""Gives every article a slug that no other article of its language has, and a file of its own.

The same slug in another language is a translation: that is Pelican's rule, and the only way to say it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, count

from glose.digest.batch import addresses
from glose.digest.batch.batch_db import BatchDb
from glose.digest.batch.convert_seed import ConvertedArticle
from glose.digest.batch.folders import Folders, Site
from glose.digest.former import file_of, key


def settle(db: BatchDb, folders: Folders, site: Site) -> None:
    """Decides slug and file of everything that was converted; what replaces an article keeps the article's own.

    In the order of the seeds, so that the same seeds give the same addresses however they were worked off. What led
    to an article before it was moved stays its own.
    """
    articles, former = folders.articles, addresses.kept(db, folders, site)

    def claim(row: ConvertedArticle, slug: str) -> bool:
        own = former.get(file_of(site.address(row.lang, row.date, slug)), row.replaces) == row.replaces
        return own and _claim(db, slug, row.lang)

    db.change("INSERT OR IGNORE INTO claim SELECT slug, lang FROM existing")
    for (path,) in db.rows("SELECT path FROM existing"):
        _claim(db, key(path), "")
    tried: Counter[tuple[str, str]] = Counter()
    for number in db.kept():
        row = db.converted.get(number)
        there = db.existing.first("path = ?", row.replaces)
        if there and _claim(db, there.path, "replaced"):
            another = row.slug_given and row.slug != there.slug  # by a person, in the sidecar
            slug = _free(row, tried, claim) if another else there.slug
            db.converted.change(number, slug=slug, path=there.path)
            continue
        slug = _free(row, tried, claim)
        files = (file for file in _files(slug, row.lang) if not os.path.lexists(articles / file))
        db.converted.change(
            number, slug=slug, path=next(file for file in files if _claim(db, key(file), "")), replaces=""
        )


def _free(
    row: ConvertedArticle, tried: Counter[tuple[str, str]], claim: Callable[[ConvertedArticle, str], bool]
) -> str:
    """The slug, or the slug with the first number from 2 that is free. `tried`: how many numbers were."""
    slug, lang = row.slug, row.lang
    if claim(row, slug):
        return slug
    for number in count(2 + tried[slug, lang]):
        tried[slug, lang] += 1
        if claim(row, f"{slug}-{number}"):
            break
    return f"{slug}-{number}"


def _claim(db: BatchDb, what: str, of: str) -> bool:
    """Takes a slug of a language, or a file, unless it is taken."""
    return db.change("INSERT OR IGNORE INTO claim VALUES (?, ?)", what, of) == 1


def _files(slug: str, lang: str) -> Iterator[str]:
    return chain((f"{slug}.md", f"{slug}.{lang}.md"), (f"{slug}.{lang}-{number}.md" for number in count(2)))
