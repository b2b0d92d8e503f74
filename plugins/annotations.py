"""An article's notes as W3C Web Annotations, in a file beside its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.digest.site.room import Room, View, Writer
from plugins.digest.site.site import Site
from plugins.digest.site.values import Fingerprint, Page

NAME = "annotations.jsonld"


def pages(site: Site) -> Iterator[Page]:
    """One file an article with notes; hidden articles have them too, as their page says so."""
    for article in site.articles:
        if found := article.annotations:
            path = f"{article.url}{NAME}"
            lang = site.settings.editions.of(article.lang)
            yield Page(path, "annotations", lang, path, (), {"annotations": found}, (found,))


def write(page: Page, room: Room) -> str:
    """The file, as it was made with the notes' places."""
    found: Fingerprint = page.values["annotations"]
    return room.fetch(found, str)


VIEWS: Mapping[str, View] = {}
WRITERS: Mapping[str, Writer] = {"annotations": write}


def register() -> None:
    """Pelican asks every plugin for it; the build takes `pages` instead."""
