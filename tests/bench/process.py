"""What one command costs with everything that it starts: wall, processor, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.02
"""Seconds between two looks at the memory of the processes."""
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command cost."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of user and system time, of the command and of every process of its that it waited for."""
    largest: int
    """Bytes that its largest process had in memory at most."""
    total: int
    """Bytes that all its processes had in memory at one time at most; what they share is counted for each of them.
    0 where the system has no /proc."""
    code: int
    """Its exit code; negative for a signal."""


def run(command: list[str], where: Path, log: Path, variables: Mapping[str, str] | None = None) -> Spent:
    """Runs a command in a folder, with what it says added to `log`, and returns what it cost."""
    watch = Watch()
    with log.open("ab") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=where,
            env={**os.environ, **(variables or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        try:
            watch.start(process.pid)
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.terminate()
            process.wait()  # it may be tidying up in the folder that the caller removes next
            raise
        finally:
            watch.stop()
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    kept = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Spent(
        wall, usage.ru_utime + usage.ru_stime, watch.largest or kept, watch.total, process.returncode
    )


class Watch:
    """Looks at a process and its descendants until told to stop, and keeps the peaks."""

    def __init__(self) -> None:
        self.largest = self.total = 0
        self._end = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, pid: int) -> None:
        """Begins to look, where there is something to look at."""
        if (PROC / str(pid)).is_dir():
            self._thread = threading.Thread(target=self._look, args=(pid,), daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Ends looking."""
        self._end.set()
        if self._thread:
            self._thread.join()

    def _look(self, root: int) -> None:
        while not self._end.wait(EVERY):
            found = [memory(pid) for pid in family(root)]
            self.largest = max([self.largest, *(peak for peak, _ in found)])
            # A process had its own highest mark between two looks: then all had at least as much.
            self.total = max(self.total, self.largest, sum(now for _, now in found))


def family(pid: int) -> Iterator[int]:
    """A process and its descendants; what ends meanwhile is left out."""
    yield pid
    for thread in (PROC / str(pid) / "task").glob("*/children"):
        try:
            children = thread.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def memory(pid: int) -> tuple[int, int]:
    """Bytes that a process had in memory at most, and has now; noughts when it has ended."""
    try:
        lines = (PROC / str(pid) / "status").read_text().splitlines()
    except OSError:
        return 0, 0
    found = {key: value.split() for key, _, value in (line.partition(":") for line in lines)}
    peak, now = (int(found[key][0]) * 1024 if key in found else 0 for key in ("VmHWM", "VmRSS"))
    return peak, now
