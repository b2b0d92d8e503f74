"""Which pages there are, and which of them are not what they were: a page is made again when its fingerprint is new."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from glose.digest.model.errors import DigestError, Fault
from glose.digest.site.room import View, Writer
from glose.digest.site.site import Site
from glose.digest.site.values import Fingerprint, Page, Part, Value, fingerprint, pack


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
    features: dict[str, tuple[Fingerprint, list[str], list[str]]] = {}  # noqa: RUF012
    """Name of each that has a key of its own to that, the paths of its pages and the names of its parts."""
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


def versions(site: Site, features: Features, version: Callable[[str, str], Fingerprint]) -> Fingerprint:
    """Of all templates in all editions."""
    names = sorted({*features.views, *features.writers})
    return fingerprint([version(name, lang) for name in names for lang in site.settings.languages])


def plan(
    site: Site,
    features: Features,
    version: Callable[[str, str], Fingerprint],
    before: Memory,
    only: str = "",
) -> Plan:
    """Compares the site's pages with those of the last build, an empty `Memory` where there is none.

    `version`: of a template in an edition. `only`: one feature, whose pages alone are planned.
    Raises `DigestError` for two pages at one path.
    """
    templates = versions(site, features, version)
    old = before if before.templates == templates else Memory()
    new = Memory(templates, files=before.files, manifest=before.manifest)
    made: list[Page] = []

    def add(page: Page) -> str:
        _check(page.path, new.pages)
        new.pages[page.path] = found = fingerprint(version(page.template, page.lang) + pack(page))
        if before.pages.get(page.path) != found:
            made.append(page)
        return page.path

    def keep(paths: list[str]) -> None:
        for path in paths:
            _check(path, new.pages)
            new.pages[path] = before.pages[path]

    def part(one: Part) -> list[str]:
        known = old.parts.get(one.name)
        if known and known[0] == one.key and before.pages.keys() >= set(known[1]):
            keep(known[1])
        else:
            known = one.key, [add(page) for page in one.make()]
        new.parts[one.name] = known
        return known[1]

    def feature(one: Any) -> None:
        key, known = one.key(site) if hasattr(one, "key") else b"", old.features.get(one.__name__)
        if (
            known
            and known[0] == key
            and before.pages.keys() >= set(known[1])
            and old.parts.keys() >= set(known[2])
        ):
            keep(known[1])
            new.parts.update((name, old.parts[name]) for name in known[2])
        else:
            found = [(one, [add(one)] if isinstance(one, Page) else part(one)) for one in one.pages(site)]
            parts = [one.name for one, _ in found if isinstance(one, Part)]
            known = key, [path for _, paths in found for path in paths], parts
        if key:
            new.features[one.__name__] = known

    for one in features.modules:
        if only in ("", one.__name__):
            feature(one)
    for page in () if only else features.last(site, sorted(new.pages)):
        add(page)
    gone = [path for path in before.pages if path not in new.pages]
    return Plan(made, gone, new)


def _check(path: str, pages: Container[str]) -> None:
    if path in pages:
        what = "two pages are to stand at this address"
        raise DigestError(Fault(path, None, what, "change the slug or name of one of them"))


def blobs(pages: Iterable[Page]) -> Iterator[Fingerprint]:
    """What these pages need."""
    return chain.from_iterable(page.needs for page in pages)
