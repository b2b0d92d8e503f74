"""The gate: which files of a folder are read at all, and how one is read without harm.

Only regular files pass. A symbolic link may lead to any file of the machine, a FIFO or a device never ends,
and a file that grows while it is read is half an article: each is refused by name, before a byte reaches a
reader.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from unicodedata import category, normalize

from glose.digest.model.errors import Fault, SeedError
from glose.digest.model.limits import PAGE_BYTES
from glose.digest.text.clean import line


class UnreadableError(SeedError):
    """The system refuses to read a file: nothing is known of what it holds, and the next moment it may be read."""


SIDECAR = ".meta.yaml"
"""What the name of a seed is followed by in the name of its sidecar."""

_KINDS: tuple[tuple[Callable[[int], bool], str, str], ...] = (
    (stat.S_ISLNK, "a symbolic link", "put a copy of the file itself here"),
    (stat.S_ISDIR, "a folder", "make it readable, or name a file in it"),
    (stat.S_ISFIFO, "a named pipe", "remove it"),
    (stat.S_ISSOCK, "a socket", "remove it"),
    (stat.S_ISCHR, "a device", "remove it"),
    (stat.S_ISBLK, "a device", "remove it"),
)
_FLAGS = os.O_RDONLY
for _name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):  # each system knows some of them
    _FLAGS |= int(getattr(os, _name, 0))
_ESCAPED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Unicode categories that a header or a report line cannot show."""
_PLAIN = re.compile(r"(?! )(?:[!-\[\]-~]| (?! |$))*")
_PICTURES = frozenset(
    [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".ico"]
)
_PAGES = frozenset((".htm", ".html", ".xhtml"))


def printable(name: str) -> str:
    r"""A file's path as headers and reports write it: NFC, and what nobody would see as an escape.

    Two files have one printable name only when their names differ in normalisation alone.

    >>> printable("dépêche\n1.txt"), printable("caf\udce9.txt"), printable(r"a\b.txt")
    ('dépêche\\x0a1.txt', 'caf\\xe9.txt', 'a\\\\b.txt')
    """
    if _PLAIN.fullmatch(name):
        return name
    text = "".join(map(_escape, normalize("NFC", name)))
    return re.sub(r"^ | (?= |$)", r"\\x20", text)


def _escape(char: str) -> str:
    if char == "\\":
        return "\\\\"
    if char == " " or (category(char) not in _ESCAPED and line(f"a{char}a") == f"a{char}a"):
        return char
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # one byte of a name that is not UTF-8, as os.fsdecode gives it
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def walk(folder: Path, below: str = "") -> Iterator[str]:
    """Paths below `folder`, with forward slashes, of everything in it but folders, in one fixed order.

    Passed over are hidden names, pictures, and the folder that a browser saves beside a page (``page_files``):
    they are read when the page names them. No symbolic link is followed: a linked folder is itself given, for
    `read` to refuse. `below`: where to begin, a path below `folder`. Memory: the names of one folder at a time.
    """
    try:
        with os.scandir(folder / below) as entries:
            found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except PermissionError:
        yield below  # for `read` to refuse
        return
    pages = tuple(
        PurePath(name).stem for name, is_folder in found if not is_folder and _suffix(name) in _PAGES
    )
    for name, is_folder in found:
        path = f"{below}/{name}" if below else name
        if name.startswith("."):
            continue
        if not is_folder:
            if _suffix(name) not in _PICTURES:
                yield path
        elif not any(
            name.startswith(page) and name[len(page) : len(page) + 1] in ("_", "-", ".") for page in pages
        ):
            yield from walk(folder, path)


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def read(file: Path | str, name: str, limit: int = PAGE_BYTES) -> bytes:
    """The whole of a regular file.

    `name`: the file as the maintainer knows it, for messages. `limit`: largest size in bytes. Raises
    `SeedError` for anything but a regular file of at most `limit` bytes that stays still while it is read.
    """
    try:
        _check_kind(os.lstat(file), name)
        descriptor = os.open(file, _FLAGS)
    except OSError as error:
        raise _unreadable(name, error) from None
    with os.fdopen(descriptor, "rb", buffering=0):
        try:
            before = os.fstat(descriptor)  # what was opened, should the name have changed hands since lstat
            _check_kind(before, name)
            if before.st_size > limit:
                raise _too_large(name, before.st_size, limit)
            data = _whole(descriptor, limit + 1)
            after = os.fstat(descriptor)
        except OSError as error:
            raise _unreadable(name, error) from None
    if len(data) > limit:
        raise _too_large(name, after.st_size, limit)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(
        data
    ) != after.st_size:
        raise SeedError(Fault(name, None, "changed while it was read", "run again when it is complete"))
    return data


def _whole(descriptor: int, limit: int) -> bytes:
    chunks = []
    while limit > 0 and (chunk := os.read(descriptor, min(limit, 1 << 20))):
        chunks.append(chunk)
        limit -= len(chunk)
    return b"".join(chunks)


def _check_kind(status: os.stat_result, name: str) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    for is_kind, what, todo in _KINDS:
        if is_kind(status.st_mode):
            raise SeedError(Fault(name, None, f"is {what}, not a file", todo))


def _too_large(name: str, size: int, limit: int) -> SeedError:
    return SeedError(Fault(name, None, f"has {size:,} bytes, more than {limit:,}", "save the article alone"))


def _unreadable(name: str, error: OSError) -> SeedError:
    if isinstance(error, FileNotFoundError):
        return SeedError(Fault(name, None, "is not there any more", "run again"))
    todo = "make it readable" if isinstance(error, PermissionError) else "look at the disk and run again"
    return UnreadableError(Fault(name, None, f"cannot be read: {error.strerror or error}", todo))
