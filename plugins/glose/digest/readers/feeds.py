"""RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0: one article an entry.

feedparser reads the entries, after our own parser has gated the document: 200,000 attributes cost feedparser
20 s, nested entities 4 s. Media RSS is read here, because feedparser puts a picture's description where the
entry's summary belongs. A feed that is not well formed is left to feedparser's loose parser, with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import feedparser
from lxml import etree

from glose.digest.html.blocks import Fragment, from_html, from_text
from glose.digest.html.xml import Element, MalformedError, local, namespace, parse, sniffed_root, text_of
from glose.digest.model.article import Finding, Image
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError, is_outside
from glose.digest.model.limits import FEED_BYTES
from glose.digest.newsroom.agencies import code
from glose.digest.readers.story import Story, drafts, each
from glose.digest.text.clean import line
from glose.digest.text.decode import decode

MAX_BYTES = FEED_BYTES
_MOST_MARKUP = 200_000
"""Characters < and = in a feed that only a loose parser can read."""
_BOILERPLATE = re.compile(
    r"(?:The post\b.*\bappeared first on\b|L['’]article\b.*\best apparu en premier\b|Der Beitrag\b.*\berschien zuerst\b"
    r"|(?:Continue reading|Read more|Read the full|Lire la suite|Weiterlesen|Leer más|Continuer la lecture)\b).{0,300}",
    re.I | re.S,
)
_HTML = re.compile(r"&(?:#\d+|#x[\da-f]+|\w+);|</?\w", re.I)
_MEDIA = "http://search.yahoo.com/mrss"
_FOREIGN = (
    _MEDIA,
    "http://www.itunes.com/",
    "http://purl.org/rss/1.0/modules/slash",
    "http://www.georss.org/",
)


def sniff(source: Source) -> bool:
    """True for a document whose root is ``rss``, ``RDF`` or ``feed``."""
    return sniffed_root(source) in ("rss", "RDF", "feed")


def read(source: Source) -> Iterator[Draft | SeedError]:
    """One draft an entry that has text. Raises `SeedError` when none has."""
    try:
        root, findings = parse(source)
        pictures = [_picture(entry) for entry in root.iter() if local(entry) in ("item", "entry")]
        feed = _parsed(_bare(root), source.name)
    except MalformedError as error:
        feed, findings = _loosely(source, error)
        pictures = []
    if len(pictures) != len(feed.entries):
        pictures = [Image()] * len(feed.entries)
    atom = str(feed.get("version", "")).startswith("atom")
    channel = _Channel(
        _text(feed.feed, "title"),
        _text(feed.feed, "language"),
        _text(feed.feed, "publisher"),
        _authors(feed.feed) if atom else (),
    )
    entries = zip(map(dict, feed.entries), pictures, strict=True)  # its own lookups warn of old names
    yield from drafts(source, each(entries, lambda pair: [_story(*pair, channel, source.name)]), findings)


@dataclass(frozen=True, slots=True)
class _Channel:
    """What a feed says of itself."""

    title: str
    lang: str
    publisher: str
    authors: tuple[str, ...]
    """Who wrote the entries that name nobody (RFC 4287, 4.2.1); Atom only."""


def _parsed(data: bytes, name: str) -> Any:
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        return feedparser.parse(
            BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # on a damaged feed feedparser raises what its handlers happen to raise
        if is_outside(error):
            raise
        what = f"a feed that cannot be read ({type(error).__name__}: {error})"
        raise SeedError(Fault(name, None, what, "ask the sender for a whole file")) from error


def _loosely(source: Source, error: MalformedError) -> tuple[Any, tuple[Finding, ...]]:
    """A feed that is not well formed, if it is small enough for a slow parser."""
    text, findings = decode(source.data)
    if "<!ENTITY" in text or text.count("<") + text.count("=") > _MOST_MARKUP:
        raise error
    feed = _parsed(re.sub(r"\s*<\?xml[^>]*\?>", "", text, count=1).encode(), source.name)
    if not feed.entries:
        raise error
    message = "not well-formed XML: read as well as can be, the end may be missing"
    return feed, (*findings, Finding("feed", str(error), message, 0.4))


def _bare(root: Element) -> bytes:
    """The feed without the elements of extensions that feedparser would mix into the text."""
    for element in list(root.iter()):
        parent = element.getparent()
        if parent is not None and namespace(element).startswith(_FOREIGN):
            _remove(element, parent)
    return etree.tostring(root, encoding="utf-8")


def _remove(element: Element, parent: Element) -> None:
    """Takes an element out and leaves the text behind it."""
    tail, before = element.tail or "", element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _picture(entry: Element) -> Image:
    """The entry's first Media RSS picture that says something of itself."""
    for group in [
        e for e in entry.iter() if local(e) in ("content", "thumbnail", "group") and _is_media(e)
    ] + [entry]:
        within = [e for e in group.iter() if _is_media(e)]
        said = {local(e): text_of(e) for e in reversed(within) if text_of(e)}
        caption = said.get("description") or said.get("text") or ""
        if caption or said.get("credit"):
            plain = " ".join(block.text for block in from_text(caption, "").blocks)
            return Image(caption=plain, credit=said.get("credit", ""))
    return Image()


def _is_media(element: Element) -> bool:
    return namespace(element).startswith(_MEDIA)


def _story(entry: Mapping[str, Any], picture: Image, channel: _Channel, name: str) -> Story:
    contents = [str(content.get("value", "")) for content in entry.get("content", ()) if content.get("value")]
    summary = str(entry.get("summary", "") or "")
    body = from_text(max(contents, key=len, default=""), name)
    lead = from_text(summary, name) if not contents or summary not in contents else Fragment()
    blocks, boilerplate = _without_boilerplate(body if body.blocks else lead)
    own = next((image for image in (*body.images, *lead.images) if image.caption), Image())
    names = _authors(entry) or channel.authors
    return Story(
        item=_text(entry, "id") or _text(entry, "link"),
        title=_plain(_text(entry, "title"), name),
        standfirst=" ".join(block.text for block in lead.blocks) if body.blocks else "",
        byline=", ".join(names),
        authors=names,
        sources=(
            *filter(code, names),
            _text(entry.get("source", {}), "title"),
            _text(entry, "publisher"),
            channel.publisher,
            channel.title,
        ),
        url=_text(entry, "link"),
        created=_text(entry, "published") or _text(entry, "created") or _text(entry, "updated"),
        issued=_text(entry, "updated") or _text(entry, "published"),
        lang=_text(entry, "language") or channel.lang,
        status="draft" if _text(entry, "app_draft").casefold() == "yes" else "",
        tags=tuple(str(tag.get("label") or tag.get("term") or "") for tag in entry.get("tags", ())),
        image=own if own.caption else picture,
        terms=_text(entry, "rights"),
        blocks=blocks,
        left_out=(*body.left_out, *boilerplate),
        absent=f"an entry without text ({_text(entry, 'title')})",
    )


def _authors(fields: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(line(str(author["name"])) for author in fields.get("authors", ()) if author.get("name"))


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name, "")
    return line(value) if isinstance(value, str) else ""


def _plain(text: str, name: str) -> str:
    """A title, which RSS may send as HTML, escaped once more."""
    return " ".join(block.text for block in from_html(text, name).blocks) if _HTML.search(text) else text


def _without_boilerplate(text: Fragment) -> tuple[Any, tuple[str, ...]]:
    """The blocks without what the blog's software writes below every entry."""
    last = text.blocks[-1].text if text.blocks else ""
    if len(text.blocks) > 1 and _BOILERPLATE.fullmatch(last):
        return text.blocks[:-1], (last,)
    return text.blocks, ()
