"""What a sidecar says of the rest of the site, asked before anything is written: a build would stop where it errs.

Nothing is cut out of what a person said: the article is not written, the one that is there stays, and every run tells.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from glose.digest.batch.addresses import ADDRESSED
from glose.digest.batch.batch_db import BatchDb
from glose.digest.batch.convert_seed import ConvertedArticle
from glose.digest.batch.existing_articles import ExistingArticle, header_of
from glose.digest.batch.folders import Folders, Site
from glose.digest.files.safe_read import SIDECAR
from glose.digest.former import Place, address_faults, file_of
from glose.digest.model.article import Article
from glose.digest.model.errors import Fault

Terms = Callable[[], Collection[str]]
"""Gives the slugs of the glossary; asked only for an article that names some."""


def taken_aliases(db: BatchDb, folders: Folders, site: Site) -> dict[str, tuple[Fault, ...]]:
    """Faults of former addresses that are not free, by path of the converted article that claims them."""
    claiming = db.converted.find("aside = '' AND aliases != ''")
    claims = {folders.article_name(row.path): (row.path, row.seed) for row in claiming}
    if not claims:
        return {}
    places = [*_there(db, folders, site)]
    for row in db.converted.find("aside = ''", order="seed, position"):
        places += _place(folders, site, row, row.aliases.split("\n") if row.aliases else ())
    found: dict[str, tuple[Fault, ...]] = {}
    for fault in address_faults(places, site.editions or (site.lang,)):
        if claim := claims.get(fault.path):  # what stood there before is told when the site is checked
            path, seed = claim
            beside = replace(fault, path=folders.seed_name(seed) + SIDECAR)
            found[path] = (*found.get(path, ()), beside)
    return found


def _there(db: BatchDb, folders: Folders, site: Site) -> Iterator[Place]:
    again = "SELECT replaces FROM converted WHERE aside = ''"
    for row in db.existing.find(f"path NOT IN ({again})", order="path"):
        known = header_of(folders.articles / row.path).get("aliases", ()) if row.aliases else ()
        yield from _place(folders, site, row, known)


def _place(
    folders: Folders, site: Site, row: ConvertedArticle | ExistingArticle, aliases: Collection[str]
) -> Iterator[Place]:
    if row.status in ADDRESSED and row.date:
        own = file_of(site.address(row.lang, row.date, row.slug))
        left = tuple((alias, None) for alias in aliases if file_of(alias) != own)
        yield Place(folders.article_name(row.path), own, left)


def wrong_names(
    article: Article, copied: bool, sidecar: str, folders: Folders, terms: Terms | None
) -> Iterator[Fault]:
    """The picture and the terms that an article names and that are not there. `copied`: its pictures came along."""
    src = article.image.src
    if src and not copied and not _is_picture(folders.content, src):
        what = f"image: src names no picture that is published: {src}"
        yield Fault(sidecar, None, what, f"put it below {folders.name(folders.images)}/, or mend the name")
    policy: Mapping[str, Any] = article.glossary
    named = {*map(str, policy.get("skip") or ()), *map(str, (policy.get("force") or {}).values())}
    if terms is not None and named:
        for slug in sorted(named - set(terms())):
            what = f'glossary names no term: "{slug}"'
            yield Fault(sidecar, None, what, "write the slug of an entry, or delete it")


def _is_picture(content: Path, src: str) -> bool:
    file = content / src
    hidden = any(part.startswith(".") or part.endswith("~") for part in file.relative_to(content).parts)
    return src.startswith("images/") and not hidden and file.suffix != ".md" and file.is_file()
