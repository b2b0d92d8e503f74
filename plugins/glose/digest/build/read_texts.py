"""The articles and pages: what was changed is read, what a changed term may stand in is marked again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from glose.digest.build.hands import Crew, Task
from glose.digest.build.house import House
from glose.digest.build.mark import NO_NOTES, mark
from glose.digest.build.noting import Own
from glose.digest.build.parse import read_text
from glose.digest.build.read_annotations import Annotations
from glose.digest.build.read_terms import Terms
from glose.digest.build.records import NotesRecord, Parsed, Record
from glose.digest.build.shared import Shared
from glose.digest.build.sources import FOLDERS, Found, Sources, read
from glose.digest.build.state import DamagedError, State, decode, mark_of, seal
from glose.digest.build.warm import Warm
from glose.digest.build.words import may_mention, words_of
from glose.digest.glossary import Glossary, Term
from glose.digest.model.errors import BoundError, DigestError, Fault
from glose.digest.site.values import Fingerprint, fingerprint, pack
from glose.digest.work.bounded import bounded

LIGHT = 3
"""How many texts are marked again in the time in which one is read."""


class Job(NamedTuple):
    """A text to read, or, where `parsed` is what its file gave before, to mark again."""

    file: str
    path: str
    raw: bytes
    parsed: bytes = b""
    record: bytes = b""
    own: Own = NO_NOTES
    """The editors' notes on it."""


class Done(NamedTuple):
    """What became of it."""

    file: str
    record: bytes = b""
    parsed: bytes = b""
    words: bytes | None = None
    """None for what was marked again, whose file has not changed."""
    values: tuple[tuple[Fingerprint, bytes], ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Kit(Task[Job, Done]):
    """What every job needs."""

    stage = "texts"

    terms: tuple[bytes, ...]
    house: House
    warm: Warm = field(default_factory=Warm, compare=False)
    """It stays in this process."""
    glossary: Glossary | None = field(default=None, compare=False)
    """Of the same terms; it stays, too."""

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "warm": Warm(), "glossary": None}

    def prepare(self) -> Callable[[Job], Done]:
        """Compiles the glossary, once in each process."""
        return self.warm.kept("reader", fingerprint((self.terms, repr(self.house))), self._reader)

    def _reader(self) -> Reader:
        return Reader(self.glossary or Glossary(decode(term, Term) for term in self.terms), self.house)


class Reader:
    """Reads texts. Pure: the same job gives the same answer anywhere."""

    def __init__(self, glossary: Glossary, house: House) -> None:
        self.glossary, self.house = glossary, house
        self.index = glossary.index  # compiled now: no text's time
        self.zone = ZoneInfo(house.timezone)

    def __call__(self, job: Job) -> Done:
        """One job done; what is wrong in the file is in the answer, and that it costs too much."""
        try:
            with bounded(job.path):
                return self._done(job)
        except BoundError as error:
            words = None if job.parsed else b""
            return Done(job.file, pack(_left_out(job, error.faults[0])), b"", words)
        except DigestError as error:
            return Done(job.file, faults=error.faults)

    def _done(self, job: Job) -> Done:
        if job.parsed:
            record, parsed = decode(job.record, Record), decode(job.parsed, Parsed)
            made = mark(record, parsed, self.glossary, self.house, job.own)
            return Done(job.file, pack(made.record), job.parsed, None, tuple(made.values.items()))
        record, text = read_text(job.raw, job.file, job.path, self.zone, drafts=self.house.unpublished)
        if text is None:
            return Done(job.file, pack(record), b"", b"")
        made = mark(record, text, self.glossary, self.house, job.own)
        words = words_of(text, made.searched).encode()
        return Done(job.file, pack(made.record), pack(text), words, tuple(made.values.items()))


def _left_out(job: Job, why: Fault) -> Record:
    sha = decode(job.record, Record).sha if job.parsed else fingerprint(job.raw)
    todo = f"{why.todo}, here or in {job.own.path}" if job.own.path else why.todo
    told = f"{why.what}, and is left out", todo
    page = job.file.startswith("pages/")
    return Record(job.file, sha, page, "", None, "", shown=False, embargo="", day="", left_out=told)


class Texts(NamedTuple):
    """The texts of one build."""

    records: list[Record]
    """In the order of the files."""
    marks: dict[str, Fingerprint]
    """Of each record."""
    read: int
    """How many are not as they were."""


def read_texts(
    found: Found,
    sources: Sources,
    terms: Terms,
    annotations: Annotations,
    state: State,
    faults: list[Fault],
    crew: Crew,
    warm: Warm,
) -> Texts:
    """Every text."""
    known: dict[str, tuple[str, Fingerprint]] = {}
    records: dict[str, Record] = {}
    marks: dict[str, Fingerprint] = {}
    for folder in FOLDERS:
        rows = state.run(
            "select path, stamp, record from source where path >= ? and path < ?", f"{folder}/", f"{folder}0"
        )
        for path, stamp, data in rows:
            record = records[path] = warm.record(path, data)
            marks[path] = mark_of(data)
            if record.file != path:
                raise DamagedError
            known[path] = stamp.decode(errors="replace") if isinstance(stamp, bytes) else "", record.sha
    gone = known.keys() - found.texts.keys()
    for file in gone:
        state.run("delete from source where path=?", file)
        del records[file]
    owners = annotations.owners(records.values())
    jobs = _changed(found, known, sources, state, records, faults)
    jobs += _marked_again({job.file for job in jobs}, records, terms, sources, state)
    own = (
        annotations.own(owners.get(job.file)) if job.file in records else annotations.guess(job.file)
        for job in jobs
    )
    jobs = [job._replace(own=one) for job, one in zip(jobs, own, strict=True)]
    shared = Shared()
    kit = Kit(terms.packed, House.of(sources.settings), warm, terms.glossary)

    def do(jobs: list[Job]) -> int:
        weight = ceil(sum(1 / LIGHT if job.parsed else 1 for job in jobs))
        for answer in crew.do(kit, _laden(jobs, sources, faults), weight, lambda job: job.path, len(jobs)):
            done = answer if isinstance(answer, Done) else Done(answer[0].file, faults=answer[1].faults)
            if done.faults:
                faults.extend(done.faults)
                records.pop(done.file, None)
                state.run("delete from source where path=?", done.file)
                continue
            records[done.file] = shared.record(decode(done.record, Record))
            marks[done.file] = fingerprint(done.record)
            _keep(done, found.texts[done.file], state)
        return len(jobs)

    count = len(gone) + do(jobs)
    # Whose notes are whose can be told now: every slug and language is known.
    count += do(_noted_anew(annotations.owners(records.values(), faults), records, annotations, state))
    return Texts([records[file] for file in found.texts if file in records], marks, count)


def _noted_anew(
    owners: Mapping[str, NotesRecord],
    records: Mapping[str, Record],
    annotations: Annotations,
    state: State,
) -> list[Job]:
    """The articles whose notes are others than those that they were marked with."""
    jobs: list[Job] = []
    for file, record in records.items():
        notes = owners.get(file)
        if record.article and record.notes != (notes.sha if notes else b""):
            own, parsed = annotations.own(notes), state.cell(file, "parsed")
            jobs.append(Job(file, annotations.sources.path(file), b"", parsed, pack(record), own))
    return jobs


def _changed(
    found: Found,
    known: Mapping[str, tuple[str, Fingerprint]],
    sources: Sources,
    state: State,
    records: dict[str, Record],
    faults: list[Fault],
) -> list[Job]:
    """The texts whose bytes are not those that the state knows."""
    jobs: list[Job] = []
    for file, stamp in found.texts.items():
        before = known.get(file)
        if before is None:
            jobs.append(Job(file, sources.path(file), b""))  # a whole archive is not held in memory
            continue
        if stamp and before[0] == stamp:
            continue
        try:
            raw = read(sources.content / file, sources.path(file))
        except DigestError as error:
            faults += error.faults
            records.pop(file, None)
            state.run("delete from source where path=?", file)  # or it would miss what terms become meanwhile
            continue
        if fingerprint(raw) == before[1]:
            state.run("update source set stamp=? where path=?", stamp.encode(), file)
        else:
            jobs.append(Job(file, sources.path(file), raw))
    return jobs


def _laden(jobs: Iterable[Job], sources: Sources, faults: list[Fault]) -> Iterator[Job]:
    """The jobs with the bytes of their files, each read when its turn comes; without those that cannot be."""
    for job in jobs:
        try:
            yield (
                job if job.raw or job.parsed else job._replace(raw=read(sources.content / job.file, job.path))
            )
        except DigestError as error:
            faults += error.faults


def _marked_again(
    read: set[str], records: Mapping[str, Record], terms: Terms, sources: Sources, state: State
) -> list[Job]:
    """The texts that hold a changed term, or may hold one of its names."""
    if not terms.slugs or read >= records.keys():
        return []
    again: set[str] = set()
    for file, record in records.items():
        shown = record.article or record.sheet
        if shown and file not in read and any(term.slug in terms.slugs for term in shown.terms):
            again.add(file)
    for folder in FOLDERS:
        for file, text in state.rows("words", f"{folder}/"):
            due = text and file in records and file not in again and file not in read
            if due and may_mention(terms.moved, text.decode()):
                again.add(file)
    parsed = [(file, state.cell(file, "parsed")) for file in sorted(again)]
    return [Job(file, sources.path(file), b"", data, pack(records[file])) for file, data in parsed if data]


def _keep(done: Done, stamp: str, state: State) -> None:
    state.keep(done.values)
    if done.words is not None:
        row = (done.file, stamp.encode(), seal(done.record), seal(done.parsed), seal(done.words))
        state.run("replace into source values(?,?,?,?,?)", *row)
    else:
        state.run("update source set record=? where path=?", seal(done.record), done.file)
