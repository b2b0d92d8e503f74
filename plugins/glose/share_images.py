"""A picture for each article that says its title, day and terms where its link is shared (SHARE_IMAGES)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from glose.digest.edition.language import in_words
from glose.digest.site.room import Room, View, Writer
from glose.digest.site.share import NAME, address, picture
from glose.digest.site.site import Site
from glose.digest.site.values import Page


def pages(site: Site) -> Iterator[Page]:
    """One file an article, where they are asked for."""
    for article in site.articles if site.settings.share_images else ():
        if path := address(site.settings, article):
            values = {
                "title": article.title,
                "lang": article.lang,
                "day": in_words(article.date.date(), "long", article.lang),
                "terms": tuple(term.name for term in article.terms[:6]),
            }
            yield Page(path, NAME, site.settings.editions.of(article.lang), path, (), values)


def drawn(page: Page, room: Room) -> bytes:
    """The picture."""
    one = page.values
    return picture(
        room.settings.name, one["title"], one["lang"], one["day"], one["terms"], room.constants["accent"]
    )


VIEWS: Mapping[str, View] = {}
WRITERS: Mapping[str, Writer] = {NAME: drawn}


def register() -> None:
    """Pelican asks every plugin for it; the build takes `pages` instead."""
