"""Whether the converter can have anything to do or to say: asked before it is, and with few imports.

Remembered in ``.glose/converted`` is when it last had not: the stamps of what it reads, and of each article, beside its
stamp, what of it matters to any seed. So a build reads the headers that somebody has touched since, and no others.
What is missing, damaged or of another program is no answer, and the converter is asked.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from glose.digest.build.sources import stamps
from glose.digest.build.state import DamagedError, decode, seal, unseal
from glose.digest.model.errors import DigestError
from glose.digest.publish import WORK
from glose.digest.site.value import Fingerprint, fingerprint, pack
from glose.tasks.own_code import program
from glose.tasks.settings import Site

if TYPE_CHECKING:  # imported when an article has changed
    from glose.digest.batch.existing_articles import BrokenArticle, ExistingArticle

UNREAD = ("glossary", "pages", "notes")
"""Folders of content/ in which nothing makes a seed stale."""
ARTICLES = "articles/"


class Known(NamedTuple):
    """An article that stood there when the converter had nothing to do."""

    stamp: str
    matters: Fingerprint
    """Of what of it decides about seeds; empty where its facts do not say."""


class Memory(msgspec.Struct, frozen=True, array_like=True):
    """What was true then."""

    others: Fingerprint
    """Of everything but the articles."""
    until: str
    """When the first embargo ends, ISO 8601; empty where none is held."""
    articles: dict[bytes, Known]
    """By path below content/articles."""


class Look:
    """What lies there now."""

    def __init__(self, site: Site, clock: int) -> None:
        """Walks over seeds/ and content/. `clock`: nanoseconds since the epoch, now."""
        self.site = site
        self.file = site.root / WORK / "converted"
        self.articles: dict[bytes, str] = {}
        """Stamp by path below content/articles."""
        self._others: list[tuple[bytes, str]] = []
        self._known: dict[bytes, Known] = {}
        self._ends: list[str] = []
        for file, stamp in stamps(site.content, clock).items():
            path = os.fsencode(file.removeprefix(ARTICLES))  # a name may be anything
            if file.startswith(ARTICLES) and file.endswith(".md") and "/." not in file:
                self.articles[path] = stamp
            elif file.partition("/")[0] not in UNREAD:
                self._others.append((os.fsencode(file), stamp))
        self._seeds = [(os.fsencode(file), stamp) for file, stamp in stamps(site.seeds, clock).items()]

    @cached_property
    def others(self) -> Fingerprint:
        """Of everything but the articles; empty while a stamp says nothing yet."""
        if not all(stamp for _, stamp in (*self._seeds, *self._others)):
            return b""
        values = self.site.values
        agencies = sorted((values.get("AGENCIES") or {}).items())
        settings = [values["TIMEZONE"], self.site.lang, self.site.editions, agencies]
        return fingerprint([program(), settings, sorted(self._seeds), sorted(self._others)])

    def is_quiet(self) -> bool:
        """True where the converter would do nothing and say nothing."""
        try:
            memory = decode(unseal(self.file.read_bytes()), Memory)
        except (OSError, DamagedError):
            return False
        if memory.others != self.others or not self.others or _is_over(memory.until):
            return False
        if memory.articles.keys() - self.articles.keys():
            return False  # something may have stood for a seed
        touched = [
            path for path, stamp in self.articles.items() if _is_touched(memory.articles.get(path), stamp)
        ]
        for path in touched:
            found, before = self._read(path), memory.articles.get(path)
            if found is None or not (known := _matters(found)):
                return False
            if found.seed if before is None else known != before.matters:
                return False
            memory.articles[path] = Known(self.articles[path], known)
        if touched:
            self._write(memory)
        return True

    def saw(self, one: ExistingArticle | BrokenArticle) -> None:
        """An article, as the converter found it."""
        if not isinstance(one, _facts().ExistingArticle):
            return
        if (path := os.fsencode(one.path)) in self.articles:
            self._known[path] = Known(self.articles[path], _matters(one))
        if one.status == "withheld" and one.embargo_until:
            self._ends.append(one.embargo_until)

    def remember(self) -> None:
        """That there was nothing to do for the articles that it saw."""
        if self.others and self._known.keys() == self.articles.keys():
            until = min(self._ends, key=datetime.fromisoformat, default="")
            self._write(Memory(self.others, until, self._known))

    def forget(self) -> None:
        """That there was nothing to do."""
        self.file.unlink(missing_ok=True)

    def _write(self, memory: Memory) -> None:
        self.file.write_bytes(seal(pack(memory)))

    def _read(self, path: bytes) -> ExistingArticle | None:
        """The facts of an article; None where it cannot be understood."""
        from glose.digest.files import safe_read

        name, facts = os.fsdecode(path), _facts()
        try:
            data = safe_read.read(self.site.content / ARTICLES / name, name, facts.MAX_BYTES)
            found: ExistingArticle = facts.facts(data, name, name)
        except DigestError:
            return None
        return found


def _facts() -> Any:
    """The converter's reader, with all that it imports."""
    return import_module("glose.digest.batch.existing_articles")


def _is_touched(known: Known | None, stamp: str) -> bool:
    return known is None or not stamp or stamp != known.stamp


def _is_over(until: str) -> bool:
    return bool(until) and datetime.fromisoformat(until) <= datetime.now(UTC)


def _matters(one: ExistingArticle) -> Fingerprint:
    found = _facts().decisive(one)
    return fingerprint(found) if found else b""
