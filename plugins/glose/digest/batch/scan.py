"""What is there before anything is converted: seeds, and articles with the seeds that they were made from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath

from glose.digest.batch import existing_articles
from glose.digest.batch.batch_db import BatchDb
from glose.digest.batch.folders import Folders
from glose.digest.batch.report import Kind, Outcome, Report
from glose.digest.files import safe_read
from glose.digest.model.errors import DigestError, Fault

Stands = existing_articles.ExistingArticle | existing_articles.BrokenArticle
Selection = Callable[[str], bool]
"""Whether a seed of this name is to be looked at."""


def list_seeds(db: BatchDb, folders: Folders, report: Report) -> None:
    """Takes in the names of all seeds; raises `DigestError` when their folder is not there."""
    if not folders.seeds.is_dir():
        raise DigestError(Fault(str(folders.seeds), None, "is no folder", "make it, and put seeds into it"))
    for path in safe_read.walk(folders.seeds):
        name = folders.seed_name(safe_read.printable(path))
        if path.endswith(safe_read.SIDECAR):
            if not os.path.lexists(folders.seeds / path.removesuffix(safe_read.SIDECAR)):
                todo = "a sidecar is named like its seed, in full, with .meta.yaml behind"
                report.add(refused("orphan", name, Fault(name, None, "there is no such seed", todo)))
        elif not db.add_seed(safe_read.printable(path), PurePath(path)):
            what = "has the name of another seed, written with other code points"
            report.add(refused("failed", name, Fault(name, None, what, "rename one")))


def list_articles(
    db: BatchDb, folders: Folders, report: Report, progress: Callable[[int, Stands], None]
) -> frozenset[str]:
    """Takes in the articles that are there, telling of each; the seeds of those that cannot be understood."""
    broken = set()
    for number, found in enumerate(
        existing_articles.scan(folders.articles, f"{folders.content.name}/articles"), 1
    ):
        progress(number, found)
        if isinstance(found, existing_articles.ExistingArticle):
            db.existing.add(found)
            continue
        broken.add(found.seed)
        where, why = folders.article_name(found.path), "the article cannot be understood"
        report.add(Outcome("failed", folders.seed_name(found.seed), where, why=why, faults=found.faults))
    twice = """
      SELECT one.path, two.path, one.seed FROM existing AS one JOIN existing AS two USING (seed, item)
      WHERE one.seed != '' AND two.seed != '' AND one.path < two.path ORDER BY two.path"""
    for first, again, seed in db.rows(twice):
        where, what = folders.article_name(again), f"is made from the same seed as {first}"
        fault = Fault(where, None, what, "delete one, or its keys seed: and converter:")
        report.add(Outcome("failed", folders.seed_name(seed), where, why=what, faults=(fault,)))
    _list_adopted(db, folders)
    return frozenset(broken - {""})


def _list_adopted(db: BatchDb, folders: Folders) -> None:
    """Takes in which articles without `seed:` had one: a generated text lies at their path, or, since they have been
    moved, at one without an article, with their slug and language."""
    if not folders.generated.is_dir():
        return
    without = {(there.slug, there.lang): there.path for there in db.existing.find("seed = ''")}
    paths = set(without.values())
    for path in safe_read.walk(folders.generated) if without else ():
        if not path.endswith(".md") or (path not in paths and (folders.articles / path).exists()):
            continue
        try:
            data = safe_read.read(folders.generated / path, path, existing_articles.MAX_BYTES)
            was = existing_articles.facts(data, path, path)
        except safe_read.UnreadableError:
            raise
        except DigestError:
            continue
        if own := path if path in paths else without.get((was.slug, was.lang)):
            db.change(
                "INSERT INTO adopted VALUES (?, ?, ?, ?, ?)", own, was.seed, was.item, was.sha256, was.story
            )


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
    return lambda seed: not wanted.isdisjoint(_itself_and_above(seed))


def _itself_and_above(seed: str) -> Iterator[str]:
    yield seed
    while "/" in seed:
        seed = seed.rpartition("/")[0]
        yield seed


def refused(kind: Kind, name: str, *faults: Fault) -> Outcome:
    """What a seed is reported as that was not converted."""
    return Outcome(kind, name, why=faults[0].what, faults=faults)
