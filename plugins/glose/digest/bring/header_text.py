"""A post with its place becomes the text of a file of ours."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from glose.digest.bring.post import Post, Program
from glose.digest.markdown import moment, parse
from glose.digest.model.article import Image
from glose.digest.model.errors import Fault, FrontMatterError
from glose.digest.model.limits import ARTICLE_BYTES, ARTICLE_LINES, HEADER_CHARACTERS
from glose.digest.schema.article import FIELDS, HEADER
from glose.digest.schema.yaml_file import dump
from glose.digest.text.clean import NO_XML


@dataclass(frozen=True, slots=True)
class Place:
    """Where a post stands here."""

    file: str
    """Below content/."""
    slug: str
    lang: str
    status: str
    aliases: tuple[str, ...] = ()


def kept_text(value: object) -> str:
    """A value as one line: a text as it is, unless it could be taken for JSON; anything else as JSON.

    >>> kept_text("a text"), kept_text(3), kept_text("3"), kept_text({"a": [True]})
    ('a text', '3', '"3"', '{"a": [true]}')
    """
    if isinstance(value, str) and value == " ".join(value.split()) and value and not NO_XML.search(value):
        try:
            json.loads(value)
        except ValueError:
            return value
    return json.dumps(value, ensure_ascii=bool(NO_XML.search(str(value))))


def kept_value(text: str) -> Any:
    """The value that `kept_text` wrote."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def file_text(post: Post, place: Place, body: str, image: Image, program: Program, zone: str) -> str:
    """The file. Raises `FrontMatterError` for one that would not be read again."""
    said: dict[str, Any] = {
        "title": post.title,
        "date": moment(post.when, ZoneInfo(zone)),
        "date_precision": precision(post.when),
        "date_source": "metadata" if post.when else "unresolved" if not post.page else None,
        "slug": place.slug,
        "lang": place.lang,
        "category": post.category,
        "tags": list(post.tags),
        "summary": post.summary,
        "authors": list(post.authors),
        "image": image if image.src or image.alt or image.caption or image.credit else None,
        "status": place.status,
        "held": list(post.held) if place.status == "draft" else [],
        "embargo_until": moment(post.embargo, ZoneInfo(zone)),
        "aliases": list(place.aliases),
        "modified": post.modified
        if not isinstance(post.modified, datetime)
        else moment(post.modified, ZoneInfo(zone)),
        "brought": {
            "by": program,
            "id": post.id,
            "kept": {key: kept_text(value) for key, value in post.kept.items()},
        },
    }
    plain = HEADER.plain(said)
    header = dump({key: plain[key] for key in FIELDS if key in plain})
    text = f"---\n{header}---\n\n{body}\n" if body else f"---\n{header}---\n"
    _check(post, header, text)
    parse(text, place.file)  # what would stop a build is refused here
    return text


def precision(when: date | datetime | None) -> str | None:
    """How well a date is known."""
    return None if when is None else "minute" if isinstance(when, datetime) else "day"


def _check(post: Post, header: str, text: str) -> None:
    for size, most, what in (
        (len(header), HEADER_CHARACTERS, "would have {:,} characters in its header, more than {:,}"),
        (len(text.encode()), ARTICLE_BYTES, "would have {:,} bytes, more than {:,}"),
        (text.count("\n"), ARTICLE_LINES, "would have {:,} lines, more than {:,}"),
    ):
        if size > most:
            what = what.format(size, most)
            raise FrontMatterError(Fault(post.path, post.line, what, "split it, and import again"))


def status_of(post: Post) -> str:
    """What becomes of it here: what is held, or has no date where it needs one, is a draft."""
    return "draft" if post.held and post.status != "withheld" else post.status
