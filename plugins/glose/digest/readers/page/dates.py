"""The publication date, from the first witness that speaks of the article itself; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from operator import itemgetter

from lxml.html import HtmlElement

from glose.digest.dates import is_update, parse_date
from glose.digest.model.article import Finding
from glose.digest.readers.page.chunks import Chunk, letters
from glose.digest.readers.page.class_names import Doubt, doubt, words
from glose.digest.readers.page.json_ld import Linked
from glose.digest.readers.page.meta import Meta
from glose.digest.readers.page.standfirst import is_told
from glose.digest.readers.page.updates import in_update

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
LONGEST = 400
"""Characters of a sentence that is searched for a date."""
_SHOWN = 60
_MOST = 20
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CHANGED = frozenset("modified updated update edited aktualisiert modification".split())
"""What class names call the moment of the last change."""
_ANY_DAY = "1 2 2003"
_NEAR = 40
"""Chunks below the title that are searched for dates of something else."""
_MOST_TIMES = 1_000
"""Time elements of a page that are looked at, from its beginning: a live page has some hundred."""


@dataclass(frozen=True, slots=True)
class Dates:
    """When the article was published and changed."""

    published: Moment | None = None
    modified: Moment | None = None
    findings: tuple[Finding, ...] = ()


def find(
    tree: HtmlElement, meta: Meta, record: Linked, below: Sequence[Chunk], head: Sequence[Chunk], lang: str
) -> Dates:
    """The dates by JSON-LD, then meta elements, then time elements, then a line in the article's `head`.

    `below`: the chunks from the title on. A date that they give of something else (a picture, another story, the
    text itself, an update) is never the article's; where there is no other, the article is held.
    """
    witnesses = [text for text in (record.published, *meta.all(*_PUBLISHED)) if text]
    said = _read(witnesses, lang)
    lines = [chunk.text for chunk in head if len(chunk.text) <= _LINE and not _whose(chunk)]
    shown = _read([text for text in (*_times(tree, head), *lines) if not is_update(text)], lang)
    said += shown
    modified = parse_date(record.modified or meta.first(*_MODIFIED), lang)
    if not said:
        return Dates(modified=modified, findings=_doubtful(witnesses, record, meta, (*head, *below), lang))
    text, published = said[0]
    finding = Finding("date", text, "publication date by the page's metadata", 0.95)
    other = next((other for other, moment in said if abs((_day(moment) - _day(published)).days) > 1), None)
    if other:
        finding = Finding(
            "date", text, f"publication date by the page's metadata; elsewhere it says {other}", 0.6
        )
    later = modified if modified and _day(modified) >= _day(published) and modified != published else None
    return Dates(published, later, (finding,))


def _read(texts: Iterable[str], lang: str) -> list[tuple[str, Moment]]:
    return [(text, moment) for text in texts if (moment := parse_date(text, lang))]


def _times(tree: HtmlElement, head: Sequence[Chunk]) -> Iterator[str]:
    """Machine-readable dates that are the article's: marked as its publication, or standing in its `head`.

    Those of other articles, pictures, updates and of the text itself are left out.
    """
    near = {element for chunk in head if not _whose(chunk) for element in chunk.element.iter("time")}
    near |= {around for chunk in head for around in (chunk.element, *chunk.element.iterancestors("time"))}
    plain = []
    dated = (one for one in tree.iter("time", "span", "div", "p") if one.tag == "time" or _is_marked(one))
    for element in islice(dated, _MOST_TIMES):
        marked = _is_marked(element)
        value = (
            element.get("datetime") or (marked and (element.get("content") or element.text_content())) or ""
        )
        if not value or _is_elsewhere(element) or in_update(element):
            continue
        if _is_called_update(element):
            continue
        if marked:
            yield value
        elif element in near or not _is_in_prose(element):
            plain.append((element not in near, value))
    yield from (value for _, value in sorted(plain, key=itemgetter(0)))


def _is_marked(element: HtmlElement) -> bool:
    return element.get("itemprop") == "datePublished" or element.get("pubdate") is not None


def _is_called_update(element: HtmlElement) -> bool:
    """True for the moment of the last change, by what the element is called or by the words before it."""
    if element.get("itemprop") == "dateModified" or _CHANGED & set(words(element.get("class") or "")):
        return True
    parent = element.getparent()
    before = element.getprevious()
    told = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    label = before.text_content() if before is not None and len(before) == 0 else ""
    return is_update(f"{label} {told} {element.text_content()} {_ANY_DAY}"[-LONGEST:])


def _is_in_prose(element: HtmlElement) -> bool:
    around = next(element.iterancestors("p", "li", "figcaption", "blockquote", "td"), None)
    if around is None or around.tag != "p":
        return around is not None
    text = around.text_content().strip()
    return len(text) > _LINE or is_told(text)


def _is_elsewhere(element: HtmlElement) -> bool:
    """True for a date that is another article's, a comment's or a picture's."""
    against = _beside_title(filter(None, map(doubt, element.iterancestors())))
    return any(found.reason == "related" or (found.strong and found.reason in _OTHERS) for found in against)


def _beside_title(against: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """The doubts of elements that do not hold the page's title: a "teaser" that does is the article's head."""
    return tuple(found for found in against if next(found.element.iter("h1"), None) is None)


def _whose(chunk: Chunk) -> str:
    """What a chunk's date is of, where it is not the article's; empty where it may be."""
    against = _beside_title(chunk.doubts)
    reasons = {found.reason for found in against}
    strong = {found.reason for found in against if found.strong}
    if (
        "caption" in strong
        or ("caption" in reasons and _is_by_picture(chunk))
        or _is_alone_with_picture(chunk)
    ):
        return "a picture's"
    if "related" in reasons or strong & _OTHERS:
        return "another story's"
    if in_update(chunk.element):
        return "an update's"
    return "one in the text" if len(chunk.text) > _LINE or is_told(chunk.text) else ""


def _is_by_picture(chunk: Chunk) -> bool:
    holder = next((found.element for found in reversed(chunk.doubts) if found.reason == "caption"), None)
    return holder is not None and next(holder.iter("img", "amp-img"), None) is not None


def _is_alone_with_picture(chunk: Chunk) -> bool:
    """True for the one line of an element that holds a picture besides."""
    around = chunk.element.getparent()
    if around is None or next(around.iter("img", "amp-img", "picture"), None) is None:
        return False
    return letters(around.text_content()) == chunk.key


def _doubtful(
    witnesses: Sequence[str], record: Linked, meta: Meta, page: Sequence[Chunk], lang: str
) -> tuple[Finding, ...]:
    """Why the article has no date though the page has some: a finding that holds it back."""
    todo = "write `date:` into the sidecar"
    if witnesses:
        message = f"a date in the page's metadata that cannot be read safely; {todo}"
        return (Finding("date", witnesses[0], message, 0.3),)
    changed = record.modified or meta.first(*_MODIFIED)
    if changed and parse_date(changed, lang):
        return (_held(changed, "its last change", todo),)
    for chunk in dict.fromkeys(page[:_NEAR]):
        whose = "its last change" if is_update(chunk.text) else _whose(chunk) or "one in the text"
        found = next((text for text, _ in _read(_sentences(chunk.text), lang)), "")
        if found:
            return (_held(found, whose, todo),)
    return ()


def _held(text: str, whose: str, todo: str) -> Finding:
    message = f"the only date of the page is {whose} ({' '.join(text.split())[:_SHOWN]}); {todo}"
    return Finding("date", text, message, 0.3, holds=True)


def _sentences(text: str) -> list[str]:
    return (
        [text]
        if len(text) <= _LINE
        else [part for part in _SENTENCE.split(text)[:_MOST] if len(part) <= LONGEST]
    )


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
