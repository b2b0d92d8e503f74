"""The last stage: everything that was converted and decided goes into files, and into the report."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from glose.digest.batch import existing_articles
from glose.digest.batch.assemble import assemble
from glose.digest.batch.batch_db import BatchDb
from glose.digest.batch.clashes import Terms, taken_aliases, wrong_names
from glose.digest.batch.convert_seed import ConvertedArticle
from glose.digest.batch.folders import Folders, Site
from glose.digest.batch.report import Outcome, Report
from glose.digest.batch.revisions import TAKEN_BACK, VISIBLE
from glose.digest.batch.seed_log import Entry, SeedLog
from glose.digest.batch.write_article import Plan, named, write_article
from glose.digest.files import pictures
from glose.digest.files.safe_read import SIDECAR, UnreadableError
from glose.digest.files.strip_metadata import clean
from glose.digest.markdown import VERSION, parse
from glose.digest.model.article import Article, Finding
from glose.digest.model.errors import DigestError, Fault, SeedError
from glose.digest.model.limits import PICTURES
from glose.digest.work.pool import Call, Failure, Worker

WRITERS = 8
"""Articles that are written at once: most of the time goes into waiting for the disk to say that it has them."""


@dataclass(slots=True)
class WriteStage:
    """Writes what a `BatchDb` holds."""

    db: BatchDb
    folders: Folders
    seed_log: SeedLog
    report: Report
    site: Site
    terms: Terms | None = None
    touched: set[Path] = field(default_factory=set)
    """Folders in which something was written."""
    refused: dict[int, tuple[Fault, ...]] = field(default_factory=dict)
    """Articles whose picture the system refused to read or write: with it they are written at the next run."""
    open: set[str] = field(default_factory=set)
    """Seeds of which an article could not be written, or waits for a person to merge it."""

    def pictures(self, work: Worker) -> None:
        """Copies the pictures of saved pages into content/, clean; those of articles that nobody sees stay away."""
        if not self.db.kept("pictured"):
            return
        for key, result in work(self._picture_calls()):
            number, place = divmod(key, PICTURES)
            row = self.db.converted.get(number)
            name = row.pictures[place]
            if isinstance(result, Failure):
                self._without(row, name, *result.faults)
                continue
            own = row.path != f"{row.slug}.md"  # a translation, which shares its slug
            path = pictures.destination(name, result, Path(row.path).stem if own else row.slug)
            try:
                pictures.keep(self.folders.content, path, result)
            except DigestError as error:
                self.refused[number] = tuple(named(self.folders, fault) for fault in error.faults)
            else:
                self.db.converted.change(number, copied=(*row.copied, (name, path)))
                self.touched.add((self.folders.content / path).parent)

    def _picture_calls(self) -> Iterator[Call]:
        for number in self.db.kept("pictured"):
            row = self.db.converted.get(number)
            seed = self.folders.seed_name(row.seed)
            shown = row.status in VISIBLE or self._published_by_hand(row)
            for place, name in enumerate(row.pictures):
                if name and not shown:
                    self._without(
                        row, name, Fault(seed, None, "is not published, and neither is its picture")
                    )
                elif name:
                    try:
                        data = pictures.read(self.folders.seeds, self.db.file(row.seed), name, seed)
                    except UnreadableError as error:
                        self.refused[number] = error.faults
                    except SeedError as error:
                        self._without(row, name, *error.faults)
                    else:
                        yield Call(number * PICTURES + place, seed, clean, (data, seed))

    def _published_by_hand(self, row: ConvertedArticle) -> bool:
        """True when a person has looked at what the converter holds back."""
        there = self.db.existing.first("path = ?", row.replaces) if row.status == "draft" else None
        return there is not None and there.status in VISIBLE

    def _without(self, row: ConvertedArticle, name: str, *faults: Fault) -> None:
        self.db.note(row.id, *(Finding("picture", name, str(fault), 0.6, dropped=True) for fault in faults))

    def begin(self) -> None:
        """Marks the seeds that give several articles, so that a crash among them is seen at the next run."""
        for (seed,) in self.db.rows("SELECT seed FROM converted GROUP BY seed HAVING COUNT(*) > 1"):
            self._unfinished(seed)
        self.seed_log.save(self.db.has_seed)

    def articles(self) -> Iterator[Outcome]:
        """Writes the articles, by seed; what became of each. Several are on their way to the disk at once."""
        waiting: deque[tuple[ConvertedArticle, Plan, Future[Outcome]]] = deque()
        taken = taken_aliases(self.db, self.folders, self.site)
        with ThreadPoolExecutor(WRITERS) as writers:
            for number in self.db.kept():
                row = self.db.converted.get(number)
                try:
                    plan = self._plan(row, taken.get(row.path, ()) + self.refused.get(number, ()))
                except DigestError as error:
                    self.open.add(row.seed)
                    name = self.folders.seed_name(row.seed)
                    yield self._told(Outcome("failed", name, why=error.faults[0].what, faults=error.faults))
                    continue
                waiting.append((row, plan, writers.submit(write_article, self.folders, plan)))
                if len(waiting) > WRITERS:
                    yield self._written(*waiting.popleft())
            while waiting:
                yield self._written(*waiting.popleft())

    def _plan(self, row: ConvertedArticle, wrong: tuple[Fault, ...]) -> Plan:
        """What is to be written. Raises `DigestError` for what a build could not read, or would stop at."""
        article, text = assemble(self.db, self.folders, row, self.site)
        seed = self.folders.seed_name(row.seed)
        wrong += (*self._wrong_names(article, row, seed + SIDECAR),)
        if wrong:
            raise SeedError(*wrong)
        parse(text, seed)
        before: frozenset[str] = frozenset()
        if row.replaces and (row.pictured or article.status in TAKEN_BACK):
            before = pictures.named_in(self.folders.articles / row.replaces)
        outcome = Outcome(
            "written",
            seed,
            self.folders.article_name(row.path),
            status=article.status,
            variant_of=article.variant_of,
            findings=article.findings,
        )
        return Plan(outcome, row.path, text, before)

    def _wrong_names(self, article: Article, row: ConvertedArticle, sidecar: str) -> Iterator[Fault]:
        """What an article names and nobody has."""
        yield from wrong_names(article, bool(row.copied), sidecar, self.folders, self.terms)
        original = "SELECT 1 FROM existing WHERE slug = ?1 UNION SELECT 1 FROM converted WHERE slug = ?1"
        if article.variant_of and not any(self.db.rows(original, article.variant_of)):
            what = f"variant_of: no article has the slug {article.variant_of}"
            todo = "write that of the original, or delete the key"
            yield Fault(sidecar, None, what, todo)

    def _written(self, row: ConvertedArticle, plan: Plan, future: Future[Outcome]) -> Outcome:
        outcome = future.result()
        for folder in (self.folders.articles, self.folders.generated):
            self.touched.add((folder / plan.path).parent)
        if outcome.kind in ("written", "merged", "unchanged"):
            self._remember(row, plan, outcome)
            try:
                gone = plan.before and plan.before - pictures.named_in(self.folders.articles / plan.path)
                for path in sorted(gone):
                    pictures.take_back(self.folders.content, path)
            except DigestError as error:
                outcome = replace(outcome, faults=outcome.faults + error.faults)
        else:
            self.open.add(row.seed)
        return self._told(outcome)

    def _told(self, outcome: Outcome) -> Outcome:
        self.report.add(outcome)
        return outcome

    def _remember(self, row: ConvertedArticle, plan: Plan, outcome: Outcome) -> None:
        """What is known of the article from now on, and of the seed from which another took it over."""
        there = self.db.existing.first("path = ?", row.replaces)
        facts = existing_articles.facts(plan.text.encode(), row.path, row.path)
        self.db.existing.add(replace(facts, status=outcome.status))
        if there and there.seed != row.seed and self.db.has_seed(there.seed):
            why = f"an older version of {row.seed}"
            self.seed_log.put(Entry(there.seed, why, there.sha256, there.sidecar, VERSION, row.seed))

    def end(self) -> None:
        """Reports what was set aside, and brings the log up to date."""
        for (seed,) in self.db.rows("SELECT DISTINCT seed FROM converted"):
            self.seed_log.drop(seed)
        for row in self.db.converted.find("aside != ''", order="seed, position"):
            name = self.folders.seed_name(row.seed)
            self.report.add(Outcome("set aside", name, why=row.aside, findings=row.notes))
            if self.db.converted.first("seed = ? AND aside = ''", row.seed) is None:
                self._settle(row, row.aside, row.instead)
        behind = """
          seed IN (SELECT e.seed FROM existing AS e WHERE e.seed = converted.seed AND (e.sha256 != converted.sha256
            OR e.sidecar != converted.sidecar OR e.version != ?)) GROUP BY seed"""
        for row in self.db.converted.find(behind, VERSION):
            if row.seed not in self.open and row.seed not in self.seed_log.entries:
                self._settle(row, "it gives fewer articles than before")
        for seed in self.open:
            if any(self.db.rows("SELECT 1 FROM converted WHERE seed = ? LIMIT 1 OFFSET 1", seed)):
                self._unfinished(seed)

    def _unfinished(self, seed: str) -> None:
        self.seed_log.put(Entry(seed, "it was not finished"))

    def _settle(self, row: ConvertedArticle, why: str, instead: str = "") -> None:
        """Notes that nothing is to be done about a seed as it is now."""
        self.seed_log.put(Entry(row.seed, why, row.sha256, row.sidecar, VERSION, instead))
