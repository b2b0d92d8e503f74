"""What is remembered between pages never shows: the same page is the same bytes, after whatever other pages."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glose.digest.site.render import edition
from tests.render.conftest import Read

PATHS = (
    "index.html", "en/index.html", "2016/03/16/suite/index.html", "en/2016/03/15/marche/index.html",
    "2016/03/15/marche/index.html", "ar/2016/03/15/marche/index.html", "2016/03/17/photo/index.html",
    "glossary/conseil/index.html", "en/glossary/conseil/index.html", "tags/exempleville/index.html",
    "404.html", "about/index.html", "en/about/index.html", "halle.html",
)  # fmt: skip
_alone: dict[str, bytes] = {}


def alone(small: Read, path: str) -> bytes:
    """The page as a renderer writes it that has written no other."""
    if path not in _alone:
        _alone[path] = small.renderer().render(small.page(path), small.fetch)
    return _alone[path]


@cache
def shared(many: int) -> list[object]:
    """A renderer for all examples, made once."""
    return [many]


@pytest.mark.parametrize("many", [2, edition.MANY])
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.sampled_from(PATHS), min_size=1, max_size=20))
def test_pages_in_any_order_are_the_pages_alone(
    small: Read, monkeypatch: pytest.MonkeyPatch, many: int, order: list[str]
) -> None:
    found = shared(many)
    if len(found) == 1:
        monkeypatch.setattr(edition, "MANY", many)
        found.append(small.renderer())
    for path in order:
        assert found[1].render(small.page(path), small.fetch) == alone(small, path), path  # type: ignore[attr-defined]


def test_a_card_is_rendered_once_for_all_lists_that_show_it(small: Read) -> None:
    renderer = small.renderer()
    calls = []
    templates = renderer.templates("fr")
    macro = templates._parts.entry
    templates._parts.__dict__["entry"] = lambda value: calls.append(value) or macro(value)
    for path in ("index.html", "2016/03/index.html", "tags/exempleville/index.html"):
        renderer.render(small.page(path), small.fetch)
    assert len(calls) == len(set(calls)) > 0
