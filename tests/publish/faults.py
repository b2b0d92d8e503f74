"""Processes that end, and system calls that fail, at a chosen moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from typing import IO

import cloudpickle

from tests.digest import ROOT

FAILED, REFUSED = 70, 71
"""How a child of ours exits: with an error that nobody expects, and with one that is told."""


def run(action: Callable[[], object], prepare: Callable[[], object] = lambda: None) -> int:
    """`action` in a process of its own: 0, `REFUSED` for a `DigestError`, `FAILED`, or minus the signal's number.

    What was patched in this process is not patched there: `prepare` does that.
    """
    asked, answered = _nursery()
    asked.write(cloudpickle.dumps((action, prepare)))
    asked.flush()
    return int(answered.readline())


@cache
def _nursery() -> tuple[IO[bytes], IO[bytes]]:
    """Of a small process that forks: a fork of one that holds all tests takes thirty times as long."""
    command = [sys.executable, "-m", "tests.publish.nursery"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    return process.stdin, process.stdout


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
