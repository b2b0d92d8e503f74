"""An error inside a template becomes a fault with the template's line."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jinja2 import TemplateNotFound, TemplateSyntaxError

from glose.digest.model.errors import DigestError, Fault


def line_of(error: BaseException) -> tuple[str, int | None]:
    """File and line of the template at which an error arose; an empty file when it arose in none."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith(".html"):
            return frame.filename, frame.lineno
    return "", None


def fault_of(error: Exception, page: str) -> DigestError | None:
    """What a maintainer of templates needs to know; None for an error that is not a template's.

    `page`: the file that was being rendered.
    """
    if isinstance(error, DigestError | MemoryError):
        return None
    file, line = line_of(error)
    if not file:
        return None
    what = f"{type(error).__name__}: {error}"
    if isinstance(error, TemplateNotFound):
        what = f"there is no template {error.name}"
    return DigestError(Fault(file, line, f"{what} {_PAGE.format(page)}", "mend the template"))


_PAGE = "(for the page {})"
_SAID = re.compile(r" \(for the page ([^)]+)\)$")


def once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """What is wrong in a template once, whatever the number of pages in which it is."""
    groups: dict[Fault, list[Fault]] = {}
    for one in faults:
        groups.setdefault(replace(one, what=_SAID.sub("", one.what)), []).append(one)
    for same in groups.values():
        one = min(same)
        yield replace(one, what=f"{one.what[:-1]} and {len(same) - 1} more)") if same[1:] else one
