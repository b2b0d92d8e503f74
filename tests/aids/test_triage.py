"""Findings come the gravest first, drafts last and in one line each, and only those that were asked for."""

from __future__ import annotations

import datetime as dt

from glose.digest.glossary import Glossary
from glose.digest.glossary.lint import RULES, lint
from glose.digest.glossary.term import Name, Sense, Term
from glose.digest.glossary.triage import SEVERITY, Group, grouped, warned
from glose.digest.model.errors import Fault
from tests.aids.made_up import term

TODAY = dt.date(2026, 11, 22)
OLD = TODAY - dt.timedelta(1)


def seen(*terms: Term, only: tuple[str, ...] = (), warnings: tuple[Fault, ...] = ()) -> tuple[Group, ...]:
    glossary = Glossary(terms, warnings)
    articles = [("a.md", "de", dt.date(2016, 3, 15), "Ville-Exemple schläft.")]
    return grouped((*warned(glossary), *lint(glossary, articles, TODAY, ("de",))), glossary, only)


def shape(groups: tuple[Group, ...]) -> dict[str, list[str]]:
    return {group.severity: [one.what.partition(":")[0] for one in group.faults] for group in groups}


def test_what_readers_miss_comes_first_and_the_sum_says_how_much_there_is() -> None:
    groups = seen(term(), term("other", names=(Name("Sudmont", "de", "pref"),), review_after=OLD))
    assert shape(groups) == {"error": ["language"] * 3, "warning": ["overdue"], "note": ["unused"]}


def test_everything_about_a_draft_is_one_line_at_the_end() -> None:
    groups = seen(
        term(status="draft", review_after=OLD),
        term("other", review_after=OLD, names=(Name("X1", "mul", "pref"),)),
    )
    assert list(shape(groups))[-1] == "draft"
    (line,) = groups[-1].faults
    assert line.what == "draft: a.md mentions it, 2 language, 1 overdue"
    assert not [one for group in groups[:-1] for one in group.faults if one.path == line.path]


def test_a_draft_that_is_not_finished_is_one_line_with_the_lines_to_write() -> None:
    gaps = tuple(
        Fault("g/x.md", line, "the draft is left out: text is missing", "write it") for line in (9, 5)
    )
    (group,) = seen(warnings=gaps)
    assert [str(one) for one in group.faults] == [
        "g/x.md: draft: is not finished and left out; write what is missing on lines 5, 9"
    ]


def test_who_asks_for_a_rule_sees_all_of_it_and_nothing_else() -> None:
    terms = (term(status="draft"), term("other", names=(Name("Sudmont", "de", "pref"),)))
    assert shape(seen(*terms, only=("language",))) == {"error": ["language"] * 3}
    assert seen(*terms, only=("overdue",)) == ()


def test_a_doubt_of_the_loader_has_a_rule_of_its_own() -> None:
    doubt = Fault("g/x.md", 3, "nobody says when it was checked", "write it")
    assert shape(seen(warnings=(doubt,))) == {"warning": ["entry"]}


def test_a_glossary_in_order_has_no_groups() -> None:
    sound = term(
        names=(Name("Ville-Exemple", "de", "pref"),), senses=(Sense(None, None, {"de": "Eine Stadt."}),)
    )
    assert seen(sound) == ()


def test_every_rule_has_a_severity() -> None:
    assert len(SEVERITY) - len({"entry", "variant"}) == len(RULES)
