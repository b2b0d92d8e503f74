"""`invoke serve`: what is saved is built at once, and every open page loads again.

A save below seeds/ is converted first. After any other one the page comes first, and the seeds are looked through when
nobody has saved anything for a moment: with ten thousand of them that takes longer than the page.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from glose.digest.model.errors import DigestError
from glose.tasks.builder import Builder
from glose.tasks.child import stopped_by_sigterm
from glose.tasks.editor import Desk
from glose.tasks.reloading import Reloader
from glose.tasks.search_aside import SearchAside
from glose.tasks.settings import Site, read_site
from glose.tasks.watching import Changes

QUIET = 1.0
"""Seconds without a save, after which seeds are looked through, and everything else once more."""
LONG = 30.0
"""Seconds after which one looks whether the hour of something has come, where something waits."""


@dataclass
class Serving:
    """A site that is kept up with what people save."""

    site: Site
    """As its settings were when they could last be read."""
    folder: Path
    """Where it is published."""
    reloader: Reloader
    desk: Desk
    search: SearchAside
    drafts: bool = False
    """Show what is not published yet, too."""
    _unseen: bool = False
    """Something was saved after which the seeds were not looked through."""
    _programs: Mapping[Path, int] = field(default_factory=dict)
    """When each program was changed that the process has imported, or may have."""
    _waits: bool = False
    """Something is published at an hour that is to come."""

    def keep_up(self, then: Callable[[], None]) -> None:
        """Builds, and again after every save, until Ctrl-C. `then` is called once, after the first build."""
        # Watching begins before the first build: what is saved during a build is built next.
        changes = Changes(self.site.root, places(self.site))
        self._programs = stamps(self.site)
        with stopped_by_sigterm(), Builder(self.site.root, self.folder, self.drafts) as builder:
            self._build(builder, convert=True)
            then()
            threading.Thread(target=self.desk.ready, daemon=True).start()
            self.search.start()
            self._go_on(builder, changes)

    def _go_on(self, builder: Builder, changes: Changes) -> None:
        due = time.monotonic() + LONG
        while True:
            changed = changes.wait(QUIET)
            if not changed:
                if time.monotonic() >= due:
                    if self._unseen and self._programs != stamps(self.site):  # a save that nobody told of
                        self._renew(builder, changes)
                    if self._unseen or self._waits:
                        self._build(
                            builder, convert=self._unseen
                        )  # what that writes is seen as anybody's save
                    self._unseen = False
                    due = time.monotonic() + LONG
                continue
            anew = any(is_program(path, self.site) for path in changed)
            if anew:
                self._renew(builder, changes)
            self._build(
                builder, convert=anew or any(path.is_relative_to(self.site.seeds) for path in changed)
            )
            due, self._unseen = time.monotonic() + QUIET, True

    def _renew(self, builder: Builder, changes: Changes) -> None:
        self._programs = stamps(self.site)
        builder.renew()
        self._read_settings(changes)

    def _build(self, builder: Builder, *, convert: bool) -> None:
        told = self.reloader
        done = builder.build(convert=convert, looked_at=told.looked_at, show=told.show)
        self._waits = done.waits
        told.tell(wrong=done.wrong, aside=done.aside)
        if done.published:
            told.announce({path for path, page in told.early.items() if self._is_published(path, page)})
        else:
            told.withdraw()
        if done.published or not done.wrong:
            self.search.look()

    def _is_published(self, path: str, page: bytes) -> bool:
        with suppress(OSError):
            return (self.folder / path).read_bytes() == page
        return False

    def _read_settings(self, changes: Changes) -> None:
        """Follows the settings; while they are broken, which the build tells, those before hold."""
        try:
            self.site = read_site(self.site.root, self.site.file)
        except DigestError:
            return
        self.desk.own = self.site
        changes.follow(places(self.site))


def places(site: Site) -> Collection[Path]:
    """What a site is built from: folders that need not be there yet."""
    own = site.root / str(site.values["THEME_OVERRIDES"] or "theme")
    return {site.seeds, *programs(site), site.content, Path(site.values["THEME"]), own}


def programs(site: Site) -> Collection[Path]:
    """Folders whose programs a process imports once."""
    return {site.root / str(one) for one in site.values["PLUGIN_PATHS"]}


def is_program(path: Path, site: Site) -> bool:
    """Whether a process has to be started anew when this has changed."""
    of_root = path.parent == site.root and path.suffix == ".py"
    return of_root or any(path.is_relative_to(one) for one in programs(site))


def stamps(site: Site) -> Mapping[Path, int]:
    """When each of the programs was changed."""
    files = [*site.root.glob("*.py"), *(file for one in programs(site) for file in one.rglob("*.py"))]
    found = dict[Path, int]()
    for file in files:
        with suppress(FileNotFoundError):
            found[file] = file.stat().st_mtime_ns
    return found
