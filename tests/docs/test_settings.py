"""docs/reference/settings.md explains every setting of ours that is read, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from pelican.settings import DEFAULT_CONFIG

import pelicanconf
from tests.docs import settings_page
from tests.docs.manual import ROOT

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
        for folder in ("plugins/glose", "plugins/glose/digest/build", "plugins/glose/digest/site")
        for file in (ROOT / folder).glob("*.py")
        for name in names_in(file.read_text(encoding="utf-8"))
    }
    ours = {name for name in vars(pelicanconf) if SETTINGS.fullmatch(name)}
    for template in (ROOT / "theme" / "templates").glob("*.html"):
        found |= ours & set(SETTINGS.findall(template.read_text(encoding="utf-8")))
    return found - set(DEFAULT_CONFIG)


def documented() -> set[str]:
    return {name for _, name, _, _ in settings_page.explained()}


def test_every_setting_of_ours_that_is_read_is_explained() -> None:
    assert used() - documented() == set()


def test_every_setting_that_is_explained_is_read_or_set() -> None:
    set_here = {name for name in vars(pelicanconf) if SETTINGS.fullmatch(name)}
    assert documented() - used() - set_here == set()


def test_a_lookup_is_seen_however_it_is_written_and_another_mapping_is_not() -> None:
    source = 'settings["A"]; self.settings.get("B", 1); pelican.settings.setdefault("C", 2); context["D"]; settings[e]'
    assert set(names_in(source)) == {"A", "B", "C"}
