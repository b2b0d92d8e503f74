"""Questions on a terminal, and new files: asked only where somebody is there to answer, never over what is there."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.tasks.frame import USAGE, within
from glose.tasks.voice import is_quiet
from glose.tasks.words import say

Ask = Callable[[str], str]
"""Asks a question and returns the answer."""


def asker() -> Ask | None:
    """Who asks; None where nobody is there to answer."""
    return input if sys.stdin.isatty() else None


def answer(ask: Ask, question: str, default: str = "") -> str:
    """The answer without space around it; `default` for none."""
    shown = f"{question} [{default}]: " if default else f"{question}: "
    try:
        return ask(shown).strip() or default
    except EOFError:
        raise Exit(say("nothing was written: the questions were not answered"), USAGE) from None


def needing(function: Callable[..., None], *names: str) -> Callable[..., None]:
    """The same for a task that is given these as words behind its name: for invoke, such words are never optional."""

    @functools.wraps(function)
    def run(*args: Any, **kwargs: Any) -> None:
        function(*args, **kwargs)

    known = inspect.signature(function).parameters
    first = [known["c"], *(known[name].replace(default=inspect.Parameter.empty) for name in names)]
    rest = [one for name, one in known.items() if name not in ("c", *names)]
    vars(run)["__signature__"] = inspect.Signature([*first, *rest])
    return run


def begin(file: Path, text: str) -> None:
    """Writes a file that is not there yet; raises `Exit` where it is."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        stream = file.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        raise Exit(say("{file}: exists already; edit it", file=within(file)), USAGE) from None
    try:
        with stream:
            stream.write(text)
    except BaseException:  # no disk left: half a file would be read as a whole one
        file.unlink()
        raise


def tell_next(file: Path, todo: str, line: int = 0) -> None:
    """Names the file that was written, for programs too, and tells people what comes next."""
    print(f"{within(file)}:{line}" if line else within(file), flush=True)
    if not is_quiet():
        print(say("next: {todo}", todo=todo), file=sys.stderr)
