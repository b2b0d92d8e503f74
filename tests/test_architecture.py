"""The rules of docs/architecture.md, read off the code."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

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


@cache
def nodes(file: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in nodes(file):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def imported(files: list[Path]) -> list[tuple[Path, str]]:
    """Every module that one of the files imports; there must be some."""
    found = [(file, module) for file in files for module in sorted(imports(file))]
    assert found
    return found


def ours(module: str) -> bool:
    return module.startswith("glose.")


# One test a rule, not one a file: there are two thousand pairs, and each test costs a process as much as its rule does.


def test_the_library_imports_no_pelican_no_invoke_and_no_adapter() -> None:
    foreign = {"pelican", "invoke", "tasks", "pelicanconf"}
    assert not [
        f"{name(file)} imports {module}"
        for file, module in imported(MODULES)
        if module.split(".")[0] in foreign or (ours(module) and not module.startswith("glose.digest"))
    ]


def test_imports_inside_the_library_go_down_only() -> None:
    wrong = []
    for file, module in imported(MODULES):
        part = file.relative_to(LIBRARY).parts[0].removesuffix(".py")
        if part != "__init__" and module.startswith("glose.digest."):
            other = module.split(".")[2]
            if other != part and other not in BELOW[part]:
                wrong.append(f"{name(file)} imports {module}")
    assert not wrong


def test_an_adapter_imports_the_library_and_never_another_adapter() -> None:
    assert not [
        f"{name(file)} imports {module}"
        for file, module in imported(ADAPTERS)
        if ours(module) and not module.startswith("glose.digest")
    ]


def test_plugins_for_other_sites_import_no_feature_and_of_the_tasks_what_makes_an_index() -> None:
    allowed = ("glose.digest", "glose.stock", "glose.defaults", "glose.tasks.search_index")
    assert not [
        f"{name(file)} imports {module}"
        for file, module in imported(STOCK)
        if ours(module) and not module.startswith(allowed)
    ]


def test_the_matcher_knows_no_html_and_the_annotator_no_dictionary() -> None:
    assert not {m for m in imports(LIBRARY / "glossary" / "match.py") if "html" in m or "annotate" in m}
    assert not {m for m in imports(LIBRARY / "glossary" / "marking.py") if m.endswith((".load", "yaml"))}


def test_clock_locale_environment_and_working_folder_are_read_at_the_top_only() -> None:
    wrong = []
    for file in (*MODULES, *ADAPTERS, *STOCK):
        for node in nodes(file):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
                owner = node.value.attr if isinstance(node.value, ast.Attribute) else node.value.id
                if (
                    owner in {"os", "date", "datetime", "Date", "Path", "locale", "time"}
                    and node.attr in CLOCKS
                ):
                    wrong.append(f"{name(file)}:{node.lineno} reads {owner}.{node.attr}")
    assert not wrong


def test_a_module_has_300_lines_at_most_and_a_name_that_says_what_it_is() -> None:
    vague = {"utils", "helpers", "misc", "common", "manager"}
    assert not [
        name(file)
        for file in (*MODULES, *ADAPTERS, *STOCK, ROOT / "tasks.py")
        if len(file.read_text(encoding="utf-8").splitlines()) > 300 or vague & set(file.stem.split("_"))
    ]


def test_the_library_prints_nothing() -> None:
    assert not [
        f"{name(file)}:{node.lineno}"
        for file in MODULES
        for node in nodes(file)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
