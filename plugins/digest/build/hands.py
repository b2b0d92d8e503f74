"""Who does the work: this process, others of this machine, or a cluster. The same pure functions, the same answers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:  # imported when there is enough to do for others
    from plugins.digest.work.pool import Failure

Job = TypeVar("Job")
Answer = TypeVar("Answer")
FEW = 300
"""Jobs for which it is not worth starting processes."""
BATCH = 64
"""Jobs that travel together."""
SECONDS = 60.0
"""Time that a batch may take; its jobs have limits of their own, this one ends a process that is lost in C code."""


class Task(ABC, Generic[Job, Answer]):
    """Work that needs something made ready once in each process. Instances can be pickled."""

    @abstractmethod
    def prepare(self) -> Callable[[Job], Answer]:
        """Makes it ready; what does a job."""


@dataclass(frozen=True, slots=True)
class Hands:
    """How many processes of this machine, or the address of a Dask scheduler."""

    processes: int = 1
    scheduler: str = ""

    def do(
        self, task: Task[Job, Answer], jobs: Iterable[Job], count: int, name: Callable[[Job], str]
    ) -> Iterator[Answer | tuple[Job, Failure]]:
        """An answer to each of `jobs`, as they come, or the job and why there is none.

        `jobs` is read no faster than they are done. `count`: how many there are. `name`: of a job, in messages.
        """
        if not self.scheduler and (self.processes < 2 or count <= FEW):
            if count:
                yield from map(task.prepare(), jobs)
            return
        from plugins.digest.work.pool import Failure

        failed: list[Job] = []
        for batch, result in self._run(task, _batches(jobs), name):
            if isinstance(result, Failure):
                failed += batch
            else:
                yield from result
        for batch, result in self._run(task, ([job] for job in failed), name) if failed else ():
            yield from [(batch[0], result)] if isinstance(result, Failure) else result

    def _run(
        self, task: Task[Job, Answer], batches: Iterable[list[Job]], name: Callable[[Job], str]
    ) -> Iterator[tuple[list[Job], Any]]:
        from plugins.digest.work import cluster, pool

        waiting: dict[Hashable, list[Job]] = {}

        def calls() -> Iterator[pool.Call]:
            for at, batch in enumerate(batches):
                waiting[at] = batch
                yield pool.Call(at, name(batch[0]), work, (batch,))

        prepare = begin, (task,)
        if self.scheduler:
            results = cluster.run(calls(), self.scheduler, SECONDS, prepare)
        else:
            results = pool.run(calls(), self.processes, SECONDS, prepare)
        for at, result in results:
            yield waiting.pop(at), result


def _batches(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    rest = iter(jobs)
    while batch := list(islice(rest, BATCH)):
        yield batch


_ready: list[Callable[[Any], Any]] = []


def begin(task: Task[Any, Any]) -> None:
    """Called once in each process, before any work."""
    _ready[:] = [task.prepare()]


def work(jobs: Sequence[Any]) -> list[Any]:
    """What a process does with a batch."""
    return [_ready[0](job) for job in jobs]
