"""A progress bar for work of which only the steps are known: on a terminal, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def bar() -> Iterator[Callable[[str, int], None]]:
    """Gives what is called with each step and how many are still to come, 0 while nobody knows."""
    if not sys.stdout.isatty():
        yield lambda what, left: None
        return
    from rich import progress as rich

    columns = (
        rich.TextColumn("{task.description}"),
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TimeRemainingColumn(),
    )
    with rich.Progress(*columns, transient=True) as shown:
        work = shown.add_task("looking", total=None)

        def step(what: str, left: int) -> None:
            done = shown.tasks[0].completed
            if left and shown.tasks[0].total is None:
                shown.reset(work, total=left + 1, description="bringing")
                done = 0
            shown.update(work, completed=done + 1)

        yield step
