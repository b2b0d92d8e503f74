"""What is wrong in a built site: pages, addresses, policy, feeds, data, search index, and the manifest of it all.

Every page is read and walked once; what rules over several pages need of it is kept as `Facts`. Nothing here knows how
pages are made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from glose.digest.check.site import links, policy
from glose.digest.check.site.data import data_faults, is_written
from glose.digest.check.site.feeds import feed_faults
from glose.digest.check.site.files import Files
from glose.digest.check.site.look import Seen
from glose.digest.check.site.manifest import listed, manifest_faults, promised_faults
from glose.digest.check.site.memo import Memory, Told, recall, remember
from glose.digest.check.site.reading import Means, read_files
from glose.digest.check.site.search import FOLDER, search_faults
from glose.digest.check.site.sitemap import redirect_faults, robots_faults, security_faults, sitemap_faults
from glose.digest.check.site.structured import identifier_faults
from glose.digest.check.site.style import style_faults
from glose.digest.model.errors import Fault
from glose.digest.site.value import fingerprint
from glose.digest.work.garbage import no_garbage

__all__ = ["Checked", "Means", "check_site", "site_faults"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at a site found."""

    faults: tuple[Fault, ...]
    """By file; paths are relative to the site."""
    pages: int
    looked: int
    """How many files were looked at now: the others are as the last check saw them."""
    links: Mapping[str, tuple[str, ...]]
    """Each page's addresses, where somebody wants to know them."""
    home: str
    """Where the site says that it is published."""


def site_faults(site: Path) -> list[Fault]:
    """Faults of the site built at `site`, by file; paths are relative to `site`."""
    return list(check_site(site).faults)


def check_site(site: Path, means: Means | None = None) -> Checked:
    """Looks at the site built at `site`."""
    files, means = Files(site), means or Means()
    version = fingerprint([means.version, files.home])
    stamps = {name: means.stamp(stat) for name, stat in files.stats.items()}
    standing = fingerprint([sorted(stamps.items()), sorted(files.odd)]) if all(stamps.values()) else b""
    with no_garbage():
        memory = Memory() if means.afresh else recall(means.memo, version)
        same = bool(standing) and memory.told.standing == standing
        if same and not means.linked:
            return Checked(memory.told.faults, memory.told.pages, 0, {}, files.home)
        reading = read_files(files, stamps, memory.files, means)
        seen = reading.seen
        faults = [Fault(name, None, what, todo) for name, one in seen.items() for what, todo in one.wrong]
        faults += _across(files, seen)
        faults.sort(key=lambda fault: fault.path)
        links_of = {name: one.facts.links for name, one in seen.items() if one.facts}
        told = Told(standing, tuple(faults), len(links_of))
        if not same:
            remember(means.memo, version, told, reading.known)
    return Checked(told.faults, told.pages, reading.looked, links_of, files.home)


def _across(files: Files, seen: Mapping[str, Seen]) -> Iterator[Fault]:
    """What several pages and the files beside them tell together."""
    pages = {name: one.facts for name, one in seen.items() if one.facts}
    feeds = {name: one.feed for name, one in seen.items() if one.feed}
    parts = {name: one.part for name, one in seen.items() if one.part}
    known, damaged = listed(files)
    yield from damaged
    yield from promised_faults(files, pages)
    written = frozenset().union(*(page.quoted for page in pages.values()))
    sound = links.Sound()
    for page in pages.values():
        yield from links.link_faults(page, files, pages, sound)
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
    yield from data_faults(files, pages)
    yield from feed_faults(files, pages, feeds)
    yield from sitemap_faults(files, pages)
    yield from robots_faults(files)
    yield from security_faults(files)
    yield from redirect_faults(files, pages)
    wanted = any(name.startswith(FOLDER) for name in known or ())
    yield from search_faults(files, pages.values(), parts, wanted)
    yield from manifest_faults(files, known)
