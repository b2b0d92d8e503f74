"""JSON Feed 1 and 1.1: one article an item. Source: jsonfeed.org/version/1.1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glose.digest.html.blocks import from_html, from_text
from glose.digest.model.article import Image
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import SeedError
from glose.digest.model.limits import FEED_BYTES
from glose.digest.newsroom.agencies import code
from glose.digest.readers.json_text import Fields, is_json, parse
from glose.digest.readers.story import Story, drafts, each

MAX_BYTES = FEED_BYTES
_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version\\?/1')


def sniff(source: Source) -> bool:
    """True for JSON that names a JSON Feed version."""
    return is_json(source) and _VERSION.search(source.data.replace(b"\0", b"")) is not None


def read(source: Source) -> Iterator[Draft | SeedError]:
    """One draft an item that has text. Raises `SeedError` when none has."""
    value, findings = parse(source)
    feed = Fields(value)
    yield from drafts(
        source, each(feed.objects("items"), lambda item: [_story(item, feed, source.name)]), findings
    )


def _story(item: Fields, feed: Fields, name: str) -> Story:
    html, plain = item.raw("content_html"), item.raw("content_text")
    text = from_html(html, name) if html.strip() else from_text(plain, name)
    owners = feed.objects("authors", "author")
    people = item.objects("authors", "author") or owners
    names = tuple(filter(None, (person.text("name") for person in people)))
    return Story(
        item=item.text("id") or item.text("url"),
        title=item.text("title"),
        standfirst=item.text("summary"),
        byline=", ".join(names),
        authors=names,
        sources=(*filter(code, names), *(owner.text("name") for owner in owners), feed.text("title")),
        url=item.text("url", "external_url"),
        created=item.text("date_published", "date_modified"),
        issued=item.text("date_modified", "date_published"),
        lang=item.text("language") or feed.text("language"),
        tags=tuple(tag.text("name") for tag in item.objects("tags")),
        image=next((image for image in text.images if image.caption), Image()),
        blocks=text.blocks,
        left_out=text.left_out,
        absent=f"an item without text ({item.text('title')})",
    )
