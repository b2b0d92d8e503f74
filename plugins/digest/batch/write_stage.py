"""The last stage: everything that was made and decided goes into files, and into the report."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.digest.batch import existing_articles, pictures
from plugins.digest.batch.assemble import Site, fields_there, finish
from plugins.digest.batch.atomic import flush
from plugins.digest.batch.batch_db import Ledger
from plugins.digest.batch.folders import Folders
from plugins.digest.batch.pool import Call, Failure, Result
from plugins.digest.batch.report import Outcome, Report
from plugins.digest.batch.revisions import TAKEN_BACK, VISIBLE
from plugins.digest.batch.safe_read import SIDECAR
from plugins.digest.batch.seed_log import Docket, Entry
from plugins.digest.batch.strip_metadata import clean
from plugins.digest.batch.write_article import Plan, place
from plugins.digest.markdown import VERSION
from plugins.digest.model.article import Article, Finding
from plugins.digest.model.errors import DigestError, Fault, SeedError

Worker = Callable[[Iterable[Call]], Iterator[Result]]
"""Does calls somewhere."""

WRITERS = 8
"""Articles that are written at once: most of the time goes into waiting for the disk to say that it has them."""

_UNFINISHED = "it was not finished"


@dataclass(slots=True)
class Delivery:
    """Writes what a `Ledger` holds."""

    ledger: Ledger
    folders: Folders
    docket: Docket
    report: Report
    site: Site
    touched: set[Path] = field(default_factory=set)
    """Folders in which something was written."""
    open: set[str] = field(default_factory=set)
    """Seeds of which an article could not be written, or waits for a person to merge it."""

    def pictures(self, work: Worker) -> None:
        """Copies the pictures of saved pages into content/, clean; those of articles that nobody sees stay away."""
        if not self.ledger.kept("picture != ''"):
            return
        for number, result in work(self._picture_calls()):
            row = self.ledger.made(number)
            if isinstance(result, Failure):
                self._without(number, row["picture"], *result.faults)
                continue
            own = row["path"] != f"{row['slug']}.md"  # a translation, which shares its slug
            folder = Path(row["path"]).stem if own else row["slug"]
            path = pictures.destination(row["picture"], result, folder)
            try:
                pictures.keep(self.folders.content, path, result)
            except DigestError as error:
                self._without(number, row["picture"], *error.faults)
            else:
                self.ledger.decide(number, src=path)
                self.touched.add((self.folders.content / path).parent)

    def _picture_calls(self) -> Iterator[Call]:
        for number in self.ledger.kept("picture != ''"):
            row = self.ledger.made(number)
            name = self.folders.seed_name(row["seed"])
            if row["status"] not in VISIBLE:
                fault = Fault(name, None, "is not published, and neither is its picture")
                self._without(number, row["picture"], fault)
                continue
            try:
                data = pictures.read(self.folders.seeds, self.ledger.file(row["seed"]), row["picture"], name)
            except SeedError as error:
                self._without(number, row["picture"], *error.faults)
            else:
                yield Call(number, name, clean, (data, name), len(data))

    def _without(self, number: int, source: str, *faults: Fault) -> None:
        notes = (Finding("picture", source, str(fault), 0.6, dropped=True) for fault in faults)
        self.ledger.decide(number, *notes)

    def begin(self) -> None:
        """Marks the seeds that give several articles, so that a crash among them is seen at the next run."""
        for row in self.ledger.rows("SELECT seed FROM made GROUP BY seed HAVING COUNT(*) > 1"):
            self.docket.put(Entry(row["seed"], _UNFINISHED))
        self.docket.save(self.ledger.has_seed)

    def articles(self) -> Iterator[Outcome]:
        """Writes the articles, by seed; what became of each. Several are on their way to the disk at once."""
        waiting: deque[tuple[sqlite3.Row, Plan, Future[Outcome]]] = deque()
        with ThreadPoolExecutor(WRITERS) as writers:
            for number in self.ledger.kept():
                row = self.ledger.made(number)
                try:
                    plan = self._plan(row)
                except DigestError as error:
                    self.open.add(row["seed"])
                    name = self.folders.seed_name(row["seed"])
                    yield self._told(Outcome("failed", name, why=error.faults[0].what, faults=error.faults))
                    continue
                waiting.append((row, plan, writers.submit(place, self.folders, plan)))
                if len(waiting) > WRITERS:
                    yield self._placed(*waiting.popleft())
            while waiting:
                yield self._placed(*waiting.popleft())

    def _plan(self, row: sqlite3.Row) -> Plan:
        article, text = finish(self.ledger, self.folders, row, self.site)
        gone = ""
        if row["known"] and (row["picture"] or article.status in TAKEN_BACK):
            before = fields_there(self.folders, row["known"]).get("image", {}).get("src", "")
            gone = before if before != article.image.src else ""
        outcome = Outcome(
            "written",
            self.folders.seed_name(row["seed"]),
            self.folders.name(self.folders.articles / row["path"]),
            status=article.status,
            variant_of=article.variant_of,
            faults=tuple(self._faults(article, row["seed"])),
            findings=article.findings,
        )
        return Plan(outcome, row["path"], text, gone)

    def _placed(self, row: sqlite3.Row, plan: Plan, future: Future[Outcome]) -> Outcome:
        outcome = future.result()
        for folder in (self.folders.articles, self.folders.generated):
            self.touched.add((folder / plan.path).parent)
        if outcome.kind in ("written", "merged", "unchanged"):
            self._remember(row, plan.text)
            try:
                pictures.take_back(self.folders.content, plan.gone)
            except DigestError as error:
                outcome = replace(outcome, faults=outcome.faults + error.faults)
        else:
            self.open.add(row["seed"])
        return self._told(outcome)

    def _told(self, outcome: Outcome) -> Outcome:
        self.report.add(outcome)
        return outcome

    def _faults(self, article: Article, seed: str) -> Iterator[Fault]:
        """What a person has to do about an article that is converted."""
        path = self.folders.seed_name(seed) + SIDECAR
        original = "SELECT 1 FROM known WHERE slug = ? UNION SELECT 1 FROM made WHERE slug = ?"
        if article.variant_of and not self.ledger.one(original, article.variant_of, article.variant_of):
            what = f"variant_of: no article has the slug {article.variant_of}"
            yield Fault(path, None, what, "write that of the original, or delete the key")
        if article.date is None:
            todo = "write the day it was published into that file, as `date: YYYY-MM-DD`, and run again"
            yield Fault(path, None, "no date is known, so the article is a draft", todo)

    def _remember(self, row: sqlite3.Row, text: str) -> None:
        """What is known of the article from now on, and of the seed from which another took it over."""
        there = self.ledger.one("SELECT * FROM known WHERE path = ?", row["known"])
        self.ledger.put_known(existing_articles.facts(text.encode(), row["path"], row["path"]))
        if there and there["seed"] != row["seed"] and self.ledger.has_seed(there["seed"]):
            why = f"an older version of {row['seed']}"
            digests = there["sha256"], there["sidecar"]
            self.docket.put(Entry(there["seed"], why, *digests, VERSION, row["seed"]))

    def end(self, unfinished: Iterable[str]) -> None:
        """Reports what was set aside, and settles the docket. `unfinished`: seeds of which an item is missing."""
        for row in self.ledger.rows("SELECT DISTINCT seed FROM made"):
            self.docket.drop(row["seed"])
        for row in list(self.ledger.rows("SELECT * FROM made WHERE aside != '' ORDER BY seed, position")):
            name = self.folders.seed_name(row["seed"])
            self.report.add(Outcome("set aside", name, why=row["aside"], findings=self.ledger.notes(row)))
            if self.ledger.one("SELECT 1 FROM made WHERE seed = ? AND aside = ''", row["seed"]) is None:
                self._settle(row, row["aside"], row["instead"])
        behind = """
          SELECT made.* FROM made JOIN known USING (seed) WHERE known.sha256 != made.sha256
            OR known.sidecar != made.sidecar OR known.version != ? GROUP BY seed"""
        for row in list(self.ledger.rows(behind, VERSION)):
            if row["seed"] not in self.open and row["seed"] not in self.docket.entries:
                self._settle(row, "it gives fewer articles than before")
        several = "SELECT 1 FROM made WHERE seed = ? LIMIT 1 OFFSET 1"
        for seed in (*unfinished, *(seed for seed in self.open if self.ledger.one(several, seed))):
            self.docket.put(Entry(seed, _UNFINISHED))
        self.docket.save(self.ledger.has_seed)
        flush(self.touched)

    def _settle(self, row: sqlite3.Row, why: str, instead: str = "") -> None:
        """Notes that nothing is to be done about a seed as it is now."""
        self.docket.put(Entry(row["seed"], why, row["sha256"], row["sidecar"], VERSION, instead))
