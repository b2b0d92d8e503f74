"""What a process is asked to do with one seed: a pure function of its bytes, on this machine or another."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from glose.digest.batch.folders import Site
from glose.digest.batch.identity import in_utc, item_key, revision_number, story
from glose.digest.markdown import UNDETERMINED, split, to_markdown
from glose.digest.model.article import KILL, Article, Correction, Finding, SeedRef
from glose.digest.model.errors import Fault, FrontMatterError, SeedError
from glose.digest.model.limits import PICTURES, SEED_BYTES
from glose.digest.text.similarity import sketch
from glose.digest.text.slug import slugify
from glose.digest.work.bounded import MEGABYTES, SECONDS, bounded


@dataclass(frozen=True, slots=True)
class ConvertedArticle:
    """An article as its seed gives it; and, once it has been seen beside the others, what was decided about it."""

    seed: str
    """Path below seeds/."""
    sha256: str
    sidecar: str
    """Digest of its sidecar; empty when there is none."""
    position: int
    """In the seed, from 0."""
    item: str
    """What tells it from the others of its seed."""
    story: str
    """What its versions share, whatever seeds they come in; empty when the sender names nothing."""
    slug: str
    title: str
    slug_given: bool
    """True when a person gave the slug, in the sidecar."""
    lang: str
    status: str
    released: bool
    """True when a person has said, in the sidecar, that it may be read."""
    source: str
    date: str
    """Day of publication, ISO 8601; empty when nobody knows."""
    moment: str
    """When this version was made, in UTC; empty when nobody knows."""
    revision: int | None
    """The sender's number of this version."""
    aliases: str
    """Former addresses that the sidecar names, a line each."""
    embargo: str
    """Until when it may not be published, in UTC."""
    pictures: tuple[str, ...]
    """What the page names as its pictures, the lead first; an empty name for one that did not come along, or that
    the sidecar names in content/."""
    pictured: int
    """How many of them came along."""
    kill: str
    """The words of a kill in plain text; empty for all that takes nothing back."""
    days: tuple[str, ...]
    """Those that a kill mentions, ISO 8601."""
    size: int
    """Characters of the body."""
    sketch: tuple[int, ...]

    replaces: str = ""
    """Path of the article in whose place it comes."""
    path: str = ""
    """Of the article, below content/articles."""
    aside: str = ""
    """Why it gives no article."""
    instead: str = ""
    """Seed, or path in articles/, of the article that stands for it."""
    retracts: int = 0
    """Id of the article of this run that it takes back; 0: `replaces`."""
    correction: Correction | None = None
    """What its page says of its coming."""
    copied: tuple[tuple[str, str], ...] = ()
    """Pictures that are in content/ now: what the page calls each, and its path there."""
    variant_of: str = ""
    """Slug of the article of which it is another outlet's printing."""
    notes: tuple[Finding, ...] = ()
    """What was seen beside the others."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Conversion:
    """What one seed gives."""

    articles: tuple[tuple[ConvertedArticle, bytes], ...]
    """Each with the article and its Markdown; see `unpack`."""
    lost: tuple[str, ...]
    """Why other items of the seed could not be read."""


def convert_seed(
    data: bytes, name: str, meta: Mapping[str, Any], sidecar: str, slugs: Mapping[str, str], site: Site
) -> Conversion:
    """The articles of one seed.

    `name`: path below seeds/. `meta`, `sidecar`: the sidecar's values and digest. `slugs`: by item, those that the
    articles of this seed already have. Raises `SeedError`, and `BoundError` where it costs more than its size allows.
    """
    share = max(1.0, len(data) / SEED_BYTES)  # an export of a site holds thousands of articles
    with bounded(name, SECONDS * share, int(MEGABYTES * share)):
        return _conversion(data, name, meta, sidecar, slugs, site)


def _conversion(
    data: bytes, name: str, meta: Mapping[str, Any], sidecar: str, slugs: Mapping[str, str], site: Site
) -> Conversion:
    # Imported where a seed is converted: at most builds none is.
    from glose.digest.conversion.pipeline import FAILED_ITEM, articles
    from glose.digest.model.draft import Source
    from glose.digest.newsroom.agencies import ordered

    given = articles(Source(data, name, meta, ordered(site.agencies.items())))
    found, lost = [], list[str]()
    for position, article in enumerate(given):
        seed = cast(SeedRef, article.seed)
        item = item_key(seed.item, position, several=len(given) > 1)
        lead = "" if "src" in meta.get("image", {}) else article.image.src
        pictures = (lead, *(image.src if image.place is not None else "" for image in article.images))[
            :PICTURES
        ]
        known = "" if "slug" in meta else slugs.get(item, "")
        article = replace(
            article,
            seed=replace(seed, item=item, sidecar=sidecar),
            slug=known or article.slug or slugify(article.title),
            image=replace(article.image, src="") if lead else article.image,
            images=tuple(replace(image, src="") for image in article.images),
        )
        try:
            found.append(_converted(article, position, pictures, meta, ZoneInfo(site.timezone)))
        except FrontMatterError as error:  # too large to be read again
            if len(given) == 1:
                raise
            lost += map(str, error.faults)
    lost += (finding.text for article in given for finding in article.findings if finding.rule == FAILED_ITEM)
    if not found:
        raise SeedError(Fault(name, None, f"no item of it can be written ({lost[0]})", "split it"))
    return Conversion(tuple(found), tuple(lost))


def _converted(
    article: Article, position: int, pictures: tuple[str, ...], meta: Mapping[str, Any], zone: ZoneInfo
) -> tuple[ConvertedArticle, bytes]:
    seed = cast(SeedRef, article.seed)
    text = to_markdown(article, zone.key)
    body = split(text, seed.path)[1]
    day = article.date.date() if isinstance(article.date, datetime) else article.date
    kill = _kill(article) if article.status == "retracted" else ""
    row = ConvertedArticle(
        seed=seed.path,
        sha256=seed.sha256,
        sidecar=seed.sidecar,
        position=position,
        item=seed.item,
        story=story(seed.item, article.source, seed.path),
        slug=article.slug,
        title=article.title,
        slug_given="slug" in meta,
        lang=article.lang or UNDETERMINED,
        status=article.status,
        released=meta.get("status") in ("published", "hidden"),
        source=article.source,
        date=day.isoformat() if day else "",
        moment=in_utc(article.modified or article.date, zone),
        revision=revision_number(article.revision),
        aliases="\n".join(article.aliases),
        embargo=in_utc(article.embargo_until, zone),
        pictures=pictures,
        pictured=sum(map(bool, pictures)),
        kill=kill,
        days=_days(article) if kill else (),
        size=len(body),
        sketch=sketch(body),
    )
    return row, zlib.compress(pickle.dumps((article, text), 5), 1)


def _kill(article: Article) -> str:
    """All that a kill in plain text says, a line a block; empty for one that an envelope declares."""
    notices = [finding.text for finding in article.findings if finding.rule == KILL]
    blocks = (article.title, article.standfirst, *(block.text for block in article.body))
    return "\n".join(dict.fromkeys((*notices, *blocks))) if notices else ""


def _days(article: Article) -> tuple[str, ...]:
    found = (one.since for one in article.dates_mentioned if one.since and one.since == one.until)
    return tuple(dict.fromkeys(day.isoformat() for day in found))


def unpack(packed: bytes) -> tuple[Article, str]:
    """An article and its Markdown; only ever of bytes that a process of ours has just made."""
    article, text = pickle.loads(zlib.decompress(packed))  # noqa: S301
    return article, text
