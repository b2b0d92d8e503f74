"""One progress bar for everything that takes over a second: with rate and time left, on a terminal and nowhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, Any

from glose.tasks.voice import detail, is_quiet, is_terminal
from glose.tasks.words import say

if TYPE_CHECKING:  # imported when something takes its time: it takes its own
    from rich.progress import Progress, TaskID

Move = Callable[[str, int, int], None]
"""Told of a stage by its name, how much of it is done, and how much there is: 0 while nobody knows."""
PATIENCE = 0.5
"""Seconds in which nobody asks how far it is."""


@contextmanager
def bar(stage: str = "") -> Iterator[Move]:
    """A bar for what is done meanwhile, of which the first stage may be known; with `--verbose`, a line for each."""
    shown = Shown(is_terminal(sys.stderr) and not is_quiet())
    if stage:
        shown.move(stage, 0, 0)
    try:
        yield shown.move
    finally:
        shown.close()


class Shown:
    """The stages as they come, and the bar from the time on when it takes too long."""

    def __init__(self, is_seen: bool) -> None:
        """`is_seen`: whether there is a terminal to draw on."""
        self._stages: dict[str, list[float]] = {}
        self._rows: dict[str, TaskID] = {}
        self._drawn: Progress | None = None
        self._lock = Lock()
        self._timer = Timer(PATIENCE, self._draw)
        self._timer.daemon = True
        if is_seen:
            self._timer.start()

    def move(self, stage: str, done: int, total: int) -> None:
        """How far it is."""
        now = time.monotonic()
        began = self._stages.get(stage, [now])[0]
        self._stages[stage] = [began, now, done, total]
        if self._drawn:
            with self._lock:
                self._show(self._drawn, stage)

    def close(self) -> None:
        """Takes the bar away."""
        self._timer.cancel()
        with self._lock:
            if self._drawn:
                self._drawn.stop()
        end = time.monotonic()
        for stage, (began, last, done, _) in self._stages.items():
            took = (last if done else end) - began
            what = f"{say(stage)}: {took:.1f} s"
            detail(f"{what}, {say('{done} done', done=int(done))}, {_rate(done, took)}" if done else what)

    def _draw(self) -> None:
        from rich import progress as rich
        from rich.console import Console

        drawn = rich.Progress(
            rich.TextColumn("{task.description}"),
            rich.BarColumn(),
            rich.MofNCompleteColumn(),
            rich.TextColumn("{task.fields[rate]}"),
            rich.TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=sys.stdout.isatty(),  # a pipe gets what it would get without us
        )
        with self._lock:
            if self._timer.finished.is_set():
                return
            drawn.start()
            for stage in list(self._stages):
                self._show(drawn, stage)
            self._drawn = drawn

    def _show(self, drawn: Any, stage: str) -> None:
        began, last, done, total = self._stages[stage]
        if stage not in self._rows:
            self._rows[stage] = drawn.add_task(say(stage), total=None, rate="")
        rate = _rate(done, last - began)
        drawn.update(self._rows[stage], completed=done, total=total or None, rate=rate)


def _rate(done: float, seconds: float) -> str:
    return f"{done / seconds:,.0f}/s" if done and seconds > 0 else ""
