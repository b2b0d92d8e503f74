"""The developer's day: test, lint, accept, lock."""

from __future__ import annotations

import os
import subprocess
from typing import Any

from invoke.exceptions import Exit

from plugins.tasks.frame import PROBLEMS, ROOT, python, task


@task(
    help={"path": "test file or folder; repeatable", "quick": "leave out the tests that drive a browser"},
    iterable=["path"],
)
def test(c: Any, path: list[str], quick: bool = False) -> None:
    """Run every test, in parallel, with a real browser (installed if there is none)."""
    from plugins import find_browser

    if not quick and not (find_browser.find() or find_browser.install()):
        raise Exit(
            "no Chromium or Chrome was found and none could be installed: install one and run again", PROBLEMS
        )
    python("-m", "pytest", "-q", "-n", "auto", *(["-m", "not browser"] if quick else []), *path)


@task(help={"fix": "also rewrite what can be rewritten"})
def lint(c: Any, fix: bool = False) -> None:
    """Check style and types with ruff and mypy."""
    python("-m", "ruff", "check", *(["--fix"] if fix else []), ".")
    python("-m", "ruff", "format", *([] if fix else ["--check"]), ".")
    python("-m", "mypy")


@task()
def accept(c: Any) -> None:
    """Rewrite the golden files; review the difference before you commit it."""
    os.environ["GLOSE_ACCEPT"] = "1"
    python("-m", "pytest", "-q", "-n", "auto", "-m", "not browser")
    subprocess.run(["git", "status", "--short", "tests"], cwd=ROOT, check=False)


@task()
def lock(c: Any) -> None:
    """Pin every dependency with its hashes, for users and for developers."""
    common = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
    common += ["--quiet", "--no-annotate", "--custom-compile-command", "invoke lock"]
    for extra, file in (([], "requirements.txt"), (["--group", "dev"], "requirements-dev.txt")):
        python("-m", "uv", "pip", "compile", "pyproject.toml", *extra, *common, "-o", file)
