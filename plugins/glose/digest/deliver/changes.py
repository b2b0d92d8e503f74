"""What differs between the site that is published and the one that follows, and at which addresses readers see it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from glose.digest.deliver.compress import is_twin
from glose.digest.publish import MANIFEST

QUIET = frozenset({"_headers", "_redirects", ".htaccess", ".nojekyll", "CNAME", MANIFEST})
"""Files that servers and hosts read and nobody asks for."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths below the target, sorted; twins follow their files and are not named."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    @property
    def paths(self) -> Iterator[tuple[str, str]]:
        """A sign (``+``, ``~``, ``-``) and a path for each."""
        for sign, paths in (("+", self.added), ("~", self.changed), ("-", self.removed)):
            for path in paths:
                yield sign, path


def between(before: Mapping[str, str], after: Mapping[str, str]) -> Changes:
    """The difference of two sites, each path → SHA-256.

    >>> between({"a": "1", "b": "1"}, {"b": "2", "c": "1", "c.html.gz": "1"})
    Changes(added=('c',), changed=('b',), removed=('a',))
    """
    old = {path: sha256 for path, sha256 in before.items() if not is_twin(path)}
    new = {path: sha256 for path, sha256 in after.items() if not is_twin(path)}
    return Changes(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(path for path in new.keys() & old.keys() if new[path] != old[path])),
        tuple(sorted(old.keys() - new.keys())),
    )


def addresses(paths: Collection[str], siteurl: str, host: bool = False) -> Iterator[str]:
    """The public address of each path that readers can ask for; what caches have to forget.

    `host`: whether the paths begin at the host's root and not at the site's.

    >>> list(addresses(["index.html", "a/index.html", "404.html", "_headers"], "https://news.example/digest"))
    ['https://news.example/digest/', 'https://news.example/digest/a/', 'https://news.example/digest/404.html']
    """
    base = siteurl.rstrip("/")
    if host:
        base = base.removesuffix(urlsplit(base).path)
    for path in paths:
        if path.rpartition("/")[2] not in QUIET:
            shown = path[: -len("index.html")] if path.rpartition("/")[2] == "index.html" else path
            yield f"{base}/{quote(shown)}"
