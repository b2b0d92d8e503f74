"""What a site may set: one dictionary, ``GLOSE``, of which every key has a default."""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from glose.digest.editions import Editions
from glose.digest.glossary.policy import FIRST, First, Policy
from glose.digest.model.errors import DigestError, Fault
from glose.digest.schema.node import nearest

NAME = "GLOSE"
"""Of the setting."""
READ = "GLOSE_OPTIONS"
"""Under which the settings keep what has been read of it."""
Problem = tuple[str, str, str]
"""Key, what is wrong with it, what to do."""


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of ``GLOSE``."""

    glossary: str = "glossary"
    """folder of the glossary's entries, below `PATH`"""
    notes: str = "notes"
    """folder of the editors' notes, below `PATH`"""
    languages: tuple[str, ...] = ()
    """languages, beside `DEFAULT_LANG`, that have entries and a search page of their own, below `/<language>/`"""
    mark: First = "article"
    """which mentions of a term are marked: the first of the `article`, the first of each `section`, or `all`"""
    per_paragraph: int = 0
    """how many marks a paragraph has at most; 0 for no limit"""
    skip: tuple[str, ...] = ()
    """entries that are never marked, by the names of their files without `.md`"""
    quotations: bool = True
    """`False` leaves quoted speech without marks"""
    draft_notes: bool = False
    """`True` shows notes whose `status` is `draft`, too"""
    search: bool = True
    """`False` makes neither an index nor a search page"""
    menu: bool = True
    """`False` keeps the glossary and the search page out of the pages that a theme lists in its menu"""

    @property
    def policy(self) -> Policy:
        """What is marked, and where a mark leads: to the entry's own file, which Pelican resolves like any other."""
        return Policy(
            first=self.mark,
            per_paragraph=self.per_paragraph,
            skip=frozenset(self.skip),
            in_quotations=self.quotations,
        )


KEYS = tuple(one.name for one in fields(Options))
DEFAULTS = Options()


def read(settings: dict[str, Any]) -> Options:
    """The options of a site. Raises `DigestError` with every fault, by path and line of the settings file."""
    found = settings.get(READ)
    if isinstance(found, Options):
        return found
    value = settings.get(NAME, {})
    if faults := list(problems(value, Path(settings["PATH"]))):
        path, lines = _file(value)
        raise DigestError.of(Fault(path, lines.get(key), what, todo) for key, what, todo in faults)
    given: dict[str, Any] = {key: tuple(one) if isinstance(one, list) else one for key, one in value.items()}
    options = settings[READ] = Options(**given)
    return options


def problems(value: object, content: Path) -> Iterator[Problem]:
    """What is wrong with the dictionary. `content`: the site's PATH."""
    if not isinstance(value, Mapping):
        yield "", f"{NAME}: {value!r} is no dictionary", f'write it like {NAME} = {{"glossary": "glossary"}}'
        return
    for key, one in value.items():
        if key not in KEYS:
            yield str(key), f"{NAME}: unknown key {key!r}", nearest(str(key), KEYS)
        elif wrong := _wrong(key, one, content):
            yield key, f"{NAME}: {key}: {one!r} {wrong[0]}", wrong[1]


def _wrong(key: str, value: object, content: Path) -> tuple[str, str] | None:
    """What is wrong with one value, and what to do."""
    default = getattr(DEFAULTS, key)
    if key == "mark":
        return None if value in FIRST else ("is none of its words", nearest(str(value), FIRST))
    if isinstance(default, bool):
        return None if isinstance(value, bool) else ("is neither True nor False", f"write {default}")
    if isinstance(default, int):
        sound = type(value) is int and value >= 0
        return None if sound else ("is no number of marks", "write one from 0")
    if isinstance(default, tuple):
        sound = isinstance(value, tuple | list) and all(isinstance(one, str) for one in value)
        return None if sound else ("is no list of texts", f'write it like {key!r}: ["one", "two"]')
    if not isinstance(value, str) or not value.strip("/. ") or ".." in value.split("/") or value[0] == "/":
        return "is no folder of its own", f"write it like {key!r}: {default!r}"
    if not (content / value).is_dir():
        folders = sorted(one.name for one in content.iterdir() if one.is_dir()) if content.is_dir() else []
        return (
            f"is no folder below {content.name}/",
            f"make {content.name}/{value}/, or {nearest(value, folders)}",
        )
    return None


def editions(settings: dict[str, Any]) -> Editions:
    """The languages that have entries of their own, DEFAULT_LANG's first."""
    return Editions(tuple(dict.fromkeys((settings["DEFAULT_LANG"], *read(settings).languages))))


def known_entries(settings: dict[str, Any], slugs: Collection[str]) -> None:
    """Raises `DigestError` where an entry is to be skipped that is not there."""
    missing = [one for one in read(settings).skip if one not in slugs]
    if missing:
        path, lines = _file(settings.get(NAME))
        what = f"{NAME}: skip: there is no entry {missing[0]!r}"
        raise DigestError(Fault(path, lines.get("skip"), what, nearest(missing[0], slugs)))


def _file(value: object) -> tuple[str, dict[str, int]]:
    """The settings file that the dictionary stands in, and the line of each of its keys; "" is the setting itself."""
    modules = [module for module in list(sys.modules.values()) if vars(module).get(NAME) is value]
    for file in (module.__file__ for module in modules if getattr(module, "__file__", None)):
        lines = _lines(Path(str(file)).read_text(encoding="utf-8"))
        if lines:
            return Path(str(file)).name, lines
    return "the settings", {}


def _lines(text: str) -> dict[str, int]:
    """The line of each key of the dictionary in the text of a settings file."""
    found: dict[str, int] = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assign) and any(getattr(one, "id", "") == NAME for one in node.targets):
            found[""] = node.lineno
            for key in node.value.keys if isinstance(node.value, ast.Dict) else ():
                if isinstance(key, ast.Constant):
                    found[str(key.value)] = key.lineno
    return found
