"""The feed of corrections and follow-ups, one an edition, for those who want to know of nothing else."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import StringIO
from typing import Any

from feedgenerator import Atom1Feed

from glose.digest.site.changes import Change, changes
from glose.digest.site.room import Room, View, Writer, says
from glose.digest.site.site import Site
from glose.digest.site.values import Page

QUOTED = "“%(title)s”"
PLACE = "feeds/corrections.atom.xml"


def pages(site: Site) -> Iterator[Page]:
    """One an edition, of the articles that it shows."""
    for lang, edition in site.editions.items():
        path = f"{edition.prefix}{PLACE}"
        found = changes(edition.shown, lang, site.settings.editions)[: site.settings.feed_items]
        yield Page(path, "corrections feed", lang, path, (), {"changes": found})


class _Atom(Atom1Feed):  # type: ignore[misc]
    """Atom whose entries name their language, and whose empty feed has no clock in it."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]}

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


@says(QUOTED)
def feed(page: Page, room: Room) -> str:
    """Atom, by feedgenerator."""
    made = _Atom(
        title=room.settings.name,
        link=room.public(f"{room.prefix}corrections/"),
        description=room.told,
        language=page.lang,
        feed_url=room.public(page.address),
    )
    for one in page.values["changes"]:
        made.add_item(**entry(one, room))
    text = StringIO()
    made.write(text, "utf-8")
    return text.getvalue()


def entry(one: Change, room: Room) -> dict[str, Any]:
    """A change as keyword arguments of feedgenerator's ``add_item``."""
    on = f"{room.words.t(QUOTED, title=one.on)} – " if one.on else ""
    when = datetime(one.date.year, one.date.month, one.date.day, tzinfo=UTC)
    return {
        "title": one.title,
        "link": room.public(one.url),
        "description": f"{on}{html.escape(one.what)}",  # readers take a summary for HTML
        "pubdate": when,
        "updateddate": when,
        "unique_id": room.public(one.id),
        "lang": one.what_lang,
    }


VIEWS: Mapping[str, View] = {}
WRITERS: Mapping[str, Writer] = {"corrections feed": feed}


def register() -> None:
    """Pelican asks every plugin for it; the build takes `pages` instead."""
