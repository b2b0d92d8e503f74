"""Wrong usage that invoke itself notices: a sentence with what was probably meant, and exit code 2 as for ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from invoke.exceptions import Exit, ParseError

USAGE = 2
_WORD = re.compile(r"No idea what '(?P<word>.*)' is!", re.S)
_VALUE = re.compile(r"Flag <Argument: (?P<word>\S+).*> needed value")
_MISSING = re.compile(r"'(?P<task>[^']*)' did not receive required positional arguments: (?P<names>.*)", re.S)


def told() -> None:
    """Has the program that reads this digest's tasks tell wrong usage so: invoke gives no other place for it."""
    from invoke.main import program

    for step in ("parse_tasks", "parse_cleanup"):
        before = getattr(program, step)
        if not hasattr(before, "tells"):
            setattr(program, step, _telling(before, program))


def _telling(step: Callable[[], None], program: Any) -> Callable[[], None]:
    def run() -> None:
        try:
            step()
        except ParseError as error:
            names = [*program.collection.task_names, *program.collection.collections]
            raise Exit(sentence(error, names), USAGE) from None

    run.tells = True  # type: ignore[attr-defined]
    return run


def sentence(error: ParseError, tasks: Iterable[str]) -> str:
    """What is wrong with a command line, and what to write."""
    task = str(getattr(error.context, "name", None) or "")
    found = _WORD.fullmatch(str(error))
    if found and found["word"].startswith("-"):
        flags = getattr(error.context, "flags", {})
        help_ = f"`invoke --help {task}`" if task else "`invoke --help`"
        todo = _near(found["word"].partition("=")[0], flags, f"{help_} names them")
        return f"{found['word']}: {task or 'invoke'} has no such option; {todo}"
    if found:
        return f"{found['word']}: there is no such task; {_near(found['word'], tasks, '`invoke --list` names them')}"
    if found := _VALUE.match(str(error)):
        return f"--{found['word']}: needs a value; `invoke --help {task}` says which"
    if found := _MISSING.fullmatch(str(error)):
        return f"{found['task']}: needs {found['names']}; `invoke --help {found['task']}` says what that is"
    return f"{str(error).strip().rstrip('!.')}; see `invoke --help{f' {task}' if task else ''}`"


def _near(word: str, known: Iterable[str], otherwise: str) -> str:
    close = get_close_matches(word, list(known), 1, 0.7)
    return f"write {close[0]}" if close else otherwise
