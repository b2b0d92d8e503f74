"""Programs that a build starts: each holds the build's lock as long as it runs, and ends with us, however we end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TERMINATED = 143
"""What a shell says of a program that SIGTERM ended."""


CODE = Path(__file__).resolve().parents[2]
"""Where the program can be imported from."""


def run_module(cwd: Path, lock: int | None, module: str, *arguments: str, **options: Any) -> tuple[int, str]:
    """Runs ``python -m module`` in `cwd`; returns its exit code and what it said.

    `lock`: descriptor of the build's lock, where there is one. `options` are `subprocess.Popen`'s.
    """
    held = () if lock is None else (lock,)
    with stopped_by_sigterm(), started(cwd, held, module, *arguments, **options) as process:
        said = b"".join(stream or b"" for stream in process.communicate())
    return process.returncode, said.decode(errors="replace").strip()


@contextmanager
def started(
    cwd: Path, held: tuple[int, ...], module: str, *arguments: str, **options: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """Starts ``python -m module`` in `cwd`; it has ended when the block has.

    `held`: descriptors that it gets, which only POSIX knows. `options` are `subprocess.Popen`'s. To be called in a
    thread that lives as long as the process: on Linux it ends with that thread.
    """
    options.setdefault("env", with_program(os.environ, cwd))
    if os.name != "posix":
        with _ended(
            subprocess.Popen([sys.executable, "-m", module, *arguments], cwd=cwd, **options)
        ) as process:
            yield process
        return
    reading, writing = os.pipe()
    try:
        leash = [
            sys.executable,
            "-m",
            "glose.tasks.leash",
            str(os.getpid()),
            str(reading),
            module,
            *arguments,
        ]
        with _ended(subprocess.Popen(leash, cwd=cwd, pass_fds=(reading, *held), **options)) as process:
            yield process
    finally:
        os.close(reading)
        os.close(writing)


def with_program(environment: Mapping[str, str], cwd: Path) -> dict[str, str]:
    """The environment, in which a Python that starts in `cwd` finds the project's plugins, and the program."""
    places = [str(cwd / "plugins"), str(CODE), environment.get("PYTHONPATH", "")]
    return {**environment, "PYTHONPATH": os.pathsep.join(filter(None, places))}


@contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    with process:
        try:
            yield process
        except BaseException:
            process.kill()
            process.wait()
            raise


@contextmanager
def stopped_by_sigterm() -> Iterator[None]:
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
