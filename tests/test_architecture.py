"""The rules of docs/architecture.md, read off the code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LIBRARY = ROOT / "plugins" / "glose" / "digest"
SETTINGS = ROOT / "plugins" / "glose" / "defaults.py"
ADAPTERS = sorted({*(ROOT / "plugins" / "glose").glob("*.py")} - {SETTINGS})
STOCK = sorted((ROOT / "plugins" / "glose" / "stock").rglob("*.py"))
MODULES = sorted(LIBRARY.rglob("*.py"))
BELOW = {  # what each part of the library may import of ours, beside itself; a part stands below those after it
    "model": set(),
    "errors": {"model"},
    "layers": set(),
    "text": {"model"},
    "dates": {"model"},
    "newsroom": {"model", "text", "dates"},
    "former": {"model", "text"},
    "editions": {"text"},
    "schema": {"model", "text", "former"},
    "body": {"model", "text"},
    "markdown": {"model", "text", "body", "schema"},
    "rules": {"model", "text", "dates", "newsroom"},
    "html": {"model", "text"},
    "readers": {"model", "text", "dates", "newsroom", "rules", "html"},
    "conversion": {"model", "text", "dates", "newsroom", "rules", "readers", "schema"},
    "files": {"model", "text"},
    "work": {"model"},
    "batch": {
        "model",
        "text",
        "dates",
        "newsroom",
        "conversion",
        "schema",
        "markdown",
        "files",
        "work",
        "former",
        "editions",
    },
    "glossary": {"model", "text", "schema"},
    "notes": {"model", "text", "schema", "files"},
    "render": {"text", "glossary"},
    "bring": {
        "model",
        "text",
        "dates",
        "html",
        "former",
        "editions",
        "schema",
        "body",
        "markdown",
        "files",
        "render",
    },
    "edition": {"layers", "model", "text", "glossary", "editions"},
    "atlas": {"model", "edition"},
    "site": {"layers", "model", "text", "glossary", "edition", "editions", "former"},
    "publish": {"model"},
    "deliver": {"model", "text", "publish"},
    "check": {
        "editions",
        "files",
        "work",
        "layers",
        "model",
        "text",
        "schema",
        "glossary",
        "notes",
        "markdown",
        "render",
        "edition",
        "site",
        "publish",
        "deliver",
        "former",
    },
    "build": {
        "layers",
        "former",
        "editions",
        "work",
        "model",
        "text",
        "schema",
        "glossary",
        "notes",
        "markdown",
        "render",
        "edition",
        "site",
        "check",
        "publish",
    },
}
CLOCKS = {"today", "now", "utcnow", "getcwd", "cwd", "environ", "getenv", "setlocale", "getlocale", "time"}


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_the_library_imports_no_pelican_no_invoke_and_no_adapter(file: Path) -> None:
    for module in imports(file):
        assert module.split(".")[0] not in {"pelican", "invoke", "tasks", "pelicanconf"}, module
        assert not module.startswith("glose.") or module.startswith("glose.digest"), module


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_imports_inside_the_library_go_down_only(file: Path) -> None:
    part = file.relative_to(LIBRARY).parts[0].removesuffix(".py")
    if part == "__init__":
        return
    for module in imports(file):
        if module.startswith("glose.digest."):
            other = module.split(".")[2]
            assert other == part or other in BELOW[part], f"{name(file)} imports {module}"


@pytest.mark.parametrize("file", ADAPTERS, ids=name)
def test_an_adapter_imports_the_library_and_never_another_adapter(file: Path) -> None:
    for module in imports(file):
        assert not module.startswith("glose.") or module.startswith("glose.digest"), module


@pytest.mark.parametrize("file", STOCK, ids=name)
def test_plugins_for_other_sites_import_no_feature_and_of_the_tasks_what_makes_an_index(file: Path) -> None:
    allowed = ("glose.digest", "glose.stock", "glose.defaults", "glose.tasks.search_index")
    for module in imports(file):
        assert not module.startswith("glose.") or module.startswith(allowed), module


def test_the_matcher_knows_no_html_and_the_annotator_no_dictionary() -> None:
    assert not {m for m in imports(LIBRARY / "glossary" / "match.py") if "html" in m or "annotate" in m}
    assert not {m for m in imports(LIBRARY / "glossary" / "marking.py") if m.endswith((".load", "yaml"))}


@pytest.mark.parametrize("file", [*MODULES, *ADAPTERS, *STOCK], ids=name)
def test_clock_locale_environment_and_working_folder_are_read_at_the_top_only(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else node.value.id
            if owner in {"os", "date", "datetime", "Date", "Path", "locale", "time"}:
                assert node.attr not in CLOCKS, f"{name(file)}:{node.lineno} reads {owner}.{node.attr}"


@pytest.mark.parametrize("file", [*MODULES, *ADAPTERS, *STOCK, ROOT / "tasks.py"], ids=name)
def test_a_module_has_300_lines_at_most_and_a_name_that_says_what_it_is(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300
    assert not {"utils", "helpers", "misc", "common", "manager"} & set(file.stem.split("_"))


def test_the_library_prints_nothing() -> None:
    for file in MODULES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"), name(file)
