"""The settings file, read in one place: every task works on the site that it describes, and passes values on."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from glose.digest.check.names import at_their_lines
from glose.digest.check.settings import basic_faults, settings_faults, settings_notes
from glose.digest.check.shapes import there
from glose.digest.layers import Layers
from glose.digest.model.errors import DigestError, Fault

FILE = "pelicanconf.py"
DEFAULTS = "glose.defaults"
"""What a settings file may leave out, and means then: read anew each time, for it says what time it is."""


@dataclass(frozen=True, slots=True)
class Site:
    """The site of one settings file."""

    root: Path
    """The project's folder, in which the settings file lies."""
    file: str
    """Name of the settings file."""
    values: Mapping[str, Any]
    """Every setting by name, with `glose.defaults` for what the file leaves out; folders are whole paths."""
    unread: tuple[Fault, ...] = ()
    """Settings that nobody reads."""

    @property
    def content(self) -> Path:
        """Folder of articles, pages, pictures."""
        return Path(self.values["PATH"])

    @property
    def seeds(self) -> Path:
        """Folder of what comes in."""
        return self.root / "seeds"

    @property
    def output(self) -> Path:
        """Where the site is published."""
        return Path(self.values["OUTPUT_PATH"])

    @property
    def glossary(self) -> Path:
        """Folder of terms."""
        return self.content / str(self.values["GLOSSARY_PATH"])

    @property
    def theme(self) -> Layers:
        """The theme, under what the digest has of its own."""
        own, folder = self.root / self.values["THEME_OVERRIDES"], Path(self.values["THEME"])
        return (
            Layers.of(own, folder) if self.values["THEME_OVERRIDES"] and own.is_dir() else Layers.of(folder)
        )

    @property
    def lang(self) -> str:
        """Language at the root of the site."""
        return str(self.values["DEFAULT_LANG"])

    @property
    def editions(self) -> tuple[str, ...]:
        """Languages with a site of their own, the one at the root first."""
        return tuple(self.values.get("EDITIONS") or (self.lang,))

    def notes(self) -> list[Fault]:
        """What a maintainer should know of the settings, and what stops nothing."""
        return [*self.at_lines(settings_notes(self.values, self.file, self.theme)), *self.unread]

    def faults(self) -> list[Fault]:
        """What is wrong in the settings, each at its line."""
        own = settings_in(importlib.import_module(DEFAULTS))["PLUGINS"]
        found = [
            *settings_faults(self.values, self.file, self.theme),
            *(Fault(self.file, None, *problem) for problem in there(self.values, self.root, own)),
        ]
        return self.at_lines(found)

    def at_lines(self, faults: list[Fault]) -> list[Fault]:
        """Faults of the settings, each at its line."""
        return at_their_lines(faults, _texts(self.root, self.file))


def read_site(root: Path, file: str = FILE, overrides: Mapping[str, Any] | None = None) -> Site:
    """The site of the settings file `file` in `root`, with `overrides` in the place of what the file says.

    Raises `DigestError` with the line when the file cannot be run, and with what to write when a setting that every
    task needs is none.
    """
    with _alone(root):
        try:
            known = settings_in(importlib.import_module(DEFAULTS))
            module = importlib.import_module(file.removesuffix(".py"))
        except (Exception, SystemExit) as error:  # it is a program, which can fail and end in any way
            raise DigestError(_failure(error, file)) from error
    if settings_in(module).get("DRAFTS"):
        what, todo = (
            "DRAFTS would publish what nobody has released",
            "take it out; `invoke serve --drafts` shows them",
        )
        raise DigestError(Fault(file, None, what, todo))
    values = known | settings_in(module) | dict(overrides or {})
    slips, ignored = unknown(root, file, settings_in(module).keys() - known.keys(), values)
    if faults := slips + basic_faults(values, file):
        raise DigestError.of(at_their_lines(faults, _texts(root, file)))
    for name in ("PATH", "OUTPUT_PATH", "THEME"):
        values[name] = os.path.normpath(root / values[name])
    return Site(root, file, values, tuple(ignored))


FIXED = ("_URL", "_SAVE_AS")
"""What settings of Pelican's end with that would move pages to other addresses than this engine's."""


def unknown(
    root: Path, file: str, names: Collection[str], values: Mapping[str, Any]
) -> tuple[list[Fault], list[Fault]]:
    """Of the names that are no settings of ours, those that are slips, and those that nobody reads."""
    if not names:
        return [], []
    from pelican.settings import DEFAULT_CONFIG  # takes a while, and most settings are ours

    from glose.digest.check.names import line_of, misspelt, read_by, unread

    others = [name for name in values["PLUGINS"] if not str(name).startswith("glose.")]
    folders = [root / str(folder) for folder in values["PLUGIN_PATHS"]]
    left = {name for name in names if name not in DEFAULT_CONFIG or name.endswith(FIXED)}
    left -= read_by(others, folders, left)
    known, texts = [*DEFAULT_CONFIG, *values.keys() - names], _texts(root, file)
    slips: list[Fault] = []
    ignored: list[Fault] = []
    for name in sorted(left):
        place = next((one for one, text in texts.items() if line_of(name, text)), file)
        near = () if name in DEFAULT_CONFIG else known
        slips += misspelt([name], near, place, texts.get(place, ""))
        ignored += unread([name], near, place, texts.get(place, ""))
    return slips, ignored


def _texts(root: Path, file: str) -> dict[str, str]:
    """What the settings files say, by name, the one that is read first."""
    ours = [file] if file == FILE else [file, FILE]
    return {
        one: (root / one).read_text(encoding="utf-8", errors="replace")
        for one in ours
        if (root / one).is_file()
    }


def settings_in(module: ModuleType) -> dict[str, Any]:
    """Those that a settings file names, or has from where it imports."""
    return {name: value for name, value in vars(module).items() if name.isupper() and name[0] != "_"}


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Imports settings of `root`, whatever was imported under their names before."""
    names = ("pelicanconf", "publishconf", DEFAULTS)
    before = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(root))
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(before)


def _failure(error: Exception | SystemExit, file: str) -> Fault:
    if isinstance(error, ModuleNotFoundError) and error.name in (
        file.removesuffix(".py"),
        FILE.removesuffix(".py"),
    ):
        todo = "run this where your digest is, or begin one with `glose new`"
        return Fault(f"{error.name}.py", None, "is not there, and holds the settings", todo)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).name in (file, FILE)]
    name, line = (Path(own[-1].filename).name, own[-1].lineno) if own else (file, None)
    if isinstance(error, SyntaxError) and error.filename:
        name, line = Path(error.filename).name, error.lineno
    why = "the file ends the program" if isinstance(error, SystemExit) else getattr(error, "msg", error)
    return Fault(name, line, f"the settings cannot be read: {why}", "mend that line")
