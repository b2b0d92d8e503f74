"""A seed that costs more than its size allows is one error with its name; the others are converted."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from glose.digest.batch import convert_seed as stage
from glose.digest.conversion import pipeline
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import BoundError, SeedError
from glose.digest.readers import raw
from tests.batch.digest import Digest, dispatch

READ = raw.read


@pytest.fixture(autouse=True)
def _endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that is lost in some seeds."""

    def read(source: Source) -> Iterator[Draft | SeedError]:
        if "endless" in source.name:
            re.search("(a+)+b", "a" * 60)
        yield from READ(source)

    monkeypatch.setattr(raw, "read", read)
    monkeypatch.setattr(stage, "SECONDS", 0.2)


def test_a_seed_without_end_is_named_and_the_others_are_converted(digest: Digest) -> None:
    digest.seed("endless.txt", dispatch(1), {"date": "2016-03-15"})
    digest.seed("whole.txt", dispatch(2), {"date": "2016-03-15"})
    report = digest.convert()
    (failed,) = report.outcomes("failed")
    assert str(failed.faults[0]).startswith(
        "seeds/endless.txt: takes more than 0.2 seconds of processor time; "
    )
    assert len(list((digest.content / "articles").glob("*.md"))) == 1


def test_a_large_seed_may_take_as_much_longer_as_it_is_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "SEED_BYTES", 1)
    data = dispatch(1).encode()
    monkeypatch.setattr(stage, "SECONDS", 60 / len(data))
    site = stage.Site("UTC", "fr", ("fr",), {})
    assert stage.convert_seed(data, "whole.txt", {}, "", {}, site).articles


def test_the_library_alone_does_not_name_it_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BoundError), stage.bounded("mine", 0.1):
        pipeline.convert(dispatch(1).encode(), "endless.txt")
