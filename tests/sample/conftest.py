"""The digest that this repository comes with, built once and served: only the tests of this folder know its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import Visit, serving, shown
from tests.browser.conftest import tab as tab
from tests.digest import ROOT


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built with its own settings once for each test process."""
    from glose.tasks.site_build import (
        build,  # here, so that a fault of the build fails the tests that need it only
    )

    output = tmp_path_factory.mktemp("site") / "output"
    build(ROOT, output)
    return output


@pytest.fixture(scope="session")
def served_sample(built_site: Path) -> Iterator[str]:
    """Address of the sample's home page."""
    with serving(built_site) as address:
        yield address


@pytest.fixture
def look(tab: Visit, served_sample: str) -> Callable[[str], Visit]:
    """Opens a page of the sample in the tab: ``look(path)``."""
    return lambda path: shown(tab, served_sample, path)
