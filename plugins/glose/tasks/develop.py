"""The developer's day: test, lint, accept, lock."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.tasks.frame import PROBLEMS, ROOT, python, task, tell

PARALLEL = ("-n", str(-(-3 * (os.cpu_count() or 1) // 2)), "--dist", "worksteal")
"""Half as many processes again as processors, since tests wait for programs and disks as well; each takes tests that
stand side by side, which share what they need."""


@task(
    help={"path": "test file or folder; repeatable", "quick": "leave out the tests that drive a browser"},
    iterable=["path"],
)
def test(c: Any, path: list[str], quick: bool = False) -> None:
    """Run every test, in parallel, with a real browser (installed if there is none)."""
    from glose.tasks import browser

    if not quick and not (browser.find() or browser.install()):
        raise Exit(
            "no Chromium or Chrome was found and none could be installed: install one and run again", PROBLEMS
        )
    python("-m", "pytest", "-q", *PARALLEL, *(["-m", "not browser"] if quick else []), *path)


@task(help={"output": "folder for the pictures (default: .glose/pictures of the project)"})
def pictures(c: Any, output: str = "") -> None:
    """Build the site and photograph every kind of page, for people to look at."""
    from glose.tasks import browser
    from glose.tasks.pictures import take
    from glose.tasks.site_build import build

    site = ROOT / ".glose" / "pictured" / "output"
    build(ROOT, site)
    folder = Path(output).resolve() if output else ROOT / ".glose" / "pictures"
    tell(take(site, folder, browser.find() or browser.install() or "", browser.FLAGS))


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
    python("-m", "pytest", "-q", *PARALLEL, "-m", "not browser")
    subprocess.run(["git", "status", "--short", "tests"], cwd=ROOT, check=False)


@task()
def lock(c: Any) -> None:
    """Pin every dependency with its hashes, for users and for developers."""
    common = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
    common += ["--quiet", "--no-annotate", "--custom-compile-command", "invoke lock"]
    for extra, file in (([], "requirements.txt"), (["--group", "dev"], "requirements-dev.txt")):
        python("-m", "uv", "pip", "compile", "pyproject.toml", *extra, *common, "-o", file)
