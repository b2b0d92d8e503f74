"""Seeds to articles: look, convert what is stale, decide about all of it together, write.

The first two stages stream; what they find lies in a `Ledger` on disk. Decisions are taken on the whole, in the order
of the seeds, so that they are the same however the work was divided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.digest.batch import cluster, duplicates, pool, revisions, slugs, stale
from plugins.digest.batch.assemble import Site
from plugins.digest.batch.atomic import sweep
from plugins.digest.batch.batch_db import Ledger
from plugins.digest.batch.folders import Folders
from plugins.digest.batch.pool import Call, Failure, Result
from plugins.digest.batch.report import Event, Outcome, Report, Stage
from plugins.digest.batch.safe_read import SIDECAR
from plugins.digest.batch.scan import Look, Reading, at_articles, at_seeds, selection
from plugins.digest.batch.seed_log import NAME, Docket
from plugins.digest.batch.write_stage import Delivery
from plugins.digest.model.errors import Fault

ROUNDS = 3
"""A kill takes back the variants of what it kills, in a second round; a third finds nothing left."""


def run(
    seeds: Path,
    content: Path,
    *,
    only: Sequence[Path] = (),
    force: bool = False,
    check: bool = False,
    jobs: int = 1,
    scheduler: str = "",
    timezone: str = "Europe/Paris",
    lang: str = "fr",
    agencies: Mapping[str, str] | None = None,
    now: datetime,
    progress: Callable[[Event], None] = lambda event: None,
    seconds: float = pool.SECONDS,
) -> Report:
    """Converts what is stale in the folder `seeds` into ``articles/`` below the folder `content`.

    only: files or folders in `seeds`, all when empty. force: convert what is not stale, too; hand edits survive that
    as well. check: report what is stale, write nothing. jobs: processes of this machine, 0 for this one without
    limits. scheduler: address of a Dask scheduler, instead of `jobs`. timezone: the site's (an IANA name). lang: the
    language at the site's root. agencies: the house's own, code by name. now: with its offset; decides embargoes.
    progress: told how far it has come.
    seconds: time for one seed.

    Raises `DigestError` for folders or a cluster that cannot be used. Whatever is wrong with a seed is in the report.
    """
    conversion = _Conversion(
        Folders(seeds, content),
        Site(timezone, lang, agencies or {}),
        now,
        progress,
        _worker(jobs, scheduler, seconds),
    )
    try:
        conversion.look(only)
        if check:
            conversion.check()
        else:
            conversion.convert(force)
    finally:
        conversion.ledger.close()
    return conversion.report


def _worker(jobs: int, scheduler: str, seconds: float) -> Callable[[Iterable[Call]], Iterator[Result]]:
    if scheduler:
        return lambda calls: cluster.run(calls, scheduler, seconds)
    return lambda calls: pool.run(calls, jobs, seconds)


class _Conversion:
    """One run."""

    def __init__(
        self,
        folders: Folders,
        site: Site,
        now: datetime,
        progress: Callable[[Event], None],
        work: Callable[[Iterable[Call]], Iterator[Result]],
    ) -> None:
        self.folders, self.site, self.now, self.progress, self.work = folders, site, now, progress, work
        self.ledger = Ledger()
        self.report = Report()
        self.unfinished: set[str] = set()
        """Seeds of which an item could not be read."""

    def look(self, only: Sequence[Path]) -> None:
        """Takes in what is there."""
        self.select = selection(self.folders, only)
        file = self.folders.generated / NAME
        self.docket = Docket(file, self.folders.name(file))
        at_seeds(self.ledger, self.folders, self.report)
        self.broken = at_articles(
            self.ledger, self.folders, self.report, lambda done: self._tell("look", done, 0)
        )

    def check(self) -> None:
        """Reports what is stale; writes nothing."""
        self._make(replace(self._stale(), check=True))
        self._orphans()

    def convert(self, force: bool) -> None:
        """Converts and writes, and once more what that makes stale."""
        for folder in (self.folders.articles, self.folders.generated, self.folders.images):
            sweep(folder)
        look = replace(self._stale(), force="converted once more, as asked" if force else "")
        for _ in range(ROUNDS):
            self._round(look)
            left = stale.drifted(self.ledger) - self.ledger.converted()
            if not left:
                break
            self.ledger.clear()
            look = replace(self._stale(), select=left.__contains__)
        self._orphans()

    def _stale(self) -> Look:
        return Look(
            self.ledger,
            self.folders,
            self.docket,
            self.report,
            self.select,
            self.broken,
            self.now,
            self.site.timezone,
            self.site.agencies,
        )

    def _round(self, look: Look) -> None:
        self._make(look)
        total = self.ledger.count("made")
        if not total:
            self.docket.save(self.ledger.has_seed)
            return
        self._decide()
        delivery = Delivery(self.ledger, self.folders, self.docket, self.report, self.site)
        delivery.pictures(self.work)
        delivery.begin()
        for done, outcome in enumerate(delivery.articles(), 1):
            self._tell("write", done, total, outcome)
        delivery.end(self.unfinished)
        self._missing()

    def _make(self, look: Look) -> None:
        """Has the stale seeds converted; what they give goes into the ledger as it comes."""
        total, done = sum(1 for seed, _ in self.ledger.seeds() if look.select(seed)), count(1)
        flying: dict[int, Reading] = {}
        look = replace(look, passed=lambda: self._tell("convert", next(done), total))
        for key, result in self.work(look.calls(flying)):
            reading = flying.pop(key)
            outcome = None
            if isinstance(result, Failure):
                outcome = self._refused(reading.seed, result.faults)
            else:
                for made in result:
                    self.ledger.add_made(reading.seed, reading.sha256, reading.sidecar, made)
                lost = [text for made in result for text in made.lost]
                outcome = self._lost(reading.seed, lost) if lost else None
            self._tell("convert", next(done), total, outcome)

    def _lost(self, seed: str, texts: Sequence[str]) -> Outcome:
        """What a seed is reported as of which some items could not be read."""
        self.unfinished.add(seed)
        todo = "the others are converted"
        return self._refused(
            seed, [Fault(seed, None, f"an item of it cannot be read ({text})", todo) for text in texts]
        )

    def _refused(self, seed: str, faults: Sequence[Fault]) -> Outcome:
        """What a seed is reported as that could not be converted; its faults get the path that a person knows."""
        below = (seed, seed + SIDECAR)
        names = {path: self.folders.seed_name(path) for path in below}
        known = tuple(replace(fault, path=names.get(fault.path, fault.path)) for fault in faults)
        outcome = Outcome("failed", self.folders.seed_name(seed), why=known[0].what, faults=known)
        self.report.add(outcome)
        return outcome

    def _decide(self) -> None:
        """Everything about an article that its own seed does not say."""
        today = self.now.astimezone(ZoneInfo(self.site.timezone)).date()
        now = self.now.astimezone(UTC).isoformat(timespec="seconds")
        # An embargo first: what is held back is no original, and its pictures stay away.
        self.ledger.change(
            "UPDATE made SET status = 'withheld' WHERE status IN ('published', 'hidden') AND embargo > ?", now
        )
        # Then revisions: only the newest version of an item is compared with other items.
        revisions.settle(self.ledger, ZoneInfo(self.site.timezone), today)
        duplicates.settle(self.ledger, self.folders.articles)
        slugs.settle(self.ledger, self.folders.articles)

    def _missing(self) -> None:
        """Reports articles that their seed, converted anew, gives no more; they stay."""
        query = """
          SELECT seed, path FROM known WHERE seed IN (SELECT seed FROM made) AND path NOT IN (SELECT path FROM made)
            AND NOT EXISTS (SELECT 1 FROM made WHERE made.seed = known.seed AND made.item = known.item)
          ORDER BY path"""
        self._stay(query, "its seed does not hold it any more; it stays")

    def _orphans(self) -> None:
        """Reports articles whose seed is gone; they stay."""
        query = """
          SELECT seed, path FROM known WHERE seed != '' AND seed NOT IN (SELECT name FROM seed) ORDER BY path"""
        self._stay(query, "its seed is gone; it stays")

    def _stay(self, query: str, why: str) -> None:
        for row in self.ledger.rows(query):
            article = self.folders.name(self.folders.articles / row["path"])
            self.report.add(Outcome("orphan", self.folders.seed_name(row["seed"]), article, why=why))

    def _tell(self, stage: Stage, done: int, total: int, outcome: Outcome | None = None) -> None:
        self.progress(Event(stage, done, total, outcome))
