"""Names of settings that nobody knows: a slip of the pen does nothing at all, and says nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path

from glose.digest.model.errors import Fault

NEAR = 0.8
"""How like a known name (0 to 1) one is that is taken for a slip: SITE_NAME, EDITION, TIMZONE."""


def misspelt(names: Iterable[str], known: Collection[str], path: str, text: str) -> Iterator[Fault]:
    """A fault for each name that nearly is a known one. `text`: of the file `path`, for its lines."""
    for name in sorted(names):
        if near := get_close_matches(name, known, 1, NEAR):
            yield Fault(path, line_of(name, text), f"{name} is no setting", f"did you mean {near[0]}?")


def unread(names: Iterable[str], known: Collection[str], path: str, text: str) -> Iterator[Fault]:
    """What to know of each of the other names: nobody reads it."""
    for name in sorted(names):
        if not get_close_matches(name, known, 1, NEAR):
            todo = "take it out, or name the plugin that reads it in PLUGINS"
            yield Fault(path, line_of(name, text), f"{name} is a setting that nobody reads", todo)


def line_of(name: str, text: str) -> int | None:
    """The line on which a settings file gives a name its last value; None where it comes from elsewhere."""
    found = list(re.finditer(rf"^[^#\n]*?(?<!\w){re.escape(name)}\b[^=\n]*=(?!=)", text, re.MULTILINE))
    return text.count("\n", 0, found[-1].start()) + 1 if found else None


_NAME = re.compile(r"[A-Z][A-Z0-9_]+\b")


def at_their_lines(faults: Iterable[Fault], texts: Mapping[str, str]) -> list[Fault]:
    """Faults of settings, which begin with a name, each with the line that says it. `texts`: of the files, by name."""
    return [_at_its_line(fault, texts) for fault in faults]


def _at_its_line(fault: Fault, texts: Mapping[str, str]) -> Fault:
    if fault.line is None and fault.path in texts and (name := _NAME.match(fault.what)):
        for path, text in texts.items():
            if line := line_of(name[0], text):
                return replace(fault, path=path, line=line)
    return fault


def read_by(plugins: Iterable[object], folders: Iterable[Path], names: Collection[str]) -> set[str]:
    """Those of the names that stand in the code of a plugin: it is found as Pelican finds it, and not run."""
    text = "\n".join(_code(plugins, folders))
    return {name for name in names if re.search(rf"\b{re.escape(name)}\b", text)}


def _code(plugins: Iterable[object], folders: Iterable[Path]) -> Iterator[str]:
    places = [file for folder in folders if folder.is_dir() for file in sorted(folder.rglob("*.py"))]
    for plugin in plugins:
        name = plugin if isinstance(plugin, str) else getattr(plugin, "__name__", "")
        for full in (name, f"pelican.plugins.{name}"):
            try:
                found = find_spec(full)
            except (ImportError, AttributeError, ValueError):
                continue
            if found and found.submodule_search_locations:
                places += [
                    file
                    for top in found.submodule_search_locations
                    for file in sorted(Path(top).rglob("*.py"))
                ]
            elif found and found.origin and found.origin.endswith(".py"):
                places.append(Path(found.origin))
    for file in dict.fromkeys(places):
        yield file.read_text(encoding="utf-8", errors="replace")
