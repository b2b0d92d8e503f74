"""Files that are there whole or not at all, whatever kills the process and whenever.

A file is written beside its place under a hidden name, flushed to the disk, and renamed into place: a reader,
and the next run after a crash, finds the old bytes or the new ones.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from glose.digest.model.errors import DigestError, Fault

_PART = re.compile(r"\..+\.\d+\.part", re.S)


class WriteError(DigestError):
    """A file could not be put into place; what stood there still stands there."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file looked like when it was read: shows a later replacement that somebody saved it since."""

    inode: int
    size: int
    changed: int
    """Nanoseconds of the last modification."""

    @classmethod
    def of(cls, file: Path) -> Stamp | None:
        """The stamp of a regular file, None where nothing stands; raises `WriteError` for anything else."""
        try:
            status = file.lstat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _refusal(file, "read", error) from None
        if not stat.S_ISREG(status.st_mode):
            raise WriteError(Fault(str(file), None, "is not a regular file", "remove it"))
        return cls(status.st_ino, status.st_size, status.st_mtime_ns)


def write(file: Path, data: bytes, seen: Stamp | None) -> None:
    """Puts `data` into the place of `file`; a new file obeys the umask, a replaced one keeps its permissions.

    `seen`: the file's stamp when the decision to replace it was taken. Raises `WriteError` when the file has
    changed since, or the system refuses; `file` is then as it was. Durable once `flush` has seen its folder.
    """
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(part, data, None if seen is None else stat.S_IMODE(file.lstat().st_mode))
            _check_unchanged(file, seen)
            part.replace(file)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        raise _refusal(file, "written", error) from None


def _write(part: Path, data: bytes, mode: int | None) -> None:
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb", buffering=0) as stream:
        rest = memoryview(data)
        while rest:
            rest = rest[stream.write(rest) :]
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        os.fsync(descriptor)


def current(file: Path) -> bytes:
    """The bytes of a file. Raises `WriteError` when the system refuses: what is there is not replaced unseen."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise _refusal(file, "read", error) from None


def remove(file: Path) -> None:
    """Takes a file away, if it is there. Raises `WriteError` when the system refuses."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise _refusal(file, "removed", error) from None


def _check_unchanged(file: Path, seen: Stamp | None) -> None:
    if Stamp.of(file) != seen:
        raise WriteError(Fault(str(file), None, "was changed while it was converted", "run again"))


def _refusal(file: Path, done: str, error: OSError) -> WriteError:
    what = f"cannot be {done}: {error.strerror or error}"
    return WriteError(Fault(str(file), None, what, "look at the disk and run again"))


def flush(folders: Iterable[Path]) -> None:
    """Makes renames in `folders` survive a power cut (POSIX; elsewhere there is no call). Raises `WriteError`."""
    if os.name != "posix":
        return
    for folder in folders:
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise _refusal(folder, "flushed", error) from None


def sweep(folder: Path) -> None:
    """Removes what killed processes left half-written anywhere below `folder`."""
    for place, _, names in os.walk(folder):
        for name in names:
            if _PART.fullmatch(name):
                remove(Path(place, name))
