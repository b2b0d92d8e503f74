"""An article as it will be written: what its seed gives, and what was decided when it was seen beside the others."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from plugins.digest.batch import safe_read
from plugins.digest.batch.batch_db import Ledger
from plugins.digest.batch.existing_articles import MAX_BYTES
from plugins.digest.batch.folders import Folders
from plugins.digest.batch.revisions import VISIBLE
from plugins.digest.markdown import parse, to_markdown
from plugins.digest.model.article import Article, Correction
from plugins.digest.model.errors import DigestError

_ADDRESSED = VISIBLE | {"retracted"}
"""Status words of articles that have a page."""


@dataclass(frozen=True, slots=True)
class Site:
    """What conversion has to know of the site."""

    timezone: str
    """IANA name; a day of publication begins in it."""
    lang: str
    """Language at the root of the site; the others have addresses under ``/<lang>/``."""
    agencies: Mapping[str, str] = field(default_factory=dict)
    """Agencies of the house's own, code by name."""


def finish(ledger: Ledger, folders: Folders, row: sqlite3.Row, site: Site) -> tuple[Article, str]:
    """The article of a row of `made`, and its text."""
    article, text = ledger.article(row["id"])
    there = ledger.one("SELECT * FROM known WHERE path = ?", row["known"])
    needed = there and (there["history"] or row["correction"] or row["status"] == "retracted")
    old = fields_there(folders, row["known"]) if needed else {}
    final = article
    if row["status"] == "retracted":
        template = ledger.article(row["template"])[0] if row["template"] else _remembered(old)
        final = _emptied(article, template)
    elif row["correction"] and old:
        final = _same_day(final, old)
    if row["src"]:
        final = replace(final, image=replace(final.image, src=row["src"]))
    final = replace(final, slug=row["slug"], status=row["status"])
    final = replace(
        final,
        variant_of=_slug_of(ledger, row["twin"]) or final.variant_of,
        corrections=_corrections(old, final, row["correction"]),
        aliases=_aliases(old, final, there, site),
        findings=(*article.findings, *ledger.notes(row)),
    )
    if replace(final, findings=article.findings) == article:
        return final, text
    return final, to_markdown(final, site.timezone)


def fields_there(folders: Folders, path: str) -> Mapping[str, Any]:
    """The header of an article that is there; empty when it is broken, which the merge will tell."""
    try:
        data = safe_read.read(folders.articles / path, path, MAX_BYTES)
        return parse(data.decode(errors="replace"), path)[0]
    except DigestError:
        return {}


def _remembered(old: Mapping[str, Any]) -> Article:
    """What a retraction keeps, read back from the article's own header."""
    return Article(
        title=old.get("title", ""),
        lang=old.get("lang", ""),
        date=_day_or_moment(old),
        date_source=old.get("date_source", "unresolved"),
        source=old.get("source", ""),
        category=old.get("category", ""),
    )


def _emptied(kill: Article, was: Article) -> Article:
    """The page of a killed article: its title and date, so that its address stays, and nothing that it said."""
    return Article(
        title=was.title or kill.title,
        lang=was.lang or kill.lang,
        date=was.date or kill.date,
        date_source=was.date_source,
        source=was.source or kill.source,
        category=was.category,
        revision=kill.revision,
        seed=kill.seed,
    )


def _day_or_moment(old: Mapping[str, Any]) -> date | datetime | None:
    """The date of a header, as precise as it says."""
    moment: date | datetime | None = old.get("date")
    if isinstance(moment, datetime) and old.get("date_precision") == "day":
        return moment.date()
    return moment


def _same_day(article: Article, old: Mapping[str, Any]) -> Article:
    """A new version at the old address: published when the first was, modified when it came itself."""
    before = _day_or_moment(old)
    if before is None or article.date_source == "supplied" or article.date == before:
        return article
    return replace(article, date=before, modified=article.modified or article.date)


def _slug_of(ledger: Ledger, twin: str) -> str:
    """The slug of the original that a row's `twin` names."""
    if not twin:
        return ""
    owner = json.loads(twin)
    if isinstance(owner, int):
        return str(ledger.made(owner)["slug"])
    row = ledger.one("SELECT slug FROM known WHERE path = ?", owner)
    return str(row["slug"]) if row else ""


def _corrections(old: Mapping[str, Any], article: Article, new: str) -> tuple[Correction, ...]:
    """Those that the page has, those that the sender names, and ours where the sender names none for the day."""
    found = [Correction(entry["date"], entry.get("what", "")) for entry in old.get("corrections", ())]
    found += article.corrections
    if new:
        day, what = json.loads(new)
        mine = Correction(date.fromisoformat(day), what)
        if mine.date not in {entry.date for entry in article.corrections}:
            found.append(mine)
    return tuple(sorted(dict.fromkeys(found), key=lambda entry: entry.date))


def _aliases(
    old: Mapping[str, Any], article: Article, there: sqlite3.Row | None, site: Site
) -> tuple[str, ...]:
    """Former addresses: those that the page had, and the one that a new date or slug takes from it."""
    found = [*old.get("aliases", ()), *article.aliases]
    if there and there["date"] and article.date and {there["status"], article.status} <= _ADDRESSED:
        before = _address(site, there["lang"], there["date"], there["slug"])
        if before != _address(site, there["lang"], article.date.isoformat(), article.slug):
            found.append(before)
    return tuple(dict.fromkeys(found))


def _address(site: Site, lang: str, moment: str, slug: str) -> str:
    """The site's address of an article (contracts, section 5). `moment`: its date, as ISO 8601."""
    prefix = "" if lang == site.lang else f"/{lang}"
    return f"{prefix}/{moment[:10].replace('-', '/')}/{slug}/"
