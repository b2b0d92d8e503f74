"""Which pages there are, and which of them are not what they were: a page is made again when its fingerprint is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from plugins.digest.model.errors import DigestError, Fault
from plugins.digest.site.room import View, Writer
from plugins.digest.site.site import Site
from plugins.digest.site.values import Fingerprint, Page, Part, Value, fingerprint, pack


@dataclass(frozen=True)
class Features:
    """The features of a site, in the order of its settings."""

    modules: Sequence[Any]

    @property
    def views(self) -> dict[str, View]:
        """By template."""
        return self._all("VIEWS")

    @property
    def writers(self) -> dict[str, Writer]:
        """By name."""
        return self._all("WRITERS")

    def _all(self, name: str) -> dict[str, Any]:
        return dict(chain.from_iterable(getattr(one, name, {}).items() for one in self.modules))

    def pages(self, site: Site) -> Iterator[Page | Part]:
        """Of all features, but for those that must know which others there are."""
        for one in self.modules:
            yield from one.pages(site)

    def last(self, site: Site, paths: Sequence[str]) -> Iterator[Page]:
        """Those."""
        for one in self.modules:
            if hasattr(one, "last"):
                yield from one.last(site, paths)


class Memory(Value, frozen=True):
    """What the last build made."""

    templates: Fingerprint = b""
    """Of the versions of all templates."""
    pages: dict[str, Fingerprint] = {}  # noqa: RUF012  msgspec copies it
    """Path to the fingerprint of the page."""
    parts: dict[str, tuple[Fingerprint, list[str]]] = {}  # noqa: RUF012
    """Name to the key, and the paths of the pages."""
    files: dict[str, tuple[str, str]] = {}  # noqa: RUF012
    """Path of a file that is copied to the stamp of its source, and its SHA-256."""
    manifest: str = ""
    """Of the site that all this is true of."""


@dataclass(frozen=True)
class Plan:
    """What a build has to do."""

    made: Sequence[Page]
    """Pages to render."""
    gone: Sequence[str]
    """Paths of pages that are there no more."""
    memory: Memory
    """What is true afterwards."""


def plan(site: Site, features: Features, version: Callable[[str, str], Fingerprint], before: Memory) -> Plan:
    """Compares the site's pages with those of the last build, an empty `Memory` where there is none.

    `version`: of a template in an edition. Raises `DigestError` for two pages at one path.
    """
    langs = site.settings.languages
    names = sorted({*features.views, *features.writers})
    templates = fingerprint([version(name, lang) for name in names for lang in langs])
    kept = before.parts if before.templates == templates else {}
    pages: dict[str, Fingerprint] = {}
    parts: dict[str, tuple[Fingerprint, list[str]]] = {}
    made: list[Page] = []

    def add(page: Page) -> None:
        if page.path in pages:
            what = "two pages are to stand at this address"
            raise DigestError(Fault(page.path, None, what, "change the slug or name of one of them"))
        pages[page.path] = found = fingerprint(version(page.template, page.lang) + pack(page))
        if before.pages.get(page.path) != found:
            made.append(page)

    for one in features.pages(site):
        if isinstance(one, Page):
            add(one)
            continue
        old = kept.get(one.name)
        if old is not None and old[0] == one.key and all(path in before.pages for path in old[1]):
            parts[one.name] = old
            pages.update((path, before.pages[path]) for path in old[1])
            continue
        paths: list[str] = []
        for page in one.make():
            add(page)
            paths.append(page.path)
        parts[one.name] = one.key, paths
    for page in features.last(site, sorted(pages)):
        add(page)
    gone = [path for path in before.pages if path not in pages]
    return Plan(made, gone, Memory(templates, pages, parts, before.files, before.manifest))


def blobs(pages: Iterable[Page]) -> Iterator[Fingerprint]:
    """What these pages need."""
    return chain.from_iterable(page.needs for page in pages)
