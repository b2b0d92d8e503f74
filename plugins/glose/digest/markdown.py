"""Article to Markdown with front matter, and a Markdown file back to its fields and body.

Writing: `to_markdown`. Reading: `parse`. What has been edited by hand since: `is_untouched`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from datetime import timezone as fixed_zone
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from glose.digest.body import to_body
from glose.digest.model.article import Article
from glose.digest.model.errors import Fault, FrontMatterError
from glose.digest.model.limits import ARTICLE_BYTES, ARTICLE_LINES, HEADER_CHARACTERS
from glose.digest.schema.article import FIELDS, HEADER, missing, read_fields
from glose.digest.schema.yaml_file import dump, load, split
from glose.digest.text.clean import line
from glose.digest.text.slug import slugify

__all__ = ["FIELDS", "VERSION", "is_untouched", "parse", "split", "to_markdown"]

VERSION = "2"
"""Raised when the same seed gives other Markdown than before: `invoke convert` then converts it again."""

UNDETERMINED = "und"
"""BCP 47's own word for a language that nobody knows."""

_MARK = 200
"""Characters of `converter:` and its keys, with some to spare."""

_CONVERTER = re.compile(r"^converter:\n(?:  .*\n)+", re.M)


def to_markdown(article: Article, timezone: str = "Europe/Paris") -> str:
    """The article's file: front matter and body, the same bytes for the same article.

    `timezone`: the site's (an IANA name), in which a publication day begins.
    Raises `FrontMatterError` for an article without a title, and for one that is too large to be read again.
    """
    fields = _fields(article, ZoneInfo(timezone))
    where = article.seed.path if article.seed else "article"
    if not fields.get("title"):
        raise FrontMatterError(
            Fault(where, None, "the article has no title", "write `title:` into the sidecar")
        )
    header, body = f"---\n{dump(fields)}", to_body(article.body, article.images)
    rest = f"---\n\n{body}\n" if body else "---\n"
    _check_size(fields, header, rest, where)
    if not article.seed:
        return header + rest
    mark = {"version": VERSION, "sha256": sha256((header + rest).encode()).hexdigest()}
    return header + dump({"converter": mark}) + rest


def _check_size(fields: Mapping[str, Any], header: str, rest: str, where: str) -> None:
    """Raises `FrontMatterError` for a text that would not be read again."""
    if len(header) + _MARK > HEADER_CHARACTERS:
        longest = max(fields, key=lambda key: len(dump({key: fields[key]})))
        what = f"its header would have more than {HEADER_CHARACTERS:,} characters, most of them in {longest}"
        raise FrontMatterError(Fault(where, None, what, f"write a shorter `{longest}:` into the sidecar"))
    if len(header) + _MARK + len(rest) > ARTICLE_BYTES // 4:  # bytes of a character
        size = len(header.encode()) + _MARK + len(rest.encode())
        if size > ARTICLE_BYTES:
            what = f"its Markdown would have {size:,} bytes, more than {ARTICLE_BYTES:,}"
            raise FrontMatterError(Fault(where, None, what, "split it, one article a file"))
    if (lines := header.count("\n") + rest.count("\n")) > ARTICLE_LINES - _MARK:
        what = f"its Markdown would have {lines:,} lines, more than {ARTICLE_LINES:,}"
        raise FrontMatterError(Fault(where, None, what, "split it, one article a file"))


def parse(text: str, path: str) -> tuple[dict[str, Any], str]:
    """The fields of an article's file, typed by `FIELDS`, and its Markdown body.

    A page (a file below pages/) needs no date. Raises `FrontMatterError` with everything that is wrong.
    """
    header, body = split(text, path)
    return fields_of(header, path), body


def fields_of(header: str, path: str) -> dict[str, Any]:
    """The fields of an article's header alone, as `parse` has them. `path`: of its file."""
    fields, faults = read_fields(load(header, path), path)
    dated = "pages" not in path.split("/")
    wrong = {fault.what.partition(":")[0].partition(" ")[0] for fault in faults}
    faults += [
        Fault(path, 1, f"the key `{key}` is missing", todo)
        for key, todo in missing(fields, dated=dated)
        if key not in wrong
    ]
    if faults:
        raise FrontMatterError.of(faults)
    return fields


def is_untouched(text: str) -> bool:
    """True for a file that is, byte for byte, as `to_markdown` wrote it."""
    found = _CONVERTER.search(text, 0, text.find("\n---\n", 3) + 1)
    if found is None:
        return False
    bare = text[: found.start()] + text[found.end() :]
    return f"sha256: {sha256(bare.encode()).hexdigest()}\n" in found[0]


def _fields(article: Article, zone: ZoneInfo) -> dict[str, Any]:
    """The header of an article, in the order of `FIELDS`, without what is empty."""
    undated = article.status == "retracted" and article.date is None  # and so at no address that could say so
    written = replace(
        article,
        status="withheld" if undated else article.status,
        slug=article.slug or slugify(line(article.title)),
        lang=article.lang or UNDETERMINED,
        date=moment(article.date, zone),
        embargo_until=moment(article.embargo_until, zone),
        modified=article.modified if _is_day(article.modified) else moment(article.modified, zone),
    )
    fields = HEADER.plain(written)
    if article.date_precision:
        fields["date_precision"] = article.date_precision
    if written.status not in ("draft", "withheld"):
        fields.pop("held", None)
    return {key: fields[key] for key in FIELDS if key in fields}


def _is_day(moment: date | datetime | None) -> bool:
    return isinstance(moment, date) and not isinstance(moment, datetime)


def moment(moment: date | datetime | None, zone: ZoneInfo) -> datetime | None:
    """A moment with its offset; a day is its first moment in the site's time zone."""
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    moment = (moment if moment.tzinfo else moment.replace(tzinfo=zone)).replace(microsecond=0)
    offset = moment.utcoffset() or timedelta()
    return moment.replace(
        tzinfo=fixed_zone(offset - offset % timedelta(minutes=1))
    )  # local time once had seconds
