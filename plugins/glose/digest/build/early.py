"""What somebody looks at comes first: of a large site its pages are rendered before everything else is thought of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from glose.digest.build.plan import Course, Features, Memory
from glose.digest.model.errors import DigestError
from glose.digest.site.site import Site
from glose.digest.site.values import Fingerprint, Page

FIRST = ("glose.articles", "glose.term_pages")
"""The features whose pages people write and look at."""
MANY = 2000
"""Articles from which on it is worth the while: it costs a third of a second for ten thousand."""


@dataclass(frozen=True, slots=True)
class Early:
    """What is looked at, and who shows it."""

    wanted: frozenset[str]
    """Paths of pages."""
    show: Callable[[str, bytes], None]
    """Is given each of those that is new, by path, before the site is published."""


def looked_at(
    site: Site, features: Features, version: Callable[[str, str], Fingerprint], before: Memory, early: Early
) -> Iterator[Page]:
    """Those pages of `early` that are not what they were. What is wrong, the whole plan says.

    `version`: of a template in an edition. `before`: what the last build made.
    """
    wanted = early.wanted & before.pages.keys()
    if not wanted or len(site.articles) < MANY:
        return
    for name in FIRST:
        with suppress(DigestError):
            done = Course(site, features, version, before, only=name).whole()
            yield from (page for page in done.made if page.path in wanted)
            wanted -= done.memory.pages.keys()
        if not wanted:
            return
