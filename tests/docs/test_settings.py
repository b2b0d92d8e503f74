"""docs/site.md explains every setting of ours, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from pelican.settings import DEFAULT_CONFIG

import pelicanconf
from tests.docs.manual import ROOT, code, rows

SETTINGS = re.compile(r"\b[A-Z][A-Z_]{2,}\b")


def names_in(source: str) -> Iterator[str]:
    """Names that are looked up in settings: ``settings["X"]``, ``settings.get("X")``, ``settings.setdefault("X")``."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Subscript)
            and is_settings(node.value)
            and isinstance(node.slice, ast.Constant)
        ):
            yield str(node.slice.value)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and is_settings(node.func.value)
        ):
            yield from (str(one.value) for one in node.args[:1] if isinstance(one, ast.Constant))


def is_settings(node: ast.expr) -> bool:
    return getattr(node, "attr", getattr(node, "id", "")) == "settings"


def used() -> set[str]:
    """Settings of ours that the plugins and the theme read."""
    found = {
        name
        for folder in ("plugins", "plugins/glose/digest/build", "plugins/glose/digest/site")
        for file in (ROOT / folder).glob("*.py")
        for name in names_in(file.read_text(encoding="utf-8"))
    }
    ours = {name for name in vars(pelicanconf) if SETTINGS.fullmatch(name)}
    for template in (ROOT / "theme" / "templates").glob("*.html"):
        found |= ours & set(SETTINGS.findall(template.read_text(encoding="utf-8")))
    return found - set(DEFAULT_CONFIG)


def documented() -> set[str]:
    return {code(setting)[0] for setting, *_ in rows("docs/site.md", "## Settings")}


def test_every_setting_of_ours_that_is_read_is_explained() -> None:
    assert used() - documented() == set()


def test_every_setting_that_is_explained_is_read_or_set() -> None:
    set_here = {name for name in vars(pelicanconf) if SETTINGS.fullmatch(name)}
    assert documented() - used() - set_here == set()


def test_a_lookup_is_seen_however_it_is_written_and_another_mapping_is_not() -> None:
    source = 'settings["A"]; self.settings.get("B", 1); pelican.settings.setdefault("C", 2); context["D"]; settings[e]'
    assert set(names_in(source)) == {"A", "B", "C"}


def test_the_defaults_that_are_named_are_those_of_the_settings_file() -> None:
    defaults = {code(setting)[0]: default for setting, _, default in rows("docs/site.md", "## Settings")}
    for setting, default in defaults.items():
        value = getattr(pelicanconf, setting, None)
        if default == "empty":
            assert value == "", setting
        elif default.startswith("`") and value is not None:
            assert default.strip("`") in (value, str(value).replace("'", '"')), setting
