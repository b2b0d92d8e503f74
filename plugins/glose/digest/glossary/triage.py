"""What an editor looks at first: findings by how grave they are, each draft in one line at the end, and the sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from glose.digest.glossary.glossary import Glossary
from glose.digest.model.errors import Fault

Severity = Literal["error", "warning", "note", "draft"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
SEVERITY: Mapping[str, Severity] = {
    "ambiguous": "error",
    "language": "error",
    "duplicate": "warning",
    "entry": "warning",
    "long": "warning",
    "overdue": "warning",
    "slip": "warning",
    "draft": "note",
    "namesake": "note",
    "unused": "note",
    "variant": "note",
}
"""By rule. An error: a reader misses something now. A warning: something is probably wrong. A note: good to know."""
HEADINGS: Mapping[Severity, str] = {
    "error": "what readers miss",
    "warning": "what is probably wrong",
    "note": "good to know",
    "draft": "drafts",
}
COUNTED: Mapping[Severity, tuple[str, str]] = {
    "error": ("{number} error", "{number} errors"),
    "warning": ("{number} warning", "{number} warnings"),
    "note": ("{number} note", "{number} notes"),
    "draft": ("{number} draft", "{number} drafts"),
}
"""One of each, and many."""
LEFT_OUT = "the draft is left out"
"""How the loader's warnings begin that tell what an unfinished entry lacks."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one severity, in the order of files and lines."""

    severity: Severity
    faults: tuple[Fault, ...]


def rule_of(fault: Fault) -> str:
    """The rule that found it: the word before the first colon."""
    return fault.what.partition(":")[0]


def warned(glossary: Glossary) -> tuple[Fault, ...]:
    """What the loader found doubtful, under a rule's name like everything else: ``entry``, or ``draft`` of a draft."""
    return tuple(
        Fault(
            one.path,
            one.line,
            f"{'draft' if one.what.startswith(LEFT_OUT) else 'entry'}: {one.what}",
            one.todo,
        )
        for one in glossary.warnings
    )


def grouped(faults: Iterable[Fault], glossary: Glossary, only: Collection[str] = ()) -> tuple[Group, ...]:
    """The findings by severity, the gravest first; all those of one draft are one line, in the last group.

    `only`: the rules that are asked for, all when empty. Who asks for rules by name sees each finding of a draft, too.
    """
    wanted = [fault for fault in faults if not only or rule_of(fault) in only]
    drafts = set() if only else {term.path for term in glossary.terms if term.status == "draft"}
    drafts |= set() if only else {one.path for one in wanted if one.what.startswith(f"draft: {LEFT_OUT}")}
    groups: dict[Severity, list[Fault]] = {severity: [] for severity in SEVERITIES}
    for fault in wanted:
        if fault.path not in drafts:
            groups[SEVERITY[rule_of(fault)]].append(fault)
    for path in sorted(drafts):
        if own := [fault for fault in wanted if fault.path == path]:
            groups["draft"].append(_draft(path, own))
    return tuple(
        Group(severity, tuple(sorted(found, key=lambda one: (one.path, one.line or 0, one.what))))
        for severity, found in groups.items()
        if found
    )


def _draft(path: str, own: list[Fault]) -> Fault:
    """One line for everything that there is to say of a draft."""
    if gaps := [fault for fault in own if LEFT_OUT in fault.what]:
        lines = ", ".join(str(line) for line in sorted({fault.line for fault in gaps if fault.line}))
        todo = f"write what is missing{f' on lines {lines}' if lines else ''}"
        return Fault(path, None, "draft: is not finished and left out", todo)
    used = next((fault.what.removeprefix("draft: ") for fault in own if rule_of(fault) == "draft"), "")
    rest = Counter(rule_of(fault) for fault in own if rule_of(fault) != "draft")
    told = [used, *(f"{number} {rule}" for rule, number in sorted(rest.items()))]
    todo = "review it: status: reviewed" if used else "see --only for each"
    return Fault(path, None, f"draft: {', '.join(filter(None, told))}", todo)
