"""The same calls on the machines of a Dask cluster: an optional extra, imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from plugins.digest.batch.pool import BATCH, BATCH_BYTES, SECONDS, Call, Failure, Result, attempt, watch
from plugins.digest.model.errors import DigestError, Fault

ANSWER = 10
"""Seconds that the scheduler may take to answer."""
PATIENCE = 30
"""Seconds without any result after which it is looked whether there are workers left; Dask's nanny restarts one
in less."""
AHEAD = 2
"""Batches that each thread of the cluster has in flight: none waits for work, and memory stays flat."""


class ClusterError(DigestError):
    """The cluster cannot be used."""


def run(calls: Iterable[Call], address: str, seconds: float = SECONDS) -> Iterator[Result]:
    """The results of `calls`, as they come; a worker that dies has its calls begun again by another.

    `address`: of a Dask scheduler, ``tcp://host:8786``. `seconds`: limit for each call, kept by ending the
    worker process, so workers should run under Dask's nanny (its default). Raises `ClusterError` when
    distributed is not installed, the scheduler does not answer, has no workers, or one of them cannot import
    this project.
    """
    distributed = _library()
    try:
        client = distributed.Client(address, timeout=ANSWER)
    except (OSError, ValueError) as error:
        raise ClusterError(
            Fault("--scheduler", None, f"{address} does not answer ({error})", "start `dask scheduler` there")
        ) from None
    with client:
        yield from _results(distributed, client, _batches(calls), AHEAD * _threads(client, address), seconds)


def _library() -> Any:
    try:
        return import_module("distributed")
    except ImportError:
        raise ClusterError(
            Fault("--scheduler", None, "needs the package distributed", "install it, or use --jobs")
        ) from None


def _results(
    distributed: Any, client: Any, batches: Iterator[tuple[Call, ...]], ahead: int, seconds: float
) -> Iterator[Result]:
    flying: dict[Any, tuple[Call, ...]] = {}
    suspects: list[Call] = []
    while True:
        for batch in islice(batches, ahead - len(flying)):
            flying[client.submit(_attempt_all, batch, seconds, pure=False)] = batch
        if not flying:
            break
        for future in _finished(distributed, client, flying):
            batch = flying.pop(future)  # a result that nobody holds is none that a dying worker could lose
            if future.status == "finished":
                yield from future.result()
            else:
                suspects += batch
    for call in suspects:  # one at a time: what lay beside them on a dying worker is innocent
        future = client.submit(_attempt_all, (call,), seconds, pure=False)
        _finished(distributed, client, [future])
        yield from future.result() if future.status == "finished" else [(call.key, _failure(call, future))]


def _finished(distributed: Any, client: Any, futures: Iterable[Any]) -> list[Any]:
    """Those of the futures that are done, at least one; raises `ClusterError` when nobody is left to do them."""
    while True:
        try:
            return list(distributed.wait(list(futures), PATIENCE, "FIRST_COMPLETED").done)
        except TimeoutError:
            if not client.nthreads():
                todo = "look at the workers' logs, and run again"
                raise ClusterError(
                    Fault("--scheduler", None, "the cluster has lost all its workers", todo)
                ) from None


def _batches(calls: Iterable[Call]) -> Iterator[tuple[Call, ...]]:
    """The calls in batches: the scheduler needs a millisecond for each, as long as a short article takes."""
    batch: list[Call] = []
    size = 0
    for call in calls:
        batch.append(call)
        size += call.size
        if len(batch) == BATCH or size >= BATCH_BYTES:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def _attempt_all(batch: tuple[Call, ...], seconds: float) -> list[Result]:
    """What a worker does with a batch."""
    results = []
    for call in batch:
        with watch(seconds):
            results.append((call.key, attempt(call)))
    return results


def _failure(call: Call, future: Any) -> Failure:
    error = future.exception()
    what = f"ended every worker that converted it, or took longer than it may ({type(error).__name__})"
    return Failure((Fault(call.name, None, what, "save the article alone, or report it"),))


def _threads(client: Any, address: str) -> int:
    """Threads of all workers, after each has shown that it can import what it will be asked to do."""
    threads = sum(client.nthreads().values())
    if not threads:
        raise ClusterError(
            Fault("--scheduler", None, f"{address} has no workers", "start `dask worker` for it")
        )
    for worker, answer in client.run(import_module, __name__, on_error="return").items():
        if isinstance(answer, BaseException):
            todo = "start it in the project's folder and environment"
            raise ClusterError(Fault("--scheduler", None, f"worker {worker} cannot work ({answer})", todo))
    return int(threads)
