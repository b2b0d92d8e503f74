"""A folder of files, two of which may share files: a file is replaced and never written into, a link never followed."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish.places import MANIFEST

NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV, errno.ENOSYS}
"""Refusals of file systems that know no hard links, or no more of them for this file: then a copy is made."""
_EXACT = {"follow_symlinks": False} if os.link in os.supports_follow_symlinks else {}


class DamagedError(DigestError):
    """The live site lacks a file that its manifest names: only a whole build mends that."""


def parent(path: str) -> str:
    """The folder of a path below a tree; "" for the tree itself.

    >>> parent("a/b/c"), parent("a")
    ('a/b', '')
    """
    return path.rpartition("/")[0]


def check(path: str) -> None:
    """Raises `DigestError` for a path that leads out of a tree, or to its manifest."""
    parts = path.split("/")
    windows = os.name == "nt" and set(path) & set('\\:*?"<>|')
    if "" in parts or "." in parts or ".." in parts or "\0" in path or windows or parts[0] == MANIFEST:
        todo = "report this with the article that it belongs to"
        raise DigestError(Fault(repr(path), None, "is no path within a site", todo))


class Tree:
    """The files below one folder. Folders that were seen to be real are asked once in the life of the object."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self._real = {""}

    def at(self, path: str) -> str:
        """Where `path` is; raises `DigestError` for one that leads out."""
        check(path)
        return f"{self.root}/{path}"

    def has(self, folder: str) -> bool:
        """Whether `folder` is there, with no link among its parents."""
        missing = []
        while folder not in self._real:
            missing.append(folder)
            folder = parent(folder)
        for one in reversed(missing):
            try:
                if not stat.S_ISDIR(os.lstat(f"{self.root}/{one}").st_mode):
                    return False
            except (FileNotFoundError, NotADirectoryError):
                return False
            self._real.add(one)
        return True

    def make(self, folder: str) -> None:
        """Makes `folder` where it is not; what stands in its way and is no folder goes."""
        missing = []
        while folder not in self._real:
            missing.append(folder)
            folder = parent(folder)
        for one in reversed(missing):
            place = f"{self.root}/{one}"
            try:
                os.mkdir(place, 0o755)
            except FileExistsError:
                if not stat.S_ISDIR(os.lstat(place).st_mode):
                    os.unlink(place)
                    os.mkdir(place, 0o755)
            self._real.add(one)

    def names(self) -> set[str]:
        """What lies in the tree itself."""
        with os.scandir(self.root) as entries:
            return {entry.name for entry in entries}

    def size(self, path: str) -> int:
        """Bytes of the regular file at `path`; -1 where there is none."""
        try:
            status = os.lstat(self.at(path))
        except (FileNotFoundError, NotADirectoryError):
            return -1
        return status.st_size if stat.S_ISREG(status.st_mode) and self.has(parent(path)) else -1

    def read(self, path: str) -> bytes:
        """The bytes of the regular file at `path`; raises `OSError` for anything else."""
        place = self.at(path)
        if not self.has(parent(path)):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), place)
        with os.fdopen(os.open(place, _READ), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise OSError(errno.EINVAL, "is not a regular file", place)
            return stream.read()

    def put(self, path: str, data: bytes) -> None:
        """A new file with these bytes in the place of the old one; none there when the disk refuses."""
        place = self.at(path)
        self.make(parent(path))
        try:
            out = os.open(place, NEW, 0o644)
        except FileExistsError:
            self.vacate(path)
            out = os.open(place, NEW, 0o644)
        try:
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(out, rest) :]
            finally:
                os.close(out)
        except OSError as error:
            os.unlink(place)
            raise OSError(error.errno, error.strerror, place) from error

    def link(self, source: Tree, path: str) -> None:
        """The very file of `source` in the place of the one here; a copy where the file system knows no links.

        Raises `DamagedError` when `source` has no such regular file.
        """
        old, new = source.at(path), self.at(path)
        if not source.has(parent(path)):
            raise damaged(old)
        self.make(parent(path))
        try:
            try:
                os.link(old, new, **_EXACT)
            except FileExistsError:
                self.vacate(path)
                os.link(old, new, **_EXACT)
        except FileNotFoundError:
            raise damaged(old) from None
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            self.vacate(path)
            _copy(old, new)
        if not stat.S_ISREG(os.lstat(new).st_mode):
            os.unlink(new)
            raise damaged(old)

    def remove(self, path: str) -> None:
        """Takes the file away, if it is there, and the folders that it leaves empty."""
        place, folder = self.at(path), parent(path)
        if not self.has(folder):
            return
        try:
            os.unlink(place)
        except FileNotFoundError:
            return
        self.prune(folder)

    def vacate(self, path: str) -> None:
        """Takes away what is at `path`: a file, a link, or folders without files; raises `OSError` for others."""
        place = f"{self.root}/{path}"
        try:
            os.unlink(place)
        except FileNotFoundError:
            return
        except (IsADirectoryError, PermissionError):
            if not stat.S_ISDIR(os.lstat(place).st_mode):
                raise
            for folder, entry in list(self.walk(path)):
                if entry is None:
                    self.prune(folder, path)
            os.rmdir(place)
            self._real.discard(path)

    def prune(self, folder: str, top: str = "") -> None:
        """Removes `folder` if it is empty, and each parent below `top` that is empty then."""
        while folder != top:
            try:
                os.rmdir(f"{self.root}/{folder}")
            except OSError:
                return
            self._real.discard(folder)
            folder = parent(folder)

    def clear(self) -> None:
        """Makes the tree an empty folder."""
        self._real = {""}
        if os.path.islink(self.root) or os.path.isfile(self.root):
            os.unlink(self.root)
        elif os.path.isdir(self.root):
            shutil.rmtree(self.root)
        os.mkdir(self.root, 0o755)

    def walk(self, below: str = "") -> Iterator[tuple[str, os.DirEntry[str] | None]]:
        """What is below a folder and is no folder itself, links and pipes too; and each empty folder, with None."""
        waiting = [below]
        while waiting:
            folder = waiting.pop()
            empty = folder != below
            with os.scandir(f"{self.root}/{folder}") as entries:
                for entry in entries:
                    empty = False
                    path = f"{folder}/{entry.name}" if folder else entry.name
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(path)
                    else:
                        yield path, entry
            if empty:
                yield folder, None

    def hollow(self, below: str = "") -> set[str]:
        """Removes every file below a folder; returns the folders in which none is left, which stay.

        They are wanted again as a rule, and removing a folder costs far more than removing a file.
        """
        folders = set()
        if self.has(below):
            for path, entry in list(self.walk(below)):
                if entry is not None:
                    os.unlink(entry.path)
                folders.add(path if entry is None else parent(path))
        return folders

    def prune_empty(self, folders: Iterable[str]) -> None:
        """Removes those of `folders` in which nothing is."""
        for folder in folders:
            with (
                suppress(FileNotFoundError, NotADirectoryError),
                os.scandir(f"{self.root}/{folder}") as entries,
            ):
                if next(entries, None) is None:
                    self.prune(folder)

    def resemble(self, source: Tree, files: Mapping[str, str]) -> None:
        """Makes this tree, in whatever state, hold those files of `source` and nothing else.

        What is the very file of `source` already stays, so mending after a kill costs what the kill cost.
        """
        here = list(self.walk())
        there = source.walk() if here else ()
        shared = {path: _identity(entry) for path, entry in there if entry and path in files}
        kept = set()
        for path, entry in here:
            if entry is None:
                self.prune(path)
            elif (same := _identity(entry)) and same == shared.get(path):
                kept.add(path)
            else:
                os.unlink(entry.path)
                self.prune(parent(path))
        for path in files:
            if path not in kept:
                self.link(source, path)


def damaged(place: str) -> DamagedError:
    """The error for a file of the live site that is not what its manifest says."""
    what = "is not there as the site's manifest says"
    return DamagedError(Fault(place, None, what, "build the whole site again"))


def _identity(entry: os.DirEntry[str]) -> tuple[int, int] | None:
    """What tells a regular file from every other."""
    status = entry.stat(follow_symlinks=False)
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def copy(old: Path, new: Path) -> None:
    """The same file under another name; where the file system knows no links, a copy with its time."""
    try:
        os.link(old, new)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _copy(str(old), str(new))


def _copy(old: str, new: str) -> None:
    """A copy with the old file's time, in chunks."""
    try:
        source = os.open(old, _READ)
    except FileNotFoundError:
        raise damaged(old) from None
    with os.fdopen(source, "rb") as stream:
        status = os.fstat(source)
        if not stat.S_ISREG(status.st_mode):
            raise damaged(old)
        with os.fdopen(os.open(new, NEW, 0o644), "wb") as copy:
            shutil.copyfileobj(stream, copy, 1 << 20)
    os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))
