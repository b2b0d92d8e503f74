"""Who does the work: this process, others of this machine, or a cluster. The same pure functions, the same answers."""

from __future__ import annotations

import pickle
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

if TYPE_CHECKING:  # imported when there is enough to do for others
    from glose.digest.work.pool import Call, Failure, Pool, Result

Job = TypeVar("Job")
Answer = TypeVar("Answer")
FEW = 300
"""Jobs for which it is not worth starting processes."""
BATCH = 64
"""Jobs that travel together, at most."""
SECONDS = 60.0
"""Time that a batch may take; its jobs have limits of their own, this one ends a process that is lost in C code."""
TOLD = 3
"""Batches for each process with which the task itself travels; whoever meets none of them asks for it."""


Moved = Callable[[str, int, int], None]
"""Told of a stage, how much of it is done, and how much there is."""


def nobody(stage: str, done: int, total: int) -> None:
    """Listens to nothing."""


class Task(ABC, Generic[Job, Answer]):
    """Work that needs something made ready once in each process. Instances can be pickled."""

    light: ClassVar[int] = 1
    """How many jobs of it take as long as one that is worth counting."""
    stage: ClassVar[str] = "work"
    """What its jobs are about, as people are told who wait."""

    @abstractmethod
    def prepare(self) -> Callable[[Job], Answer]:
        """Makes it ready; what does a job."""


@dataclass(frozen=True, slots=True)
class Hands:
    """How many processes of this machine, or the address of a Dask scheduler."""

    processes: int = 1
    scheduler: str = ""
    moved: Moved = nobody
    """Told how far a task is."""

    def needed(self, count: float) -> bool:
        """Whether so many jobs are worth starting processes."""
        return bool(self.scheduler) or (self.processes > 1 and count > FEW)


class Crew:
    """Hands for one build: its processes are begun once, and do every task of it. Leaving it ends them."""

    def __init__(self, hands: Hands, modules: tuple[str, ...] = ()) -> None:
        """`modules`: what the processes import before anything is asked of them."""
        self.hands, self._modules = hands, modules
        self._pool: Pool | None = None
        self._end = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._end.close()

    def begin(self, count: int) -> None:
        """Starts the processes already, where `count` jobs are coming: they get ready while this one goes on."""
        if self.hands.needed(count) and not self.hands.scheduler:
            self._begun().begin()

    def rest(self) -> None:
        """Lets the processes go: there is nothing more to do, unless somebody asks all the same."""
        if self._pool:
            self._pool.rest()
            self._pool = None

    def announce(self, task: Task[Any, Any]) -> None:
        """Has processes that wait for work make a task ready."""
        if self._pool:
            self._pool.tell(work, *_packed(task), ())

    def do(
        self,
        task: Task[Job, Answer],
        jobs: Iterable[Job],
        count: int,
        name: Callable[[Job], str],
        total: int | Callable[[], int] = 0,
    ) -> Iterator[Answer | tuple[Job, Failure]]:
        """An answer to each of `jobs`, as they come, or the job and why there is none.

        `jobs` is read no faster than they are done. `count`: how many there are, or as how many they count. `name`: of
        a job, in messages. `total`: how many there are, where that is another number, or
        who says so.
        """
        answers = self._done(task, jobs, count, name)
        for done, answer in enumerate(answers, 1):
            self.hands.moved(task.stage, done, (total() if callable(total) else total) or count)
            yield answer

    def _done(
        self, task: Task[Job, Answer], jobs: Iterable[Job], count: int, name: Callable[[Job], str]
    ) -> Iterator[Answer | tuple[Job, Failure]]:
        if not self.hands.needed(count if self._pool else count / task.light):
            do: Callable[[Job], Answer] | None = None
            for job in jobs:  # however many were foretold
                do = do or task.prepare()
                yield do(job)
            return
        from glose.digest.work.pool import Failure

        packed = _packed(task)
        rounds: Iterable[list[Job]] = _batches(jobs)
        told = TOLD * max(self.hands.processes, 1)
        while rounds:
            again: list[list[Job]] = []
            for batch, answers in self._round(*packed, rounds, told, name):
                if answers is None:  # of a process that does not know the task yet
                    again.append(batch)
                elif not isinstance(answers, Failure):
                    yield from answers
                elif len(batch) > 1:
                    again += ([job] for job in batch)
                else:
                    yield batch[0], answers
            rounds, told = again, len(again)

    def _round(
        self, key: bytes, packed: bytes, batches: Iterable[list[Job]], told: int, name: Callable[[Job], str]
    ) -> Iterator[tuple[list[Job], Any]]:
        from glose.digest.work.pool import Call

        waiting: dict[Hashable, list[Job]] = {}

        def calls() -> Iterator[Call]:
            for at, batch in enumerate(batches):
                waiting[at] = batch
                yield Call(at, name(batch[0]), work, (key, packed if at < told else b"", batch))

        for at, result in self._run(calls()):
            yield waiting.pop(at), result

    def _run(self, calls: Iterator[Call]) -> Iterator[Result]:
        if self.hands.scheduler:
            from glose.digest.work import cluster

            return cluster.run(calls, self.hands.scheduler, SECONDS)
        return self._begun().run(calls)

    def _begun(self) -> Pool:
        if self._pool is None:
            from glose.digest.work.pool import Pool

            self._pool = self._end.enter_context(Pool(self.hands.processes, SECONDS, self._modules))
        return self._pool


def _batches(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """One, two, four … up to `BATCH`: the largest come first, and many of these would fill the memory together."""
    rest, size = iter(jobs), 1
    while batch := list(islice(rest, size)):
        yield batch
        size = min(2 * size, BATCH)


_ready: tuple[bytes, Callable[[Any], Any] | None] = (b"", None)
"""The task that this process can do."""


def work(key: bytes, packed: bytes, jobs: Sequence[Any]) -> list[Any] | None:
    """What a process does with a batch; None where the task is new to it and does not travel along."""
    global _ready
    known, do = _ready
    if known != key or do is None:
        if not packed:
            return None
        do = pickle.loads(packed).prepare()  # noqa: S301  of our own making, out of the pipe from our parent
        _ready = key, do
    return [do(job) for job in jobs]


def _packed(task: Task[Any, Any]) -> tuple[bytes, bytes]:
    packed = pickle.dumps(task)
    return sha256(packed).digest(), packed
