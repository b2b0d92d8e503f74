"""A first build renders while it is planned: where the plan fails at its end, nothing is published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from glose import redirects
from glose.digest.site.site import Site
from glose.digest.site.values import Page
from tests.equal.sample import sample
from tests.equal.trial import Trial


def test_a_plan_that_fails_at_its_end_publishes_nothing_and_the_next_one_all(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = Trial(place, sample(5, 8, 4))

    def twice(site: Site) -> Iterator[Page]:
        yield Page("index.html", "404.html", site.settings.lang, "index.html", (), {})

    with monkeypatch.context() as patch:
        patch.setattr(redirects, "pages", twice)
        assert "index.html: two pages are to stand at this address" in trial.edited().faults
    assert not trial.output.exists()
    after = trial.edited()
    assert after.files
    assert after == trial.clean()
