"""Takes back what a kill in plain text names, and keeps it taken back until a person publishes it.

The kill itself gives no article once it has found its story; before that it is held, and asked again whenever
something new comes in. What is taken back keeps its address and its title, as with a wire's kill.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from glose.digest.batch.batch_db import BatchDb
from glose.digest.batch.convert_seed import ConvertedArticle
from glose.digest.batch.existing_articles import ExistingArticle
from glose.digest.batch.folders import Folders
from glose.digest.batch.kill_log import Kill, KillLog, Target
from glose.digest.batch.revisions import VISIBLE, withdrawal
from glose.digest.batch.seed_log import Entry, SeedLog
from glose.digest.files.atomic import remove
from glose.digest.markdown import VERSION
from glose.digest.model.article import KILL, Correction, Finding

LIFTED = "its retraction was lifted by hand"
TAKEN_BACK = "it was taken back"


@dataclass(frozen=True, slots=True)
class Retractions:
    """The kills of one run, new and remembered, beside its articles."""

    db: BatchDb
    folders: Folders
    log: KillLog
    seed_log: SeedLog
    today: date

    def stale(self) -> dict[str, str]:
        """Why seeds have to be converted for a kill, by seed: their article is readable though it was taken back, or
        empty though a person has published it."""
        found: dict[str, str] = {}
        for kill in self.log:
            there = self._there(kill)
            if kill.holds and there and there.status in VISIBLE:
                found[there.seed] = LIFTED if _lifted(kill, there) else TAKEN_BACK
        return found

    def keep(self) -> None:
        """Takes back, once more, what was converted though a remembered kill holds it; collects the new kills."""
        for kill in self.log:
            if kill.holds and kill.target:
                for row in list(self._converted(kill.target)):
                    self._hold(kill, row)
        for row in list(self.db.converted.find("kill != '' AND status = 'withheld' AND aside = ''")):
            new = Kill(row.seed, row.sha256, row.sidecar, row.kill, row.source, row.date, row.days)
            known = self.log.kills.get((row.seed, row.sha256))
            if known is None or known.state == "open":
                self.log.put(new)
            elif known.target:
                self._set_aside(row.id, known.target)

    def find(self) -> None:
        """Takes back what the open kills name; leaves one open that names nothing here, or several articles."""
        opened = [kill for kill in self.log if kill.state == "open"]
        if not opened:
            return
        from glose.digest.batch.kill_names import (  # with all that newsrooms say: few days need it
            Candidate,
            Naming,
        )

        namings = [Naming(kill) for kill in opened]
        named: list[list[ConvertedArticle | ExistingArticle]] = [[] for _ in namings]
        for one in self._candidates():
            candidate = Candidate(one.title, one.slug, one.item, one.seed, one.source, one.date[:10])
            for naming, found in zip(namings, named, strict=True):
                if naming.names(candidate):
                    found.append(one)
        for naming, found in zip(namings, named, strict=True):
            self._settle(naming.kill, found)

    def written(self) -> None:
        """Marks what is taken back by now, and removes what the kills gave before they found it."""
        for kill in self.log:
            there = self._there(kill)
            if kill.state == "found" and there and there.status not in VISIBLE:
                self.log.put(replace(kill, state="done"))
            if kill.target and kill.seed not in self.seed_log.entries:
                why = self._why(kill.target)
                self.seed_log.put(Entry(kill.seed, why, kill.sha256, kill.sidecar, VERSION))
            for own in list(self.db.existing.find("seed = ?", kill.seed)) if kill.target else ():
                if own.status == "withheld" and not own.edited:
                    remove(self.folders.articles / own.path)
                    remove(self.folders.generated / own.path)
                    self.db.change("DELETE FROM existing WHERE path = ?", own.path)

    def orphans(self) -> Iterator[Kill]:
        """Kills whose seed is gone while what they took back is here."""
        for kill in self.log:
            if kill.holds and not self.db.has_seed(kill.seed) and self._there(kill):
                yield kill

    def _settle(self, kill: Kill, found: list[ConvertedArticle | ExistingArticle]) -> None:
        row = self.db.converted.first("seed = ? AND sha256 = ? AND kill != ''", kill.seed, kill.sha256)
        if len(found) != 1 or not self.db.has_seed(found[0].seed):
            if found and row:
                self.db.note(row.id, Finding(KILL, "", self._doubt(found), 0.3, holds=True))
            return
        (article,) = found
        on = kill.day or self.today.isoformat()
        target = Target(
            article.path, article.seed, article.item, article.sha256, article.story, article.sidecar, on
        )
        kill = replace(kill, state="found", target=target)
        self.log.put(kill)
        if row:
            self._set_aside(row.id, target)
        for one in list(self._converted(target)):
            self._hold(kill, one)

    def _doubt(self, found: list[ConvertedArticle | ExistingArticle]) -> str:
        names = ", ".join(sorted(self.folders.article_name(one.path) for one in found))
        why = "more than one article" if len(found) > 1 else "an article without a seed"
        return f"names {why} ({names}): set `status: retracted` where it is meant and delete this seed"

    def _hold(self, kill: Kill, row: ConvertedArticle) -> None:
        """Takes an article back: one that nobody has seen leaves no page."""
        target = kill.target
        if target is None or row.retracts or row.kill:
            return
        there = self.db.existing.first("path = ?", row.replaces)
        if (row.released and row.sidecar != target.sidecar) or (there and _lifted(kill, there)):
            self.log.put(replace(kill, state="lifted"))
            return
        seen = there.status in VISIBLE | {"retracted"} if there else row.status in VISIBLE
        status = "retracted" if seen and row.date else "withheld" if row.date else "draft"
        message = f"taken back by {self.folders.seed_name(kill.seed)}: set `status: published` to show it all the same"
        self.db.note(row.id, Finding(KILL, row.title, message, 0.9, holds=True))
        notice = Correction(date.fromisoformat(target.on), withdrawal(row.lang)) if seen else None
        self.db.converted.change(row.id, status=status, retracts=row.id, correction=notice)
        self.log.put(
            replace(
                kill,
                target=replace(
                    target, seed=row.seed, item=row.item, sha256=row.sha256, path=row.path or target.path
                ),
            )
        )

    def _set_aside(self, number: int, target: Target) -> None:
        self.db.converted.change(number, aside=self._why(target))

    def _why(self, target: Target) -> str:
        return f"takes back {self.folders.article_name(target.path)}"

    def _there(self, kill: Kill) -> ExistingArticle | None:
        target = kill.target
        if target is None:
            return None
        return self.db.existing.first("seed = ? AND item = ?", target.seed, target.item)

    def _converted(self, target: Target) -> Iterator[ConvertedArticle]:
        condition = """
          aside = '' AND (seed = ?1 AND item = ?2 OR sha256 = ?3 AND item = ?2 OR story = ?4 AND story != '')"""
        values = (target.seed, target.item, target.sha256, target.story)
        return self.db.converted.find(condition, *values, order="seed, position")

    def _candidates(self) -> Iterator[ConvertedArticle | ExistingArticle]:
        """Every article that is an original, by its newest version; no kill is one."""
        kills = {kill.seed for kill in self.log}
        yield from self.db.converted.find(
            "aside = '' AND variant_of = '' AND kill = ''", order="seed, position"
        )
        there = "variant_of = '' AND path NOT IN (SELECT replaces FROM converted WHERE aside = '')"
        yield from (one for one in self.db.existing.find(there, order="path") if one.seed not in kills)


def _lifted(kill: Kill, there: ExistingArticle) -> bool:
    """True where a person has published what was taken back."""
    return kill.state == "done" and there.edited and there.status in VISIBLE
