"""`invoke --help`, `invoke --list` and `invoke --help TASK` in French and German."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from io import StringIO
from typing import Any

from glose.tasks.words import spoken
from glose.tasks.words.messages import HELP


def told(step: Callable[..., None], program: Any, *names: str) -> None:
    """Does what invoke does, in other words. `names`: of the task that is asked for."""
    tasks = [program.collection[name] for name in names]
    written = [task.__doc__ for task in tasks]
    columns, heard = program.print_columns, StringIO()

    def translated(rows: Iterable[tuple[str, str | None]]) -> None:
        columns([(option, spoken(help_ or "", HELP)) for option, help_ in rows])

    program.print_columns = translated
    for task in tasks:
        task.__doc__ = spoken(inspect.getdoc(task) or "", HELP)
    try:
        with redirect_stdout(heard):
            step(*names)
    finally:
        program.print_columns = columns
        for task, doc in zip(tasks, written, strict=True):
            task.__doc__ = doc
    for line in heard.getvalue().splitlines():
        print(line if line.startswith(" ") else spoken(line, HELP))  # what has no margin is a heading
