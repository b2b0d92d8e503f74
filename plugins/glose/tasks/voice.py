"""How tasks speak: how much they say, and whether in colour. Asked of the environment, so that children do as we do."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import IO, Any, NamedTuple


class Option(NamedTuple):
    """One that every task takes, before its name or behind it."""

    name: str
    variable: str
    """Of the environment: the same for good, for a CI say."""
    help: str


OPTIONS = (
    Option("quiet", "GLOSE_QUIET", "Say only what is wrong or waits for somebody, and what was asked for."),
    Option("verbose", "GLOSE_VERBOSE", "Say how long each stage took, and of each seed what became of it."),
)
COLOURS = {"error": "31", "warning": "33", "note": "36"}
"""Of terminals (ECMA-48)."""
STARTED = time.monotonic()


def is_on(variable: str) -> bool:
    """Whether the environment says so; ``0`` and nothing say no."""
    return os.environ.get(variable, "") not in ("", "0")


def is_quiet() -> bool:
    """Whether results are not told: `invoke --quiet`."""
    return is_on("GLOSE_QUIET")


def is_verbose() -> bool:
    """Whether stages are told, too: `invoke --verbose`, and `--debug`."""
    return not is_quiet() and (is_on("GLOSE_VERBOSE") or is_debugging())


def is_debugging() -> bool:
    """Whether tracebacks are shown: `invoke --debug`, which is invoke's own."""
    return is_on("GLOSE_DEBUG") or bool({"--debug", "-d"} & set(sys.argv))


def result(*lines: object) -> None:
    """Says what was done, a line each, unless nobody wants to know."""
    if not is_quiet():
        for line in lines:
            print(line, flush=True)


def detail(line: str) -> None:
    """Says how it went, beside the results, to those who want to know."""
    if is_verbose():
        print(line, file=sys.stderr, flush=True)


def is_coloured(stream: IO[str] | None = None) -> bool:
    """Whether people see colours in a stream, the standard output: on a terminal, unless they do not want to.

    NO_COLOR (https://no-color.org) goes before FORCE_COLOR, which is for logs that show colours.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if is_on("FORCE_COLOR"):
        return True
    return is_terminal(stream or sys.stdout)


def is_terminal(stream: IO[str]) -> bool:
    """Whether somebody looks at it who can be shown more than lines."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def painted(words: str, severity: str) -> str:
    """Words in the colour of a severity."""
    return f"\x1b[{COLOURS[severity]}m{words}\x1b[0m"


def plain(words: str, severity: str) -> str:
    """Words as they are."""
    return words


def paint(stream: IO[str] | None = None) -> Callable[[str, str], str]:
    """`painted` where a stream, the standard output, shows colours; `plain` elsewhere."""
    return painted if is_coloured(stream) else plain


def heard(values: Any) -> None:
    """Does as the command line says. `values`: invoke's core arguments by name."""
    for option in OPTIONS:
        if values[option.name].value:
            os.environ[option.variable] = "1"
