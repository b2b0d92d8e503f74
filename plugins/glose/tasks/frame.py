"""What every task has in common: sentences instead of tracebacks, exit codes, tools of this environment."""

from __future__ import annotations

import functools
import os
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from invoke.exceptions import Exit
from invoke.tasks import task as invoke_task

from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import BusyError
from glose.tasks import here
from glose.tasks.settings import Site, read_site
from glose.tasks.voice import is_debugging, paint, plain
from glose.tasks.words import say, spoken

ROOT = here.root
CODE = Path(__file__).resolve().parents[1]
PROBLEMS, USAGE, BUSY, INTERRUPTED = 1, 2, 75, 130
DEBUG = is_debugging()
Function = TypeVar("Function", bound=Callable[..., Any])


def task(**options: Any) -> Callable[[Function], Any]:
    """An invoke task whose failures are sentences and exit codes; ``invoke --debug`` shows the traceback."""

    def decorate(function: Function) -> Any:
        @functools.wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:
            try:
                return function(*args, **kwargs)
            except KeyboardInterrupt:
                raise Exit(say("interrupted: nothing half-done was left"), INTERRUPTED) from None
            except Exit:
                raise
            except Exception as error:
                if DEBUG and not isinstance(error, DigestError):
                    raise
                if isinstance(error, BrokenPipeError):  # the reader, `head` say, has seen enough
                    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                    raise Exit(code=PROBLEMS) from None
                raise Exit(*said_of(error)) from None

        return invoke_task(**options)(run)

    return decorate


def said_of(error: Exception) -> tuple[str, int]:
    """The sentences for an error, a fault a line, and the exit code that it means."""
    faults = (error.faults or (error,)) if isinstance(error, DigestError) else (_fault(error),)
    colour = paint(sys.stderr)
    return within("\n".join(told(one, colour) for one in faults)), BUSY if isinstance(
        error, BusyError
    ) else PROBLEMS


def told(one: object, paint: Callable[[str, str], str] = plain, severity: str = "error") -> str:
    """A line for whoever reads the terminal: a fault in their language, anything else as it is."""
    return one.shown(paint, severity, spoken) if isinstance(one, Fault) else str(one)


def clauses(fault: Fault) -> str:
    """What is wrong and what to do, without where: what was typed has no line."""
    return f"{spoken(fault.what)}{spoken('; ')}{spoken(fault.todo)}"


def faults_in(error: Exception) -> tuple[Fault, ...]:
    """The same as data: where, what, and what to do."""
    found = error.faults if isinstance(error, DigestError) else (_fault(error),)
    return tuple(replace(one, path=within(one.path), what=within(one.what)) for one in found)


def _fault(error: Exception) -> Fault:
    """What an error says that nobody raised on purpose."""
    if isinstance(error, SyntaxError) and error.filename:
        return Fault(error.filename, error.lineno, error.msg, say("mend that line"))
    if isinstance(error, OSError) and error.filename is not None:
        place = os.fsdecode(error.filename)
        return Fault(place, None, str(error.strerror), say("mend that, or name another place"))
    if isinstance(error, OSError) and error.errno is not None:
        todo = say("look at the disk and run again")
        return Fault(say("the system refuses"), None, str(error.strerror), todo)
    if isinstance(error, sqlite3.OperationalError):
        place, todo = tempfile.gettempdir(), say("make room there, or name another folder in TMPDIR")
        return Fault(place, None, say("the database of this run: {error}", error=error), todo)
    todo = say("this is a fault of ours: run `invoke --debug …` again and report what it prints")
    name, lines = type(error).__name__, traceback.extract_tb(error.__traceback__)
    if theirs := [one for one in lines if _is_theirs(Path(one.filename))]:
        return Fault(theirs[-1].filename, theirs[-1].lineno, f"{name}: {error}", "mend that line")
    if own := [one for one in lines if Path(one.filename).is_relative_to(CODE)]:
        return Fault(own[-1].filename, own[-1].lineno, f"{name}: {error}", todo)
    return Fault(name, None, str(error), todo)


def _is_theirs(file: Path) -> bool:
    """Whether a module is a plugin that the digest has of its own."""
    return file.is_relative_to(Path(ROOT, "plugins")) and not file.is_relative_to(CODE)


class Whole(int):
    """A whole number on the command line; invoke shows a traceback for anything else given to an ``int``."""

    def __new__(cls, value: object = 0) -> Whole:
        """Reads what was typed, or says that it is no number."""
        try:
            return super().__new__(cls, str(value))
        except ValueError:
            raise Exit(
                say("{value!r} is not a whole number; write one like 2", value=str(value)), USAGE
            ) from None


def site(production: bool = False) -> Site:
    """The site of this project, as its settings describe it."""
    return read_site(ROOT, "publishconf.py" if production else "pelicanconf.py")


def within(what: object) -> str:
    """A message with its paths as the maintainer knows them: relative to the project."""
    return str(what).replace(f"{ROOT}{os.sep}", "")


def tell(lines: Iterable[object]) -> None:
    """Prints one thing a line, faults in the reader's language, with paths relative to the project."""
    for line in lines:
        print(within(told(line)))


def put(text: str, output: str) -> None:
    """Writes what was exported to a file, or to standard output where none is named."""
    if output:
        Path(output).write_text(text, encoding="utf-8", newline="")
    else:
        print(text, end="")


def python(*arguments: str) -> None:
    """Runs a tool of this environment at the project's root; its failure becomes ours."""
    from glose.tasks.child import with_program

    env = with_program(os.environ, ROOT)
    code = subprocess.run([sys.executable, *arguments], cwd=ROOT, env=env, check=False).returncode
    if code:
        raise Exit(code=INTERRUPTED if code in (-2, 130) else PROBLEMS)


def at_least(least: int, option: str, value: int) -> None:
    """Wrong usage when a number is smaller."""
    if value < least:
        raise Exit(say("{option}: at least {least}", option=f"--{option} {value}", least=least), USAGE)


def choose(option: str, value: str, choices: Iterable[str]) -> str:
    """`value`, or wrong usage when it is none of `choices`."""
    if value not in choices:
        wrong = say(
            "--{option} {value}: choose one of {choices}",
            option=option,
            value=value,
            choices=", ".join(choices),
        )
        raise Exit(wrong, USAGE)
    return value
