"""Makes the n-th call that touches the disk below a folder fail, in this process; knows nothing of what is run.

`Failing` replaces the calls by which Python reaches the disk: opening, reading and writing, renaming, linking, making,
listing and removing, flushing, and the statements of SQLite, which has calls of its own. It is used by `trial`.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import sqlite3
from collections.abc import Callable
from typing import Any

ERRORS = ("ENOSPC", "EIO", "EACCES", "EMFILE")
SQLITE = {
    "ENOSPC": ("database or disk is full", sqlite3.SQLITE_FULL),
    "EIO": ("disk I/O error", sqlite3.SQLITE_IOERR),
    "EACCES": ("attempt to write a readonly database", sqlite3.SQLITE_READONLY),
    "EMFILE": ("unable to open database file", sqlite3.SQLITE_CANTOPEN),
}
"""What SQLite makes of each."""
BY_PATH = (
    "open",
    "rename",
    "replace",
    "link",
    "symlink",
    "mkdir",
    "rmdir",
    "unlink",
    "remove",
    "scandir",
    "listdir",
)
"""Functions of `os` whose first argument is a path."""
BY_FILE = ("read", "write", "fsync", "fchmod", "ftruncate")
"""Functions of `os` whose first argument is an open file."""


class Failing:
    """Counts the calls below `folder`; the one of number `fatal`, from 1, fails with `error`, and so do as many after
    it as `times` says. With a `fatal` of 0 it only counts."""

    def __init__(self, folder: str, fatal: int = 0, error: str = "EIO", times: int = 1) -> None:
        self.folder = os.path.realpath(folder)
        self.fatal, self.error, self.times = fatal, error, times
        self.count = 0
        self.names: list[str] = []
        """What each call was, for messages."""
        self._stat = os.stat

    def begin(self) -> None:
        """Replaces the calls, for good: this is the whole life of a process."""
        for name in BY_PATH:
            setattr(os, name, self._wrapped(name, getattr(os, name), self._is_path_here))
        for name in BY_FILE:
            setattr(os, name, self._wrapped(name, getattr(os, name), self._is_file_here))
        failing, plain = self, io.FileIO

        class File(plain):  # type: ignore[misc, valid-type]
            """A file whose reading and writing are counted."""

            def __init__(self, file: Any, mode: str = "r", closefd: bool = True, opener: Any = None) -> None:
                if isinstance(file, int):
                    self._here = failing._is_file_here(file)
                else:
                    self._here = failing._is_path_here(file)
                    failing.call(f"open {file}", self._here)
                super().__init__(file, mode, closefd, opener)

            def write(self, data: Any) -> int:
                failing.call("write", self._here, self.name)
                return int(super().write(data))

            def readinto(self, data: Any) -> int:
                failing.call("readinto", self._here, self.name)
                return int(super().readinto(data))

            def readall(self) -> bytes:
                failing.call("readall", self._here, self.name)
                return bytes(super().readall())

        def opened(
            file: Any, mode: str = "r", buffering: int = -1, encoding: Any = None, errors: Any = None,
            newline: Any = None, closefd: bool = True, opener: Any = None,
        ) -> Any:  # fmt: skip
            raw: Any = File(file, mode.replace("b", "").replace("t", ""), closefd, opener)
            if buffering == 0:
                return raw
            if "+" in mode:
                whole: Any = io.BufferedRandom(raw)
            else:
                whole = io.BufferedReader(raw) if raw.readable() else io.BufferedWriter(raw)
            if "b" in mode:
                return whole
            return io.TextIOWrapper(whole, encoding or "utf-8", errors, newline, buffering == 1)

        class Connection(sqlite3.Connection):
            """A database whose statements are counted, wherever it lies."""

            def execute(self, *arguments: Any) -> Any:
                failing.call("sqlite", True)
                return super().execute(*arguments)

            def executemany(self, *arguments: Any) -> Any:
                failing.call("sqlite", True)
                return super().executemany(*arguments)

        connect = sqlite3.connect
        builtins.open = io.open = opened  # type: ignore[assignment]
        sqlite3.connect = lambda *a, **k: connect(*a, **{"factory": Connection} | k)  # type: ignore[assignment]

    def call(self, name: str, here: bool, file: Any = "") -> None:
        """Counts a call, on an open `file` perhaps, which no error names; raises when it is the fatal one."""
        if not here:
            return
        self.count += 1
        self.names.append(f"{name} {file}" if file else name)
        if 0 < self.fatal <= self.count < self.fatal + self.times:
            if name == "sqlite":
                said, number = SQLITE[self.error]
                refusal = sqlite3.OperationalError(said)
                refusal.sqlite_errorcode = number
                raise refusal
            code = getattr(errno, self.error)
            path = name.partition(" ")[2]
            raise OSError(code, os.strerror(code), *([path] if path else []))

    def _wrapped(
        self, name: str, real: Callable[..., Any], is_here: Callable[[Any], bool]
    ) -> Callable[..., Any]:
        def called(*arguments: Any, **options: Any) -> Any:
            first = arguments[0] if arguments else options.get("path", ".")
            by_path = isinstance(first, str | bytes | os.PathLike)
            self.call(f"{name} {os.fsdecode(first)}" if by_path else name, is_here(first))
            return real(*arguments, **options)

        return called

    def _is_path_here(self, path: Any) -> bool:
        if isinstance(path, int):
            return self._is_file_here(path)
        place = os.path.join(os.path.realpath(os.path.dirname(os.fsdecode(path)) or "."), "")  # noqa: PTH118, PTH120
        return place.startswith(os.path.join(self.folder, ""))  # noqa: PTH118

    def _is_file_here(self, file: int) -> bool:
        try:
            place = os.readlink(f"/proc/self/fd/{file}")  # noqa: PTH115  a `Path` asks more than once
            return place.startswith(self.folder)
        except OSError:
            return True
