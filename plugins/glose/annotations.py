"""An article's notes as W3C Web Annotations, in a file beside its page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from glose.digest.site.render.renderer import FILE_LINK, target
from glose.digest.site.room import Room, View, Writer
from glose.digest.site.site import Site
from glose.digest.site.values import ROOT, Fingerprint, Page

NAME = "annotations.jsonld"


def pages(site: Site) -> Iterator[Page]:
    """One file an article with notes; hidden articles have them too, as their page says so."""
    for article in site.articles:
        if found := article.annotations:
            path = f"{article.url}{NAME}"
            lang = site.settings.editions.of(article.lang)
            values = {"annotations": found, "links": site.targets(article.links)}
            yield Page(path, "annotations", lang, path, (), values, (found,))


def write(page: Page, room: Room) -> str:
    """The file, as it was made with the notes' places."""
    found: Fingerprint = page.values["annotations"]
    text = room.fetch(found, str).replace(json.dumps(ROOT)[1:-1], ROOT)
    links: Mapping[str, str] = page.values["links"]
    return FILE_LINK.sub(lambda one: room.public(target(one[1], links, page)), text)


VIEWS: Mapping[str, View] = {}
WRITERS: Mapping[str, Writer] = {"annotations": write}


def register() -> None:
    """Pelican asks every plugin for it; the build takes `pages` instead."""
