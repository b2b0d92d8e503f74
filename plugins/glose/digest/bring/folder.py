"""What the sites of Hugo, Jekyll and Pelican have in common: a folder of files, each a post, beside its pictures."""

from __future__ import annotations

import os
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from glose.digest.bring import front_matter
from glose.digest.bring.links import Links, below, beside
from glose.digest.bring.post import Note, Post
from glose.digest.files import safe_read
from glose.digest.model.errors import DigestError, Fault, SeedError
from glose.digest.model.limits import ARTICLE_BYTES
from glose.digest.text.decode import decode

LONGEST_LINE = 1_000_000
"""Characters of one line of a post: a longer one is data."""
MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
HTML = (".html", ".htm")


def files(root: Path) -> Iterator[str]:
    """Every file below a folder, hidden ones and links left out, with forward slashes, in one order."""
    for place, folders, names in os.walk(root):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not Path(place, name).is_symlink()
        )
        base = Path(place).relative_to(root).as_posix()
        for name in sorted(names):
            if not name.startswith("."):
                yield name if base == "." else f"{base}/{name}"


def text_of(file: Path, name: str) -> str:
    """The text of a post's file. Raises `SeedError` for what is no text of a sane size."""
    text = decode(safe_read.read(file, name, ARTICLE_BYTES))[0]
    if len(text) > LONGEST_LINE and max(map(len, text.split("\n"))) > LONGEST_LINE:
        what = f"has a line of more than {LONGEST_LINE:,} characters"
        raise SeedError(Fault(name, None, what, "that is data, no text: break it, or leave it out"))
    return text


class Folder(ABC):
    """A site that lies in a folder, and its settings."""

    def __init__(self, root: Path, name: str, zone: str, zone_from: str, lang: str) -> None:
        self.root, self.name = root, name
        self.zone, self.zone_from, self.lang = zone, zone_from, lang
        self.notes: list[Note] = []
        self.hosts: tuple[str, ...] = ()
        self.static: tuple[Path, ...] = ()
        """Folders whose files stand at the root of the site."""

    def say(self, path: str) -> str:
        """A file below the folder, as messages name it."""
        return f"{self.name}/{safe_read.printable(path)}" if path else self.name

    def settings(self, *names: str) -> dict[str, Any]:
        """The first of these files that is there, read; {} for none. Raises `FrontMatterError`."""
        for name in names:
            if (self.root / name).is_file():
                text = text_of(self.root / name, self.say(name))
                form = {"toml": "toml", "json": "json"}.get(name.rpartition(".")[2], "yaml")
                return front_matter.parse(text, form, self.say(name))
        return {}

    def on_web(self, address: object) -> str:
        """Takes up where the site stands on the web; the path of that address, without a slash at its end."""
        try:
            parts = urlsplit(str(address or ""))
            host = parts.hostname or ""
        except ValueError:
            return ""
        self.hosts = tuple(filter(None, (*self.hosts, host)))
        return parts.path.rstrip("/")

    def picture(self, src: str, post: Post) -> Path | None:
        """The file that a post names: beside it, or where the site's other files are."""
        path = re.sub(r"[?#].*", "", src, flags=re.S)
        if "://" in path[:10] or path.startswith("//"):
            try:
                parts = urlsplit(path if "://" in path[:10] else f"http:{path}")
                if parts.hostname not in self.hosts:
                    return None
            except ValueError:
                return None
            path = parts.path
        if (
            not path.startswith("/")
            and post.folder is not None
            and (found := beside(self.root, post.folder, path))
        ):
            return found
        bare = path.removeprefix(self.prefix + "/") if self.prefix else path
        return next(filter(None, (below(place, bare.lstrip("/")) for place in self.static)), None)

    prefix = ""
    """Path under which the site stands on its host."""

    def each(self, paths: Iterator[str]) -> Iterator[Post | Fault]:
        """The posts of these files."""
        for path in paths:
            try:
                yield from self.post(path)
            except DigestError as error:
                yield error.faults[0]

    @abstractmethod
    def post(self, path: str) -> Iterator[Post]:
        """What a file holds; nothing where it is no post. Raises `DigestError`."""

    def shortcode(self, written: str, links: Links, line: int) -> str | None:
        """None: nothing that a program runs is anything here."""
        return None

    def prepared(self, text: str) -> str:
        """The text with what is written otherwise there and means the same here."""
        return text

    def prepared_html(self, text: str, links: Links, first: int) -> tuple[str, bool]:
        """HTML as it is; a line break in it is none in the text."""
        return text, False


def zone_of(value: object, zone: str, zone_from: str, named: str) -> tuple[str, str]:
    """The zone that a site's settings name, where it is one, and who says so."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if not value:
        return zone, zone_from
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return zone, zone_from
    return str(value), named


def tokens(pattern: str, values: Mapping[str, str], sign: str) -> str:
    """An address by a pattern like ``/:year/:title/`` (`sign` is ``:``); empty where it asks for what is not known."""
    found = re.sub(sign, lambda token: values.get(token[1], "\0"), pattern)
    return "" if "\0" in found else re.sub(r"/{2,}", "/", f"/{found}")
