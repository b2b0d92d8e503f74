"""Every line of the case table, by the matcher and through the annotator."""

from __future__ import annotations

import pytest

from glose.digest.glossary import Matcher
from tests.glossary.case_table import Case, cases

ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=str)
def test_the_matcher_finds_exactly_what_the_table_marks(case: Case) -> None:
    found = Matcher(case.glossary, case.lang, case.on).find(case.text)
    assert tuple((case.text[one.start : one.end], one.term) for one in found) == case.expected


def test_the_table_holds_more_than_eighty_cases_and_a_silent_twin_for_every_second() -> None:
    silent = [case for case in ALL if not case.expected]
    assert len(ALL) > 80
    assert len(silent) * 3 > len(ALL)
