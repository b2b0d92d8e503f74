"""A small site with every kind of page, in three languages, built by the real thing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import PARTS, ROOT

READER = ROOT / "tests" / "sites" / "reader"
EDITIONS = ("fr", "en", "ar")


@pytest.fixture(scope="session")
def reader_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """tests/sites/reader/content with this project's code and theme."""
    from glose.tasks.site_build import (
        build,  # here, so that its fault fails only the tests that need a site
    )

    project = tmp_path_factory.mktemp("reader")
    for part in PARTS:
        (project / part).symlink_to(ROOT / part)
    shutil.copytree(READER / "content", project / "content")
    (project / "seeds").mkdir()
    output = project / "output"
    build(project, output, overrides={"EDITIONS": EDITIONS, "REPORT_ERROR": "mailto:redaction@example.org"})
    return output
