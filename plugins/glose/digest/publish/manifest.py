"""The manifest: every file of a site with its SHA-256, one line each, sorted, and a line that vouches for the others.

It is JSON: an object of path to digest, whose first key is empty and holds the SHA-256 of all that follows that line.
A tree without a manifest that vouches for itself is unknown: half made, damaged, or not ours.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path

from glose.digest.publish.places import MANIFEST

_HEAD = b'{\n"": "'
_NECK = b'",\n'
_START = len(_HEAD) + 64 + len(_NECK)


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def encode(files: Mapping[str, str]) -> bytes:
    """The bytes of the manifest for path → SHA-256.

    >>> print(encode({"b": "1", "a": "0"}).decode()[78:])
    "a": "0",
    "b": "1"
    }
    <BLANKLINE>
    """
    lines = [f'{quoted(path)}: "{sha256}"' for path, sha256 in sorted(files.items())]
    body = (",\n".join(lines) + "\n}\n").encode("ascii")
    neck = _NECK if lines else _NECK.replace(b",", b" ")
    return _HEAD + digest(body).encode("ascii") + neck + body


def is_sound(data: bytes) -> bool:
    """Whether these are the bytes of a manifest, each of them as it was written."""
    empty = data[_START:] == b"\n}\n"
    neck = _NECK.replace(b",", b" ") if empty else _NECK
    head = _HEAD + digest(data[_START:]).encode("ascii") + neck
    return data[:_START] == head


def decoded(data: bytes) -> dict[str, str] | None:
    """Path → SHA-256 of a manifest from elsewhere; None unless it is sound."""
    return decode(data) if is_sound(data) else None


def decode(data: bytes) -> dict[str, str]:
    """Path → SHA-256 of a sound manifest, sorted by path."""
    files: dict[str, str] = json.loads(data) if data else {}
    files.pop("", None)
    return files


def tops(files: Iterable[str]) -> set[str]:
    """The names that lie in a tree itself.

    >>> sorted(tops(["a/b", "a/c", "d"]))
    ['a', 'd']
    """
    return {path.partition("/")[0] for path in files}


def read(tree: Path) -> bytes:
    """The manifest of a tree; nothing where it is missing, damaged, a link, or of another version."""
    return read_file(tree / MANIFEST)


def read_file(file: Path) -> bytes:
    """The same of a manifest by its own name."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        descriptor = os.open(file, flags)
    except OSError:
        return b""
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return b""
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            data = stream.read()
    except OSError:
        return b""
    finally:
        os.close(descriptor)
    return data if is_sound(data) else b""


def files_of(tree: Path) -> dict[str, str] | None:
    """Path → SHA-256 of every file that a published site should hold; None where no sound manifest says so."""
    data = read(tree)
    return decode(data) if data else None
