"""Files below content/ that the editor reads and writes: regular ones, in real folders, as it has seen them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from glose.digest.files.atomic import Stamp, flush, remove, write
from glose.digest.files.safe_read import read
from glose.digest.model.errors import DigestError
from glose.digest.publish.lock import alone
from glose.tasks.editor.gate import Refusal
from glose.tasks.frame import within
from glose.tasks.settings import Site

LARGEST = 1 << 19
"""Bytes of a file of notes, or of an entry."""
PATIENCE = 5.0
"""Seconds to wait for another server of this project that is writing."""
_writing = Lock()


class Found(NamedTuple):
    """A file as it is."""

    text: str
    """Empty where there is none."""
    stamp: Stamp | None
    mark: str
    """Tells its bytes from others; a form brings it back."""


@contextmanager
def writing(own: Site) -> Iterator[None]:
    """Nobody else writes what an editor does meanwhile, in this server or in another one of the project."""
    with _writing, alone(own.root / ".glose" / "editor.lock", "another server is writing", wait=PATIENCE):
        yield


def found(file: Path, own: Site) -> Found:
    """The file, which may be missing. Raises `Refusal` for what is not a file of text below content/."""
    _check_place(file, own)
    stamp = Stamp.of(file)
    if stamp is None:
        return Found("", None, mark(b""))
    raw = read(file, str(within(file)), LARGEST)
    try:
        return Found(raw.decode("utf-8"), stamp, mark(raw))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Refusal(
            HTTPStatus.UNPROCESSABLE_ENTITY, f"{within(file)}:{line}: not UTF-8", "save the file as UTF-8"
        ) from None


def mark(raw: bytes) -> str:
    """Of bytes."""
    return sha256(raw).hexdigest()


def put(file: Path, text: str, before: Found, own: Site) -> None:
    """Writes the file, or takes it away where nothing is left of it; it must be what it was."""
    _check_place(file, own)
    if text:
        write(file, text.encode("utf-8"), before.stamp)
    elif Stamp.of(file) == before.stamp:
        remove(file)
    flush([file.parent])


def _check_place(file: Path, own: Site) -> None:
    """A place below content/ by names alone, of which none is a link to elsewhere."""
    content = own.content
    inside = Path(os.path.normpath(file))
    if inside != file or not file.is_relative_to(content) or file == content:
        raise Refusal(HTTPStatus.FORBIDDEN, f"{within(file)} does not lie in {content.name}/")
    for place in (file, *file.parents):
        if place == content:
            return
        try:
            mode = place.lstat().st_mode
        except FileNotFoundError:
            continue
        except OSError as error:
            raise Refusal(HTTPStatus.FORBIDDEN, f"{within(place)}: {error.strerror}") from None
        if stat.S_ISLNK(mode) or not (stat.S_ISDIR(mode) if place != file else stat.S_ISREG(mode)):
            raise Refusal(
                HTTPStatus.FORBIDDEN,
                f"{within(place)} is not a {'file' if place == file else 'folder'} of its own",
                "put a real one in its place",
            )


def said(error: DigestError) -> Refusal:
    """What the library refuses."""
    return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, within(error))
