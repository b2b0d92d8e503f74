"""Every format and trap as a small message of our own; what is read from it, a person has reviewed."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.conversion import convert
from glose.digest.model.errors import SeedError
from tests.golden import golden
from tests.readers.shown import shown

HERE = Path(__file__).parent
FIXTURES = sorted((HERE / "fixtures").iterdir())


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_a_message_is_read_as_a_person_would_read_it(fixture: Path) -> None:
    try:
        got = shown(convert(fixture.read_bytes(), fixture.name))
    except SeedError as error:
        got = f"{type(error).__name__}: {error}\n"
    assert "cannot be read (" not in got, "a reader failed where it should have refused"
    golden(HERE / "golden" / f"{fixture.stem}{fixture.suffix}.txt", got)
