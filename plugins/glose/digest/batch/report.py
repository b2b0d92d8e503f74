"""What a conversion did, seed by seed: data that tasks print, write as JSON and take their exit code from."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import IO, Literal, get_args

from glose.digest.batch.table import Table, temporary
from glose.digest.model.article import LOW_CONFIDENCE, Finding
from glose.digest.model.errors import Fault

Kind = Literal["written", "merged", "unchanged", "conflict", "failed", "set aside", "stale", "orphan"]
Stage = Literal["look", "convert", "write"]
PROBLEMS: tuple[Kind, ...] = ("failed", "conflict")
"""Kinds after which a conversion has not done what it was asked."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article of a seed, or of a seed that gives none."""

    kind: Kind
    """written: new or replaced; merged: into a hand-edited file; unchanged: looked at and found the same; conflict:
    the edited file stands, the new version lies beside it; failed, now or at an earlier run, and not touched since;
    set aside: it gives no article of its own (an older revision, delivered again); stale: would be converted;
    orphan: its seed, or a sidecar's, is gone."""
    seed: str
    """As the maintainer knows it: ``seeds/x.txt``."""
    article: str = ""
    """``content/articles/x.md``; empty when there is none."""
    status: str = ""
    """The article's status in its header: published, draft, hidden, withheld, retracted."""
    variant_of: str = ""
    """Slug of the article of which it is another outlet's printing."""
    why: str = ""
    """Reason, in one clause."""
    faults: tuple[Fault, ...] = ()
    """What is to be done by a person, each with where and what."""
    findings: tuple[Finding, ...] = ()
    """What the rules saw and did."""

    @property
    def doubtful(self) -> bool:
        """True when a strict conversion fails on it."""
        return any(finding.confidence < LOW_CONFIDENCE for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Event:
    """How far a conversion has come."""

    stage: Stage
    done: int
    total: int
    """0 while nobody knows."""
    outcome: Outcome | None = None
    """What has just been decided, where it is worth a line."""


class Report:
    """The outcomes of a conversion, kept on disk, so that a hundred thousand findings need no memory."""

    def __init__(self) -> None:
        self._outcomes = Table(temporary(), "outcome", Outcome)
        self.kinds: Counter[str] = Counter()
        """How many outcomes of each kind."""
        self.statuses: Counter[str] = Counter()
        """How many articles of each status among those written, merged or found unchanged."""
        self.variants = 0
        """How many of them are another outlet's printing."""
        self.doubtful = 0
        """How many have findings of low confidence."""
        self.current = 0
        """Seeds that were not converted, since nothing about them has changed."""
        self.held: tuple[Fault, ...] = ()
        """Articles that wait for a person, whichever run made them: where, why, and what to do."""

    def add(self, outcome: Outcome) -> None:
        """Takes one outcome in."""
        self.kinds[outcome.kind] += 1
        self.doubtful += outcome.doubtful
        if outcome.status:
            self.statuses[outcome.status] += 1
            self.variants += bool(outcome.variant_of)
        self._outcomes.add(outcome)

    @property
    def ok(self) -> bool:
        """True when nothing failed and nothing is left for a person to merge."""
        return not any(self.kinds[kind] for kind in PROBLEMS)

    def outcomes(self, *kinds: Kind) -> Iterator[Outcome]:
        """The outcomes of some kinds, of all when none is named, by seed and article."""
        kinds = kinds or get_args(Kind)
        return self._outcomes.find(
            f"kind IN ({', '.join('?' * len(kinds))})", *kinds, order="seed, article, rowid"
        )

    def faults(self) -> Iterator[Fault]:
        """Everything that a person has to look at, by seed."""
        for outcome in self.outcomes():
            yield from outcome.faults

    def write_json(self, stream: IO[str]) -> None:
        """One JSON object: counts, what is held, and an array of outcomes with findings; written as it is read."""
        counts = {"kinds": self.kinds, "statuses": self.statuses, "variants": self.variants}
        counts |= {"doubtful": self.doubtful, "current": self.current}
        held = json.dumps([asdict(fault) for fault in self.held], ensure_ascii=False)
        stream.write(f'{{\n"counts": {json.dumps(counts, sort_keys=True)},\n"held": {held},\n"outcomes": [')
        for number, outcome in enumerate(self.outcomes()):
            stream.write(",\n" if number else "\n")
            stream.write(json.dumps(asdict(outcome), ensure_ascii=False))
        stream.write("\n]\n}\n")
