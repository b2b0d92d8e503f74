"""Seeds to articles: list, convert what is stale, decide about all of it together, write.

The first two stages stream; what they find lies in a `BatchDb` on disk. Decisions are taken on the whole, in the order
of the seeds, so that they are the same however the work was divided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.digest.batch import cluster, duplicates, pool, revisions, slugs
from plugins.digest.batch.atomic import sweep
from plugins.digest.batch.batch_db import BatchDb
from plugins.digest.batch.folders import Folders, Site
from plugins.digest.batch.pool import Call, Failure, Result
from plugins.digest.batch.report import Event, Outcome, Report, Stage
from plugins.digest.batch.safe_read import SIDECAR
from plugins.digest.batch.scan import list_articles, list_seeds, selection
from plugins.digest.batch.seed_log import Entry, SeedLog
from plugins.digest.batch.stale import SeedRead, StaleSeeds, drifted
from plugins.digest.batch.waiting import held
from plugins.digest.batch.write_article import take_over_solved
from plugins.digest.batch.write_stage import WriteStage
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
    progress: told how far it has come. seconds: time for one seed.

    Raises `DigestError` for folders or a cluster that cannot be used. Whatever is wrong with a seed is in the report.
    """

    def work(calls: Iterable[Call]) -> Iterator[Result]:
        return cluster.run(calls, scheduler, seconds) if scheduler else pool.run(calls, jobs, seconds)

    with closing(BatchDb()) as db:
        site = Site(timezone, lang, agencies or {})
        batch = _Batch(db, Folders(seeds, content), site, now, progress, work, only)
        if check:
            batch.check()
        else:
            batch.convert(force)
        return batch.report


class _Batch:
    """One run."""

    def __init__(
        self,
        db: BatchDb,
        folders: Folders,
        site: Site,
        now: datetime,
        progress: Callable[[Event], None],
        work: Callable[[Iterable[Call]], Iterator[Result]],
        only: Sequence[Path],
    ) -> None:
        """Takes in what is there."""
        self.db, self.folders, self.site, self.now, self.work = db, folders, site, now, work
        self.progress, self.report = progress, Report()
        self.seed_log = SeedLog.of(folders)
        select = selection(folders, only)
        list_seeds(db, folders, self.report)
        broken = list_articles(db, folders, self.report, lambda done: self._tell("look", done, 0))
        self.stale = StaleSeeds(db, folders, self.seed_log, self.report, select, broken, now, site)

    def check(self) -> None:
        """Reports what is stale; writes nothing."""
        self._convert(replace(self.stale, check=True))
        self._orphans()

    def convert(self, force: bool) -> None:
        """Converts and writes, and once more what that makes stale."""
        for folder in (self.folders.articles, self.folders.generated, self.folders.images):
            sweep(folder)
        take_over_solved(self.folders)
        stale = replace(self.stale, force=force)
        for _ in range(ROUNDS):
            self._round(stale)
            converted = {seed for (seed,) in self.db.rows("SELECT DISTINCT seed FROM converted")}
            left = drifted(self.db) - converted
            if not left:
                break
            self.db.clear()
            stale = replace(self.stale, select=left.__contains__)
        self._orphans()

    def _round(self, stale: StaleSeeds) -> None:
        failed = self._convert(stale)
        total = next(self.db.rows("SELECT COUNT(*) FROM converted"))[0]
        if total:
            self._decide()
            writing = WriteStage(self.db, self.folders, self.seed_log, self.report, self.site)
            writing.pictures(self.work)
            writing.begin()
            for done, outcome in enumerate(writing.articles(), 1):
                self._tell("write", done, total, outcome)
            writing.end()
            self._missing()
        for entry in failed:
            self.seed_log.put(entry)
        self.seed_log.save(self.db.has_seed)
        if total:
            writing.flush()

    def _convert(self, stale: StaleSeeds) -> list[Entry]:
        """Has the stale seeds converted; what they give goes into the database as it comes. What failed of them."""
        total, done = sum(1 for seed, _ in self.db.seeds() if stale.select(seed)), count(1)
        stale = replace(stale, passed=lambda: self._tell("convert", next(done), total))
        failed = []
        for read, result in self.work(stale.calls()):
            outcome = None
            if entry := self._failed(read, result):
                failed.append(entry)
                outcome = stale.fail(entry)
            if not isinstance(result, Failure):
                for row, packed in result.articles:
                    self.db.add_converted(row, packed)
            self._tell("convert", next(done), total, outcome)
        return failed

    def _failed(self, read: SeedRead, result: Any) -> Entry | None:
        """What is remembered of a seed that could not be converted, or of which items could not be read."""
        if isinstance(result, Failure):
            below = (read.seed, read.seed + SIDECAR)
            names = {path: self.folders.seed_name(path) for path in below}  # as a person knows them
            faults = tuple(replace(one, path=names.get(one.path, one.path)) for one in result.faults)
            entry = Entry(read.seed, faults[0].what, *read.digests, faults=faults)
            return replace(entry, sha256="") if result.again else entry
        name = self.folders.seed_name(read.seed)
        faults = tuple(
            Fault(name, None, f"an item of it cannot be read ({text})", "the others are converted")
            for text in result.lost
        )
        return Entry(read.seed, faults[0].what, faults=faults) if faults else None

    def _decide(self) -> None:
        """Everything about an article that its own seed does not say."""
        zone = ZoneInfo(self.site.timezone)
        # An embargo first: what is held back is no original, and its pictures stay away.
        self.db.change(
            "UPDATE converted SET status = 'withheld' WHERE status IN ('published', 'hidden') AND embargo > ?",
            self.now.astimezone(UTC).isoformat(timespec="seconds"),
        )
        # Then revisions: only the newest version of an item is compared with other items, by its final slug.
        revisions.settle(self.db, zone, self.now.astimezone(zone).date())
        slugs.settle(self.db, self.folders.articles)
        duplicates.settle(self.db, self.folders.articles)

    def _missing(self) -> None:
        """Reports articles that their seed, converted anew, gives no more; they stay."""
        query = """
          SELECT seed, path FROM existing AS e WHERE seed IN (SELECT seed FROM converted)
            AND path NOT IN (SELECT path FROM converted)
            AND NOT EXISTS (SELECT 1 FROM converted WHERE seed = e.seed AND item = e.item) ORDER BY path"""
        self._stay(query, "its seed does not hold it any more")

    def _orphans(self) -> None:
        """Reports articles whose seed is gone, which stay; and, with them, those that wait for a person."""
        query = """
          SELECT seed, path FROM existing WHERE seed != '' AND seed NOT IN (SELECT name FROM seed) ORDER BY path"""
        self._stay(query, "its seed is gone")
        drafts = self.db.rows("SELECT path FROM existing WHERE status = 'draft' ORDER BY path")
        self.report.held = tuple(fault for (path,) in drafts for fault in held(self.folders, path))

    def _stay(self, query: str, why: str) -> None:
        for seed, path in self.db.rows(query):
            name = self.folders.seed_name(seed)
            self.report.add(Outcome("orphan", name, self.folders.article_name(path), why=f"{why}; it stays"))

    def _tell(self, stage: Stage, done: int, total: int, outcome: Outcome | None = None) -> None:
        self.progress(Event(stage, done, total, outcome))
