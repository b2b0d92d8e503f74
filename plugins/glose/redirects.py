"""Former addresses keep working: a page that leads on, and a list for servers that can do better."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from glose.digest.former import file_of
from glose.digest.site.room import Room, Writer
from glose.digest.site.site import Site
from glose.digest.site.values import Article, Page, Sheet

LIST = "_redirects"
"""The form that Netlify and Cloudflare Pages read: former path, present path, status."""


def pages(site: Site) -> Iterator[Page]:
    """A page for each of the ``aliases``; `former` has found that it is free."""
    moves = []
    moved: list[Article | Sheet] = [*site.articles, *site.sheets]
    for article in moved:
        lang = site.settings.editions.of(article.lang)
        for former in dict.fromkeys(map(file_of, article.aliases)):
            yield Page(former, "redirect.html", lang, article.url, (), {"article": article.link})
            moves.append((former.removesuffix("index.html"), article.url))
    if moves:
        yield Page(LIST, "redirects", site.settings.lang, LIST, (), {"moves": moves})


def write(page: Page, _room: Room) -> str:
    """A line a former address."""
    return "".join(f"/{quote(former)} /{url} 301\n" for former, url in page.values["moves"])


WRITERS: Mapping[str, Writer] = {"redirects": write}


def register() -> None:
    """Connects to nothing: the build asks for `pages`."""
