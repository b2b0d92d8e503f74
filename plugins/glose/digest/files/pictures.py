"""The picture that a saved page shows, when its file lies beside the page: never fetched, never from elsewhere."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path, PurePath, PurePosixPath
from urllib.parse import unquote, urlsplit

from glose.digest.files import safe_read
from glose.digest.files.atomic import current, remove, write
from glose.digest.files.strip_metadata import Picture
from glose.digest.model.errors import Fault, SeedError
from glose.digest.model.limits import ARTICLE_BYTES, PAGE_BYTES, PICTURE_BYTES
from glose.digest.text import embedded
from glose.digest.text.slug import slugify

_KEPT = re.compile(r"images/[a-z0-9.-]+/[a-z0-9-]+-(?P<mark>[0-9a-f]{8})\.(?:jpg|png|gif|webp)")
"""Names that `destination` gives."""


def read(seeds: Path, seed: PurePath, source: str, name: str) -> bytes:
    """The bytes of the file that a page names as its picture, or that it carries itself.

    `seed`: the page, below `seeds`. `source`: as the page writes it. `name`: the page, for messages. Raises
    `SeedError` when that is no file in the page's folder or below it.
    """
    if embedded.is_embedded(source):
        page = safe_read.read(seeds / seed, name, PAGE_BYTES)
        if data := embedded.picture(page, source):
            return data
        raise _elsewhere(source, name)
    parts = _parts(source, name)
    folder = seeds / seed.parent
    for depth in range(1, len(parts)):
        if folder.joinpath(*parts[:depth]).is_symlink():
            raise _elsewhere(source, name)
    file = PurePosixPath(seed.parent.as_posix(), *parts).as_posix()
    return safe_read.read(folder.joinpath(*parts), f"{seeds.name}/{safe_read.printable(file)}", PICTURE_BYTES)


def _parts(source: str, name: str) -> tuple[str, ...]:
    """A relative address as names of folders and a file; raises `SeedError` for any other."""
    try:
        address = urlsplit(source.strip())
    except ValueError:
        raise _elsewhere(source, name) from None
    parts = tuple(part for part in unquote(address.path).split("/") if part not in ("", "."))
    local = not (address.scheme or address.netloc or address.path.startswith("/"))
    if not (local and parts) or ".." in parts or any(sign in part for part in parts for sign in "\\:\0"):
        raise _elsewhere(source, name)
    return parts


def _elsewhere(source: str, name: str) -> SeedError:
    what = f"shows a picture that did not come with it ({safe_read.printable(source[:200])})"
    return SeedError(Fault(name, None, what, "the article stands without it"))


def destination(source: str, picture: Picture, folder: str) -> str:
    """Where the picture goes, below content/: named by what the page calls it and by what it shows."""
    stem = slugify(PurePosixPath(unquote(urlsplit(source).path)).stem)
    return f"images/{folder}/{stem}-{_mark(picture.data)}{picture.suffix}"


def named_in(file: Path) -> frozenset[str]:
    """The pictures of ours that an article's file names, in its header or its text; none when it is not there.

    Raises `UnreadableError`.
    """
    try:
        text = safe_read.read(file, str(file), ARTICLE_BYTES).decode(errors="replace")
    except safe_read.UnreadableError:
        raise  # they would be taken for gone
    except SeedError:
        return frozenset()
    return frozenset(found[0] for found in _KEPT.finditer(text))


def keep(content: Path, path: str, picture: Picture) -> None:
    """Writes the picture, unless one of this name, and so of these bytes, is there. Raises `WriteError`."""
    if not (content / path).is_file():
        write(content / path, picture.data, None)


def take_back(content: Path, path: str) -> None:
    """Removes a picture that `keep` wrote and nobody has changed since; any other stays. Raises `WriteError`."""
    if not (named := _KEPT.fullmatch(path)):
        return
    file = content / path
    if file.is_file() and not file.is_symlink() and _mark(current(file)) == named["mark"]:
        remove(file)


def _mark(data: bytes) -> str:
    return sha256(data).hexdigest()[:8]
