"""Work that costs too much ends with one clear error; everything else never notices the limit."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from copy import copy

import pytest

from glose.digest.model.errors import BoundError, DigestError
from glose.digest.work.bounded import bounded

HUNGRY = 1_000
"""Megabytes that no test needs."""


def endless() -> None:
    while True:
        pass


def backtracking() -> None:
    re.search("(a+)+b", "a" * 60)


def stubborn() -> None:
    """Swallows what it is told."""
    while True:
        try:
            endless()
        except Exception:
            stubborn.told = stubborn.told + 1  # type: ignore[attr-defined]
            if stubborn.told == 2:  # type: ignore[attr-defined]
                raise


@pytest.mark.parametrize("work", [endless, backtracking])
def test_work_without_end_is_ended_and_named(work: Callable[[], None]) -> None:
    with pytest.raises(BoundError) as caught, bounded("a.md", seconds=0.1, megabytes=HUNGRY):
        work()
    (fault,) = caught.value.faults
    assert (fault.path, fault.what) == ("a.md", "takes more than 0.1 seconds of processor time")
    assert fault.todo
    assert isinstance(caught.value, DigestError)
    assert copy(caught.value).faults == caught.value.faults  # as it goes from one process to another


def test_work_that_swallows_the_error_is_told_again() -> None:
    stubborn.told = 0  # type: ignore[attr-defined]
    with pytest.raises(BoundError), bounded("a.md", seconds=0.1, megabytes=HUNGRY):
        stubborn()


def patient() -> None:
    """Swallows it and comes to an end."""
    with suppress(Exception):
        endless()


def renaming() -> None:
    try:
        endless()
    except Exception:
        raise ValueError("a parser's own name for it") from None


@pytest.mark.parametrize("work", [patient, renaming])
def test_work_that_was_told_and_goes_on_is_not_taken_for_whole(work: Callable[[], None]) -> None:
    with pytest.raises(BoundError, match="takes more than"), bounded("a.md", seconds=0.1, megabytes=HUNGRY):
        work()


def test_work_that_fills_the_memory_is_ended_and_named() -> None:
    with (
        pytest.raises(BoundError, match=r"a\.md: takes more than 50 MB of memory"),
        bounded("a.md", megabytes=50),
    ):
        _ = [b"%d" % number * 100 for number in range(2_000_000)]


def test_an_allocation_that_the_system_refuses_is_the_same_error() -> None:
    with pytest.raises(BoundError, match=r"a\.md: needs more memory"), bounded("a.md"):
        raise MemoryError


def test_an_error_of_the_work_itself_passes() -> None:
    with pytest.raises(ValueError, match=r"^mine$"), bounded("a.md"):
        raise ValueError("mine")


def test_afterwards_the_timer_rests_and_the_handler_is_the_one_before() -> None:
    before = signal.signal(signal.SIGPROF, signal.SIG_IGN)
    try:
        for limit in (0.1, 10):
            try:
                with bounded("a.md", seconds=limit, megabytes=HUNGRY):
                    assert signal.getitimer(signal.ITIMER_PROF)[1] > 0
                    if limit < 1:
                        endless()
            except BoundError:
                pass
            assert signal.getsignal(signal.SIGPROF) is signal.SIG_IGN
            assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    finally:
        signal.signal(signal.SIGPROF, before)


def test_inside_another_the_outer_limit_holds() -> None:
    def work() -> None:
        with bounded("inner", seconds=0.01, megabytes=HUNGRY):
            pass
        with bounded("inner", seconds=100, megabytes=HUNGRY):
            endless()

    with pytest.raises(BoundError, match="outer"), bounded("outer", seconds=0.1, megabytes=HUNGRY):
        work()


def test_a_profiler_keeps_its_timer() -> None:
    before = signal.signal(signal.SIGPROF, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_PROF, 1000, 1000)
    try:
        with bounded("a.md", seconds=0.01):
            sum(range(1_000_000))
        assert signal.getitimer(signal.ITIMER_PROF)[1] == 1000
        assert signal.getsignal(signal.SIGPROF) is signal.SIG_IGN
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def test_in_a_thread_the_work_is_done_without_a_limit() -> None:
    done = []

    def work() -> None:
        with bounded("a.md", seconds=0.01):
            done.append(sum(range(1_000_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [499_999_500_000]
