"""Runs a module as ``python -m`` does, in a process that ends when the one that started it does.

``python -m glose.tasks.leash PARENT PIPE MODULE [ARGUMENT …]``. Otherwise a build whose parent was killed would go on
writing, and the next one publish what it wrote. On Linux the kernel ends it, also after it became another program;
elsewhere a thread waits for the pipe's other end to be closed, which happens however the parent ends.
"""

from __future__ import annotations

import ctypes
import os
import runpy
import signal
import sys
import threading

PR_SET_PDEATHSIG = 1
"""From linux/prctl.h."""


def tie(parent: int, pipe: int) -> None:
    """Makes this process end with `parent`; `pipe` is the reading end of a pipe that only `parent` may write to."""
    if not _ended_by_the_kernel():
        threading.Thread(target=_watch, args=(pipe,), daemon=True).start()
    if os.getppid() != parent:  # it ended before we asked
        os._exit(1)


def _ended_by_the_kernel() -> bool:
    if sys.platform != "linux":
        return False
    return bool(ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) == 0)


def _watch(pipe: int) -> None:
    os.read(pipe, 1)
    os._exit(1)


if __name__ == "__main__":
    tie(int(sys.argv[1]), int(sys.argv[2]))
    sys.argv = sys.argv[3:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
