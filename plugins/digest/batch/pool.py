"""Work in processes of this machine, where nothing that a call does can stop the others.

A call that raises, takes too long, or takes its process with it is one `Failure`; the rest goes on. Calls are
handed out in small batches to processes that wait for them, and each result is sent as soon as it is there,
so it is always known which call a dead process was at. (A `ProcessPoolExecutor` fails every call in flight
when one process dies, and has no time limit.)
"""

from __future__ import annotations

import signal
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any

from plugins.digest.model.errors import DigestError, Fault

SECONDS = 60.0
"""Time that one call may take. The system's timer ends the process (POSIX), even one lost in C code."""
MEMORY = 8_000_000_000
"""Address space of one process in bytes (Linux): a call that needs more fails alone. Far above what an article
needs, since numpy's library takes 40 MB of it for each processor of the machine, though no memory."""
BATCH = 16
BATCH_BYTES = 250_000
"""A batch ends with the call that passes it: large seeds travel alone."""
ATTEMPTS = 2
"""How often a call is begun whose process died: the machine may have chosen a bystander."""


@dataclass(frozen=True, slots=True)
class Call:
    """One thing to do: a function at module level and its arguments, all of which can be pickled."""

    key: int
    """Tells the result's call."""
    name: str
    """What the maintainer knows it by, for messages."""
    do: Callable[..., Any]
    arguments: tuple[Any, ...]
    size: int = 0
    """About how many bytes the arguments hold."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a call has no result."""

    faults: tuple[Fault, ...]


Result = tuple[int, Any]
"""A call's key and what its function returned, or a `Failure`."""


class Watch:
    """The system's timer around calls: it ends this process when one takes too long (not on Windows).

    A process has one timer. Where several threads work, it runs out `seconds` after the last begin or end of
    a call, so that a call that never ends is found at the latest when the other threads have nothing left to
    do.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0

    @contextmanager
    def __call__(self, seconds: float) -> Iterator[None]:
        """The time limit for what is done inside."""
        self._count(1, seconds)
        try:
            yield
        finally:
            self._count(-1, seconds)

    def _count(self, step: int, seconds: float) -> None:
        with self._lock:
            self._inside += step
            if hasattr(signal, "setitimer"):
                signal.setitimer(signal.ITIMER_REAL, seconds if self._inside else 0)


watch = Watch()


def attempt(call: Call) -> Any:
    """What the call's function returns, or a `Failure` for anything that it raises."""
    try:
        return call.do(*call.arguments)
    except DigestError as error:
        return Failure(error.faults)
    except MemoryError:
        return Failure(
            (Fault(call.name, None, "needs more memory than one article may", "save the article alone"),)
        )
    except RecursionError:
        return Failure((Fault(call.name, None, "is nested too deeply", "save the article alone"),))
    except Exception as error:  # a fault of ours in one seed must not stop the others
        what = f"cannot be converted ({type(error).__name__}: {error})"
        return Failure((Fault(call.name, None, what, "report this: it is a fault of the converter"),))


def run(calls: Iterable[Call], jobs: int, seconds: float = SECONDS) -> Iterator[Result]:
    """The results of `calls`, as they come; `calls` is read no faster than they are worked off.

    `jobs`: processes to work in; 0 works in this one, without limits. `seconds`: time that each call may
    take.
    """
    if jobs == 0:
        for call in calls:
            yield call.key, attempt(call)
        return
    pool = _Pool(iter(calls), seconds)
    try:
        yield from pool.results(jobs)
    finally:
        pool.close()


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection[Any, Any]
    batch: deque[Call] = field(default_factory=deque)
    """What it was given and has not answered, in order: it is at the first."""


class _Pool:
    def __init__(self, calls: Iterator[Call], seconds: float) -> None:
        self.calls = calls
        self.seconds = seconds
        self.again: deque[Call] = deque()
        """Calls to begin again, after the process that had them died."""
        self.deaths: Counter[int] = Counter()
        """How many processes died at a call, by its key."""
        self.workers: list[_Worker] = []

    def results(self, jobs: int) -> Iterator[Result]:
        while True:
            self._hand_out(jobs)
            if not self.workers:
                return
            ready = wait([worker.pipe for worker in self.workers])
            for worker in [worker for worker in self.workers if worker.pipe in ready]:
                yield from self._receive(worker)

    def _hand_out(self, jobs: int) -> None:
        """Gives every idle process a batch, starting and ending processes as there is work."""
        for worker in [worker for worker in self.workers if not worker.batch]:
            if batch := self._batch():
                self._send(worker, batch)
            else:
                self._stop(worker)
        while len(self.workers) < jobs and (batch := self._batch()):
            self._send(self._start(), batch)

    def _batch(self) -> deque[Call]:
        if self.again:
            return deque([self.again.popleft()])  # alone: it may be what killed a process
        batch: deque[Call] = deque()
        size = 0
        while size < BATCH_BYTES and len(batch) < BATCH and (call := next(self.calls, None)):
            batch.append(call)
            size += call.size
        return batch

    def _start(self) -> _Worker:
        context = get_context("spawn")  # a fork would copy this process's locks and all its memory
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.seconds), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self.workers.append(worker)
        return worker

    def _send(self, worker: _Worker, batch: deque[Call]) -> None:
        worker.batch = batch
        with suppress(OSError):  # that the process has died is seen when its answer is waited for
            worker.pipe.send(tuple(batch))

    def _receive(self, worker: _Worker) -> Iterator[Result]:
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._died(worker)
        else:
            yield worker.batch.popleft().key, result

    def _died(self, worker: _Worker) -> Iterator[Result]:
        code = self._stop(worker)
        call = worker.batch.popleft()
        self.again.extend(worker.batch)
        overdue = code == -getattr(signal, "SIGALRM", 0)
        self.deaths[call.key] += 1
        if not overdue and self.deaths[call.key] < ATTEMPTS:
            self.again.append(call)
            return
        what = f"took longer than {self.seconds:g} seconds" if overdue else _death(code)
        yield call.key, Failure((Fault(call.name, None, what, "save the article alone, or report it"),))

    def _stop(self, worker: _Worker) -> int | None:
        """Ends a process that is idle or dead; its exit code, negative for a signal."""
        self.workers.remove(worker)
        worker.pipe.close()  # an idle process reads the end of its work
        worker.process.join(5)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        return worker.process.exitcode

    def close(self) -> None:
        """Ends every process, whatever it is at."""
        for worker in list(self.workers):
            worker.process.kill()
            self._stop(worker)


def _death(code: int | None) -> str:
    by = f"signal {signal.Signals(-code).name}" if code is not None and code < 0 else f"exit code {code}"
    return f"ended the process that converted it, {ATTEMPTS} times ({by})"


def _serve(pipe: Connection[Any, Any], seconds: float) -> None:
    """The life of a process: batches in, one result a call out, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    _limit_memory()
    with suppress(EOFError, OSError):
        while True:
            for call in pipe.recv():
                with watch(seconds):
                    result = attempt(call)
                pipe.send(result)


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
