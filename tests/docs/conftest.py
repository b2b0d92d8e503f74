"""A project with our seeds and content, in which the manual's commands may do what they do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PARTS
from tests.docs.manual import ROOT


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """The project as it is, for the commands of one block."""
    root = tmp_path / "project"
    root.mkdir()
    for part in (*PARTS, "seeds", "content"):
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / part)
    yield root
    shutil.rmtree(root)
