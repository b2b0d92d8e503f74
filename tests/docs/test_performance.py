"""docs/performance.md and its picture are what the kept record says. GLOSE_ACCEPT=1 writes them from it."""

from __future__ import annotations

import re

from tests.bench.chart import chart
from tests.bench.results import Result
from tests.bench.tables import UNKNOWN, tables
from tests.bench.tools import OURS, TOOLS
from tests.docs.manual import ROOT, text
from tests.golden import golden

PAGE = ROOT / "docs" / "performance.md"
RESULT = Result.read(PAGE.with_suffix(".json"))


def test_every_figure_of_the_page_is_the_records() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for heading, table in tables(RESULT).items():
        below = re.compile(rf"(\n{heading}\n\n)(?:(?:\|.*\n)+|{UNKNOWN}\n)")
        page, found = below.subn(lambda match, table=table: f"{match[1]}{table}\n", page)  # type: ignore[misc]
        assert found == 1, heading
    golden(PAGE, page)


def test_the_picture_is_the_records() -> None:
    golden(PAGE.with_suffix(".svg"), chart(RESULT))


def test_every_peer_is_measured_or_named_as_not_installed() -> None:
    known = {tool["name"] for tool in RESULT.tools} | set(RESULT.missing)
    for tool in (OURS, *TOOLS):
        assert {tool.name, tool.shown} & known, tool.name
        assert tool.shown in text("docs/performance.md")


def test_no_figure_of_the_page_is_of_a_build_that_went_wrong() -> None:
    assert [run.fault for run in RESULT.runs if run.fault] == []
