"""What a process is asked to do with one seed: a pure function of its bytes, on this machine or another."""

from __future__ import annotations

import pickle
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any, cast
from zoneinfo import ZoneInfo

from plugins.digest.batch.similarity import sketch
from plugins.digest.conversion.pipeline import FAILED_ITEM, convert
from plugins.digest.markdown import UNDETERMINED, split, to_markdown
from plugins.digest.model.article import Article, SeedRef
from plugins.digest.text.slug import slugify

_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Made:
    """An article as its seed gives it, before it is compared with any other."""

    position: int
    """In the seed, from 0."""
    item: str
    """What tells it from the others of its seed; ``#2`` where the sender names none."""
    chain: str
    """What its revisions share, whatever seeds they come in; empty when the sender names nothing."""
    title: str
    slug: str
    given: bool
    """True when a person gave the slug, in the sidecar."""
    lang: str
    status: str
    date: str
    """Day of publication, ISO 8601; empty when nobody knows."""
    moment: str
    """When this version was made, in UTC; empty when nobody knows."""
    revision: int | None
    """The sender's number of this version."""
    embargo: str
    """Until when it may not be published, in UTC."""
    picture: str
    """What the page names as its picture; empty when the sidecar names one in content/."""
    lost: tuple[str, ...]
    """Why other items of the seed could not be read; the first article of a seed says it for all."""
    size: int
    """Characters of the body."""
    sketch: tuple[int, ...]
    packed: bytes
    """The article and its Markdown; see `unpack`."""


def make(
    data: bytes,
    name: str,
    meta: Mapping[str, Any],
    sidecar: str,
    slugs: Mapping[str, str],
    timezone: str,
    agencies: Mapping[str, str] | None = None,
) -> tuple[Made, ...]:
    """The articles of one seed.

    `name`: path below seeds/. `meta`, `sidecar`: the sidecar's values and digest. `slugs`: by item, those that the
    articles of this seed already have. `timezone`: the site's (an IANA name).
    `agencies`: the house's own, code by name. Raises `SeedError`.
    """
    articles = convert(data, name, meta, agencies=agencies)
    zone, found = ZoneInfo(timezone), []
    for position, article in enumerate(articles):
        seed = cast(SeedRef, article.seed)
        item = seed.item or (f"#{position + 1}" if len(articles) > 1 else "")
        picture = "" if "src" in meta.get("image", {}) else article.image.src
        known = "" if "slug" in meta else slugs.get(item, "")
        article = replace(
            article,
            seed=replace(seed, item=item, sidecar=sidecar),
            slug=known or article.slug or slugify(article.title),
            image=replace(article.image, src="") if picture else article.image,
        )
        found.append(_made(article, position, picture, "slug" in meta, zone))
    return tuple(found)


def _made(article: Article, position: int, picture: str, given: bool, zone: ZoneInfo) -> Made:
    seed = cast(SeedRef, article.seed)
    text = to_markdown(article, zone.key)
    body = split(text, seed.path)[1]
    day = article.date.date() if isinstance(article.date, datetime) else article.date
    return Made(
        position=position,
        item=seed.item,
        chain=chain(seed.item, article.source, seed.path),
        title=article.title,
        slug=article.slug,
        given=given,
        lang=article.lang or UNDETERMINED,
        status=article.status,
        date=day.isoformat() if day else "",
        moment=in_utc(article.modified or article.date, zone),
        revision=revision_number(article.revision),
        embargo=in_utc(article.embargo_until, zone),
        picture=picture,
        lost=tuple(finding.text for finding in article.findings if finding.rule == FAILED_ITEM),
        size=len(body),
        sketch=sketch(body),
        packed=pack(article, text),
    )


def chain(item: str, source: str, seed: str) -> str:
    """What the revisions of an item share. An identifier that is no URI is only the sender's own.

    >>> chain("urn:newsml:agence.example:20160315:1", "AGT", "a.xml")
    'urn:newsml:agence.example:20160315:1'
    >>> chain("17", "AGT", "a.xml"), chain("17", "", "a.xml"), chain("", "AGT", "a.xml")
    ('AGT 17', 'a.xml 17', '')
    """
    if not item or item.startswith("#"):
        return ""
    return item if ":" in item else f"{source or seed} {item}"


def revision_number(revision: str) -> int | None:
    """The sender's number of a version, whatever stands around it."""
    found = _NUMBER.search(revision)
    return int(found[0]) if found else None


def in_utc(moment: date | datetime | None, zone: ZoneInfo) -> str:
    """A moment as a text that sorts; a day is its first moment in `zone`."""
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return aware.astimezone(UTC).isoformat(timespec="seconds")


def pack(article: Article, text: str) -> bytes:
    """Both in few bytes, for the way between processes and a private file; never kept."""
    return zlib.compress(pickle.dumps((article, text), 5), 1)


def unpack(packed: bytes) -> tuple[Article, str]:
    """What `pack` was given; only ever of bytes that a process of ours has just made."""
    article, text = pickle.loads(zlib.decompress(packed))  # noqa: S301
    return article, text
