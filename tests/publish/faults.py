"""Processes that end, and system calls that fail, at a chosen moment."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable

FAILED, REFUSED = 70, 71
"""How a child of ours exits: with an error that nobody expects, and with one that is told."""


def run(action: Callable[[], object], prepare: Callable[[], object] = lambda: None) -> int:
    """`action` in a process of its own: 0, `REFUSED` for a `DigestError`, `FAILED`, or minus the signal's number."""
    from glose.digest.model.errors import DigestError

    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    try:
        prepare()
        action()
        os._exit(0)
    except DigestError:
        os._exit(REFUSED)
    except BaseException:
        traceback.print_exc()
        os._exit(FAILED)


def killed_at(number: int) -> Callable[[], None]:
    """Ends the process, as ``kill -9`` does, before its `number`-th call to the file system."""
    return _at(number, lambda: os.kill(os.getpid(), signal.SIGKILL))


def failing_at(number: int, errno: int) -> Callable[[], None]:
    """Lets the `number`-th call to the file system fail."""

    def fail() -> None:
        raise OSError(errno, os.strerror(errno), "some/file")

    return _at(number, fail)


def _at(number: int, then: Callable[[], None]) -> Callable[[], None]:
    def prepare() -> None:
        left = number

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if event == "open" and isinstance(arguments[0], int):
                return  # a stream over a file that is open already
            if event == "open" or event.startswith(("os.", "fcntl.", "ctypes.dlsym")):
                left -= 1
                if left == 0:
                    then()

        sys.addaudithook(watch)

    return prepare
