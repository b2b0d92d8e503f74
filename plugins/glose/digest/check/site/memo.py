"""What a check remembers of a site's files, so that the next one looks only at those that have changed.

One file of sealed values, put into place whole: another program's, or a damaged one, is as good as none.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from glose.digest.files import atomic
from glose.digest.model.errors import DigestError
from glose.digest.site.value import Fingerprint, Value, fingerprint, pack


class Known(Value, frozen=True):
    """What is known of one file."""

    stamp: str
    """What changes when it is written to; empty for one that was written to just before."""
    sha256: str
    seen: bytes
    """What it tells by itself, packed."""


class Memory(Value, frozen=True):
    """What is known of a site."""

    version: Fingerprint
    """Of the program, and of the address at which the site is published."""
    files: dict[str, Known]


_NONE = Memory(b"", {})


def recall(file: Path | None, version: Fingerprint) -> dict[str, Known]:
    """What the last check of this version left; nothing where there is none, or where it is damaged."""
    try:
        data = file.read_bytes() if file else b""
        if fingerprint(data[12:]) != data[:12]:
            return {}
        memory = msgspec.msgpack.decode(data[12:], type=Memory)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}
    return memory.files if memory.version == version else {}


def remember(file: Path | None, version: Fingerprint, files: dict[str, Known]) -> None:
    """Leaves it for the next check; where that cannot be written, the next one looks at everything."""
    if file is None:
        return
    data = pack(Memory(version, files))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(file, fingerprint(data) + data, atomic.Stamp.of(file))
    except (OSError, DigestError):
        return
