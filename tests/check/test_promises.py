"""What docs/reference/findings.md promises of a built site is planted, and what is planted is promised."""

from __future__ import annotations

import re

from tests.check import test_active_defects, test_data_defects, test_link_defects, test_page_defects
from tests.digest import ROOT

TABLES = (test_active_defects, test_data_defects, test_link_defects, test_page_defects)
KIND = re.compile(r"[a-z][a-z. ]*(?=: )")


def promised() -> set[str]:
    text = (
        (ROOT / "docs" / "reference" / "findings.md")
        .read_text(encoding="utf-8")
        .partition("| told as |")[2]
        .partition("\n\n")[0]
    )
    return {kind for row in text.splitlines() for kind in re.findall(r"`([^`]+)`", row.split(" | ")[0])}


def planted() -> set[str]:
    words = [says.rpartition(" | ")[2] for table in TABLES for defect in table.WRONG for says in defect.says]
    return {found[0] for one in words if (found := KIND.match(one))}


def test_every_kind_of_fault_in_the_manual_is_planted_and_every_planted_one_is_in_the_manual() -> None:
    assert planted() == promised()


def test_no_two_defects_have_one_name() -> None:
    for table in TABLES:
        names = [one.name for one in (*table.WRONG, *table.RIGHT)]
        assert len(set(names)) == len(names)
