"""A first build renders while it is planned: the longest first, and where the plan fails, nothing is published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from glose import articles, feeds, machine_files, redirects, term_pages
from glose.digest.build.plan import Course, Features, Memory
from glose.digest.site.site import Site
from glose.digest.site.values import Page
from tests.equal.sample import sample
from tests.equal.trial import Trial
from tests.features.sites import Store, large


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


def test_what_takes_longest_is_begun_first() -> None:
    found = large(Store(), 5, 30)
    features = Features([articles, machine_files, term_pages, feeds])
    course = Course(found, features, lambda template, lang: template.encode(), Memory())
    planned = [page.path for page in course.pages()]
    long = [planned.index(path) for path in ("glossary.json", "articles.json", "feeds/all.atom.xml")]
    assert max(long) < planned.index(f"{found.articles[0].url}index.html")
    assert planned[-1] == "sitemap.xml", "which names all others"
