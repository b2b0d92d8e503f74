"""What waits for a person, whichever run has left it: failed seeds, articles held back, articles without their seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from glose.digest.batch.existing_articles import UNPUBLISHED, ExistingArticle, header_of, scan
from glose.digest.batch.folders import Folders
from glose.digest.batch.kill_log import KillLog, orphan_kill
from glose.digest.batch.revisions import TAKEN_BACK
from glose.digest.batch.seed_log import SeedLog
from glose.digest.batch.write_article import conflict, conflicts
from glose.digest.files import safe_read
from glose.digest.model.errors import DigestError, Fault


@dataclass(frozen=True, slots=True)
class Waiting:
    """Each with where, why, and what to do."""

    failed: tuple[Fault, ...] = ()
    """Problems: seeds of which something could not be converted, and that nobody has touched since; edits that
    nobody has merged."""
    held: tuple[Fault, ...] = ()
    """No problems: articles that wait to be looked at."""
    orphans: tuple[Fault, ...] = ()
    """No problems: articles whose seed is gone; they stay."""
    drafts: tuple[Fault, ...] = ()
    """No problems: how many articles nobody has published yet, by status."""


def waiting(seeds: Path, content: Path) -> Waiting:
    """What waits in a digest; nothing is converted and nothing written. Raises `DigestError` for a broken log."""
    folders = Folders(seeds, content)
    files = {safe_read.printable(path): path for path in safe_read.walk(seeds)} if seeds.is_dir() else None
    failed: list[Fault] = []
    for seed, entry in sorted(SeedLog(folders).entries.items()):
        if files and seed in files and entry.sha256 in ("", _digest(seeds / files[seed])):
            failed += entry.faults
    failed += (conflict(folders, path) for path in conflicts(folders, solved=False))
    kills = [kill for kill in KillLog(folders) if kill.holds]
    waits: list[Fault] = []
    orphans: list[Fault] = []
    idle: Counter[str] = Counter()
    for found in scan(folders.articles, f"{content.name}/articles"):
        if not isinstance(found, ExistingArticle):
            continue  # which `check.sources` reports
        if found.status in UNPUBLISHED:
            reasons = list(held(folders, found.path))
            waits += reasons
            if not reasons and not found.embargo_until:  # whose hour a build tells
                idle[found.status] += 1
        if files is not None and found.seed and found.seed not in files:
            orphans.append(orphan(folders, found.path, found.seed))
        if found.status in TAKEN_BACK:
            orphans += (
                orphan_kill(folders, kill)
                for kill in kills
                if files is not None and kill.seed not in files and kill.takes_back(found.seed, found.item)
            )
    return Waiting(tuple(failed), tuple(waits), tuple(orphans), tuple(_counted(idle, content)))


def _counted(statuses: Counter[str], content: Path) -> Iterator[Fault]:
    for status, number in sorted(statuses.items()):
        what = f"1 article is {status} and not published"
        if number > 1:
            what = f"{number:,} articles are {status} and not published"
        yield Fault(f"{content.name}/articles", None, what, "write `status: published` into what is ready")


def held(folders: Folders, path: str) -> Iterator[Fault]:
    """Why the article at `path` is held back; nothing when it is not, or when only a person has done that."""
    header = header_of(folders.articles / path)
    if header.get("status") not in UNPUBLISHED:
        return
    for reason in header.get("held", ()):
        yield Fault(folders.article_name(path), None, f"held: {reason}")
    seed = header.get("seed", {}).get("path", "")
    if seed and "date" not in header and header["status"] == "draft":
        sidecar = f"{folders.seed_name(seed)}{safe_read.SIDECAR}"
        todo = f"write the day it was published into {sidecar}, as `date: YYYY-MM-DD`, and run again"
        yield Fault(folders.article_name(path), None, "held: no date is known", todo)


def orphan(folders: Folders, path: str, seed: str) -> Fault:
    """What to do about an article whose seed is gone."""
    what = f"its seed {folders.seed_name(seed)} is gone"
    todo = "put it back, delete the article, or delete its key seed: to keep it as your own"
    return Fault(folders.article_name(path), None, what, todo)


def _digest(file: Path) -> str:
    """Of a seed's bytes; of none when it cannot be read, which the next conversion tells."""
    try:
        return sha256(safe_read.read(file, file.name)).hexdigest()
    except DigestError:
        return "unreadable"
