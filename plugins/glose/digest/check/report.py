"""Everything that a check found as one report: how bad each finding is, what it is about, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from glose.digest.model.errors import Fault

SEVERITIES = ("error", "warning", "note")
"""The check fails for an error; a warning is to be looked at; a note is good to know."""
GROUPS: Mapping[str, tuple[str, ...]] = {
    "content": ("article", "sheet", "term", "annotation", "file"),
    "settings": ("setting", "word"),
    "seeds": ("seed", "orphan"),
    "waiting": ("held", "scheduled", "draft"),
    "links": tuple("link id pointer mention canonical hreflang refresh redirects retracted".split()),
    "online": ("external",),
    "html": tuple(
        "page tag template title description meta heading main nesting name picture table date language".split()
    ),
    "security": ("active", "third-party", "policy", "headers", "security.txt"),
    "data": ("structured-data", "feed", "sitemap", "robots", "data", "search"),
    "budgets": ("weight",),
    "site": ("site", "manifest"),
}
"""What findings are about, and the rules of each group, in the order in which they are told."""
_GROUP = {rule: group for group, rules in GROUPS.items() for rule in rules}
_FOLDERS = {"articles": "article", "pages": "sheet", "notes": "annotation"}


@dataclass(frozen=True, slots=True)
class Told:
    """One finding."""

    severity: str
    """Of `SEVERITIES`."""
    rule: str
    """Of the rules in `GROUPS`."""
    fault: Fault
    """Where, what and what to do; its path is below the project where it can be."""

    @property
    def group(self) -> str:
        return _GROUP[self.rule]


@dataclass(frozen=True, slots=True)
class Report:
    """What one check found."""

    findings: tuple[Told, ...]
    """The worst first, then by group."""
    where: str = ""
    """What was looked at, in one clause."""
    looked: Mapping[str, int] = field(default_factory=dict)
    """How much was looked at, by what it is."""

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity."""
        found = Counter(one.severity for one in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}

    @property
    def ok(self) -> bool:
        return not self.counts["error"]

    def grouped(self) -> Iterator[tuple[str, str, tuple[Told, ...]]]:
        """Severity, group and its findings, of each group that has any."""
        for severity in SEVERITIES:
            for group in GROUPS:
                found = tuple(one for one in self.findings if (one.severity, one.group) == (severity, group))
                if found:
                    yield severity, group, found


def report_of(findings: Iterable[Told], where: str = "", looked: Mapping[str, int] | None = None) -> Report:
    """The findings in order, none twice."""
    groups = list(GROUPS)
    ordered = sorted(
        dict.fromkeys(findings),
        key=lambda one: (
            SEVERITIES.index(one.severity),
            groups.index(one.group),
            one.fault.path,
            one.fault.line or 0,
        ),
    )
    return Report(tuple(ordered), where, looked or {})


def of_sources(faults: Iterable[Fault], severity: str, content: str, glossary: str) -> Iterator[Told]:
    """Findings in what people write. `content`, `glossary`: the folders as messages name them."""
    for fault in faults:
        yield Told(severity, _source_rule(fault.path, content, glossary), fault)


def _source_rule(path: str, content: str, glossary: str) -> str:
    if path == glossary or path.startswith(f"{glossary}/"):
        return "term"
    if path.startswith(f"{content}/"):
        return _FOLDERS.get(path.removeprefix(f"{content}/").partition("/")[0], "file")
    return "setting" if path.endswith(".py") else "word" if path.endswith(".po") else "file"


def of_rule(faults: Iterable[Fault], severity: str, rule: str) -> Iterator[Told]:
    """Findings that one rule tells."""
    for fault in faults:
        yield Told(severity, rule, fault)


def of_site(faults: Iterable[Fault], folder: str) -> Iterator[Told]:
    """Findings in a built site, each with its kind before its words. `folder`: the site as messages name it."""
    for fault in faults:
        rule = fault.what.partition(": ")[0].replace(" ", "-")
        yield Told("error", rule if rule in _GROUP else "site", replace(fault, path=f"{folder}/{fault.path}"))
