"""Where a link or a picture of a post leads now: to another post that was brought, to a picture that came along."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from glose.digest.bring.post import Note, Post
from glose.digest.bring.source import Source
from glose.digest.files import pictures, safe_read, strip_metadata
from glose.digest.former import file_of, key
from glose.digest.model.errors import DigestError
from glose.digest.model.limits import PICTURE_BYTES, PICTURES
from glose.digest.text.clean import line as on_one_line
from glose.digest.text.slug import slugify

NAMED = "brought:"
"""What stands before the name of a post where its program names it by its file: ``brought:posts/name.md``."""
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|ico)$", re.I)
TEXT = re.compile(r"\.(?:md|markdown|rst)$", re.I)
_SIGNS = re.compile(r"[\s\"'<>\\^`{|}()]")
_WORD = re.compile(r"\{(?:tag|category|author|index)\}")
"""Words of Pelican that mean the same here."""
_BRACES = re.compile(r"\{[{%]")


@dataclass(slots=True)
class Index:
    """Every post that is here, or is about to be, by what others call it."""

    files: dict[str, str] = field(default_factory=dict)
    """File below content/ by the file that answers to its old address."""
    names: dict[str, str] = field(default_factory=dict)
    """The same by the name that its program has for it; empty where two share it."""

    def add(self, file: str, addresses: Iterable[str], names: Iterable[str]) -> None:
        """A post that is published, and what leads to it."""
        for address in addresses:
            if at := key(file_of(address)):
                self.files.setdefault(at, file)
        for name in names:
            self.names[name] = "" if self.names.get(name, file) != file else file


@dataclass(slots=True)
class Links:
    """Links and pictures of one post."""

    post: Post
    source: Source
    index: Index
    content: Path
    dry: bool = False
    """True where no picture is written."""
    notes: dict[Note, None] = field(default_factory=dict)
    """Each once."""
    copied: dict[str, str] = field(default_factory=dict)
    """Pictures that were copied, by how the post names them; empty for those that were not."""

    def note(self, what: str, line: int) -> None:
        """Tells something at a line of the post's file."""
        self.notes[Note(on_one_line(what), self.post.path, line)] = None

    def link(self, written: str, line: int) -> str:
        """The address that a link of ours has; empty where it can be none, which is told."""
        href = self.source.expression(written, self.post).strip()
        if _BRACES.search(href):
            self.note("a link is made by the program itself: it stands as text", line)
            return ""
        if word := _WORD.match(href):
            return word[0] + _safe(href[word.end() :])
        if href.startswith(NAMED):
            name, sign, part = href.removeprefix(NAMED).partition("#")
            if file := self._named(name):
                return f"{{filename}}/{file}{sign}{part}"
            self.note("a link names a post that is not published here: it stands as text", line)
            return ""
        return self._address(href, line)

    def _named(self, name: str) -> str:
        bare = re.sub(r"\.\w{2,8}$", "", name)
        known = self.index.names
        return known.get(name) or known.get(bare) or known.get(PurePosixPath(bare).name, "")

    def _address(self, href: str, line: int) -> str:
        try:
            parts = urlsplit(href)
            host = parts.hostname or ""
        except ValueError:
            self.note("an address is none: the link stands as text", line)
            return ""
        if (parts.scheme and parts.scheme not in ("http", "https")) or href.startswith("#"):
            if parts.scheme not in ("", "mailto"):
                self.note(f"a link to {parts.scheme}: leads nowhere from a page: it stands as text", line)
                return ""
            return _safe(href)
        if host and host not in self.source.hosts:
            return _safe(href)
        path = urljoin(self.post.address or "/", parts.path) if parts.path else self.post.address
        rest = f"#{parts.fragment}" if parts.fragment else ""
        if file := self.index.files.get(key(file_of(path))):
            return f"{{filename}}/{file}{_safe(rest)}"
        if not host and TEXT.search(parts.path) and (file := self._named(unquote(parts.path).strip("/"))):
            return f"{{filename}}/{file}{_safe(rest)}"
        if PICTURE.search(parts.path) and (kept := self.picture(href, line)):
            return f"{{static}}/{kept}"
        if not host:
            self.note("a link within the site leads to nothing that was brought", line)
            if href.startswith("www.") or parts.path.endswith(".md"):
                return ""  # which would be taken for a slip
        return _safe(href)

    def picture(self, written: str, line: int) -> str:
        """The path below content/ to which a picture is copied; empty where it did not come along, which is told."""
        src = self.source.expression(written, self.post).strip()
        if src in self.copied:
            return self.copied[src]
        self.copied[src] = self._copy(src, line)
        return self.copied[src]

    def _copy(self, src: str, line: int) -> str:
        file = self.source.picture(src, self.post)
        if file is None:
            self.note("a picture did not come along: a link stands in its place", line)
            return ""
        if len(self.copied) > PICTURES:
            self.note(f"has more than {PICTURES} pictures: the others are links", line)
            return ""
        try:
            found = strip_metadata.clean(safe_read.read(file, file.name, PICTURE_BYTES), file.name)
        except DigestError as error:
            self.note(
                f"a picture {error.faults[0].what.removeprefix('is ')}: a link stands in its place", line
            )
            return ""
        place = pictures.destination(file.name, found, _folder(self.post))
        if not self.dry:
            pictures.keep(self.content, place, found)
        return place


def _folder(post: Post) -> str:
    return slugify(unquote(post.slug) or post.title or post.id)


def _safe(href: str) -> str:
    """The address without signs that would end it, or that our links mean otherwise."""
    return _SIGNS.sub(lambda sign: quote(sign[0], safe=""), href)


def below(root: Path, path: str) -> Path | None:
    """The regular file at a path below a folder, without a link on the way; None for any other."""
    parts = [part for part in unquote(path).split("/") if part not in ("", ".")]
    if not parts or ".." in parts or any(sign in part for part in parts for sign in "\\:\0"):
        return None
    at = root
    for part in parts:
        at = at / part
        try:
            if at.is_symlink():
                return None
        except OSError:  # a name longer than any
            return None
    return at if at.is_file() else None


def beside(root: Path, folder: Path, path: str) -> Path | None:
    """The file at a path that counts from a folder below `root`, which it may leave by ``..`` but not `root`."""
    at: list[str] = list(folder.relative_to(root).parts)
    for part in unquote(path).split("/"):
        if part == "..":
            if not at:
                return None
            at.pop()
        elif part not in ("", "."):
            at.append(part)
    return below(root, quote("/".join(at)))
