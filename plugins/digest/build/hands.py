"""Who does the work: this process, others of this machine, or a cluster. The same pure functions, the same answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from plugins.digest.work import cluster, pool
from plugins.digest.work.pool import Call, Failure

Job = TypeVar("Job")
Answer = TypeVar("Answer")
FEW = 48
"""Jobs for which it is not worth starting processes."""
BATCH = 64
"""Jobs that travel together."""
SECONDS = 60.0
"""Time that a batch may take; its jobs have limits of their own, this one ends a process that is lost in C code."""


class Task(Generic[Job, Answer]):
    """Work that needs something made ready once in each process. Instances can be pickled."""

    def prepare(self) -> Callable[[Job], Answer]:
        """Makes it ready; what does a job."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Hands:
    """How many processes of this machine, or the address of a Dask scheduler."""

    processes: int = 1
    scheduler: str = ""

    def do(
        self, task: Task[Job, Answer], jobs: Sequence[Job], name: Callable[[Job], str]
    ) -> Iterator[Answer | tuple[Job, Failure]]:
        """An answer to each of `jobs`, as they come, or the job and why there is none.

        `name`: of a job, in messages.
        """
        if not self.scheduler and (self.processes < 2 or len(jobs) <= FEW):
            work = task.prepare()
            yield from map(work, jobs)
            return
        failed: list[Job] = []
        for batch, result in self._run(
            task, [jobs[at : at + BATCH] for at in range(0, len(jobs), BATCH)], name
        ):
            if isinstance(result, Failure):
                failed += batch
            else:
                yield from result
        for batch, result in self._run(task, [[job] for job in failed], name) if failed else ():
            yield from [(batch[0], result)] if isinstance(result, Failure) else result

    def _run(
        self, task: Task[Job, Answer], batches: Sequence[Sequence[Job]], name: Callable[[Job], str]
    ) -> Iterator[tuple[Sequence[Job], Any]]:
        calls = (Call(at, name(batch[0]), work, (batch,)) for at, batch in enumerate(batches))
        if self.scheduler:
            results = cluster.run(calls, self.scheduler, SECONDS, prepare=(begin, (task,)))
        else:
            results = pool.run(calls, self.processes, SECONDS, prepare=(begin, (task,)))
        for at, result in results:
            yield batches[at], result


_ready: list[Callable[[Any], Any]] = []


def begin(task: Task[Any, Any]) -> None:
    """Called once in each process, before any work."""
    _ready[:] = [task.prepare()]


def work(jobs: Sequence[Any]) -> list[Any]:
    """What a process does with a batch."""
    return [_ready[0](job) for job in jobs]
