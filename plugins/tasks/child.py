"""Programs that a build starts: each holds the build's lock as long as it runs, and ends with us, however we end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TERMINATED = 143
"""What a shell says of a program that SIGTERM ended."""


def run_module(cwd: Path, lock: int | None, module: str, *arguments: str, **options: Any) -> tuple[int, str]:
    """Runs ``python -m module`` in `cwd`, where plugins/ is; returns its exit code and what it said.

    `lock`: descriptor of the build's lock, where there is one. `options` are `subprocess.Popen`'s.
    """
    if os.name != "posix":
        command = [sys.executable, "-m", module, *arguments]
        return _run(command, cwd=cwd, **options)
    reading, writing = os.pipe()
    try:
        held = (reading,) if lock is None else (reading, lock)
        leash = [sys.executable, "-m", "plugins.tasks.leash", str(os.getpid()), str(reading)]
        return _run([*leash, module, *arguments], cwd=cwd, pass_fds=held, **options)
    finally:
        os.close(reading)
        os.close(writing)


def _run(command: list[str], **options: Any) -> tuple[int, str]:
    with _stopped_by_sigterm(), subprocess.Popen(command, **options) as process:
        try:
            said = b"".join(stream or b"" for stream in process.communicate())
        except BaseException:
            process.kill()
            process.wait()
            raise
    return process.returncode, said.decode(errors="replace").strip()


@contextmanager
def _stopped_by_sigterm() -> Iterator[None]:
    """Ends us by an exception, so that the program is ended first and the lock given back last."""
    ours = threading.current_thread() is threading.main_thread()
    if not ours or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _stop(number: int, frame: object) -> None:
    raise SystemExit(TERMINATED)
