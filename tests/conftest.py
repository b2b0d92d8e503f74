"""Whole sites, built by the real thing."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from glose.tasks.browser import FLAGS, find
from tests.digest import READER, ROOT, a_project, linked

os.environ["PYTHONPATH"] = str(ROOT / "plugins")  # for the programs that tests start
os.environ["GLOSE_LANG"] = "en"  # whatever the tester's locale
for name in ("GLOSE_QUIET", "GLOSE_VERBOSE", "GLOSE_DEBUG", "NO_COLOR", "FORCE_COLOR"):
    os.environ.pop(name, None)
EDITIONS = ("fr", "en", "ar")


# A run in the background of a shell ignores Ctrl-C, and so would every program that a test sends it to.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def reader_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with every kind of page, in three languages, built once for each test process."""
    from glose.tasks.site_build import (
        build,  # here, so that a fault of the build fails the tests that need it only
    )

    project = linked(tmp_path_factory.mktemp("reader"))
    shutil.copytree(READER / "content", project / "content")
    (project / "seeds").mkdir()
    output = project / "output"
    build(project, output, overrides={"EDITIONS": EDITIONS, "REPORT_ERROR": "mailto:redaction@example.org"})
    return output


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A digest of its own, with content/ and seeds/ that are empty."""
    return a_project(tmp_path / "project")


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Path]:
    """The same, with an engine and a theme of its own to break."""
    root = a_project(tmp_path / "project", whole=True)
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
