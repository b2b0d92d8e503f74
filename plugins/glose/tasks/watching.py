"""Notices what people save, from the moment on at which it is asked to, and forgets nothing while a build runs."""

from __future__ import annotations

import threading
from collections.abc import Collection
from pathlib import Path
from queue import Empty, SimpleQueue

from watchfiles import DefaultFilter, watch

STEP, DEBOUNCE = 10, 30
"""Milliseconds: how long nothing more may be saved before a save is told, and after which it is told all the same."""
LOOK = 100
"""Milliseconds after which a watch that saw nothing looks up."""


class Changes:
    """The files that were saved, added or removed since one last asked."""

    def __init__(self, folders: Collection[Path], files: Collection[Path]) -> None:
        """Watches everything below `folders`, and `files`; when it returns, nothing is missed any more."""
        self._seen: SimpleQueue[set[Path]] = SimpleQueue()
        watches = [(list(folders), set[str](), True)] if folders else []
        # Not the files themselves: an editor that puts a new one in the place of the old takes the watched one away.
        watches += [([place], {str(one) for one in files}, False) for place in {one.parent for one in files}]
        for places, only, deep in watches:
            begun = threading.Event()
            threading.Thread(target=self._watch, args=(places, only, deep, begun), daemon=True).start()
            begun.wait()

    def wait(self, seconds: float) -> set[Path]:
        """What was changed; waits for it, but no longer than `seconds`."""
        found = set[Path]()
        try:
            found |= self._seen.get(timeout=seconds)
            while True:
                found |= self._seen.get_nowait()
        except Empty:
            return found

    def _watch(self, places: list[Path], only: set[str], deep: bool, begun: threading.Event) -> None:
        usual = DefaultFilter()
        try:
            for changed in watch(
                *places,
                watch_filter=lambda change, path: usual(change, path) and (not only or path in only),
                debounce=DEBOUNCE,
                step=STEP,
                rust_timeout=LOOK,
                yield_on_timeout=True,
                raise_interrupt=False,
                recursive=deep,
            ):
                begun.set()
                if changed:
                    self._seen.put({Path(path) for _, path in changed})
        finally:
            begun.set()  # what cannot be watched is told by its thread, and keeps nobody waiting
