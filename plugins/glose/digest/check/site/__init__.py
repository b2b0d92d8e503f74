"""What is wrong in a built site: pages, addresses, policy, feeds, data, search index, and the manifest of it all.

Every page is read and walked once; what rules over several pages need of it is kept as `Facts`. Nothing here knows how
pages are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from glose.digest.check.site import active, body, frame, links, policy, tags
from glose.digest.check.site.body import HEADINGS
from glose.digest.check.site.data import data_faults, is_written
from glose.digest.check.site.feeds import feed_faults
from glose.digest.check.site.files import Files
from glose.digest.check.site.manifest import listed, manifest_faults, promised_faults
from glose.digest.check.site.media import media_faults
from glose.digest.check.site.page import Facts, Page, Tag, Wrong, value
from glose.digest.check.site.search import FOLDER, search_faults
from glose.digest.check.site.sitemap import redirect_faults, robots_faults, security_faults, sitemap_faults
from glose.digest.check.site.structured import Graph, identifier_faults
from glose.digest.check.site.style import style_faults
from glose.digest.model.errors import Fault

RULES: tuple[Callable[[Page], Iterator[Wrong]], ...] = (
    frame.encoding,
    frame.head,
    frame.weight,
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


def site_faults(site: Path) -> list[Fault]:
    """Faults of the site built at `site`, by file; paths are relative to `site`."""
    files = Files(site)
    pages: dict[str, Facts] = {}
    faults: list[Fault] = []
    for name in sorted(one for one in files.names if one.endswith(".html")):
        page = Page(name, files.read(name))
        graph = Graph(page)
        rules = (rule(page) for rule in RULES)
        wrong = chain(*rules, active.third_parties(page, files), active.refreshes(page, files), graph.wrong)
        faults += (Fault(name, None, what, todo) for what, todo in dict.fromkeys(wrong))
        pages[name] = _facts(page, graph)
    faults += _across(files, pages)
    return sorted(faults, key=lambda fault: fault.path)


def _across(files: Files, pages: dict[str, Facts]) -> Iterator[Fault]:
    """What several pages and the files beside them tell together."""
    known, damaged = listed(files)
    yield from damaged
    yield from promised_faults(files, pages)
    written = frozenset().union(*(page.quoted for page in pages.values()))
    for page in pages.values():
        yield from links.link_faults(page, files, pages)
        yield from links.version_faults(page, files, pages)
        yield from links.address_faults(page, files, pages)
        yield from links.listing_faults(page, files, pages)
        for one in page.leftovers:
            if one not in written and not is_written(files, one):
                yield Fault(
                    page.name, None, f"template: {one} was left on the page", "mend the template or the text"
                )
    yield from policy.idle_hashes(list(pages.values()))
    yield from policy.header_faults(files, pages.values())
    yield from identifier_faults(pages.values())
    yield from style_faults(files)
    yield from media_faults(files)
    yield from data_faults(files, pages)
    yield from feed_faults(files, pages)
    yield from sitemap_faults(files, pages)
    yield from robots_faults(files)
    yield from security_faults(files)
    yield from redirect_faults(files, pages)
    yield from search_faults(files, pages.values(), any(name.startswith(FOLDER) for name in known or ()))
    yield from manifest_faults(files, known)


def _facts(page: Page, graph: Graph) -> Facts:
    """What is kept of a page when its tree is given up."""
    left, quoted = frame.leftovers(page)
    return Facts(
        name=page.name,
        ids=frozenset(page.ids),
        links=tuple(dict.fromkeys(active.links_of(page))),
        lang=page.lang,
        spoken=next(filter(None, map(_own_language, page.named["article"])), page.lang),
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


def _own_language(article: Tag) -> str:
    """An article may be in another language than the interface around it."""
    return "" if _is_entry(value(article, "class")) else value(article, "lang")


def _is_entry(names: str) -> bool:
    return "entry" in names.split()


def _versions(page: Page, tag: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (value(one, "hreflang"), value(one, "href"))
        for one in page.named[tag]
        if one.get("hreflang") is not None
    )
