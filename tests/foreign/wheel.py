"""What our wheel lays into a folder of packages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pelican

from tests.foreign.sites import ROOT

NO_CACHE = shutil.ignore_patterns("__pycache__")


def install(folder: Path) -> Path:
    """Lays it beside a copy of Pelican; returns where packages are."""
    packages = folder / "packages"
    shutil.copytree(Path(pelican.__file__).parent, packages / "pelican", ignore=NO_CACHE)
    shutil.copytree(ROOT / "plugins" / "glose", packages / "glose", ignore=NO_CACHE)
    shutil.copytree(ROOT / "theme", packages / "glose" / "theme")
    for plugin in (packages / "glose" / "stock" / "namespace").iterdir():
        plugin.rename(packages / "pelican" / "plugins" / plugin.name)
    return packages
