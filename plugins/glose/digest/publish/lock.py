"""A lock that lives as long as any process that was handed its descriptor, and says who holds it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish.places import told

PAUSE = 0.05
"""Seconds between two tries while waiting."""


class BusyError(DigestError):
    """Another build holds the lock."""


@contextmanager
def alone(file: Path, otherwise: str, *, wait: float = 0.0) -> Iterator[int]:
    """Holds the lock `file`; yields its descriptor, for `pass_fds`: the lock ends with the last process that has it.

    `wait`: seconds to wait for another holder to end. Raises `BusyError` when there still is one, which says
    `otherwise` and who that is.
    """
    with told(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = _acquire(file, otherwise, round(max(wait, 0.0) / PAUSE))
    try:
        yield descriptor
    finally:
        os.close(descriptor)  # no unlocking: a process that still works keeps the lock


def _acquire(file: Path, otherwise: str, tries: int) -> int:
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        if not _lock(descriptor):
            os.close(descriptor)
            if tries < 1:
                holder = _holder(file)
                what = f"{otherwise} ({holder})" if holder else otherwise
                raise BusyError(Fault(str(file), None, what, "wait for it to end and try again"))
            tries -= 1
            time.sleep(PAUSE)
        elif not _is_at(descriptor, file):
            os.close(descriptor)  # somebody removed the file meanwhile: this lock excludes nobody
        else:
            _sign(descriptor)
            return descriptor


def _lock(descriptor: int) -> bool:
    """Takes the lock unless another has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 1 << 30, os.SEEK_SET)  # a byte beyond the text, which others may then read
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_at(descriptor: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(file))
    except FileNotFoundError:
        return False


def _sign(descriptor: int) -> None:
    """Writes down who holds the lock; since when is told by the file's own time. On a full disk nobody signs."""
    program = Path(sys.argv[0])
    name = program.parent.name if program.name == "__main__.py" else program.name
    command = " ".join([name, *sys.argv[1:]])[:200]
    with suppress(OSError):
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()} {command}".encode(errors="replace"))


def _holder(file: Path) -> str:
    """What is known of the holder."""
    try:
        since = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        pid, _, command = file.read_text(encoding="utf-8", errors="replace").partition(" ")
    except OSError:
        return ""
    if not (pid.isascii() and pid.isdecimal()):
        return ""
    said = "".join(sign for sign in command if sign.isprintable())
    known = f"process {pid} since {since:%Y-%m-%d %H:%M:%S} UTC: {said}"
    return known if _lives(int(pid)) else f"{known}; that process has ended, one that it started still works"


def _lives(pid: int) -> bool:
    if os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
