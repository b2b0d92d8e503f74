"""Seeds to articles: list, convert what is stale, decide about all of it together, write.

The first two stages stream; what they find lies in a `BatchDb` on disk. Decisions are taken on the whole, in the order
of the seeds, so that they are the same however the work was divided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from glose.digest.batch import duplicates, revisions, slugs
from glose.digest.batch.batch_db import BatchDb
from glose.digest.batch.clashes import Terms
from glose.digest.batch.folders import Folders, Site
from glose.digest.batch.kill_log import KillLog, orphan_kill
from glose.digest.batch.report import Event, Outcome, Report
from glose.digest.batch.retractions import Retractions
from glose.digest.batch.scan import Stands, list_articles, list_seeds, selection
from glose.digest.batch.seed_log import Entry, SeedLog
from glose.digest.batch.stale import SeedRead, StaleSeeds, drifted
from glose.digest.batch.waiting import held, orphan
from glose.digest.batch.write_article import finish, take_over_solved
from glose.digest.batch.write_stage import WriteStage
from glose.digest.files.atomic import flush, sweep
from glose.digest.files.safe_read import SIDECAR
from glose.digest.model.errors import Fault
from glose.digest.work import cluster, pool
from glose.digest.work.pool import Call, Failure, Result, Worker

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
    editions: Sequence[str] = (),
    terms: Terms | None = None,
    agencies: Mapping[str, str] | None = None,
    now: datetime,
    progress: Callable[[Event], None] = lambda event: None,
    stands: Callable[[Stands], None] = lambda article: None,
    seconds: float = pool.SECONDS,
) -> Report:
    """Converts what is stale in the folder `seeds` into ``articles/`` below the folder `content`.

    only: files or folders in `seeds`, all when empty. force: convert what is not stale, too; hand edits survive that
    as well. check: report what is stale, write nothing. jobs: processes of this machine, 0 for this one without
    limits. scheduler: address of a Dask scheduler, instead of `jobs`. timezone: the site's (an IANA name). lang: the
    language at the site's root. editions: the site's languages, that one first. terms: gives the slugs of the
    glossary, which a sidecar may name; without it nobody looks. agencies: the house's own, code by name. now: with
    its offset; decides embargoes.
    progress: told how far it has come. stands: told of each article that was there. seconds: time for one seed.

    Raises `DigestError` for folders or a cluster that cannot be used. Whatever is wrong with a seed is in the report.
    """

    folders, site, report = (
        Folders(seeds, content),
        Site(timezone, lang, tuple(editions), agencies or {}),
        Report(),
    )
    seed_log, kills, select = SeedLog(folders), KillLog(folders), selection(folders, only)

    def look(number: int, article: Stands) -> None:
        progress(Event("look", number, 0))
        stands(article)

    def work(calls: Iterable[Call]) -> Iterator[Result]:
        return cluster.run(calls, scheduler, seconds) if scheduler else pool.run(calls, jobs, seconds)

    with closing(BatchDb()) as db:
        list_seeds(db, folders, report)
        broken = list_articles(db, folders, report, look)
        stale = StaleSeeds(db, folders, seed_log, report, select, broken, now, site, force, check)
        retractions = Retractions(db, folders, kills, seed_log, now.astimezone(ZoneInfo(timezone)).date())
        _Batch(stale, retractions, work, progress, terms).run()
    return report


@dataclass(frozen=True, slots=True)
class _Batch:
    """One run."""

    stale: StaleSeeds
    retractions: Retractions
    work: Worker
    progress: Callable[[Event], None]
    terms: Terms | None = None

    def run(self) -> None:
        """Converts and writes, and once more what that makes stale; or only reports what is."""
        db, folders = self.stale.db, self.stale.folders
        stale = replace(self.stale, due=drifted(db) | self.retractions.stale())
        if stale.check:
            self._convert(stale)
        else:
            for folder in (folders.articles, folders.generated, folders.images):
                sweep(folder)
            finish(folders)
            take_over_solved(folders)
            for _ in range(ROUNDS):
                self._round(stale)
                converted = {seed for (seed,) in db.rows("SELECT DISTINCT seed FROM converted")}
                due = drifted(db) | self.retractions.stale()
                left = {seed: why for seed, why in due.items() if seed not in converted}
                if not left:
                    break
                db.clear()
                stale = replace(self.stale, select=left.__contains__, force=False, due=left)
        self._report_waiting()

    def _round(self, stale: StaleSeeds) -> None:
        failed = self._convert(stale)
        writing = WriteStage(stale.db, stale.folders, stale.seed_log, stale.report, stale.site, self.terms)
        if total := next(stale.db.rows("SELECT COUNT(*) FROM converted"))[0]:
            self._decide(stale.db)
            writing.pictures(self.work)
            writing.begin()
            for done, outcome in enumerate(writing.articles(), 1):
                self.progress(Event("write", done, total, outcome))
            writing.end()
            self.retractions.written()
            self._report_missing()
        for entry in failed:  # after what the seed's other items gave
            stale.seed_log.put(entry)
        stale.seed_log.save(stale.db.has_seed)
        self.retractions.log.save(stale.db.has_seed)
        flush(writing.touched)

    def _convert(self, stale: StaleSeeds) -> list[Entry]:
        """Has the stale seeds converted; what they give goes into the database as it comes. What failed of them."""
        total, done = sum(1 for seed, _ in stale.db.seeds() if stale.select(seed)), count(1)
        stale = replace(stale, passed=lambda: self.progress(Event("convert", next(done), total)))
        failed: list[Entry] = []
        for read, result in self.work(stale.calls()):
            outcome = None
            if entry := self._failed(read, result):
                failed.append(entry)
                outcome = stale.fail(entry)
            for row, packed in () if isinstance(result, Failure) else result.articles:
                stale.db.add_converted(row, packed)
            self.progress(Event("convert", next(done), total, outcome))
        return failed

    def _failed(self, read: SeedRead, result: Any) -> Entry | None:
        """What is remembered of a seed that could not be converted, or of which items could not be read."""
        name = self.stale.folders.seed_name(read.seed)
        if isinstance(result, Failure):
            names = {read.seed: name, read.seed + SIDECAR: name + SIDECAR}  # as a person knows them
            faults = tuple(replace(one, path=names.get(one.path, one.path)) for one in result.faults)
            entry = Entry(read.seed, faults[0].what, *read.digests, faults=faults)
            return replace(entry, sha256="") if result.again else entry
        lost = (f"an item of it cannot be read ({text})" for text in result.lost)
        faults = tuple(Fault(name, None, what, "the others are converted") for what in lost)
        return Entry(read.seed, faults[0].what, faults=faults) if faults else None

    def _decide(self, db: BatchDb) -> None:
        """Everything about an article that its own seed does not say."""
        now, zone = self.stale.now, ZoneInfo(self.stale.site.timezone)
        # An embargo first: what is held back is no original, and its pictures stay away.
        db.change(
            "UPDATE converted SET status = 'withheld' WHERE status IN ('published', 'hidden') AND embargo > ?",
            now.astimezone(UTC).isoformat(timespec="seconds"),
        )
        # Then revisions: only the newest version of an item is compared with other items, by its final slug.
        revisions.settle(db, zone, now.astimezone(zone).date())
        self.retractions.keep()  # before copies are looked for, which go with what is taken back
        slugs.settle(db, self.stale.folders, self.stale.site)
        duplicates.settle(db, self.stale.folders.articles)
        self.retractions.find()  # among originals, by their final path

    def _report_missing(self) -> None:
        """Reports articles that their seed, converted anew, gives no more; they stay."""
        query = """
          SELECT seed, path FROM existing AS e WHERE seed IN (SELECT seed FROM converted)
            AND path NOT IN (SELECT path FROM converted)
            AND NOT EXISTS (SELECT 1 FROM converted WHERE seed = e.seed AND item = e.item) ORDER BY path"""
        for seed, path in self.stale.db.rows(query):
            todo = "it stays; delete it, or its keys seed: and converter: to keep it as your own"
            name = self.stale.folders.article_name(path)
            self._report_orphan(seed, Fault(name, None, "its seed does not hold it any more", todo))

    def _report_waiting(self) -> None:
        """Reports articles whose seed is gone, which stay; and what is held back, by whichever run."""
        db, folders = self.stale.db, self.stale.folders
        gone = "SELECT seed, path FROM existing WHERE seed NOT IN (SELECT name FROM seed UNION SELECT '') ORDER BY path"
        for seed, path in db.rows(gone):
            self._report_orphan(seed, orphan(folders, path, seed))
        for kill in self.retractions.orphans():
            self._report_orphan(kill.seed, orphan_kill(folders, kill))
        drafts = db.rows("SELECT path FROM existing WHERE status IN ('draft', 'withheld') ORDER BY path")
        self.stale.report.held = tuple(fault for (path,) in drafts for fault in held(folders, path))

    def _report_orphan(self, seed: str, fault: Fault) -> None:
        name = self.stale.folders.seed_name(seed)
        self.stale.report.add(Outcome("orphan", name, fault.path, why=f"{fault.what}; {fault.todo}"))
