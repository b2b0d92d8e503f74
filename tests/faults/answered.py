"""A task in this process, as a fault meets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit

from glose.tasks import frame


def answered(task: Callable[[Context, str], object], folder: str) -> int:
    """The exit code of a task on the project in `folder`, after what it says."""
    frame.ROOT = Path(folder)
    try:
        task(Context(), folder)
    except Exit as stop:
        print(stop.message or "")
        return int(stop.code)
    return 0
