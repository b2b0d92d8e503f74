"""Work in processes of this machine, where nothing that a call does can stop the others.

A call that raises, takes too long, or takes its process with it is one `Failure`; the rest goes on. That is Pebble's
work: a `ProcessPoolExecutor` fails every call in flight when one process dies, and has no time limit.
"""

from __future__ import annotations

import gc
import os
import signal
import stat
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import Any, Self

from pebble import ProcessExpired, ProcessPool

from glose.digest.model.errors import DigestError, Fault
from glose.digest.work.renewed import LOST, Renewed

SECONDS = 60.0
"""Time that one call may take; its process is killed then, even one lost in C code."""
MEMORY = 8_000_000_000
"""Address space of one process in bytes (Linux): a call that needs more fails alone. Far above what an article
needs, since numpy's library takes 40 MB of it for each processor of the machine, though no memory."""
FORK = "fork"
AHEAD = 2
"""Calls in flight for each process: none waits for work, and few large seeds lie in memory."""
ATTEMPTS = 2
"""How often a call is begun whose process died: the machine may have chosen a bystander."""


@dataclass(frozen=True, slots=True)
class Call:
    """One thing to do: a function at module level and its arguments, all of which can be pickled."""

    key: Hashable
    """Tells the result's call."""
    name: str
    """What the maintainer knows it by, for messages."""
    do: Callable[..., Any]
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a call has no result."""

    faults: tuple[Fault, ...]
    again: bool = False
    """True when the machine may be to blame, so that the same call may succeed later."""


Result = tuple[Any, Any]
"""A call's key and what its function returned, or a `Failure`."""
Worker = Callable[[Iterable[Call]], Iterator[Result]]
"""Does calls somewhere."""


def attempt(call: Call) -> Any:
    """What the call's function returns, or a `Failure` for anything that it raises."""
    try:
        return call.do(*call.arguments)
    except DigestError as error:
        return Failure(error.faults)
    except ImportError as error:
        what = f"needs a library that is missing here ({error})"
        return failure(call, what, "install this program again with all that it needs, and run again")
    except MemoryError:
        return failure(call, "needs more memory than one article may", "save the article alone")
    except RecursionError:
        return failure(call, "is nested too deeply", "save the article alone")
    except Exception as error:  # a fault of ours in one seed must not stop the others
        what = f"cannot be converted ({type(error).__name__}: {error})"
        return failure(call, what, "report this: it is a fault of the converter")


def failure(call: Call, what: str, todo: str = "save the article alone, or report it") -> Failure:
    """A failure whose cause is not in the seed alone: the next run tries again."""
    return Failure((Fault(call.name, None, what, todo),), again=True)


def run(calls: Iterable[Call], jobs: int, seconds: float = SECONDS) -> Iterator[Result]:
    """The results of `calls`, as they come; `calls` is read no faster than they are worked off.

    `jobs`: processes to work in; 0 works in this one, without limits. `seconds`: time that each call may take.
    """
    if jobs == 0:
        yield from ((call.key, attempt(call)) for call in calls)
        return
    with Pool(jobs, seconds) as pool:
        yield from pool.run(calls)


class Pool:
    """Processes for several runs of calls; leaving it ends them."""

    def __init__(self, jobs: int, seconds: float = SECONDS, modules: Sequence[str] = ()) -> None:
        """`jobs`, `seconds`: as for `run`. `modules`: what each process imports before its first call."""
        self._jobs, self._seconds = jobs, seconds
        self._modules = modules
        self._pool = Renewed(lambda: _processes(jobs, modules), _starting, seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._pool.stop()

    def begin(self) -> None:
        """Starts the processes now, and not with the first call."""
        if _method() == FORK:
            _import(self._modules)  # once, for all of them
        self._pool.begin()

    def rest(self) -> None:
        """Says that this was all that there is to do."""
        self._pool.rest()

    def tell(self, do: Callable[..., Any], *arguments: Any) -> None:
        """Has `do` called as often as there are processes, best once in each. Nobody waits for what it returns."""
        for _ in range(self._jobs):
            self._submit(Call("", "", do, arguments))

    def run(self, calls: Iterable[Call]) -> Iterator[Result]:
        """The results of `calls`, as they come; `calls` is read no faster than they are worked off."""

        def failed(call: Call, error: BaseException) -> Failure:
            return _unanswered(call, error, self._seconds)

        return flow(calls, AHEAD * self._jobs, self._submit, self._pool.done, ProcessExpired, failed, LOST)

    def _submit(self, call: Call) -> Any:
        self._pool.begin()
        with _interrupt_held():  # or Pebble's queue may never wake who waits for it again
            return self._pool.submit(attempt, call)


def flow(
    calls: Iterable[Call],
    ahead: int,
    submit: Callable[[Call], Any],
    done: Callable[[Iterable[Any]], Iterable[Any]],
    death: type[BaseException],
    failed: Callable[[Call, BaseException], Failure],
    lost: tuple[type[BaseException], ...] = (),
) -> Iterator[Result]:
    """The results of `calls`, as they come, at most `ahead` in flight; what ended in `death` is begun once more.

    submit: gives a call's future. done: those of the futures that are done, at least one. failed: what is said of a
    call whose future holds an error. lost: errors for which a call is not to blame, and is begun again.
    """
    todo, again, deaths = iter(calls), deque[Call](), Counter[Hashable]()
    pending: dict[Any, Call] = {}
    while True:
        for call in islice(chain(_drained(again), todo), ahead - len(pending)):
            pending[submit(call)] = call
        if not pending:
            return
        for future in done(pending):
            call, error = pending.pop(future), _error(future)
            if isinstance(error, lost):
                again.append(call)
                continue
            deaths[call.key] += isinstance(error, death)
            if isinstance(error, death) and deaths[call.key] < ATTEMPTS:
                again.append(call)
            else:
                deaths.pop(call.key)
                yield call.key, failed(call, error) if error else future.result()


def _error(future: Any) -> BaseException | None:
    try:
        found: BaseException | None = future.exception()
    except CancelledError as error:
        return error
    return found


def _drained(calls: deque[Call]) -> Iterator[Call]:
    while calls:
        yield calls.popleft()


def _refused(why: BaseException | None) -> DigestError:
    """The system starts no process: no seed is to blame."""
    what = why.strerror if isinstance(why, OSError) else type(why).__name__
    todo = "end other programs or raise the limits (ulimit -n, ulimit -u), and run again"
    return DigestError(Fault(sys.executable, None, f"no process can be started: {what}", todo))


@contextmanager
def _starting() -> Iterator[None]:
    """Around whatever may start processes."""
    from multiprocessing import resource_tracker

    try:
        if sys.platform != "win32":
            resource_tracker.ensure_running()  # which lets Ctrl-C through when it starts
        with _interrupt_held(), _no_program():
            yield
    except BrokenProcessPool as error:
        raise _refused(error.__cause__) from error


@contextmanager
def _interrupt_held() -> Iterator[None]:
    """Holds Ctrl-C up (POSIX). What is started inside inherits that for good: it reaches the parent alone, and no
    process that is still importing answers it with a traceback."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _no_program() -> Iterator[None]:
    """What is started inside does not import the program that this process began with: a tenth of a second."""
    program = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = program


def _unanswered(call: Call, error: BaseException, seconds: float) -> Failure:
    if isinstance(error, TimeoutError):
        return failure(call, f"took longer than {seconds:g} seconds")
    if isinstance(error, ProcessExpired):
        code = error.exitcode
        by = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        return failure(call, f"ended the process that converted it, {ATTEMPTS} times ({by})")
    return failure(call, f"cannot be converted ({type(error).__name__}: {error})")


def _method() -> str:
    """How a process is begun.

    A fork has at once what takes a new process a third of a second to import. It copies the locks of this process, too,
    so there must be no thread that may hold one; and a server of forks would leave a folder when killed.
    """
    return FORK if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _processes(jobs: int, modules: Sequence[str]) -> ProcessPool:
    method = _method()
    return ProcessPool(
        jobs, initializer=_begin, initargs=(modules, method == FORK), context=get_context(method)
    )


def _begin(modules: Iterable[str], forked: bool) -> None:
    if forked:
        _let_go()
    _limit_memory()
    _import(modules)


def _import(modules: Iterable[str]) -> None:
    for name in modules:
        import_module(name)


def _let_go() -> None:
    """Closes the files of the parent that came with a fork: a lock among them would outlive who took it."""
    for one in list(Path("/proc/self/fd").iterdir()):
        with suppress(OSError):
            if int(one.name) > 2 and stat.S_ISREG(os.fstat(int(one.name)).st_mode):
                os.close(int(one.name))
    gc.freeze()  # what came along is no garbage, and looking through it would copy it
    gc.enable()  # the parent may keep all that it makes (`no_garbage`); here is garbage after every call


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
