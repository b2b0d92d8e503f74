"""What the wheel lays where stock Pelican looks for plugins."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.foreign.sites import environment

PLUGINS = ("glose_notes", "glose_search", "glose_tooltips")


@pytest.fixture(scope="module")
def names(installed: Path) -> set[str]:
    """The files in the wheel."""
    (wheel,) = installed.parent.glob("glose-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_plugins_are_packages_in_pelicans_namespace_that_nobody_closes(names: set[str]) -> None:
    assert {f"pelican/plugins/{one}/__init__.py" for one in PLUGINS} == {
        name for name in names if name.startswith("pelican/")
    }


def test_what_they_need_is_there_once(names: set[str]) -> None:
    assert "glose/theme/templates/notes.html" in names
    assert "glose/stock/templates/pieces.html" in names
    assert "glose/card/any_theme.js" in names
    assert not [name for name in names if "namespace" in name or "__pycache__" in name or "/tests/" in name]


def test_pelicans_own_list_of_plugins_names_them(installed: Path) -> None:
    code = "from pelican.plugins._utils import get_namespace_plugins as found; print(*sorted(found()))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, env=environment(installed), cwd=installed.parent, text=True, capture_output=True, check=True
    )
    assert done.stdout.split() == [f"pelican.plugins.{one}" for one in PLUGINS]


def test_pelican_finds_them_without_loading_tasks_or_readers_of_seeds(installed: Path) -> None:
    code = (
        "import sys; from pelican.plugins._utils import get_namespace_plugins as found; found();"
        "print('invoke' in sys.modules, 'trafilatura' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(installed),
        cwd=installed.parent,
        text=True,
        capture_output=True,
        check=True,
    )
    assert done.stdout.split() == ["False", "False"]
