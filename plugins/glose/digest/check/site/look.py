"""What one file of a site tells by itself: what is wrong with it, and what rules over several files need of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from glose.digest.check.site import active, body, frame, links, policy, tags
from glose.digest.check.site.body import HEADINGS
from glose.digest.check.site.feeds import Feed, is_feed, read_feed
from glose.digest.check.site.files import Place
from glose.digest.check.site.media import media_faults
from glose.digest.check.site.page import Facts, Page, Wrong, value
from glose.digest.check.site.search import Part, is_part, read_part
from glose.digest.check.site.structured import Graph
from glose.digest.site.value import Value

RULES: tuple[Callable[[Page], Iterator[Wrong]], ...] = (
    frame.encoding,
    frame.head,
    tags.tags,
    policy.presence,
    policy.width,
    policy.held,
    active.handlers,
    active.frames,
    active.schemes,
    active.animations,
    active.forms,
    body.languages,
    body.outline,
    body.names,
    body.tables,
    body.elements,
    body.order,
    body.dates,
    links.ids,
    links.pointers,
    links.mentions,
)
"""What one page alone tells."""


class Seen(Value, frozen=True):
    """What one file tells by itself."""

    wrong: tuple[Wrong, ...] = ()
    facts: Facts | None = None
    """Of a page."""
    feed: Feed | None = None
    part: Part | None = None
    """Of the search index."""


def look(name: str, data: bytes, place: Place) -> Seen:
    """Looks at a file. Pure: the same bytes at the same place tell the same."""
    if name.endswith(".html"):
        page = Page(name, data)
        graph = Graph(page)
        placed = frame.weight(page, place), active.third_parties(page, place), active.refreshes(page, place)
        wrong = chain(*(rule(page) for rule in RULES), *placed, graph.wrong)
        return Seen(tuple(dict.fromkeys(wrong)), _facts(page, graph))
    if is_feed(name):
        return Seen(feed=read_feed(name, data, place))
    if is_part(name):
        return Seen(part=read_part(name, data, place))
    return Seen(tuple(dict.fromkeys(media_faults(name, data))))


def _facts(page: Page, graph: Graph) -> Facts:
    """What is kept of a page when its tree is given up."""
    left, quoted = frame.leftovers(page)
    return Facts(
        name=page.name,
        ids=frozenset(page.ids),
        links=tuple(dict.fromkeys(active.links_of(page))),
        lang=page.lang,
        spoken=next(filter(None, _own_languages(page)), page.lang),
        canonical=page.canonical[0] if page.canonical else "",
        refresh=page.refresh,
        is_article=page.is_article,
        hidden=page.hidden,
        searched=bool(page.having["data-pagefind-body"]),
        alternates=_versions(page, "link"),
        versions=_versions(page, "link") + _versions(page, "a"),
        listed=tuple(_listed(page)),
        policy=policy.own_policy(page),
        hashes=frozenset(one for _, one in policy.needed(page)),
        described=graph.described,
        mentioned=graph.mentioned,
        leftovers=left,
        quoted=quoted,
    )


def _listed(page: Page) -> Iterator[str]:
    """Addresses of the articles in a listing: each entry's headline is a link."""
    for name in HEADINGS:
        for one in page.named[name]:
            if value(one, "class") == "headline":
                yield from (value(link, "href") for link in one.iterdescendants("a"))


def _own_languages(page: Page) -> Iterator[str]:
    """An article may be in another language than the interface around it: it says so itself, or its title does."""
    for article in page.named["article"]:
        if not _is_entry(value(article, "class")):
            yield value(article, "lang")
    if page.is_article:
        yield from (value(title, "lang") for title in page.named["h1"])


def _is_entry(names: str) -> bool:
    return "entry" in names.split()


def _versions(page: Page, tag: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (value(one, "hreflang"), value(one, "href"))
        for one in page.named[tag]
        if one.get("hreflang") is not None
    )
