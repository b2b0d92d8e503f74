"""The bytes of an article or page become a `Parsed`: everything that its own file decides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from glose.digest.build.records import Parsed, Record
from glose.digest.check.articles import TOO_DEEP
from glose.digest.check.links import Lines, Reference, references
from glose.digest.markdown import fields_of
from glose.digest.model.errors import BoundError, DigestError, Fault
from glose.digest.model.limits import ARTICLE_BYTES, ARTICLE_LINES, HEADER_CHARACTERS
from glose.digest.render import read
from glose.digest.render.problems import placed
from glose.digest.schema.article import UNPUBLISHED
from glose.digest.schema.yaml_file import parts
from glose.digest.site.lines import minutes
from glose.digest.site.values import Correction, Mentioned, Picture, fingerprint
from glose.digest.text.typography import typeset

UNDATED = "drafts"
"""Where drafts stand that have no date yet, and no address by it; they are shown to editors alone."""


def read_text(
    raw: bytes, file: str, path: str, zone: ZoneInfo, *, drafts: bool = False
) -> tuple[Record, Parsed | None]:
    """A file of articles/ or pages/: what the site asks of it, and what it shows; None for what is not published.

    `file`: below content/. `path`: as messages name it. `zone`: the site's, in which a day begins. `drafts`: also
    what is not published is shown, without a date as a page of its own kind.
    Raises `DigestError` with everything that is wrong in it, `BoundError` where it is larger than any article.
    """
    if len(raw) > ARTICLE_BYTES:
        raise BoundError(Fault(path, None, f"is larger than {ARTICLE_BYTES:,} bytes", "split it"))
    if raw.count(b"\n") > ARTICLE_LINES:
        raise BoundError(Fault(path, None, f"has more than {ARTICLE_LINES:,} lines", "split it"))
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise DigestError(
            Fault(path, None, f"is not UTF-8 (byte {error.start})", "save it as UTF-8")
        ) from None
    header, body, first = parts(text, path)
    if len(header) > HEADER_CHARACTERS:
        raise BoundError(Fault(path, 1, f"has a header of {len(header):,} characters", "shorten it"))
    fields = fields_of(header, path)
    lines = Lines(text)
    page = file.startswith("pages/")
    lang, status = str(fields["lang"]), str(fields["status"])
    when, slug = moment(fields.get("date"), zone), str(fields["slug"])
    unpublished = status in UNPUBLISHED
    if unpublished and not page and not when:
        page, slug = True, f"{UNDATED}/{slug}"
    record = Record(
        file=file,
        sha=fingerprint(raw),
        page=page,
        slug=slug,
        slug_line=lines.of("slug:"),
        lang=lang,
        shown=drafts or not unpublished,
        embargo=moment(fields.get("embargo_until"), zone),
        day="" if page else when[:10],
        when=when,
        due_line=lines.of("embargo_until:") or lines.of("date:"),
    )
    if not record.shown:
        return record, None
    picture = fields.get("image") or {}
    html, found = "", tuple[Reference, ...]()
    try:
        # A retracted article is its title and its corrections, whatever stands in its file.
        made = read("" if status == "retracted" else body, lang)
        html, found = references(made.html, file, lines, first)
    except RecursionError:
        raise DigestError(Fault(path, first, *TOO_DEEP)) from None
    if made.problems:
        raise DigestError.of(Fault(path, *told) for told in placed(made.problems, body, first))
    parsed = Parsed(
        file=file,
        page=page,
        slug=record.slug,
        lang=lang,
        status=status,
        embargo=record.embargo,
        title=typeset(fields["title"], lang),
        when=when,
        precision=str(fields.get("date_precision") or ""),
        date_source=str(fields.get("date_source") or ""),
        modified=moment(fields.get("modified"), zone),
        source=str(fields.get("source") or ""),
        standfirst=typeset(fields.get("summary") or "", lang),
        category=str(fields.get("category") or ""),
        tags=tuple(fields.get("tags") or ()),
        authors=tuple(fields.get("authors") or ()),
        variant_of=str(fields.get("variant_of") or ""),
        aliases=tuple(fields.get("aliases") or ()),
        corrections=tuple(Correction(one["date"], one["what"]) for one in fields.get("corrections") or ()),
        mentioned=tuple(
            Mentioned(typeset(one["text"], lang), one.get("from"), one.get("until"))
            for one in fields.get("dates_mentioned") or ()
        ),
        minutes=minutes(html),
        html=html,
        picture=Picture(
            src=picture.get("src") or "",
            alt=picture.get("alt") or "",
            caption=typeset(picture.get("caption") or "", lang),
            credit=picture.get("credit") or "",
            archive=bool(picture.get("archive")),
        )
        if picture
        else None,
        byline=str(fields.get("byline") or ""),
        dateline=str(fields.get("dateline") or ""),
        rights={key: str(value) for key, value in (fields.get("rights") or {}).items() if value},
        source_url=str(fields.get("source_url") or ""),
        revision=str(fields.get("revision") or ""),
        seed=str((fields.get("seed") or {}).get("path") or ""),
        sha256=str((fields.get("seed") or {}).get("sha256") or ""),
        options=fields.get("glossary") or {},
        references=found,
    )
    src = picture.get("src")
    return _asking(record, fields, lines, src, found), parsed


def _asking(record: Record, fields: Mapping[str, Any], lines: Lines, src: str | None, found: Any) -> Record:
    from msgspec.structs import replace

    first = lines.of("aliases:") or 1
    aliases = fields.get("aliases") or ()
    return replace(
        record,
        aliases=tuple((alias, lines.of(alias, lines.of(alias, first) or first)) for alias in aliases),
        references=found,
        picture=(src, lines.of(src)) if src else None,
        options=fields.get("glossary") or {},
    )


def moment(value: date | datetime | None, zone: ZoneInfo) -> str:
    """ISO 8601 of a moment, with its offset; a day is its midnight in the site's zone. Empty for none."""
    if value is None:
        return ""
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    return (value if value.tzinfo else value.replace(tzinfo=zone)).isoformat()
