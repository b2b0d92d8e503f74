"""What the tests of batches share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.digest import Digest


@pytest.fixture
def digest(tmp_path: Path) -> Digest:
    """An empty digest."""
    made = Digest(tmp_path)
    made.seeds.mkdir()
    made.content.mkdir()
    return made
