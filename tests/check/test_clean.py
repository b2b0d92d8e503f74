"""A site as it was built has no fault, and is whole again after each defect of the other tests."""

from __future__ import annotations

from tests.check.planted import Site


def test_a_site_as_it_was_built_has_no_fault(site: Site) -> None:
    assert site.faults() == []


def test_a_folder_that_is_no_site_is_told_as_one(site: Site) -> None:
    for name in site.before:
        (site.root / name).unlink()
    assert len(site.faults()) > 15
