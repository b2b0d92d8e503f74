"""`invoke serve`: what is saved is built at once, and every open page loads again.

A save below seeds/ is converted first. After any other one the page comes first, and the seeds are looked through when
nobody has saved anything for a moment: with ten thousand of them that takes longer than the page.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from glose.tasks.builder import Builder
from glose.tasks.child import stopped_by_sigterm
from glose.tasks.dev_server import Reloader
from glose.tasks.settings import Site
from glose.tasks.watching import Changes

PROGRAM = "plugins"
FILES = ("pelicanconf.py", "tasks.py")
"""Changed, these ask for a process that imports them anew, as the folder `PROGRAM` does."""
QUIET = 1.0
"""Seconds without a save, after which seeds are looked through."""


def keep_up(
    site: Site, folder: Path, reloader: Reloader, address: str, then: Callable[[], None] = lambda: None
) -> None:
    """Builds `site` into `folder`, again after every save, until Ctrl-C.

    `address`: where it is served, to be said. `then`: called once that is said, in a thread of its own.
    """
    # Watching begins before the first build: what is saved during a build is built next.
    places = [site.seeds, site.root / PROGRAM, site.content, *site.theme.folders]
    changes = Changes([one for one in places if one.exists()], [site.root / name for name in FILES])
    with stopped_by_sigterm(), Builder(site.root, folder) as builder:
        builder.build(convert=True)
        print(f"{address}  (Ctrl-C ends)", flush=True)
        threading.Thread(target=then, daemon=True).start()
        _go_on(site, builder, changes, reloader)


def _go_on(site: Site, builder: Builder, changes: Changes, reloader: Reloader) -> None:
    due = None
    while True:
        changed = changes.wait(QUIET)
        if not changed:
            if due is not None and time.monotonic() >= due:
                due = None
                builder.convert()  # what it writes is seen as anybody's save
            continue
        anew = any(is_program(path, site.root) for path in changed)
        first = anew or any(path.is_relative_to(site.seeds) for path in changed)
        if anew:
            builder.renew()
        if builder.build(convert=first):
            reloader.announce()
        due = None if first else time.monotonic() + QUIET


def is_program(path: Path, root: Path) -> bool:
    """Whether a process has to be started anew when this has changed."""
    return path.is_relative_to(root / PROGRAM) or path in {root / name for name in FILES}
