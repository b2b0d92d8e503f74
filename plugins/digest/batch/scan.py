"""Looking before converting: what is there, which seeds are stale, and the calls that would convert them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePath

from plugins.digest.batch import existing_articles, safe_read, sidecar, stale
from plugins.digest.batch.batch_db import Ledger
from plugins.digest.batch.convert_seed import make
from plugins.digest.batch.folders import Folders
from plugins.digest.batch.pool import Call
from plugins.digest.batch.report import Kind, Outcome, Report
from plugins.digest.batch.seed_log import Docket
from plugins.digest.model.errors import DigestError, Fault, SeedError

Selection = Callable[[str], bool]
"""Whether a seed of this name is to be looked at."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A seed as it was read."""

    seed: str
    sha256: str
    sidecar: str
    """Digest of its sidecar; empty when there is none."""


def at_articles(
    ledger: Ledger, folders: Folders, report: Report, progress: Callable[[int], None]
) -> frozenset[str]:
    """Takes in the articles that are there, telling how many; the seeds of those that cannot be understood."""
    broken = set()
    for number, found in enumerate(
        existing_articles.scan(folders.articles, f"{folders.content.name}/articles"), 1
    ):
        progress(number)
        if isinstance(found, existing_articles.Known):
            ledger.put_known(found)
            continue
        broken.add(found.seed)
        where = f"{folders.content.name}/articles/{found.path}"
        why = "the article cannot be understood"
        report.add(Outcome("failed", folders.seed_name(found.seed), where, why=why, faults=found.faults))
    twice = """
      SELECT one.path, two.path AS again, one.seed FROM known AS one JOIN known AS two USING (seed, item)
      WHERE seed != '' AND one.path < two.path ORDER BY two.path"""
    for row in ledger.rows(twice):
        where = f"{folders.content.name}/articles/{row['again']}"
        what = f"is made from the same seed as {row['path']}"
        fault = Fault(where, None, what, "delete one, or its keys seed: and converter:")
        report.add(Outcome("failed", folders.seed_name(row["seed"]), where, why=what, faults=(fault,)))
    return frozenset(broken - {""})


def at_seeds(ledger: Ledger, folders: Folders, report: Report) -> None:
    """Takes in the names of all seeds; raises `DigestError` when their folder is not there."""
    if not folders.seeds.is_dir():
        raise DigestError(Fault(str(folders.seeds), None, "is no folder", "make it, and put seeds into it"))
    for path in safe_read.walk(folders.seeds):
        name = folders.seed_name(safe_read.printable(path))
        if path.endswith(safe_read.SIDECAR):
            if not os.path.lexists(folders.seeds / path.removesuffix(safe_read.SIDECAR)):
                todo = "a sidecar is named like its seed, in full, with .meta.yaml behind"
                report.add(_refused("orphan", name, Fault(name, None, "there is no such seed", todo)))
        elif not ledger.add_seed(safe_read.printable(path), PurePath(path)):
            what = "has the name of another seed, written with other code points"
            report.add(_refused("failed", name, Fault(name, None, what, "rename one")))


def selection(folders: Folders, only: Sequence[Path]) -> Selection:
    """Whether a seed is one of `only`, or in one of its folders; all are when it is empty.

    Raises `DigestError` for a path that is not in the folder of seeds, or not there.
    """
    wanted, faults = set(), []
    for path in only:
        if not path.is_relative_to(folders.seeds) or ".." in path.parts or not os.path.lexists(path):
            todo = f"name a file or folder in {folders.seeds.name}/"
            faults.append(Fault(str(path), None, "is no seed", todo))
        else:
            name = safe_read.printable(path.relative_to(folders.seeds).as_posix())
            wanted.add(name.removesuffix(safe_read.SIDECAR))
    if faults:
        raise DigestError.of(faults)
    if not wanted or "." in wanted:
        return lambda seed: True
    return lambda seed: any(part in wanted for part in _itself_and_above(seed))


def _itself_and_above(seed: str) -> Iterator[str]:
    yield seed
    while "/" in seed:
        seed = seed.rpartition("/")[0]
        yield seed


@dataclass(slots=True)
class Look:
    """One look at the seeds: gives the calls that convert the stale ones, and reports the others."""

    ledger: Ledger
    folders: Folders
    docket: Docket
    report: Report
    select: Selection
    broken: frozenset[str]
    now: datetime
    timezone: str
    agencies: Mapping[str, str] = field(default_factory=dict)
    """The house's own: code by name."""
    force: str = ""
    """Why seeds are stale that are not so by themselves."""
    check: bool = False
    """Reports what is stale and gives no call."""
    passed: Callable[[], None] = lambda: None
    """Told of every seed that is dealt with, without a call."""

    def calls(self, flying: dict[int, Reading]) -> Iterator[Call]:
        """The calls, by seed; puts what each was read from into `flying`, under the call's key."""
        drifted = stale.drifted(self.ledger)
        for number, (seed, file) in enumerate(self.ledger.seeds()):
            if not self.select(seed):
                continue
            try:
                call = self._call(number, seed, file, drifted, flying)
            except SeedError as error:
                self.report.add(_refused("failed", self.folders.seed_name(seed), *error.faults))
                call = None
            if call:
                yield call
            else:
                self.passed()

    def _call(
        self, number: int, seed: str, file: PurePath, drifted: frozenset[str], flying: dict[int, Reading]
    ) -> Call | None:
        """The call that converts a seed, None when it is not stale or only to be reported."""
        if seed in self.broken:
            return None  # converted now, it would give a second article beside the broken one
        name = self.folders.seed_name(seed)
        data = safe_read.read(self.folders.seeds / file, name)
        beside = self.folders.seeds / file.with_name(file.name + safe_read.SIDECAR)
        has_sidecar = os.path.lexists(beside)
        known = safe_read.read(beside, name + safe_read.SIDECAR, sidecar.MAX_BYTES) if has_sidecar else b""
        reading = Reading(seed, _digest(data), _digest(known) if has_sidecar else "")
        why = stale.reason(self.ledger, self.docket, seed, (reading.sha256, reading.sidecar), self.now)
        why = why or self.force or ("its original is gone" if seed in drifted else "")
        if not why:
            self.report.current += 1
            return None
        meta = sidecar.read(known, name + safe_read.SIDECAR)
        if self.check:
            self.report.add(Outcome("stale", name, why=why))
            return None
        rows = self.ledger.rows("SELECT item, slug FROM known WHERE seed = ?", seed)
        slugs = {row["item"]: row["slug"] for row in rows}
        flying[number] = reading
        arguments = (data, seed, meta, reading.sidecar, slugs, self.timezone, self.agencies)
        return Call(number, name, make, arguments, len(data))


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _refused(kind: Kind, name: str, *faults: Fault) -> Outcome:
    return Outcome(kind, name, why=faults[0].what, faults=faults)
