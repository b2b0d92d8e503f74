"""A limit on what one piece of work may cost, kept in the process that does it.

A seed is converted, an article read and a page rendered inside `bounded`: one that would hang every run is one named
fault, and the others are published. A process of its own for each would be safer and a hundred times dearer.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

# What `signal.signal` calls between two searches of an enumeration, which cost five times as much.
from _signal import signal as handled_by  # type: ignore[import-not-found]
from types import FrameType, TracebackType
from typing import Any

from glose.digest.model.errors import BoundError, Fault

SECONDS = 10.0
"""Processor time for one article or page; an ordinary one takes a hundredth of a second."""
MEGABYTES = 512
"""What the process may grow by meanwhile; an ordinary article takes one."""
TICK = 0.05
"""Processor seconds between two looks at the memory: Python fills about 50 MB in it."""
REMEDY = "split it, or take out what repeats without end"


class bounded:  # noqa: N801 (a context manager, used like a function)
    """Ends the enclosed work with a `BoundError` when it takes too much processor time or memory.

    name: what the error names, best the file's path. seconds: of this process's processor time. megabytes: growth of
    its resident memory.

    The system's profiling timer interrupts the work between two steps of Python or of a regular expression; a call
    that stays in other C code is noticed when it returns. It does nothing inside another `bounded`, which goes on
    counting; in a thread that is not the main one; where somebody else uses the timer, as a profiler does; and on
    Windows. Memory is looked at on Linux only. A use costs some microseconds.

    >>> with bounded("a.md"):
    ...     sum(range(10))
    45
    """

    __slots__ = ("_base", "_before", "_megabytes", "_name", "_seconds", "_start", "_told", "_watching")

    def __init__(self, name: str, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self._name, self._seconds, self._megabytes = name, seconds, megabytes
        self._watching = False
        self._told: BoundError | None = None

    def __enter__(self) -> None:
        if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
            return
        if signal.getitimer(signal.ITIMER_PROF)[0]:  # of a `bounded` around this one, or of a profiler
            return
        self._start, self._base = time.process_time(), _resident()
        self._before: Any = handled_by(signal.SIGPROF, self._look)
        self._watching = True
        signal.setitimer(signal.ITIMER_PROF, min(TICK, self._seconds), TICK)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._watching:
            self._watching = False
            signal.setitimer(signal.ITIMER_PROF, 0)
            handled_by(signal.SIGPROF, self._before)
        if self._told and (error is None or (isinstance(error, Exception) and error is not self._told)):
            raise self._told from error  # somebody has swallowed it, and what was made is not whole
        if isinstance(error, MemoryError):
            raise self._error(f"needs more memory than there is for it ({self._megabytes} MB)") from error

    def _look(self, number: int, frame: FrameType | None) -> None:
        if not self._watching or (frame and frame.f_code in _OWN):  # which must run to their end
            return
        if time.process_time() - self._start >= self._seconds:
            self._told = self._error(f"takes more than {self._seconds:g} seconds of processor time")
            raise self._told
        if (_resident() - self._base) >> 20 >= self._megabytes:
            self._told = self._error(f"takes more than {self._megabytes} MB of memory")
            raise self._told

    def _error(self, what: str) -> BoundError:
        return BoundError(Fault(self._name, None, what, REMEDY))


_OWN = {bounded.__enter__.__code__, bounded.__exit__.__code__}
_PAGE = os.sysconf("SC_PAGE_SIZE") if sys.platform == "linux" else 0


_told: tuple[int, int] = (0, 0)
"""A process, and the descriptor that it keeps of what the system tells of it: to open it anew costs most of a look."""


def _resident() -> int:
    """Bytes of memory that the process holds now; 0 where that is not known."""
    global _told
    if not _PAGE:
        return 0
    own, file = _told
    if own != os.getpid():  # begun by the one that opened it
        file = os.open("/proc/self/statm", os.O_RDONLY)
        _told = os.getpid(), file
    return int(os.pread(file, 64, 0).split()[1]) * _PAGE
