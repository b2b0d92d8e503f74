"""Former addresses, and every other that two things would share: pages, what led to them, the site's own listings.

The converter asks before it writes and the build before it renders, so that neither makes what the other refuses.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote

from glose.digest.model.errors import Fault
from glose.digest.text.clean import scrub

LISTINGS = frozenset(
    "archives authors categories corrections feeds glossary map page search sources tags timeline".split()
)
"""First parts of addresses below which the site itself writes pages, in every edition."""
FILES = frozenset(
    "404.html _headers _redirects articles.json glossary.json glossary.ttl images pagefind robots.txt "
    "sitemap.xml theme".split()
)
"""What it writes beside them, at the root."""
LONGEST_PART, LONGEST = 255, 1000
"""Bytes of a file's name on the file systems in use, and of a whole address: 4,096 are a path's, below any folder."""
_DAYS = re.compile(r"\d{4}(?:/\d{2}){0,2}")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffd\\\\]")
_DELETE = "delete it from aliases"


@dataclass(frozen=True, slots=True)
class Place:
    """A file that will be published at addresses of its own."""

    path: str
    """The file as messages name it."""
    file: str
    """What it becomes, below the site: ``2016/03/15/slug/index.html``."""
    aliases: tuple[tuple[str, int | None], ...] = ()
    """Its former addresses, each with its line."""
    slug_line: int | None = None
    """Line of its slug."""


def file_of(alias: str) -> str:
    """The file that answers to an address; empty for the home page, and for one that leads out of the site.

    >>> file_of("/2016/03/15/caf%C3%A9/"), file_of("/old.html"), file_of("/%2e%2e/x/")
    ('2016/03/15/café/index.html', 'old.html', '')
    """
    path = PurePosixPath(unquote(alias).strip("/"))
    if not path.parts or ".." in path.parts:
        return ""
    return str(path) if path.suffix == ".html" else f"{path}/index.html"


def key(file: str) -> str:
    """What two files have in common that are one file on some machine: without case, after NFC.

    >>> key("E\u0301t\u00e9.html") == key("\u00e9TE\u0301.html")
    True
    """
    return normalize("NFC", normalize("NFC", file).casefold())


def wrong(alias: str) -> tuple[str, str] | None:
    """What is wrong with a former address whatever else the site holds, and what to do; None for a sound one."""
    decoded = unquote(alias)
    parts = decoded.split("/")
    too_long = len(decoded.encode()) > LONGEST or any(len(part.encode()) > LONGEST_PART for part in parts)
    if too_long or _UNPRINTABLE.search(decoded) or scrub(decoded)[1]:
        what = f"the alias {alias[:60]} cannot be a file's name"
        return what, "write the address as it stood, or delete it"
    if any(part.startswith(".") and part != "." for part in parts) or not file_of(alias):
        return f"the alias {alias} is no former address of an article", "write it like /2016/03/15/slug/"
    return None


def address_faults(places: Iterable[Place], editions: Collection[str]) -> Iterator[Fault]:
    """Everything that would stand where something else stands. `editions`: the site's languages, the root's first."""
    places = list(places)
    others = frozenset(map(key, tuple(editions)[1:]))
    taken: dict[str, str] = {}
    for place in places:
        if page := _own_page(key(place.file).removesuffix("/index.html"), others):
            what = f"its address is that of {page}, which the site makes itself"
            yield Fault(place.path, place.slug_line, what, "change its slug")
        taken[key(place.file)] = place.path
    led: set[tuple[str, str]] = set()
    folders = {folder for file in taken for folder in _above(file)}
    for place in places:
        for alias, line in place.aliases:
            file = key(file_of(alias))
            if (place.path, file_of(alias)) in led:
                continue  # written twice, it leads to the same article twice
            if fault := wrong(alias) or _alias_fault(alias, file, others, taken, folders):
                yield Fault(place.path, line, *fault)
            else:
                taken[file] = place.path
                led.add((place.path, file_of(alias)))
                folders |= {str(parent) for parent in PurePosixPath(file).parents}


def _above(file: str) -> Iterator[str]:
    while folder := file.rpartition("/")[0]:
        yield folder
        file = folder


def _alias_fault(
    alias: str, file: str, others: Collection[str], taken: dict[str, str], folders: Collection[str]
) -> tuple[str, str] | None:
    if page := _own_page(file.removesuffix("/index.html").removesuffix(".html"), others):
        return f"another page stands at the alias {alias}: {page}, which the site makes itself", _DELETE
    if file in taken:
        return f"another page stands at the alias {alias}: that of {taken[file]}", _DELETE
    parents = [str(parent) for parent in PurePosixPath(file).parents]
    if file in folders or any(parent in taken for parent in parents):
        return f"another page stands above or below the alias {alias}", _DELETE
    return None


def _own_page(address: str, others: Collection[str]) -> str:
    """The page or folder of the site's own that an address would take the place of; empty for none."""
    first, _, rest = address.partition("/")
    if first in FILES or address in FILES:
        return f"/{first}"
    if first in others:
        if not rest:
            return f"/{first}/"
        first, address = rest.partition("/")[0], rest
    if first in LISTINGS or _DAYS.fullmatch(address) or address in ("index", "index.html", "404"):
        return f"/{first}/" if first in LISTINGS else f"/{address}/"
    return ""
