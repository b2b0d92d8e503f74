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

    @property
    def planned(self) -> list[Any]:
        """In the order in which their pages are planned, and on a first build rendered: those that say `WHOLE` first.

        Theirs are few and each takes long. So no process is left with one when the others have done, and all have
        something to do while it is thought out which articles are related.
        """
        return sorted(self.modules, key=lambda one: not getattr(one, "WHOLE", False))

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


class Course:
    """Compares the pages of a site with those of the last build, one by one: the first are rendered while the last are
    thought out.
    """

    def __init__(
        self,
        site: Site,
        features: Features,
        version: Callable[[str, str], Fingerprint],
        before: Memory,
        only: str = "",
    ) -> None:
        """`version`: of a template in an edition. `before`: what the last build made, empty where there was none.
        `only`: one feature, whose pages alone are planned.
        """
        self._site, self._features, self._version = site, features, version
        self._before, self._only = before, only
        templates = versions(site, features, version)
        self._old = before if before.templates == templates else Memory()
        self.memory = Memory(templates, files=before.files, manifest=before.manifest)
        """What is true once all pages are made."""

    def pages(self) -> Iterator[Page]:
        """Those that are to be rendered. Raises `DigestError` for two at one path."""
        for one in self._features.planned:
            if self._only in ("", one.__name__):
                yield from self._feature(one)
        if not self._only:
            for page in self._features.last(self._site, sorted(self.memory.pages)):
                if self._is_new(page):
                    yield page

    def gone(self) -> list[str]:
        """Paths of the pages that are there no more, when all are planned."""
        return [path for path in self._before.pages if path not in self.memory.pages]

    def whole(self) -> Plan:
        """All of it at once. Raises `DigestError` for two pages at one path."""
        made = list(self.pages())
        return Plan(made, self.gone(), self.memory)

    def _feature(self, one: Any) -> Iterator[Page]:
        old, new = self._old, self.memory
        key, known = one.key(self._site) if hasattr(one, "key") else b"", old.features.get(one.__name__)
        if (
            known
            and known[0] == key
            and self._before.pages.keys() >= set(known[1])
            and old.parts.keys() >= set(known[2])
        ):
            self._keep(known[1])
            new.parts.update((name, old.parts[name]) for name in known[2])
        else:
            paths: list[str] = []
            parts: list[str] = []
            for found in one.pages(self._site):
                if isinstance(found, Page):
                    paths.append(found.path)
                    if self._is_new(found):
                        yield found
                else:
                    yield from self._part(found)
                    paths += new.parts[found.name][1]
                    parts.append(found.name)
            known = key, paths, parts
        if key:
            new.features[one.__name__] = known

    def _part(self, one: Part) -> Iterator[Page]:
        known = self._old.parts.get(one.name)
        if known and known[0] == one.key and self._before.pages.keys() >= set(known[1]):
            self._keep(known[1])
        else:
            paths: list[str] = []
            for page in one.make():
                paths.append(page.path)
                if self._is_new(page):
                    yield page
            known = one.key, paths
        self.memory.parts[one.name] = known

    def _is_new(self, page: Page) -> bool:
        """Whether the page is another than the last build's; it is remembered."""
        pages, path = self.memory.pages, page.path
        _check(path, pages)
        pages[path] = found = fingerprint(self._version(page.template, page.lang) + pack(page))
        return self._before.pages.get(path) != found

    def _keep(self, paths: list[str]) -> None:
        pages, before = self.memory.pages, self._before.pages
        for path in paths:
            _check(path, pages)
            pages[path] = before[path]


def _check(path: str, pages: Container[str]) -> None:
    if path in pages:
        what = "two pages are to stand at this address"
        raise DigestError(Fault(path, None, what, "change the slug or name of one of them"))


def blobs(pages: Iterable[Page]) -> Iterator[Fingerprint]:
    """What these pages need."""
    return chain.from_iterable(page.needs for page in pages)
