"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from glose.digest.dates import addresses, clock, mention, named, names, parse


@pytest.mark.parametrize("module", [addresses, clock, mention, named, names, parse])
def test_the_examples_in_the_docstrings_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
