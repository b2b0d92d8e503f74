"""Which program this process is.

A process is the code that it has imported, whatever is saved meanwhile: what it makes must not be taken for the work of
the code that lies there by then.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from glose.digest.site.value import Fingerprint, fingerprint

CODE = Path(__file__).resolve().parents[1]
"""The engine's own."""


def program(places: Sequence[Path] = ()) -> Fingerprint:
    """Of the code, ours and that in `places`, and of the libraries installed beside it: what an upgrade changes.

    As each place was when this was first asked of it: ask before importing from it.
    """
    libraries = [Path(place).resolve() for place in sys.path if place.endswith("-packages")]
    return fingerprint([sys.version, *(_stamps(place) for place in (CODE, *places, *libraries))])


@cache
def _stamps(place: Path) -> list[tuple[str, int, int]]:
    """When each file of a program was written to, and its size; of installed libraries, when any was installed."""
    if place.name.endswith("-packages"):
        return [(str(place), place.stat().st_mtime_ns, 0)] if place.is_dir() else []
    return sorted(_files(place))


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """By names: every build asks, and there are hundreds."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            if name.endswith((".py", ".txt", ".css", ".js")):
                file = f"{place}{os.sep}{name}"
                found = Path(file).stat()
                yield file, found.st_mtime_ns, found.st_size
