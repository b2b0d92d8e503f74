"""A pool of processes that is begun anew when one of them dies at a moment that stops all others.

Pebble's processes share one pipe. One that is killed while it waits for work takes the lock of the pipe along, so that
nobody is given any more; or Pebble gives the whole pool up, because no call seems to be under way.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import FIRST_COMPLETED, CancelledError, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from multiprocessing import active_children
from typing import Any

from pebble import ProcessPool

from glose.digest.model.errors import DigestError, Fault

LOST = (CancelledError, BrokenProcessPool)
"""Errors of calls that were not to blame: they are begun again."""
QUIET = 30.0
"""Seconds without an answer, after a death, in which processes may start."""
RENEWALS = 5
"""How often a pool is begun anew before that is told."""


class Renewed:
    """The pool. `make`: begins one. `starting`: is around the start of its processes. `seconds`: time that a call may
    take.
    """

    def __init__(
        self,
        make: Callable[[], ProcessPool],
        starting: Callable[[], AbstractContextManager[None]],
        seconds: float,
    ) -> None:
        self._make, self._starting, self._seconds, self._left = make, starting, seconds, RENEWALS
        self._pool, self._begun = make(), False
        self._seen: set[int | None] = set()

    def begin(self) -> None:
        """Starts the processes, where they are not."""
        if not self._begun:
            with self._starting():
                bool(self._pool.active)  # Pebble starts them where they are asked about
            self._begun = True

    def submit(self, do: Callable[..., Any], *arguments: Any) -> Any:
        """A future."""
        self.begin()
        try:
            return self._pool.submit(do, self._seconds, *arguments)
        except RuntimeError:  # given up
            self._renew()
            self.begin()
            return self._pool.submit(do, self._seconds, *arguments)

    def done(self, pending: Iterable[Any]) -> Collection[Any]:
        """Those that are done, at least one; all of them, cancelled, where nothing was going to be."""
        futures, since = list(pending), time.monotonic()
        lost = self._has_lost_one()
        while not (found := wait(futures, 1.0, FIRST_COMPLETED).done):
            lost |= self._has_lost_one()
            working = any(future.running() for future in futures)
            if lost and time.monotonic() - since > QUIET + working * self._seconds:
                self._renew()
                for future in futures:
                    future.cancel()
                return futures
        return found

    def rest(self) -> None:
        """Begins to end them, for which nobody waits yet: Pebble takes a tenth of a second to notice."""
        self._pool.stop()  # type: ignore[no-untyped-call]

    def stop(self) -> None:
        """Ends the processes."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _has_lost_one(self) -> bool:
        here = {process.pid for process in active_children()}
        self._seen |= here
        return bool(self._seen - here)

    def _renew(self) -> None:
        self.stop()
        if not self._left:
            todo = "see what kills them: is there memory enough?"
            raise DigestError(Fault("the processes that work", None, "die again and again", todo))
        self._left -= 1
        self._pool, self._begun, self._seen = self._make(), False, set()
