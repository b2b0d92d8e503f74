"""What a site is built from, and whether any of it is new: asked first, and with as few imports as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from glose.digest.build.files import theme_stamps
from glose.digest.build.sources import Found, Sources, scan
from glose.digest.build.state import FORMAT, DamagedError, State
from glose.digest.layers import Layers
from glose.digest.model.errors import Fault
from glose.digest.site.value import Fingerprint, fingerprint, moment

CARD = Path(__file__).parents[2] / "card"
ASIDE = ("NOW", "OUTPUT_PATH")
"""Settings that decide no page."""


@dataclass(frozen=True)
class Project:
    """The sources of a site, and everything else that decides its pages."""

    sources: Sources
    theme: Layers
    program: Fingerprint = b""
    """Of the code, and the libraries that it uses."""

    @property
    def features(self) -> tuple[str, ...]:
        """Names of the modules that make pages, in the order of the settings."""
        return tuple(name for name in self.sources.settings.get("PLUGINS") or () if name != FRAME)

    @property
    def version(self) -> Fingerprint:
        """Of what decides all pages: where it is new, nothing that is remembered holds."""
        settings = sorted(
            (name, repr(one)) for name, one in self.sources.settings.items() if name not in ASIDE
        )
        return fingerprint([FORMAT, self.program, settings])


FRAME = "glose.frame"
"""The plugin by which Pelican builds the same site."""


class Known(NamedTuple):
    """What a build that has nothing to do says."""

    files: int
    """How many files the published site has."""
    held: tuple[Fault, ...] = ()
    """What waits for its hour."""


@dataclass(frozen=True)
class Look:
    """What lies there now."""

    project: Project
    clock: int
    """Nanoseconds since the epoch."""

    @cached_property
    def found(self) -> Found:
        """One walk over the content."""
        return scan(self.project.sources, self.clock)

    @cached_property
    def themed(self) -> Mapping[str, str]:
        """The stamps of the theme's files."""
        return theme_stamps(self.project.theme, CARD, self.clock)

    @cached_property
    def seen(self) -> Fingerprint:
        """Of the stamps of everything; empty while one of them says nothing yet, or something is wrong."""
        found = self.found
        stamps: list[Mapping[str, str]] = [found.texts, found.terms, found.notes, found.files, self.themed]
        return b"" if found.faults or any("" in one.values() for one in stamps) else fingerprint(stamps)

    def unchanged(self, file: Path, manifest: str, steps: Sequence[str]) -> Known | None:
        """What is known of the published site, where nothing is new since it was built; else None.

        `file`: the state. `manifest`: SHA-256 of that of the published site. `steps`: folders that are made after it.
        """
        if not file.is_file() or not manifest or not self.seen:
            return None
        with suppress(DamagedError, OSError), opened(file) as state:
            if (
                state.get("version", bytes, b"") != self.project.version
                or state.get("seen", bytes, b"") != self.seen
            ):
                return None
            if state.get("steps", tuple[str, ...], ()) != tuple(steps):
                return None
            wakes, now = state.need("wakes", str), self.project.sources.now
            if wakes and (now is None or moment(wakes) <= now):
                return None
            if (then := state.get("now", str, "")) and (now is None or now < moment(then)):
                return None  # what had come out may have to wait again
            if state.need("manifest", str) == manifest:
                held = state.need("held", tuple[tuple[str, int | None, str, str], ...])
                return Known(state.need("count", int), tuple(Fault(*one) for one in held))
        return None


@contextmanager
def opened(file: Path) -> Iterator[State]:
    """The state, let go of in the end."""
    state = State(file)
    try:
        yield state
    finally:
        state.close()
