"""An article as it will be written: what its seed gives, and what was decided when it was seen beside the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from glose.digest.batch.addresses import Place, aliases, distinct
from glose.digest.batch.batch_db import BatchDb
from glose.digest.batch.convert_seed import ConvertedArticle
from glose.digest.batch.existing_articles import ExistingArticle, header_of
from glose.digest.batch.folders import Folders, Site
from glose.digest.markdown import to_markdown
from glose.digest.model.article import Article, Correction, Status


def assemble(db: BatchDb, folders: Folders, row: ConvertedArticle, site: Site) -> tuple[Article, str]:
    """The article of a row, and its text."""
    article, text = db.article(row.id)
    there = db.existing.first("path = ?", row.replaces)
    kept = there and (there.corrections or there.aliases or there.edited)
    needed = kept or row.correction or row.status == "retracted"
    old = header_of(folders.articles / row.replaces) if there and needed else {}
    final = article
    if row.status == "retracted" or row.retracts:
        final = _emptied(article, db.article(row.retracts)[0] if row.retracts else _remembered(old))
    elif row.correction and old:
        final = _same_day(final, old)
    if row.copied:
        final = _illustrated(final, row)
    final = replace(
        final,
        slug=row.slug,
        status=cast(Status, row.status),
        variant_of=row.variant_of or final.variant_of,
        corrections=_corrections(old, final, row.correction),
        findings=(*article.findings, *row.notes),
    )
    if there:
        final = replace(final, aliases=_aliases(db, folders, site, final, row, there, old))
    elif final.aliases:
        own = Place(row.lang, str(final.date or "")[:10], row.slug, row.status).address(site)
        final = replace(final, aliases=distinct(final.aliases, own))
    if replace(final, findings=article.findings) == article:
        return final, text
    return final, to_markdown(final, site.timezone)


def _illustrated(article: Article, row: ConvertedArticle) -> Article:
    """The article with its pictures where they are in content/ now."""
    paths = dict(row.copied)
    lead, *further = (paths.get(name, "") for name in (*row.pictures, *[""] * len(article.images)))
    images = tuple(replace(one, src=src) for one, src in zip(article.images, further, strict=False))
    return replace(article, image=replace(article.image, src=lead or article.image.src), images=images)


def _remembered(old: Mapping[str, Any]) -> Article:
    """What a retraction keeps, read back from the article's own header."""
    kept = {key: old[key] for key in ("title", "lang", "date_source", "source", "category") if key in old}
    return Article(date=_day_or_moment(old), **kept)


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


def _corrections(old: Mapping[str, Any], article: Article, new: Correction | None) -> tuple[Correction, ...]:
    """Those that the page has, those that the sender names, and ours where the sender names none for the day."""
    found = [Correction(entry["date"], entry["what"]) for entry in old.get("corrections", ())]
    found += article.corrections
    if new and new.date not in {entry.date for entry in article.corrections}:
        found.append(new)
    return tuple(sorted(dict.fromkeys(found), key=lambda entry: entry.date))


def _aliases(
    db: BatchDb,
    folders: Folders,
    site: Site,
    article: Article,
    row: ConvertedArticle,
    there: ExistingArticle,
    old: Mapping[str, Any],
) -> tuple[str, ...]:
    """Those that the page had, and the address that a new date or slug, of the seed or by hand, takes from it."""
    ours = Place(there.lang, there.date[:10], there.slug, there.status)
    base = (there.edited and Place.of(header_of(folders.generated / there.path))) or ours
    now = Place(row.lang, str(article.date or "")[:10], row.slug, row.status).merged(base, ours)
    known = (*old.get("aliases", ()), *article.aliases)
    return aliases(db, site, row.path, known, (base, ours), now)
