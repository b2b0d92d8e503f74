"""What the tests of equality share."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.digest.publish import publishing


@pytest.fixture(autouse=True)
def _a_disk_that_needs_no_flush(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for the disk changes no byte."""
    monkeypatch.setattr(publishing, "flush", lambda _tree, _paths: None)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder for a trial."""
    return tmp_path / "trial"
