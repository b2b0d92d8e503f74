"""Former addresses keep working: a page that leads on, and a list for servers that can do better."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from glose.digest.former import file_of
from glose.digest.site.room import Room, Writer
from glose.digest.site.site import Site
from glose.digest.site.values import Link, Page

LIST = "_redirects"
"""The form that Netlify and Cloudflare Pages read: former path, present path, status."""


def pages(site: Site) -> Iterator[Page]:
    """A page for each of the ``aliases``; `former` has found that it is free."""
    moves = []
    moved = [(one.aliases, one.link) for one in site.articles]
    moved += [(one.aliases, Link(one.url, one.lang, one.title, one.when, "")) for one in site.sheets]
    for aliases, article in moved:
        lang = site.settings.editions.of(article.lang)
        for former in dict.fromkeys(map(file_of, aliases)):
            yield Page(former, "redirect.html", lang, article.url, (), {"article": article})
            moves.append((former.removesuffix("index.html"), article.url))
    if moves:
        yield Page(LIST, "redirects", site.settings.lang, LIST, (), {"moves": moves})


def write(page: Page, _room: Room) -> str:
    """A line a former address."""
    return "".join(f"/{quote(former)} /{url} 301\n" for former, url in page.values["moves"])


WRITERS: Mapping[str, Writer] = {"redirects": write}


def register() -> None:
    """Connects to nothing: the build asks for `pages`."""
