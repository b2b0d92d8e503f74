"""The search index of `invoke serve`: made beside, while nobody saves, and put in its place whole.

A build does not wait for it. Until it is made anew, the former one is searched, and pages are told so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import MANIFEST
from glose.tasks.child import run_module
from glose.tasks.frame import told
from glose.tasks.voice import result
from glose.tasks.words import later, say

QUIET = 2.0
"""Seconds after a build in which no other one came, at least; otherwise as long as the last index took."""
NEW, KEPT, OLD = "new", "index", "old"
OF = "made-of"
"""File that says of which site an index was made."""
NICE = 10
"""Added to the niceness: a build that comes meanwhile goes first."""
WAITS = later("The search index is older than the site: it is made anew once nothing was saved for a moment.")
MAKING = later(
    "The search index is being made; until it is there, an older one is searched, if there is one."
)


class SearchAside:
    """The index of a site that is built again and again."""

    def __init__(self, root: Path, site: Path, beside: Path, tell: Callable[[str], None]) -> None:
        """`site`: where it is published. `beside`: a folder for the index. `tell`: what pages are to say of it."""
        self._site, self._folder, self._tell = site, beside, tell
        self._root = root
        self._due = threading.Condition()
        self._built = self._wanted = 0
        self._took = 0.0
        beside.mkdir(parents=True, exist_ok=True)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where the index lies that is served, and the former one, to which pages may hold that are open."""
        return self._folder / KEPT, self._folder / OLD

    def start(self) -> None:
        """Makes indexes from now on, in a thread of its own."""
        threading.Thread(target=self._work, daemon=True).start()

    def look(self) -> None:
        """There may be a new site: where the index is of another one, it is made anew."""
        if is_of(self._folder / KEPT, self._site):
            with self._due:
                self._built = self._wanted
            self._tell("")
            return
        with self._due:
            self._wanted += 1
            self._due.notify_all()
        self._tell(say(WAITS))

    def _work(self) -> None:
        while True:
            self._await_quiet()
            wanted, start = self._wanted, time.monotonic()
            self._tell(say(MAKING))
            wrong = self._make()
            self._took = time.monotonic() - start
            with self._due:
                self._built = wanted
                current = self._wanted == wanted
            if current:  # what went wrong with a site that is there no more is nobody's trouble
                self._tell(told(wrong) if wrong else "")
                if wrong:
                    print(told(wrong), flush=True)
                else:
                    result(say("search index: {took} s", took=f"{self._took:.1f}"))

    def _await_quiet(self) -> None:
        """Returns when there is a site without an index and none newer has come for a while."""
        with self._due:
            self._due.wait_for(lambda: self._wanted != self._built)
            while True:
                seen = self._wanted
                if not self._due.wait_for(partial(self._is_newer, seen), max(QUIET, self._took)):
                    return

    def _is_newer(self, seen: int) -> bool:
        return self._wanted != seen

    def _make(self) -> Fault | None:
        """Puts a new index in the place of the former one; what went wrong."""
        new, kept, old = (self._folder / name for name in (NEW, KEPT, OLD))
        shutil.rmtree(new, ignore_errors=True)
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        arguments = (str(self._site), str(new))
        code, said = run_module(self._root, None, "glose.tasks.search_aside", *arguments, **streams)
        if code:
            what = " ".join(said.splitlines()[-1:]) or f"ended with {code}"
            return Fault(say("the search index"), None, what, "it is tried again after the next save")
        shutil.rmtree(old, ignore_errors=True)
        with suppress(FileNotFoundError):
            kept.rename(old)
        new.rename(kept)
        return None


def is_of(index: Path, site: Path) -> bool:
    """Whether an index was made of the site that is published now."""
    with suppress(FileNotFoundError):
        return (index / OF).read_text() == _mark(site)
    return False


def _mark(site: Path) -> str:
    return hashlib.sha256((site / MANIFEST).read_bytes()).hexdigest()


def main(site: Path, new: Path) -> None:
    """Makes an index of `site` in the folder `new`, as a work of less urgency than others."""
    from glose.tasks.search_index import index_of

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, with which this ends
    if hasattr(os, "nice"):
        os.nice(NICE)
    new.mkdir(parents=True)
    mark = _mark(site)  # first: of what is published meanwhile, the index may know nothing
    index_of(site, new)
    (new / OF).write_text(mark)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except (OSError, DigestError) as error:
        sys.exit(str(error))
