"""Links between braces (``{filename}/articles/x.md``): what they may name, and where they must not lead."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from plugins.digest.model.errors import Fault
from plugins.digest.schema.node import nearest

WORDS = ("filename", "static", "index", "tag", "category", "author")
"""Pelican's words between braces that a link may begin with; ``{attach}`` copies any file of the machine."""
_LINK = re.compile(
    r"<[^>]+(?:href|src|poster|data|cite|formaction|action|content)\s*=\s*"
    r"([\"'])(?P<sign>[{|])(?P<what>.*?)[|}](?P<path>.*?)\1"
)
"""As Pelican finds them (``INTRASITE_LINK_REGEX``): ``{what}path`` and ``|what|path`` in an address."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What links may name, by paths below the content's folder."""

    texts: frozenset[str]
    """Articles, pages and terms that are published: for ``{filename}``."""
    files: frozenset[str]
    """Other files of the content: for ``{static}``, which publishes them."""


class Lines:
    """Finds the line on which words stand in a file."""

    def __init__(self, text: str) -> None:
        self.rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def of(self, words: str, first: int = 1) -> int | None:
        """The first line from line `first` on that holds `words`; None when they are written otherwise there."""
        rows = enumerate(self.rows[first - 1 :], first)
        return next((number for number, row in rows if words in row), None)


def link_faults(
    shown: str, path: str, inside: str, known: Targets, lines: Lines, first: int = 1
) -> Iterator[Fault]:
    """Links between braces that name nothing, lead out of the content's folder or would copy a file.

    `shown`: the HTML. `inside`: the file below the content's folder, from which links are counted.
    """
    for found in _LINK.finditer(shown):
        what, target = html.unescape(found["what"]), html.unescape(found["path"])
        end = "}" if found["sign"] == "{" else "|"
        line = lines.of(f"{found['sign']}{what}{end}{target}", first) or lines.of(target or what, first)
        if fault := _link(what, target, inside, known):
            yield Fault(path, line, *fault)


def leak(shown: str, path: str, inside: str) -> Fault | None:
    """The first link that leads out of the content's folder or would copy a file of the machine.

    The reader of articles asks this once more: whoever runs Pelican by hand must not publish ``/etc/passwd``.
    """
    for found in _LINK.finditer(shown):
        if fault := _leak(html.unescape(found["what"]), html.unescape(found["path"]), inside):
            return Fault(path, None, *fault)
    return None


def _leak(what: str, target: str, inside: str) -> tuple[str, str] | None:
    if what == "attach":
        return f"{{attach}}{target} would copy a file", "use {static}/images/…"
    if what in ("filename", "static") and any(place.startswith("..") for place in _places(target, inside)):
        return f"{{{what}}}{target} leads out of {_CONTENT}", "link inside it only"
    return None


def _link(what: str, target: str, inside: str, known: Targets) -> tuple[str, str] | None:
    if fault := _leak(what, target, inside):
        return fault
    if what not in WORDS:
        return f"{{{what}}} is no word for a link", nearest(what, WORDS)
    if what not in ("filename", "static"):
        return None
    places = _places(target, inside)
    wanted, other = (known.texts, known.files) if what == "filename" else (known.files, known.texts)
    if places & wanted:
        return None
    if places & other:
        word = "static" if what == "filename" else "filename"
        return f"{{{what}}}{target} is the wrong word for this file", f"write {{{word}}}{target}"
    return f"{{{what}}}{target} names nothing that is published", near(min(places), wanted, "/")


_CONTENT = "the content's folder"


def _places(target: str, inside: str) -> set[str]:
    """What a link may mean: Pelican looks for the path as it stands, then for what it is decoded."""
    return {_below(_path(one), inside) for one in (target, unquote(target))}


def _path(target: str) -> str:
    try:
        return urlsplit(target).path
    except ValueError:  # brackets that hold no address
        return target


def _below(target: str, inside: str) -> str:
    """A link's target below the content's folder; begins with ``..`` where it leads out."""
    target = target.replace("\\", "/")
    start = "" if target.startswith("/") else posixpath.dirname(inside)
    return posixpath.normpath(posixpath.join(start, target.lstrip("/")))


def near(place: str, known: frozenset[str], root: str = "") -> str:
    """What was probably meant: a file of that name elsewhere, or one of a like name; `root` stands before it."""
    by_name = {posixpath.basename(one): one for one in sorted(known, reverse=True)}
    close = get_close_matches(posixpath.basename(place), by_name, 1)
    return f'write "{root}{by_name[close[0]]}"' if close else "nothing of a like name is there"
