"""Notices what people save, from the moment on at which it is asked to, and forgets nothing while a build runs."""

from __future__ import annotations

import sys
import threading
from collections.abc import Collection, Iterable
from pathlib import Path
from queue import Empty, SimpleQueue

from watchfiles import Change, DefaultFilter, watch

from glose.tasks.words import say

STEP, DEBOUNCE = 10, 30
"""Milliseconds: how long nothing more may be saved before a save is told, and after which it is told all the same."""
LOOK = 100
"""Milliseconds after which a watch that saw nothing looks up."""
_usual = DefaultFilter()


class Changes:
    """The files that were saved, added or removed since one last asked."""

    def __init__(self, root: Path, places: Collection[Path]) -> None:
        """Watches everything below `places`, which may come and go, and the programs that lie in `root` itself.

        When it returns, nothing is missed any more.
        """
        self._root = root
        self._seen: SimpleQueue[set[Path]] = SimpleQueue()
        self._places = frozenset[Path]()
        self._ends: list[threading.Event] = []
        self.follow(places)

    def follow(self, places: Iterable[Path]) -> None:
        """Watches these places from now on; what happens while they are exchanged is told, some of it twice."""
        before, self._ends = self._ends, []
        self._places = frozenset(places)
        # A place is noticed by its parent: a file that is put in the place of another, a folder that comes back.
        around = {self._root, *(one.parent for one in self._places)}
        self._begin([one for one in around if one.is_dir()], deep=False)
        if there := [one for one in self._places if one.exists()]:
            self._begin(there, deep=True)
        for end in before:
            end.set()

    def wait(self, seconds: float) -> set[Path]:
        """What was changed; waits for it, but no longer than `seconds`."""
        found = set[Path]()
        try:
            found |= self._seen.get(timeout=seconds)
            while True:
                found |= self._seen.get_nowait()
        except Empty:
            pass
        if found & self._places:  # one of them came or went, and with it what watched it
            self.follow(self._places)
        return found

    def _begin(self, places: list[Path], *, deep: bool) -> None:
        begun, ended = threading.Event(), threading.Event()
        self._ends.append(ended)
        threading.Thread(target=self._watch, args=(places, deep, begun, ended), daemon=True).start()
        begun.wait()

    def _watch(self, places: list[Path], deep: bool, begun: threading.Event, ended: threading.Event) -> None:
        try:
            self._look(places, deep, begun, ended)
        except FileNotFoundError:
            pass  # it went away in this moment, which its parent's watch has seen
        except OSError as error:  # the system watches no more: every file is looked at, again and again
            told = say("{error}; files are looked at in turn now, which is slower", error=error)
            print(told, file=sys.stderr, flush=True)
            self._look(places, deep, begun, ended, polling=True)
        finally:
            begun.set()

    def _look(
        self,
        places: list[Path],
        deep: bool,
        begun: threading.Event,
        ended: threading.Event,
        polling: bool = False,
    ) -> None:
        for changed in watch(
            *places,
            watch_filter=self._is_below if deep else self._is_asked_for,
            debounce=DEBOUNCE,
            step=STEP,
            rust_timeout=LOOK,
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=deep,
            force_polling=polling or None,
        ):
            begun.set()
            if changed:
                self._seen.put({Path(path) for _, path in changed})
            elif ended.is_set():  # not before: what was seen and not told yet would be lost
                return

    def _is_below(self, change: Change, path: str) -> bool:
        return Path(path) not in self._places and _usual(change, path)

    def _is_asked_for(self, change: Change, path: str) -> bool:
        """A program of the root, or one of the places itself, whose content has a watch of its own."""
        file = Path(path)
        if file in self._places:
            return change is not Change.modified
        return file.parent == self._root and file.suffix == ".py" and _usual(change, path)
