"""Pages to bytes, anywhere: what a page needs travels with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import import_module
from typing import Any, NamedTuple

from glose.digest.build.hands import Task
from glose.digest.build.plan import Features
from glose.digest.build.state import decode
from glose.digest.layers import Layers
from glose.digest.model.errors import BoundError, DigestError, Fault
from glose.digest.site.constants import Constants
from glose.digest.site.render import Renderer
from glose.digest.site.site import Settings
from glose.digest.site.values import Fingerprint, Page
from glose.digest.work.bounded import bounded


class Work(NamedTuple):
    """A page to render."""

    page: Page
    blobs: dict[Fingerprint, bytes]
    """What it needs, packed."""


class Rendered(NamedTuple):
    """A page as a file."""

    path: str
    data: bytes
    """What `Renderer.lay` makes the file of."""
    sha256: str
    """Of the file, in hexadecimal digits."""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Rendering(Task[Work, Rendered]):
    """What it takes to render any page of a site."""

    light = 5
    stage = "pages"
    settings: Settings
    theme: Layers
    constants: Constants
    features: tuple[str, ...]
    """Names of their modules."""
    ready: Renderer | None = field(default=None, compare=False)
    """One that renders the same already; it stays in this process."""

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "ready": None}

    @property
    def own(self) -> Renderer:
        """The one that stays in this process."""
        return self.ready or self.renderer()

    def renderer(self) -> Renderer:
        """Reads the theme and the features."""
        features = Features(modules(self.features))
        return Renderer(self.settings, self.theme, self.constants, features.views, features.writers)

    def prepare(self) -> Callable[[Work], Rendered]:
        """Once in each process."""
        renderer = self.ready
        if renderer is None:
            renderer = self.renderer()
            renderer.compile()  # while the pages are still thought out
        return worker(renderer)


def worker(renderer: Renderer) -> Callable[[Work], Rendered]:
    """Renders pages; what is wrong with one is in the answer."""

    def render(work: Work) -> Rendered:
        def fetch(found: Fingerprint, kind: Any) -> Any:
            return decode(work.blobs[found], kind)

        try:
            with bounded(work.page.path):
                data = renderer.draft(work.page, fetch)
        except BoundError as error:
            return Rendered(work.page.path, b"", "", (_runaway(error, work.page.path),))
        except DigestError as error:
            return Rendered(work.page.path, b"", "", error.faults)
        return Rendered(work.page.path, data, sha256(renderer.lay(data)).hexdigest())

    return render


def _runaway(error: BoundError, page: str) -> Fault:
    from glose.digest.site.render.faults import line_of

    file, line = line_of(error)
    what = f"{error.faults[0].what} (for the page {page})"
    return Fault(file or page, line, what, "mend the template" if file else error.faults[0].todo)


def modules(names: Sequence[str]) -> list[Any]:
    """The features of these names."""
    return [import_module(name) for name in names]
