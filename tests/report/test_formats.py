"""One report in four formats: each says of every finding how bad it is, where, what, and what to do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema

from glose.digest.check import formats
from glose.digest.check.report import Report, of_rule, of_site, of_sources, report_of
from glose.digest.model.errors import Fault

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text(encoding="utf-8"))
BROKEN = Fault("content/articles/été, 100%.md", 3, "title: has\r\ntwo lines: a, b", "write one")
ODD = Fault("content/notes/essai.yaml", None, "its words changed", "look at it")
WAITS = Fault("content/articles/held.md", None, "held: no date is known", "write it")
TERM = Fault("content/glossary/ville-exemple.md", 2, "no name", "write one")
DEAD = Fault("index.html", None, "link: x/ leads to no page", "mend the link")
HEAVY = Fault("2016/index.html", None, "weight: 15,000 bytes", "shorten it")
FAR = Fault("2016/index.html", None, "third party: https://other.example/", "copy it into the site")


def report() -> Report:
    folders = "content", "content/glossary"
    return report_of(
        (
            *of_rule([WAITS], "note", "held"),
            *of_sources([ODD], "warning", *folders),
            *of_site([HEAVY, DEAD, FAR], "output"),
            *of_sources([BROKEN, TERM, BROKEN], "error", *folders),
        ),
        "content/ and output",
        {"pages": 2},
    )


CLEAN = report_of((), "content/ and output: 2 pages")


def test_text_has_a_heading_for_each_group_of_a_severity_and_a_line_a_finding() -> None:
    assert list(formats.as_text(report())) == [
        "Articles, terms and notes: 2 errors",
        str(BROKEN),
        str(TERM),
        "Links and ids: 1 error",
        "output/index.html: link: x/ leads to no page; mend the link",
        "What runs or leads away: 1 error",
        "output/2016/index.html: third party: https://other.example/; copy it into the site",
        "Budgets: 1 error",
        "output/2016/index.html: weight: 15,000 bytes; shorten it",
        "Articles, terms and notes: 1 warning",
        str(ODD),
        "Not published yet: 1 note",
        str(WAITS),
        "5 errors, 1 warning, 1 note in content/ and output",
    ]


def test_a_report_without_findings_says_what_was_looked_at() -> None:
    assert list(formats.as_text(CLEAN)) == ["nothing wrong in content/ and output: 2 pages"]
    assert CLEAN.ok


def test_notes_and_warnings_alone_are_nothing_wrong() -> None:
    mild = report_of(of_rule([WAITS], "note", "held"), "content/")
    assert mild.ok
    assert list(formats.as_text(mild))[-1] == "nothing wrong in content/ (1 note)"


def test_json_counts_and_holds_every_finding() -> None:
    told = json.loads(formats.as_json(report()))
    assert told["counts"] == {"error": 5, "warning": 1, "note": 1}
    assert told["looked_at"] == {"pages": 2}
    assert [(one["severity"], one["group"], one["rule"]) for one in told["findings"]] == [
        ("error", "content", "article"),
        ("error", "content", "term"),
        ("error", "links", "link"),
        ("error", "security", "third-party"),
        ("error", "budgets", "weight"),
        ("warning", "content", "annotation"),
        ("note", "waiting", "held"),
    ]
    assert {**told["findings"][0]} == {
        "severity": "error",
        "group": "content",
        "rule": "article",
        "path": BROKEN.path,
        "line": 3,
        "what": BROKEN.what,
        "todo": BROKEN.todo,
    }


def test_sarif_is_valid_and_every_result_names_its_rule() -> None:
    for one in (report(), CLEAN):
        told = json.loads(formats.as_sarif(one, "1.2.3"))
        jsonschema.validate(told, SCHEMA)
        (run,) = told["runs"]
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert [rules[result["ruleIndex"]] for result in run["results"]] == [
            result["ruleId"] for result in run["results"]
        ]
        assert [result["level"] for result in run["results"]] == [found.severity for found in one.findings]


def test_a_path_in_sarif_is_an_address_and_a_line_a_region() -> None:
    first = json.loads(formats.as_sarif(report()))["runs"][0]["results"][0]["locations"][0][
        "physicalLocation"
    ]
    assert first == {
        "artifactLocation": {"uri": "content/articles/%C3%A9t%C3%A9%2C%20100%25.md"},
        "region": {"startLine": 3},
    }


def test_the_schema_refuses_what_is_no_sarif() -> None:
    told = json.loads(formats.as_sarif(report()))
    told["runs"][0]["results"][0]["level"] = "fatal"
    assert not jsonschema.Draft7Validator(SCHEMA).is_valid(told)


COMMAND = re.compile(r"::(error|warning|notice) ([^:\n]*)::([^\r\n]*)")


def unescaped(text: str) -> str:
    """As GitHub's runner reads it: the percent sign last."""
    for sign, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def test_a_workflow_command_is_one_line_and_comes_back_as_it_was() -> None:
    *lines, last = formats.as_github(report())
    assert last == "5 errors, 1 warning, 1 note in content/ and output"
    found = [COMMAND.fullmatch(line) for line in lines]
    assert [one and one[1] for one in found] == ["error"] * 5 + ["warning", "notice"]
    first = found[0]
    assert first
    keys = {key: unescaped(said) for key, _, said in (one.partition("=") for one in first[2].split(","))}
    assert keys == {"file": BROKEN.path, "line": "3", "title": "content: article"}
    assert unescaped(first[3]) == f"{BROKEN.what}; {BROKEN.todo}"
    assert lines[0].startswith(
        "::error file=content/articles/été%2C 100%25.md,line=3,title=content%3A article::"
    )


def test_colours_are_of_the_headings_alone() -> None:
    painted = list(formats.as_text(report(), lambda words, severity: f"<{severity}>{words}"))
    assert painted[0] == "<error>Articles, terms and notes: 2 errors"
    assert painted[1] == str(BROKEN)
