"""docs/tasks.md names every task with every option, and none that is not there."""

from __future__ import annotations

from typing import Any

from tasks import ns
from tests.docs.manual import code, rows


def tasks() -> dict[str, Any]:
    """Every task by the shortest name that calls it."""
    names = {ns[name]: name for name in sorted(ns.task_names, key=len, reverse=True)}
    defaults = {ns[name]: name for name in ns.collections if ns.collections[name].default}
    return {name: task for task, name in (names | defaults).items()}


ARGUMENTS = {name: task.get_arguments() for name, task in tasks().items()}
"""Asked once: invoke takes the help out of a task when it makes its arguments."""


def option(argument: Any) -> str:
    """The option as a task's help lists it; a switch that is on by default is named by what turns it off."""
    name = max(argument.names, key=len)
    return f"--no-{name}" if argument.default is True else f"--{name}"


def documented() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    current = ""
    for task, options, meaning in rows("docs/tasks.md", "# Tasks"):
        assert meaning, f"{task or options} is not explained"
        current = code(task)[0] if task else current
        found.setdefault(current, set()).update(code(options))
    return found


def test_every_task_is_documented_with_every_option_and_no_other() -> None:
    assert documented() == {name: set(map(option, arguments)) for name, arguments in ARGUMENTS.items()}


def test_every_task_and_every_option_has_help() -> None:
    assert all(task.__doc__ for task in tasks().values())
    for name, arguments in ARGUMENTS.items():
        for argument in arguments:
            assert argument.help, f"{name} {option(argument)}"
