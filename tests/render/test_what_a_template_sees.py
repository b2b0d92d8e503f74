"""The table for those who write templates names what there is, and nothing else."""

from __future__ import annotations

import re

from tests.digest import ROOT
from tests.render.conftest import Read

BUILT_IN = {"range", "dict", "lipsum", "cycler", "joiner", "namespace"}
"""What Jinja itself brings."""


def told() -> set[str]:
    section = (
        (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("## What a template sees")[1]
    )
    rows = [line.split("|")[1] for line in section.split("\n## ")[0].splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def test_the_table_names_everything_that_an_edition_gives_its_templates(small: Read) -> None:
    given = set(small.renderer().templates("fr").env.globals) - BUILT_IN
    assert given | {"address", "alternates", "versions"} == told()
