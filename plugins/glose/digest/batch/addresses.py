"""Former addresses of an article: each leads to where it stands now, whoever has moved it, and none to itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from typing import Any

from glose.digest.batch.batch_db import BatchDb
from glose.digest.batch.existing_articles import ExistingArticle, header_of
from glose.digest.batch.folders import Folders, Site
from glose.digest.batch.revisions import VISIBLE
from glose.digest.former import file_of

ADDRESSED = VISIBLE | {"retracted"}
"""Status words of articles that have a page."""


@dataclass(frozen=True, slots=True)
class Place:
    """What an article's address is made of."""

    lang: str
    day: str
    slug: str
    status: str

    @classmethod
    def of(cls, header: Mapping[str, Any]) -> Place:
        """That of a header; all of it may be missing."""
        lang, date, slug, status = (header.get(key, "") for key in ("lang", "date", "slug", "status"))
        return cls(lang, str(date)[:10], slug, status)

    def merged(self, base: Place, ours: Place) -> Place:
        """This place, as it is once the hand edits from `base` to `ours` are merged into it."""
        sides = zip(astuple(self), astuple(base), astuple(ours), strict=True)
        return Place(*(mine if mine != was else new for new, was, mine in sides))

    def address(self, site: Site) -> str:
        """The site's address of it; empty when it has no page."""
        return site.address(self.lang, self.day, self.slug) if self.day and self.status in ADDRESSED else ""


def aliases(
    db: BatchDb, site: Site, path: str, known: Iterable[str], former: Iterable[Place], now: Place
) -> tuple[str, ...]:
    """The former addresses of the article at `path`: the `known` ones, and those of `former` places that are free."""
    own = now.address(site)
    left = (
        address for place in former if (address := place.address(site)) != own and not _taken(db, place, path)
    )
    return distinct((*known, *(left if own else ())), own)


def distinct(known: Iterable[str], own: str) -> tuple[str, ...]:
    """The addresses without those that one file answers to twice, and without the article's own."""
    files = {file_of(own)} if own else set[str]()
    found = []
    for one in known:
        if one and (file := file_of(one)) not in files:
            files.add(file)
            found.append(one)
    return tuple(found)


def kept(db: BatchDb, folders: Folders, site: Site) -> dict[str, str]:
    """Files of the former addresses that articles have, each with its article's path: no new one is put there."""
    flagged = (row.path for row in db.existing.find("aliases"))
    return {
        file_of(alias): path
        for path in flagged
        for alias in header_of(folders.articles / path).get("aliases", ())
    }


def _taken(db: BatchDb, place: Place, path: str) -> bool:
    query = """
      SELECT 1 FROM existing WHERE slug = ?1 AND lang = ?2 AND path != ?3
      UNION ALL SELECT 1 FROM converted WHERE slug = ?1 AND lang = ?2 AND path != ?3 AND aside = ''"""
    return any(db.rows(query, place.slug, place.lang, path))


def moved(db: BatchDb, folders: Folders, site: Site, row: ExistingArticle) -> bool:
    """True when a person has moved an article and its `aliases` do not say so, or has moved it onto one of them."""
    ours, base = (header_of(folder / row.path) for folder in (folders.articles, folders.generated))
    known = tuple(ours.get("aliases", ()))
    return bool(base) and aliases(db, site, row.path, known, [Place.of(base)], Place.of(ours)) != known
