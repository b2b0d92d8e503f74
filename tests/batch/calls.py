"""Calls that harm the process that does them; imported by real workers."""

from __future__ import annotations

import gc
import os
import re
import signal
import time
from pathlib import Path


def twice(number: int) -> int:
    return 2 * number


def fail(number: int) -> int:
    raise ValueError(f"no {number}")


def die(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(mark: str) -> str:
    """Takes its process along the first time only."""
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "alive"


def hang(_: int) -> object:
    """Stays inside one call of C code that no Python exception can end."""
    return re.match("(a+)+$", "a" * 60 + "b")


def fill(_: int) -> int:
    return len(bytearray(9_000_000_000))


def dive(depth: int) -> int:
    return dive(depth + 1)


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def own_id() -> int:
    return os.getpid()


def collects() -> bool:
    """Whether the process looks for garbage by itself."""
    return gc.isenabled()
