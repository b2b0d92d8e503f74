"""Every file of a site looked at once, in as many processes as there are, and none that is known already."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from glose.digest.check.site.files import Files, Place
from glose.digest.check.site.look import Seen, look
from glose.digest.check.site.memo import Known
from glose.digest.site.value import Fingerprint, pack
from glose.digest.work.pool import Call, Failure, Pool

BATCH = 2_000_000
"""Bytes that are looked at together, so that asking costs nothing beside it."""
MOST = 200
"""Files in one batch."""
FEW = 300
"""Pages for which it is not worth starting processes."""
Looked = tuple[str, str, bytes]
"""A file's name, its SHA-256, and what it tells, packed."""


@dataclass(frozen=True)
class Means:
    """How a site is read. Without any: whole, in this process."""

    processes: int = 1
    memo: Path | None = None
    """Where it stands what the last check saw."""
    version: Fingerprint = b""
    """Of the program: what another one saw does not count."""
    stamp: Callable[[os.stat_result], str] = lambda _: ""
    """What changes when a file is written to; empty where that cannot be told yet."""
    afresh: bool = False
    """Looks at every file, whatever is known."""
    linked: bool = False
    """Whether somebody wants to know the pages' addresses."""
    progress: Callable[[int, int], None] = lambda done, total: None
    """Told how many files are done, of how many."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the files of a site tell."""

    seen: dict[str, Seen]
    """In the order of their names."""
    known: dict[str, Known]
    """What is to be remembered."""
    looked: int
    """How many were looked at now."""


def read_files(files: Files, stamps: Mapping[str, str], before: Mapping[str, Known], means: Means) -> Reading:
    """Looks at what is new since the last time. `stamps`: of all files. `before`: what is known."""
    known: dict[str, Known] = {}
    for name, one in before.items():
        if one.stamp and one.stamp == stamps.get(name):
            known[name] = one
    todo = [name for name in sorted(files.names) if name not in known]
    old = {name: before[name] for name in todo if name in before}
    decode = msgspec.msgpack.Decoder(Seen).decode
    looked = 0
    seen: dict[str, Seen] = {}
    for done, (name, sha256, told) in enumerate(_looked(files, todo, old, means), 1):
        looked += name not in old or old[name].sha256 != sha256
        known[name] = Known(stamps[name], sha256, told)
        seen[name] = decode(told)
        means.progress(done, len(todo))
    for name in known.keys() - seen.keys():
        seen[name] = decode(known[name].seen)
    files.digests.update((name, one.sha256) for name, one in known.items())
    return Reading(dict(sorted(seen.items())), known, looked)


def _looked(files: Files, todo: list[str], old: dict[str, Known], means: Means) -> Iterator[Looked]:
    root = str(files.root)

    def calls(batches: Iterable[list[str]]) -> Iterator[Call]:
        for batch in batches:
            told = [
                (name, old[name].sha256, old[name].seen) if name in old else (name, "", b"") for name in batch
            ]
            yield Call(tuple(batch), batch[0], look_at, (root, files.home, told))

    batches = _batches(files, todo)
    if means.processes < 2 or len(todo) <= FEW:
        for call in calls(batches):
            yield from look_at(*call.arguments)
        return
    with Pool(means.processes, modules=("glose.digest.check.site.look",)) as pool:
        again: list[list[str]] = []
        for names, answer in pool.run(calls(batches)):
            if isinstance(answer, Failure):
                again += ([name] for name in names)
            else:
                yield from answer
        for (name,), answer in pool.run(calls(again)):
            if isinstance(
                answer, Failure
            ):  # this file ends the process that looks at it, or takes all its time
                fault = answer.faults[0]
                wrong = f"page: cannot be looked at: {fault.what}", "look at what it holds, and build again"
                yield name, "", pack(Seen((wrong,)))
            else:
                yield from answer


def look_at(root: str, home: str, known: list[Looked]) -> list[Looked]:
    """Reads files and looks at those whose bytes are not the known ones."""
    place, found = Place(home), []
    for name, before, told in known:
        data = Path(root, name).read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        found.append((name, sha256, told if sha256 == before else pack(look(name, data, place))))
    return found


def _batches(files: Files, names: list[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for name in names:
        batch.append(name)
        size += files.stats[name].st_size
        if size >= BATCH or len(batch) == MOST:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
