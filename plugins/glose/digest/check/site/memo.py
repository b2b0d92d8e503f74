"""What a check remembers of a site's files, so that the next one looks only at those that have changed.

One file of sealed values, put into place whole: another program's, or a damaged one, is as good as none.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from glose.digest.files import atomic
from glose.digest.model.errors import DigestError, Fault
from glose.digest.site.value import Fingerprint, Value, fingerprint, pack


class Known(Value, frozen=True):
    """What is known of one file."""

    stamp: str
    """What changes when it is written to; empty for one that was written to just before."""
    sha256: str
    seen: bytes
    """What it tells by itself, packed."""


class Told(Value, frozen=True):
    """What a whole check told."""

    standing: Fingerprint
    """Of the names and stamps of all files; empty where one had no stamp."""
    faults: tuple[Fault, ...] = ()
    pages: int = 0


class Memory(Value, frozen=True):
    """What is known of a site."""

    version: Fingerprint = b""
    """Of the program, and of the address at which the site is published."""
    told: Told = Told(b"")
    known: msgspec.Raw = msgspec.Raw(pack({}))
    """Of each file, read where some have changed."""

    @property
    def files(self) -> dict[str, Known]:
        return msgspec.msgpack.decode(self.known, type=dict[str, Known])


def recall(file: Path | None, version: Fingerprint) -> Memory:
    """What the last check of this version left; nothing where there is none, or where it is damaged."""
    try:
        data = file.read_bytes() if file else b""
        if fingerprint(data[12:]) != data[:12]:
            return Memory()
        memory = msgspec.msgpack.decode(memoryview(data)[12:], type=Memory)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Memory()
    return memory if memory.version == version else Memory()


def remember(file: Path | None, version: Fingerprint, told: Told, files: Mapping[str, Known]) -> None:
    """Leaves it for the next check; where that cannot be written, the next one looks at everything."""
    if file is None:
        return
    data = pack(Memory(version, told, msgspec.Raw(pack(files))))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(file, fingerprint(data) + data, atomic.Stamp.of(file))
    except (OSError, DigestError):
        return
