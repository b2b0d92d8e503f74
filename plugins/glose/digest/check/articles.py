"""What is wrong in one article or page beyond its grammar: marks, pictures and wishes that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from glose.digest.check.links import Lines, near
from glose.digest.glossary import Glossary, Policy, article_policy
from glose.digest.model.errors import DigestError, Fault

TOO_DEEP = "is nested too deeply to be read", "take some of its levels out"


def picture_faults(src: str, line: int | None, path: str, pictures: frozenset[str]) -> Iterator[Fault]:
    """A picture that is not there. `pictures`: files below the content's folder that are always published."""
    if src not in pictures:
        what = f"image: src names no picture that is published: {src}"
        close = near(src, pictures)
        todo = f'write "{close}", or put the picture there' if close else "put the picture there"
        yield Fault(path, line, what, todo)


def wish_faults(
    options: Mapping[str, Any], path: str, glossary: Glossary, lines: Callable[[], Lines]
) -> Iterator[Fault]:
    """Faults of the article's own ``glossary:`` key. `lines`: reads the file, to find where it is wrong."""
    try:
        article_policy(Policy(), options, glossary, path)
    except DigestError as error:
        for fault in error.faults:
            word = fault.what.rpartition(' "')[2].rstrip('"')
            file = lines()
            yield Fault(path, file.of(word, file.of("glossary:") or 1), fault.what, fault.todo)


def mark_faults(problems: Iterable[str], path: str, lines: Lines) -> Iterator[Fault]:
    """Marks made by hand that can become no link, as `annotate` tells them."""
    for problem in problems:
        what, _, todo = problem.partition("; ")
        words = what.partition("]]")[0].removeprefix("[[")
        yield Fault(path, lines.of(f"[[{words}") or lines.of("[["), what, todo)
