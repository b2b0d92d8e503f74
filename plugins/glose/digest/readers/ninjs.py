"""ninjs 1.x, 2.x and 3.x, and the JSON of AP's Media API, superdesk and the BBC that grew from it.

Source: IPTC newsinjson specifications. Between versions ``headline`` became ``headlines[]``, ``body_html``
``bodies[]``, ``byline`` ``by``, ``versioncreated`` ``versionCreated``, and associations turned from a dictionary
into a list; senders mix them. So one lookup takes every spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glose.digest.html.blocks import Fragment, from_text, is_metadata
from glose.digest.model.article import Image
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError
from glose.digest.readers.json_text import Fields, is_json, parse
from glose.digest.readers.story import Story, drafts, each
from glose.digest.text.clean import line

_WRAPPERS = (
    "data",
    "item",
    "items",
    "hits",
    "results",
    "newsItems",
    "newsItem",
    "content",
    "documents",
)
_SIGNS = ("versioncreated", "headline", "headlines", "pubstatus")
_PICTURES = frozenset({"picture", "photo", "image", "graphic", "video", "audio", "animation"})
_EVENTS = frozenset({"event", "planning", "calendar", "assignment", "coverage"})
_SUB = re.compile(r"sub|deck|kicker|secondary|teaser|alternat|short|seo", re.I)
_SUMMARY = re.compile(r"summary|abstract|text|teaser|standfirst|lead|description|main", re.I)
_DEPTH = 8


def sniff(source: Source) -> bool:
    """True for any JSON: a JSON seed that is not a news item is refused here, not taken for raw text."""
    return is_json(source)


def read(source: Source) -> Iterator[Draft | SeedError]:
    """The text items of the file. Raises `SeedError` for JSON that holds none."""
    value, findings = parse(source)
    items = list(_items(value, _DEPTH))
    if not items:
        what = "JSON that holds no news item: neither ninjs nor a JSON Feed"
        raise SeedError(Fault(source.name, None, what, "save the article as text or HTML"))
    yield from drafts(source, each(items, lambda item: [_story(item, source.name)]), findings)


def _items(value: object, depth: int) -> Iterator[Fields]:
    """The news items in whatever envelope a service puts them."""
    if depth == 0:
        return
    if isinstance(value, list):
        for element in value:
            yield from _items(element, depth - 1)
    elif isinstance(value, dict):
        fields = Fields(value)
        if any(name.startswith("body") or name in _SIGNS for name in fields):
            yield fields
            return
        for name in _WRAPPERS:
            if name in fields:
                yield from _items(fields[name], depth - 1)


def _story(item: Fields, name: str) -> Story:
    text = _body(item, name)
    pictures = (_picture(other) for other in item.objects("associations"))
    own = next((image for image in text.images if image.caption), Image())
    kind = item.text("type").casefold()
    other = kind in _PICTURES or kind in _EVENTS
    return Story(
        item=item.text("uri", "guid", "id", "altids"),
        title=_headline(item, main=True) or item.text("title", "name"),
        standfirst="" if other else _headline(item, main=False) or _description(item, name),
        byline=item.text("byline", "by"),
        authors=tuple(author.text("name") for author in item.objects("authors", "author") if _writes(author)),
        dateline=item.text("dateline") or "".join(part.text("text") for part in item.objects("dateline")),
        sources=(
            item.text("source"),
            *(_role(item, "descriptions", "creditline"),),
            item.text("creditline", "credit"),
            *(source.text("name", "literal") for source in item.objects("infosources", "infosource")),
            item.text("provider"),
            *(source.text("name") for source in item.objects("provider")),
            item.text("copyrightholder"),
            *(source.text("name") for source in item.objects("copyrightholder")),
        ),
        url=item.raw("canonicalurl") or item.raw("url") or item.raw("link"),
        created=item.text("firstpublished", "firstcreated", "published", "versioncreated"),
        issued=item.text("versioncreated"),
        composed=item.text("contentcreated", "contentmodified"),
        lang=item.text("language", "lang"),
        status=item.text("pubstatus", "state", "status"),
        embargo=item.text("embargoed", "embargo", "embargoeduntil", "publishschedule"),
        revision=item.text("version", "revision"),
        labels=(
            item.text("profile"),
            *(signal.text("name", "value") for signal in item.objects("signals", "signal")),
        ),
        notices=tuple(filter(None, (item.text("ednote", "editornote"), item.text("correction")))),
        category=_category(item),
        tags=tuple(
            tag.text("name")
            for field in ("keywords", "keyword", "subjects", "subject", "tags")
            for tag in item.objects(field)
        ),
        image=own
        if own.caption
        else next((image for image in pictures if image.caption or image.credit), Image()),
        holder=item.text("copyrightholder"),
        terms=" ".join(filter(None, (item.text("copyrightnotice"), item.text("usageterms")))),
        blocks=() if other else text.blocks,
        left_out=text.left_out,
        absent=_why(item, kind),
    )


def _body(item: Fields, name: str) -> Fragment:
    """The body in its richest rendition: HTML keeps the paragraphs that plain text has lost."""
    bodies = [
        (body.raw("contenttype") + body.raw("role"), body.raw("value") or body.raw("name"))
        for body in item.objects("bodies", "body")
    ]
    bodies += [(field, item.raw(field)) for field in item if field.startswith("body")]
    if isinstance(paragraphs := item.get("body"), list) and all(isinstance(text, str) for text in paragraphs):
        bodies = [("", "\n\n".join(paragraphs))]
    bodies = [(kind, text) for kind, text in bodies if text.strip()]
    best = min(bodies, key=lambda body: _plainness(*body), default=("", ""))
    return from_text(best[1], name, is_metadata)


def _plainness(kind: str, text: str) -> int:
    """0 for XHTML, more for renditions with less of the text's structure or more of a page's (TT's rich HTML)."""
    if "xhtml" in kind.lower():
        return 0
    marked = "html" in kind.lower() or text.lstrip().startswith("<")
    return 3 if not marked else 2 if "rich" in kind.lower() else 1


def _role(item: Fields, field: str, role: str) -> str:
    found = (entry.text("value") for entry in item.objects(field) if entry.text("role").casefold() == role)
    return next(filter(None, found), "")


def _headline(item: Fields, main: bool) -> str:
    """The headline; with `main` false, a sub-headline."""
    if main and (single := item.text("headline")):
        return single
    lines = [(entry.text("role"), entry.text("value", "text", "name")) for entry in item.objects("headlines")]
    return next((text for role, text in lines if text and bool(_SUB.search(role)) != main), "") or (
        item.text("subheadline", "subhead", "headline_sub") if not main else ""
    )


def _description(item: Fields, name: str) -> str:
    """The summary, as plain text."""
    described = [
        entry.raw("value") or entry.raw("name")
        for entry in item.objects("descriptions", "description")
        if not entry.text("role")
        or (_SUMMARY.search(entry.text("role")) and "caption" not in entry.text("role"))
    ]
    texts = [
        item.raw(field) for field in ("description_text", "description_html", "abstract", "summary")
    ] + described
    text = next((text for text in texts if text.strip()), "")
    return " ".join(block.text for block in from_text(text, name).blocks)


def _writes(author: Fields) -> bool:
    return author.text("role").casefold() in (
        "",
        "writer",
        "author",
        "reporter",
        "journalist",
        "byline",
        "correspondent",
    )


def _category(item: Fields) -> str:
    """The sender's section: its own service, or a subject filed as a category under a readable name."""
    subjects = [
        s
        for s in item.objects("subjects", "subject")
        if s.text("rel") == "category" or "category" in s.text("scheme")
    ]
    services = (*item.objects("service", "services", "anpa_category"), *subjects)
    return next(filter(lambda name: len(name) > 2, (service.text("name") for service in services)), "")


def _picture(other: Fields) -> Image:
    """The caption and credit of an associated picture."""
    if other.text("type").casefold() not in _PICTURES:
        return Image()
    caption = _role(other, "descriptions", "caption") or other.text("description_text", "caption")
    caption = caption or next(
        (entry.text("value") for entry in other.objects("descriptions", "description")), ""
    )
    credit = _role(other, "descriptions", "creditline") or other.text("creditline", "credit", "byline", "by")
    return Image(caption=line(caption), credit=credit, alt=other.text("alttext", "alt_text"))


def _why(item: Fields, kind: str) -> str:
    """Why an item has no text."""
    if kind in _PICTURES or kind in _EVENTS:
        return f"a {kind} ({_headline(item, main=True)})"
    renditions = item.get("renditions")
    if isinstance(renditions, dict) and Fields(renditions.get("nitf")).raw("href"):
        return "its text is in another file, that of renditions.nitf.href"
    return f"no body ({_headline(item, main=True)})"
