"""Whole sites, built by the real thing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from glose.tasks.browser import FLAGS, find

ROOT = Path(__file__).parents[1]
os.environ["PYTHONPATH"] = str(ROOT / "plugins")  # for the programs that tests start
PARTS = ("plugins", "theme", "pelicanconf.py", "publishconf.py", "tasks.py")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's own site, built once for each test process."""
    from glose.tasks.site_build import (
        build,  # here, so that a fault of the build fails the tests that need it only
    )

    output = tmp_path_factory.mktemp("site") / "output"
    build(ROOT, output)
    return output


def a_project(root: Path) -> Path:
    """Our code and theme at `root`, beside content/ and seeds/ that are empty."""
    root.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / part)
    for folder in ("content/articles", "content/glossary", "seeds"):
        (root / folder).mkdir(parents=True)
    return root


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    """A project of its own to break: our code and theme, and content/ and seeds/ that are empty."""
    root = a_project(tmp_path / "project")
    yield root
    shutil.rmtree(root)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; a test without one fails, it is never skipped."""
    path = find()
    if not path:
        pytest.fail(
            "no Chromium or Chrome found: install one, or run `invoke test`, which does", pytrace=False
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
