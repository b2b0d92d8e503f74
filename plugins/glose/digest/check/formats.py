"""A report for those who read it: people, other programs, code hosts that show SARIF, and GitHub's own log."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol
from urllib.parse import quote

from glose.digest.check.report import GROUPS, SEVERITIES, Report, Told
from glose.digest.model.errors import Fault

TITLES = {
    "content": "Articles, terms and notes",
    "settings": "Settings and theme",
    "seeds": "Seeds",
    "waiting": "Not published yet",
    "links": "Links and ids",
    "online": "Links to other sites",
    "html": "HTML",
    "security": "What runs or leads away",
    "data": "Data, feeds and search",
    "budgets": "Budgets",
    "site": "The site as it was built",
}
"""How each group is called for people."""
COUNTED = {
    "error": ("{number} error", "{number} errors"),
    "warning": ("{number} warning", "{number} warnings"),
    "note": ("{number} note", "{number} notes"),
}
"""One of each severity, and many."""
LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
"""What GitHub calls each severity."""
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Paint = Callable[[str, str], str]
"""Gives words the colour of a severity."""


class Say(Protocol):
    """Gives a message, its values in it, in the language of whoever reads it."""

    def __call__(self, message: str, plural: str = "", number: int = 1, **values: object) -> str: ...


def in_english(message: str, plural: str = "", number: int = 1, **values: object) -> str:
    """A message as it stands."""
    text = plural if plural and number != 1 else message
    return text.format(number=f"{number:,}", **values)


def plain(words: str, severity: str) -> str:
    """Words as they are, for what is no terminal."""
    return words


def as_text(
    report: Report, paint: Paint = plain, say: Say = in_english, told: Callable[[Fault], str] = str
) -> Iterator[str]:
    """A heading for each severity and group with its count, one line a finding, and the sum.

    `say`, `told`: give our own words, and a finding, in the language of whoever reads it.
    """
    for severity, group, found in report.grouped():
        count = counted(len(found), severity, say)
        yield paint(say("{title}: {count}", title=say(TITLES[group]), count=count), severity)
        yield from (told(one.fault) for one in found)
    yield _sum(report, paint, say)


def counted(number: int, severity: str, say: Say = in_english) -> str:
    """A number of findings in words.

    >>> counted(1, "error"), counted(2, "note")
    ('1 error', '2 notes')
    """
    one, many = COUNTED[severity]
    return say(one, many, number)


def _sum(report: Report, paint: Paint = plain, say: Say = in_english) -> str:
    counts = report.counts
    found = ", ".join(counted(counts[one], one, say) for one in SEVERITIES if counts[one])
    if report.ok:
        beside = f" ({found})" if found else ""
        return say("nothing wrong in {where}", where=report.where) + beside
    return paint(say("{found} in {where}", found=found, where=report.where), "error")


def as_json(report: Report) -> str:
    """One object: counts, and every finding with all that is known of it."""
    findings = [
        {
            "severity": one.severity,
            "group": one.group,
            "rule": one.rule,
            "path": one.fault.path,
            "line": one.fault.line,
            "what": one.fault.what,
            "todo": one.fault.todo,
        }
        for one in report.findings
    ]
    told = {"counts": report.counts, "looked_at": dict(report.looked), "findings": findings}
    return json.dumps(told, ensure_ascii=False, indent=1)


def as_sarif(report: Report, version: str = "") -> str:
    """SARIF 2.1.0 (OASIS): one run, its rules, and a result for each finding.

    `version`: of this program.
    """
    rules = [rule for group in GROUPS.values() for rule in group]
    place = {rule: number for number, rule in enumerate(rules)}
    driver: dict[str, Any] = {"name": "glose", "rules": [_rule(rule) for rule in rules]}
    if version:
        driver["version"] = version
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, place) for one in report.findings],
    }
    told = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _rule(rule: str) -> dict[str, Any]:
    group = next(group for group, rules in GROUPS.items() if rule in rules)
    return {"id": rule, "shortDescription": {"text": TITLES[group]}, "properties": {"tags": [group]}}


def _result(one: Told, place: Mapping[str, int]) -> dict[str, Any]:
    fault = one.fault
    where: dict[str, Any] = {"artifactLocation": {"uri": uri(fault.path)}}
    if fault.line:
        where["region"] = {"startLine": fault.line}
    message = fault.what + (f"; {fault.todo}" if fault.todo else "")
    return {
        "ruleId": one.rule,
        "ruleIndex": place[one.rule],
        "level": one.severity,
        "message": {"text": message},
        "locations": [{"physicalLocation": where}],
    }


def uri(path: str) -> str:
    """A path as SARIF names it: below the project, or whole.

    >>> uri("content/a b.md"), uri("/srv/site/x.html")
    ('content/a%20b.md', 'file:///srv/site/x.html')
    """
    return ("file://" if path.startswith("/") else "") + quote(path)


def as_github(report: Report) -> Iterator[str]:
    """Workflow commands of GitHub Actions: one a finding, which shows it beside its line, and the sum for the log."""
    for one in report.findings:
        fault = one.fault
        keys = {"file": fault.path, "line": str(fault.line or 1), "title": f"{one.group}: {one.rule}"}
        told = ",".join(f"{key}={_property(said)}" for key, said in keys.items())
        message = fault.what + (f"; {fault.todo}" if fault.todo else "")
        yield f"::{LEVELS[one.severity]} {told}::{_data(message)}"
    yield _data(_sum(report))


def _data(text: str) -> str:
    """Text of a command: GitHub takes back these three and nothing else."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value of a command's property, which ends at a colon or comma of its own."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
