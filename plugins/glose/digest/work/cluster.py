"""The same calls on the machines of a Dask cluster: an optional extra, imported only when it is asked for."""

from __future__ import annotations

import signal
from asyncio import CancelledError
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from threading import Lock
from typing import Any

from glose.digest.model.errors import DigestError, Fault
from glose.digest.work.pool import SECONDS, Call, Failure, Result, attempt, failure, flow

ANSWER = 10
"""Seconds that the scheduler may take to answer."""
PATIENCE = 30
"""Seconds without any result after which it is looked whether there are workers left; Dask's nanny restarts one
in less."""
AHEAD = 4
"""Calls that each thread of the cluster has in flight: none waits for work, and memory stays flat."""


class ClusterError(DigestError):
    """The cluster cannot be used."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(Fault("--scheduler", None, what, todo))


def run(calls: Iterable[Call], address: str, seconds: float = SECONDS) -> Iterator[Result]:
    """The results of `calls`, as they come; a worker that dies has its calls begun again by another.

    `address`: of a Dask scheduler, ``tcp://host:8786``. `seconds`: limit for each call, kept by ending the
    worker process, so workers should run under Dask's nanny (its default). Raises `ClusterError` when
    distributed is not installed, the scheduler does not answer, has no workers, or one of them cannot import
    this project.
    """
    try:
        distributed = import_module("distributed")
        client = distributed.Client(address, timeout=ANSWER)
    except ImportError:
        raise ClusterError("needs the package distributed", "install it, or use --jobs") from None
    except (OSError, ValueError) as error:
        raise ClusterError(f"{address} does not answer ({error})", "start `dask scheduler` there") from None

    def submit(call: Call) -> _Asked:
        return _Asked(client.submit(_attempt, call, seconds, pure=False))

    def done(pending: Iterable[_Asked]) -> Iterable[_Asked]:
        asked = {one.future: one for one in pending}
        while True:
            with suppress(TimeoutError):
                ended = distributed.wait(list(asked), PATIENCE, "FIRST_COMPLETED").done
                if found := [asked[future] for future in ended if asked[future].is_here()]:
                    return found
            if not client.nthreads():
                todo = "look at the workers' logs, and run again"
                raise ClusterError("the cluster has lost all its workers", todo)

    with client:
        threads = _threads(client, address)
        yield from flow(calls, AHEAD * threads, submit, done, Exception, _lost)


@dataclass(eq=False)
class _Asked:
    """A call that a worker has, and what came of it once that is here."""

    future: Any
    _error: BaseException | None = None
    _result: Any = None

    def is_here(self) -> bool:
        """Fetches it; False where it went with the worker that had it: then another begins the call again."""
        try:
            self._error = self.future.exception(timeout=PATIENCE)
            if self._error is None:
                self._result = self.future.result(timeout=PATIENCE)
        except CancelledError as error:
            self._error = error
        except TimeoutError:
            return False
        return True

    def exception(self) -> BaseException | None:
        """What it ended in, if that was no result."""
        return self._error

    def result(self) -> Any:
        """Its result."""
        return self._result


def _attempt(call: Call, seconds: float) -> Any:
    """What a worker does with a call."""
    _watch(1, seconds)
    try:
        return attempt(call)
    finally:
        _watch(-1, seconds)


_lock, _inside = Lock(), 0


def _watch(step: int, seconds: float) -> None:
    """Begins or ends a call: the system's timer ends this process when one takes too long (not on Windows).

    A process has one timer. Where several threads work, it runs out `seconds` after the last begin or end of a call,
    so that one that never ends is found at the latest when the other threads have nothing left to do.
    """
    global _inside
    with _lock:
        _inside += step
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, seconds if _inside else 0)


def _lost(call: Call, error: BaseException) -> Failure:
    what = f"ended every worker that converted it, or took longer than it may ({type(error).__name__})"
    return failure(call, what)


def _threads(client: Any, address: str) -> int:
    """Threads of all workers, after each has shown that it can import what it will be asked to do."""
    threads = sum(client.nthreads().values())
    if not threads:
        raise ClusterError(f"{address} has no workers", "start `dask worker` for it")
    for worker, answer in client.run(import_module, __name__, on_error="return").items():
        if isinstance(answer, BaseException):
            todo = "start it in the project's folder and environment"
            raise ClusterError(f"worker {worker} cannot work ({answer})", todo)
    return int(threads)
