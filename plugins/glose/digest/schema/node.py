"""Values as they were written, each with its line, and the place where everything wrong with a file is gathered."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from glose.digest.model.errors import Fault

DEEPEST = 6
"""Levels of nesting that any grammar of ours has: header, senses, one sense, its texts, and two to spare."""

MANY = 15
"""More known words than this are not listed."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value as it was written, with its place."""

    value: str | list[Node] | dict[str, Node]
    """A scalar as its letters stand, empty for ``null``; YAML's guesses are nobody's."""
    line: int | None = None
    """Line in the file, from 1; None for a value that comes from a program."""

    @property
    def empty(self) -> bool:
        """True for what counts as not written."""
        return self.value in ("", [], {})


@dataclass(slots=True)
class Reading:
    """One file being read: what is wrong goes to `faults`, what is doubtful to `warnings`; nothing is raised."""

    path: str
    lang: str = ""
    """The site's language: that of a text which names none."""
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    gaps: list[Fault] = field(default_factory=list)
    """What is not written yet: a fault, unless the file says that it is a draft."""
    links: list[tuple[str, str, int | None]] = field(default_factory=list)
    """Slugs of other entries that the file names, to be looked up when all are read: key, slug, line."""

    def fault(self, at: Node | int | None, what: str, todo: str = "") -> None:
        """Records what is wrong at that node or line."""
        self.faults.append(Fault(self.path, _line(at), what, todo))

    def gap(self, at: Node | int | None, what: str, todo: str = "") -> None:
        """Records what is missing at that node or line."""
        self.gaps.append(Fault(self.path, _line(at), what, todo))

    def warn(self, at: Node | int | None, what: str, todo: str = "") -> None:
        """Records what is doubtful at that node or line."""
        self.warnings.append(Fault(self.path, _line(at), what, todo))


def _line(at: Node | int | None) -> int | None:
    return at.line if isinstance(at, Node) else at


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, as advice; else all known words."""
    words = list(known)
    if not words:
        return "there is none yet"
    close = difflib.get_close_matches(word, words, n=1) or difflib.get_close_matches(word.lower(), words, n=1)
    if close:
        return f'write "{close[0]}"'
    return f"known are {', '.join(words)}" if len(words) <= MANY else "none of those there are is like it"


def node_of(value: object, depth: int = 0) -> Node:
    """A program's value as a node: how a sidecar or a record that was read elsewhere comes in.

    What is nested deeper than any field comes out as a text, which no list or mapping takes.
    """
    if isinstance(value, Mapping) and depth < DEEPEST:
        return Node({str(key): node_of(one, depth + 1) for key, one in value.items()})
    if isinstance(value, list | tuple | set | frozenset) and depth < DEEPEST:
        return Node([node_of(one, depth + 1) for one in value])
    if isinstance(value, bool):
        return Node("true" if value else "false")
    if isinstance(value, date):  # a datetime too
        return Node(value.isoformat())
    if value is None:
        return Node("")
    return Node(str(value) if isinstance(value, str | int | float) else f"({type(value).__name__})")
