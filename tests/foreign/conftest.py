"""The wheel, installed as a reader of its page would, and a site that finds it there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.foreign.sites import FILES, Run, Site, quickstart
from tests.foreign.wheel import install


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with Pelican and our wheel."""
    return install(tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, installed: Path) -> Site:
    """A site with entries, notes and articles in two languages."""
    made = quickstart(tmp_path_factory.mktemp("quickstart"), installed, GLOSE={"languages": ["en"]})
    made.write(FILES)
    return made


@pytest.fixture(scope="session")
def built(site: Site) -> Run:
    """The same, built with the theme that Pelican brings."""
    done = site.build("--fatal", "warnings")
    assert done.code == 0, done.said
    return done
