"""The publication date as the page's metadata gives it; nothing is completed and nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lxml.html import HtmlElement

from plugins.digest.dates import parse_date
from plugins.digest.model.article import Finding
from plugins.digest.readers.page.chunks import Chunk
from plugins.digest.readers.page.class_names import doubt
from plugins.digest.readers.page.json_ld import Linked
from plugins.digest.readers.page.meta import Meta

Moment = date | datetime

_PUBLISHED = (
    "article:published_time",
    "article:published:time",
    "datepublished",
    "og:article:published_time",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "publish-date",
    "publishdate",
    "publication_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "date.created",
    "datecreated",
    "dc.date",
    "dcterms.date",
    "date",
)
"""Names of meta elements that hold the publication date, the most exact first."""
_MODIFIED = (
    "article:modified_time",
    "article:modified:time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
)
_OTHERS = frozenset({"navigation", "sidebar", "footer", "comments"})
_LINE = 120
"""Characters of a date line; a longer block is prose."""


@dataclass(frozen=True, slots=True)
class Dates:
    """When the article was published and changed."""

    published: Moment | None = None
    modified: Moment | None = None
    findings: tuple[Finding, ...] = ()


def find(tree: HtmlElement, meta: Meta, record: Linked, head: Sequence[Chunk], lang: str) -> Dates:
    """The dates by JSON-LD, then meta elements, then time elements, then a line in the article's `head`."""
    witnesses = [record.published, *meta.all(*_PUBLISHED)]
    said = [(text, moment) for text in witnesses if text and (moment := parse_date(text, lang))]
    if not said:
        lines = [chunk.text for chunk in head if len(chunk.text) <= _LINE]
        said = [(text, moment) for text in (*_times(tree), *lines) if (moment := parse_date(text, lang))]
    if not said:
        return Dates(findings=_unread([text for text in witnesses if text]))
    text, published = said[0]
    modified = parse_date(record.modified or meta.first(*_MODIFIED), lang)
    finding = Finding("date", text, "publication date by the page's metadata", 0.95)
    other = next((other for other, moment in said if abs((_day(moment) - _day(published)).days) > 1), None)
    if other:
        finding = Finding(
            "date", text, f"publication date by the page's metadata; elsewhere it says {other}", 0.6
        )
    later = modified if modified and _day(modified) >= _day(published) and modified != published else None
    return Dates(published, later, (finding,))


def _times(tree: HtmlElement) -> Iterator[str]:
    """Machine-readable dates of time elements and microdata, unless they stand in furniture."""
    for element in tree.iter("time", "span", "div", "p"):
        marked = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        value = (
            element.get("datetime") or (marked and (element.get("content") or element.text_content())) or ""
        )
        if (element.tag == "time" or marked) and value and not _in_furniture(element):
            yield value


def _in_furniture(element: HtmlElement) -> bool:
    """True for a date that is another article's, or a comment's."""
    against = filter(None, map(doubt, element.iterancestors()))
    return any(found.reason == "related" or (found.strong and found.reason in _OTHERS) for found in against)


def _unread(texts: Sequence[str]) -> tuple[Finding, ...]:
    """A finding where the metadata holds a date that cannot be read safely."""
    message = "a date in the page's metadata that cannot be read safely; write `date:` into the sidecar"
    return (Finding("date", texts[0], message, 0.3),) if texts else ()


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
