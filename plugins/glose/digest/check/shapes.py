"""What kind of value a setting has: a text in the place of a yes would be one, and a number stop a build anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from glose.digest.text.slips import nearest

Problem = tuple[str, str]
TEXTS = {
    "SITENAME": "Harbour Watch",
    "TIMEZONE": "Europe/Berlin",
    "REPORT_ERROR": "mailto:errors@news.example",
    "SECURITY_CONTACT": "mailto:security@news.example",
    "SECURITY_EXPIRES": "2027-01-31T00:00:00+01:00",
    "SEED_URL": "https://news.example/seeds/",
    "FONT_DISPLAY": "swap",
    "THEME_OVERRIDES": "theme",
}
"""Each with an example."""
YES_OR_NO = ("RELATIVE_URLS", "SHARE_IMAGES", "WITH_FUTURE_DATES", "DRAFTS")
BY_NAME = {"RIGHTS": '{"AGEX": {"policy": "excerpt"}}', "GLOSSARY_POLICY": '{"first": "article"}'}
LISTS = {"PLUGINS": '[*PLUGINS, "mine"]', "PLUGIN_PATHS": '["plugins"]'}
NEEDED = ("SITENAME", "TIMEZONE")
"""May not be empty."""


def shapes(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Each setting has a value of its kind; those that have a rule of their own are told by that."""
    for key, like in TEXTS.items():
        value = settings.get(key, like)
        if not isinstance(value, str) or (key in NEEDED and not value.strip()):
            yield f"{key}: {value!r} is no text", f'write it like {key} = "{like}"'
    for key in YES_OR_NO:
        if type(value := settings.get(key, False)) is not bool:
            yield f"{key}: {value!r} is neither True nor False", f"write {key} = True, or False"
    for key, like in BY_NAME.items():
        if not isinstance(value := settings.get(key, {}), Mapping):
            yield f"{key}: {value!r} is no list by name", f"write it like {key} = {like}"
    for key, like in LISTS.items():
        if not isinstance(value := settings.get(key, ()), list | tuple):
            yield f"{key}: {value!r} is no list", f"write it like {key} = {like}"
    if not isinstance(theme := settings.get("THEME", ""), str):
        yield f"THEME: {theme!r} is no folder", "take it out: templates of your own go into theme/templates/"
    now = settings.get("NOW")
    if now is not None and not (isinstance(now, datetime) and now.tzinfo):
        yield f"NOW: {now!r} is no moment with an offset", "take it out: it is the moment of the build"


def content(settings: Mapping[str, Any], root: Path) -> Iterator[Problem]:
    """The folder of the texts is there: nothing is written into one that a slip names."""
    yield from _folder(settings, root, "PATH", 'make it, or write PATH = "content"')


def _folder(settings: Mapping[str, Any], root: Path, key: str, todo: str) -> Iterator[Problem]:
    if not (folder := Path(settings[key])).is_dir():
        named = folder.relative_to(root) if folder.is_relative_to(root) else folder
        yield f"{key}: there is no folder {named}", todo


def there(settings: Mapping[str, Any], root: Path, own: Iterable[str]) -> Iterator[Problem]:
    """Folders and modules that are named are there. `own`: the engine's modules, for slips."""
    yield from content(settings, root)
    yield from _folder(settings, root, "THEME", "take the line out")
    theme = Path(settings["THEME"])
    if theme.is_dir() and not (theme / "templates" / "page.html").is_file():
        todo = "take the line out; templates of your own go into theme/templates/"
        yield f"THEME: {settings['THEME']} is no theme of this engine's", todo
    if Path(settings["OUTPUT_PATH"]).is_relative_to(settings["PATH"]):
        yield "OUTPUT_PATH: lies in PATH, which holds the site's sources", 'write OUTPUT_PATH = "output"'
    folders = [root / str(place) for place in settings["PLUGIN_PATHS"]]
    for name in settings["PLUGINS"]:
        if not isinstance(name, str):
            if not hasattr(name, "register"):
                yield f"PLUGINS: {name!r} is no module", f"write it like PLUGINS = {LISTS['PLUGINS']}"
        elif not _found(name, folders):
            todo = f"install it, or put {name}.py into plugins/"
            yield f"PLUGINS: there is no module {name!r}", nearest(name, own, todo)


def _found(name: str, folders: Iterable[Path]) -> bool:
    if name.startswith("plugins."):
        return True  # which `former` tells
    if any(
        (folder / name.partition(".")[0]).exists() or (folder / f"{name}.py").exists() for folder in folders
    ):
        return True
    for full in (name, f"pelican.plugins.{name}"):
        try:
            if find_spec(full):
                return True
        except (ImportError, ValueError, AttributeError):
            continue
    return False
