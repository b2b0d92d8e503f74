"""Which seeds have to be converted, and why. Nothing is converted to find that out: only read and hashed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath

from glose.digest.batch import addresses
from glose.digest.batch.batch_db import BatchDb
from glose.digest.batch.convert_seed import convert_seed
from glose.digest.batch.existing_articles import ExistingArticle
from glose.digest.batch.folders import Folders, Site
from glose.digest.batch.report import Outcome, Report
from glose.digest.batch.scan import Selection, refused
from glose.digest.batch.seed_log import Entry, SeedLog
from glose.digest.files import safe_read
from glose.digest.markdown import VERSION
from glose.digest.model.errors import SeedError
from glose.digest.model.limits import SIDECAR_BYTES
from glose.digest.work.pool import Call

_DRIFTED = """
  SELECT DISTINCT copy.seed FROM existing AS copy LEFT JOIN existing AS original
    ON original.slug = copy.variant_of AND original.lang = copy.lang
  WHERE copy.variant_of != '' AND copy.seed != '' AND copy.status NOT IN ('draft', 'withheld', 'retracted')
    AND (original.path IS NULL OR original.status IN ('withheld', 'retracted'))"""


@dataclass(frozen=True, slots=True)
class SeedRead:
    """A seed as it was read."""

    seed: str
    sha256: str
    sidecar: str
    """Digest of its sidecar; empty when there is none."""

    @property
    def digests(self) -> tuple[str, str, str]:
        """All that a seed's articles depend on."""
        return self.sha256, self.sidecar, VERSION


def drifted(db: BatchDb) -> dict[str, str]:
    """Seeds of variants that have lost their original: it is gone, or was taken back."""
    return {seed: "its original is gone" for (seed,) in db.rows(_DRIFTED)}


@dataclass(frozen=True, slots=True)
class StaleSeeds:
    """One pass over the seeds: gives the calls that convert the stale ones, and reports the others."""

    db: BatchDb
    folders: Folders
    seed_log: SeedLog
    report: Report
    select: Selection
    broken: frozenset[str]
    """Seeds of articles that cannot be understood: converted now, they would give a second one beside it."""
    now: datetime
    site: Site
    force: bool = False
    check: bool = False
    """Reports what is stale and gives no call."""
    passed: Callable[[], None] = lambda: None
    """Told of every seed that is dealt with, without a call."""
    due: Mapping[str, str] = field(default_factory=dict)
    """Why seeds have to be converted for a reason that lies in another one, by seed."""

    def calls(self) -> Iterator[Call]:
        """The calls, by seed; the key of each is what was read."""
        for seed, file in self.db.seeds():
            if not self.select(seed):
                continue
            call = None
            try:
                if seed not in self.broken:
                    call = self._call(seed, file)
            except SeedError as error:
                self.fail(Entry(seed, error.faults[0].what, faults=error.faults))
            if call:
                yield call
            else:
                self.passed()

    def _call(self, seed: str, file: PurePath) -> Call | None:
        """The call that converts a seed, None when it is not stale or only to be reported."""
        name = self.folders.seed_name(seed)
        data = safe_read.read(self.folders.seeds / file, name)
        beside = self.folders.seeds / file.with_name(file.name + safe_read.SIDECAR)
        has_sidecar, known = os.path.lexists(beside), b""
        if has_sidecar:
            known = safe_read.read(beside, name + safe_read.SIDECAR, SIDECAR_BYTES)
        read = SeedRead(seed, sha256(data).hexdigest(), sha256(known).hexdigest() if has_sidecar else "")
        entry = self.seed_log.entries.get(seed)
        if entry and entry.faults and entry.sha256 and not self.force:
            if (entry.sha256, entry.sidecar, entry.version) == read.digests:
                self.fail(entry)
                return None
            self.seed_log.drop(seed)  # it was mended, or is at least another one
        why = self._reason(read) or self.due.get(seed, "")
        if not why and not self.force:
            self.report.current += 1
            return None
        from glose.digest.conversion import sidecar  # with all the rules: at most builds nothing is stale

        meta = sidecar.read(known, name + safe_read.SIDECAR)
        if self.check:
            self.report.add(Outcome("stale", name, why=why))
            return None
        slugs = {there.item: there.slug for there in self.db.existing.find("seed = ?", seed)}
        return Call(read, name, convert_seed, (data, seed, meta, read.sidecar, slugs, self.site))

    def fail(self, entry: Entry) -> Outcome:
        """Reports a seed that gives nothing, and remembers why."""
        outcome = refused("failed", self.folders.seed_name(entry.seed), *entry.faults)
        self.seed_log.put(entry)
        self.report.add(outcome)
        return outcome

    def _reason(self, read: SeedRead) -> str:
        """Why a seed has to be converted; empty when all that it gives is there and up to date."""
        why, settled = "new", False
        if entry := self.seed_log.entries.get(read.seed):
            if not entry.sha256:
                return entry.why
            settled = (entry.sha256, entry.sidecar, entry.version) == read.digests and self._stands(entry)
            why = "" if settled else why
        for row in self.db.existing.find("seed = ?", read.seed, order="path"):
            if not settled and (changed := _changed(row, read)):
                return changed
            embargo = row.embargo_until if row.status == "withheld" else ""
            if embargo and datetime.fromisoformat(embargo) <= self.now:
                return "its embargo has ended"
            if (row.edited or row.aliases) and addresses.moved(self.db, self.folders, self.site, row):
                return "its address was changed by hand"
            why = ""
        return why

    def _stands(self, entry: Entry) -> bool:
        """True while there is what an entry says to stand for its seed."""
        there = not entry.instead or self.db.has_seed(entry.instead)
        return there or self.db.existing.first("path = ?", entry.instead) is not None


def _changed(row: ExistingArticle, read: SeedRead) -> str:
    """What an article was made from and is no more."""
    if row.sha256 != read.sha256:
        return "the seed has changed"
    if row.sidecar != read.sidecar:
        return "its .meta.yaml has changed"
    return "it was made by another version of the converter" if row.version != VERSION else ""
