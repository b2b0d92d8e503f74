"""Links between braces (``{filename}/articles/x.md``): what they may name, and where they must not lead."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from glose.digest.model.errors import Fault
from glose.digest.schema.node import nearest
from glose.digest.site.addresses import group
from glose.digest.site.values import ROOT, Value

WORDS = ("filename", "static", "index", "tag", "category", "author")
"""Pelican's words between braces that a link may begin with; ``{attach}`` copies any file of the machine."""
GROUPS = {"tag": "tags", "category": "categories", "author": "authors"}
"""Those that name a listing, and where it stands."""
_LINK = re.compile(
    r"<[^>]+(?:href|src|poster|data|cite|formaction|action|content)\s*=\s*"
    r"([\"'])(?P<sign>[{|])(?P<what>.*?)[|}](?P<path>.*?)\1"
)
"""As Pelican finds them (``INTRASITE_LINK_REGEX``): ``{what}path`` and ``|what|path`` in an address."""
_ROOTED = re.compile(r'(<a href=")/(?!/)')
"""A link that begins at the site's root, wherever that stands on its host."""


class Reference(Value, frozen=True):
    """A link of a text to another file of the content, or by one of Pelican's words."""

    what: str
    """The word between the braces: ``filename``, ``static``, ``tag`` …"""
    target: str
    """The file below the content's folder; beginning with ``..`` where it leads out. Or the name."""
    written: str
    """As it is written."""
    line: int | None


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
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")

    def of(self, words: str, first: int = 1) -> int | None:
        """The first line from line `first` on that holds `words`; None when they are written otherwise there."""
        at = -1
        for _ in range(first - 1):
            at = self.text.find("\n", at + 1)
            if at < 0:
                return None
        at = -1 if "\n" in words else self.text.find(words, at + 1)
        return None if at < 0 else self.text.count("\n", 0, at) + 1


def references(shown: str, inside: str, lines: Lines, first: int = 1) -> tuple[str, tuple[Reference, ...]]:
    """The HTML with its links between braces as pages resolve them, and what they name.

    `inside`: the file below the content's folder, from which links are counted. A link to a file of the content
    becomes `ROOT` and the file between braces, which becomes an address when a page is rendered; one that begins with
    a slash counts from the site's root.
    """
    found: list[Reference] = []

    def canonical(match: re.Match[str]) -> str:
        what, written = html.unescape(match["what"]), html.unescape(match["path"])
        end = "}" if match["sign"] == "{" else "|"
        line = lines.of(f"{match['sign']}{what}{end}{written}", first) or lines.of(written or what, first)
        target = (
            _below(unquote(_path(written)), inside) if what in ("filename", "static", "attach") else written
        )
        found.append(Reference(what, target, written, line))
        rest = html.escape(written[len(_path(written)) :])
        if what in GROUPS:
            place = f"{ROOT}/{group(GROUPS[what], written)}"
        else:
            place = f"{ROOT}/index.html" if what == "index" else f"{ROOT}{{{target}}}{rest}"
        quote = match[1]
        return f"{match[0][: match.start('sign') - match.start() - 1]}{quote}{place}{quote}"

    shown = _ROOTED.sub(rf"\1{ROOT}/", shown)
    return _LINK.sub(canonical, shown) if "{" in shown or "|" in shown else shown, tuple(found)


def reference_faults(found: Iterable[Reference], path: str, known: Targets) -> Iterator[Fault]:
    """References that name nothing, lead out of the content's folder or would copy a file."""
    for one in found:
        if fault := _fault(one, known):
            yield Fault(path, one.line, *fault)


def _fault(one: Reference, known: Targets) -> tuple[str, str] | None:
    what, target = one.what, one.written
    if what == "attach":
        return f"{{attach}}{target} would copy a file", "use {static}/images/…"
    if what not in WORDS:
        return f"{{{what}}} is no word for a link", nearest(what, WORDS)
    if what not in ("filename", "static"):
        return None
    if one.target.startswith(".."):
        return f"{{{what}}}{target} leads out of the content's folder", "link inside it only"
    wanted, other = (known.texts, known.files) if what == "filename" else (known.files, known.texts)
    if one.target in wanted:
        return None
    if one.target in other:
        word = "static" if what == "filename" else "filename"
        return f"{{{what}}}{target} is the wrong word for this file", f"write {{{word}}}{target}"
    todo = "nothing of a like name is there"
    if found := near(one.target, wanted):
        todo = f"write {{{what}}}/{found}"
    return f"{{{what}}}{target} names nothing that is published", todo


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


def near(place: str, known: frozenset[str]) -> str:
    """What was probably meant: a file of that name elsewhere, or one of a like name; empty where there is none."""
    by_name = {posixpath.basename(one): one for one in sorted(known, reverse=True)}
    if name := by_name.get(posixpath.basename(place)):
        return name
    by_stem = {posixpath.splitext(name)[0]: one for name, one in by_name.items()}  # all texts end in .md
    close = get_close_matches(posixpath.splitext(posixpath.basename(place))[0], by_stem, 1)
    return by_stem[close[0]] if close else ""
