"""A built site's files: what is there, each read once, and which of them an address means."""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

NEVER = re.compile(r"[\t\n\r]")
"""What a browser takes out of an address wherever it stands (URL standard, 4.4)."""
_EDGES = "".join(map(chr, range(33)))
_PLAIN = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9./_-]*)?(?:[#?]|\Z)")
"""What is surely a way down from the root."""
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_ADDRESS = re.compile(rb"^Sitemap: *(https?://\S*/)sitemap\.xml\s*$", re.M)
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')


class Target(NamedTuple):
    """Where an address of this site leads."""

    name: str
    """The file that answers, below the site's root, whether it is there or not."""
    fragment: str = ""
    """The id that is meant on that page, decoded; empty for the page itself."""
    above: bool = False
    """True where it climbs above the site's root: it works on a host of its own and nowhere else."""


class Place:
    """An address at which a site is published, and what addresses on its pages mean."""

    def __init__(self, home: str) -> None:
        """`home`: with a slash at its end; empty when nothing tells."""
        self.home = home
        self._known: defaultdict[int, dict[str, Target | None]] = defaultdict(dict)
        """What addresses mean that do so on any page so far below the root."""

    def target(self, page: str, value: str) -> Target | None:
        """What an address on `page` means inside this site; None for one that leads elsewhere, or is none.

        As a browser reads it: without line breaks, with backslashes for slashes.
        """
        depth = page.count("/")
        known = self._known[depth]
        if value in known:
            return known[value]
        up = "../" * depth
        if up and value.startswith(up) and is_plain(value, len(up)):  # as most are
            found = known[value] = self._target("", value[len(up) :])
        elif value.startswith(("https://", "http://")):
            found = known[value] = self._target("", value)
        else:
            found = self._target(page, value)
        return found

    def _target(self, page: str, value: str) -> Target | None:
        value = tidy(value)
        if _SCHEME.match(value) or value.startswith("//"):
            if not self.home or not f"{value}/".startswith(self.home):
                return None
            value, page = "/" + value[len(self.home) :], ""
        value, _, fragment = value.partition("#")
        path = value.partition("?")[0]
        if not path:
            return Target(page or "index.html", unquote(fragment))
        parts = [] if path.startswith("/") else page.split("/")[:-1]
        above = False
        for part in path.split("/"):
            if part == "..":
                above = above or not parts
                del parts[-1:]
            elif part not in (".", ""):
                parts.append(part)
        name = "/".join(parts)
        if not name or path.endswith(("/", "/.", "/..")) or path in (".", ".."):
            name = f"{name}/index.html" if name else "index.html"
        if "%" in name:
            name = unquote(name)
        return Target(name, unquote(fragment) if "%" in fragment else fragment, above)

    def address(self, name: str) -> str:
        """The published address of a file."""
        return self.home + name.removesuffix("index.html")


class Files(Place):
    """The files below a site's root, by their paths with ``/``."""

    def __init__(self, root: Path) -> None:
        super().__init__("")
        self.root = root
        self.odd: list[str] = []
        """Symbolic links, pipes and the like: a build of ours makes none."""
        self.digests: dict[str, str] = {}
        """SHA-256 of every file that was read, by name."""
        self.stats: dict[str, os.stat_result] = {}
        """Every file that is there, with what the system says of it."""
        self._walk(str(root), "")
        self.names = frozenset(self.stats)
        self.home = self._home()

    def _walk(self, folder: str, start: str) -> None:
        for entry in os.scandir(folder):
            name = start + entry.name
            if entry.is_symlink() or not (entry.is_file() or entry.is_dir()):
                self.odd.append(name)
            if entry.is_file():
                self.stats[name] = entry.stat()
            elif entry.is_dir(follow_symlinks=False):
                self._walk(entry.path, f"{name}/")

    def _home(self) -> str:
        if "index.html" in self.names:
            found = _CANONICAL.search(self.read("index.html").decode("utf-8", "replace"))
            if found and found[1].startswith(("http://", "https://")):
                return found[1]
        found_robots = _ADDRESS.search(self.read("robots.txt")) if "robots.txt" in self.names else None
        return found_robots[1].decode("utf-8", "replace") if found_robots else ""

    @cached_property
    def written(self) -> bytes:
        """All that is here as JSON."""
        return b"\n".join(self.read(name) for name in sorted(self.names) if name.endswith(".json"))

    def read(self, name: str) -> bytes:
        """The bytes of a file, whose digest is kept."""
        data = (self.root / name).read_bytes()
        self.digests[name] = hashlib.sha256(data).hexdigest()
        return data


def is_plain(value: str, start: int) -> bool:
    """Whether an address from `start` on is surely a way down, so that it means the same from any page."""
    return bool(_PLAIN.match(value, start))


def tidy(value: str) -> str:
    """An address as a browser takes it in: trimmed, without tabs and line breaks, backslashes turned."""
    value = value.strip(_EDGES)
    if "\\" in value and not value.lower().startswith("data:"):
        value = value.replace("\\", "/")
    return NEVER.sub("", value)


def is_absolute(value: str) -> bool:
    """Whether an address begins with a scheme."""
    return bool(_SCHEME.match(tidy(value)))


def origin(value: str) -> str:
    """``https://host`` of an address; empty for a relative one, and ``?`` for one that cannot be read."""
    if "//" not in value:
        return ""
    try:
        url = urlsplit(value)
    except ValueError:
        return "?"
    return f"{url.scheme}://{url.netloc}".lower() if url.netloc else ""
