"""Pages to bytes, anywhere: what a page needs travels with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from plugins.digest.build.hands import Task
from plugins.digest.build.plan import Features
from plugins.digest.build.state import decode
from plugins.digest.model.errors import DigestError, Fault
from plugins.digest.site.constants import Constants
from plugins.digest.site.render import Renderer
from plugins.digest.site.site import Settings
from plugins.digest.site.values import Fingerprint, Page


class Work(NamedTuple):
    """A page to render."""

    page: Page
    blobs: dict[Fingerprint, bytes]
    """What it needs, packed."""


class Rendered(NamedTuple):
    """A page as a file."""

    path: str
    data: bytes
    sha256: str
    """In hexadecimal digits."""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Rendering(Task[Work, Rendered]):
    """What it takes to render any page of a site."""

    settings: Settings
    theme: Path
    constants: Constants
    features: tuple[str, ...]
    """Names of their modules."""

    def renderer(self) -> Renderer:
        """Reads the theme and the features."""
        features = Features(modules(self.features))
        return Renderer(self.settings, self.theme, self.constants, features.views, features.writers)

    def prepare(self) -> Callable[[Work], Rendered]:
        """Once in each process."""
        return worker(self.renderer())


def worker(renderer: Renderer) -> Callable[[Work], Rendered]:
    """Renders pages; what is wrong with one is in the answer."""

    def render(work: Work) -> Rendered:
        def fetch(found: Fingerprint, kind: Any) -> Any:
            return decode(work.blobs[found], kind)

        try:
            data = renderer.render(work.page, fetch)
        except DigestError as error:
            return Rendered(work.page.path, b"", "", error.faults)
        return Rendered(work.page.path, data, sha256(data).hexdigest())

    return render


def modules(names: Sequence[str]) -> list[Any]:
    """The features of these names."""
    return [import_module(name) for name in names]
