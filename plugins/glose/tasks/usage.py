"""Options of every task, and wrong usage that invoke itself notices: a sentence, and exit code 2 as for ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from invoke.exceptions import Exit, ParseError
from invoke.parser.argument import Argument

from glose.tasks import voice
from glose.tasks.words import language, say

USAGE = 2
_WORD = re.compile(r"No idea what '(?P<word>.*)' is!", re.S)
_VALUE = re.compile(r"Flag <Argument: (?P<word>\S+).*> needed value")
_MISSING = re.compile(r"'(?P<task>[^']*)' did not receive required positional arguments: (?P<names>.*)", re.S)


def told() -> None:
    """Has the program that reads this digest's tasks do so: invoke gives no other place for it."""
    from invoke.main import program

    for step in ("parse_tasks", "parse_cleanup"):
        before = getattr(program, step)
        if not hasattr(before, "tells"):
            setattr(program, step, _telling(before, program))
    for step in ("print_task_help", "print_help", "list_tasks"):
        before = getattr(program, step)
        if not hasattr(before, "tells"):
            setattr(program, step, _translating(before, program))
    if not hasattr(program.core_args, "tells"):
        program.core_args = _with_ours(program.core_args)  # type: ignore[method-assign]
        if hasattr(program, "core"):  # invoke has read its own options already, and left ours
            for one in ours():
                program.core[0].add_arg(one)


def ours() -> list[Argument]:
    """Options that every task takes, before its name or behind it."""
    return [Argument(name=one.name, kind=bool, default=False, help=one.help) for one in voice.OPTIONS]


def _with_ours(core: Callable[[], list[Argument]]) -> Callable[[], list[Argument]]:
    def arguments() -> list[Argument]:
        return [*core(), *ours()]

    arguments.tells = True  # type: ignore[attr-defined]
    return arguments


def _telling(step: Callable[[], None], program: Any) -> Callable[[], None]:
    def run() -> None:
        try:
            step()
            if step.__name__ == "parse_tasks":
                voice.heard(program.args)
                if all(program.args[one.name].value for one in voice.OPTIONS):
                    raise Exit(say("--quiet and --verbose: choose one"), USAGE)
        except ParseError as error:
            names = [*program.collection.task_names, *program.collection.collections]
            raise Exit(sentence(error, names), USAGE) from None

    run.tells = True  # type: ignore[attr-defined]
    return run


def _translating(step: Callable[..., None], program: Any) -> Callable[..., None]:
    """What tells of tasks and options, in the language of whoever asks; JSON is for programs."""

    def run(*names: str) -> None:
        if language() == "en" or program.list_format == "json":
            return step(*names)
        from glose.tasks.words.asked import told

        return told(step, program, *names)

    run.tells = True  # type: ignore[attr-defined]
    return run


def sentence(error: ParseError, tasks: Iterable[str]) -> str:
    """What is wrong with a command line, and what to write."""
    task = str(getattr(error.context, "name", None) or "")
    found = _WORD.fullmatch(str(error))
    if found and found["word"].startswith("-"):
        flags = getattr(error.context, "flags", {})
        help_ = f"`invoke --help {task}`" if task else "`invoke --help`"
        todo = _near(found["word"].partition("=")[0], flags, help_)
        return say(
            "{word}: {task} has no such option; {todo}", word=found["word"], task=task or "invoke", todo=todo
        )
    if found:
        todo = _near(found["word"], tasks, "`invoke --list`")
        return say("{word}: there is no such task; {todo}", word=found["word"], todo=todo)
    if found := _VALUE.match(str(error)):
        return say(
            "--{word}: needs a value; `invoke --help {task}` says which", word=found["word"], task=task
        )
    if found := _MISSING.fullmatch(str(error)):
        return say(
            "{task}: needs {names}; `invoke --help {task}` says what that is",
            task=found["task"],
            names=found["names"],
        )
    command = f"`invoke --help {task}`" if task else "`invoke --help`"
    return say("{what}; see {command}", what=str(error).strip().rstrip("!."), command=command)


def _near(word: str, known: Iterable[str], otherwise: str) -> str:
    close = get_close_matches(word, list(known), 1, 0.7)
    return say("write {word}", word=close[0]) if close else say("{command} names them", command=otherwise)
