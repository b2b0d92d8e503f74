"""The manual names the limits that are asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.model import limits

MANUAL = (Path(__file__).parents[2] / "docs" / "reference" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "SEED_BYTES",
            "PAGE_BYTES",
            "PAGE_CHARACTERS",
            "PAGE_NESTING",
            "PAGE_TAGS",
            "FEED_BYTES",
            "JSON_NESTING",
        ),
        *(
            "SIDECAR_BYTES",
            "ARTICLE_BYTES",
            "HEADER_CHARACTERS",
            "DATES_MENTIONED",
            "PICTURE_BYTES",
            "PICTURE_PIXELS",
            "PICTURE_FRAMES",
            "PICTURES",
        ),
    ],
)
def test_the_manual_gives_each_limit_as_it_is(name: str) -> None:
    section = MANUAL.partition("## Limits")[2].partition("\n## ")[0]
    assert f"{getattr(limits, name):,}" in section
