"""What the open pages of `invoke serve` are told: that a new site is up, what is wrong, how the search index stands."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import time_ns
from typing import Any

from glose.digest.model.errors import Fault
from glose.tasks.words import language, later, say, spoken

MANY = 20
"""Faults that a page shows (page/serve.js)."""
KEPT = 100
"""Generations of which it is remembered whom they concern; to a page that is older, everything is new."""


@dataclass(frozen=True, slots=True)
class News:
    """How things stand beside the site that is shown."""

    wrong: tuple[Fault, ...] = ()
    """For which nothing was built: what is shown is the last good site."""
    aside: tuple[Fault, ...] = ()
    """What is wrong though the site was built."""
    search: str = ""
    """What is to be said of the search index; empty while it is that of the site."""

    @property
    def plain(self) -> dict[str, Any]:
        """As pages show it, in the terminal's language whatever theirs is."""
        count = len(self.wrong) + len(self.aside)
        things = say("{count} things are wrong", count=count)
        says = later("The site was built without it, or with it as it is.")
        if self.wrong:
            says = later("Nothing new was built: this is the last good page. It goes on when that is mended.")
        return {
            "wrong": [_plain(one) for one in self.wrong],
            "aside": [_plain(one) for one in self.aside],
            "search": self.search,
            "lang": language(),
            "title": say("One thing is wrong") if count == 1 else things,
            "says": say(says),
            "joint": spoken("; "),
            "more": say("and {count} more, on the terminal", count=count - MANY) if count > MANY else "",
            "close": say("Close"),
        }


def _plain(fault: Fault) -> dict[str, str]:
    return {
        "place": fault.path if fault.line is None else f"{fault.path}:{fault.line}",
        "what": spoken(fault.what),
        "todo": spoken(fault.todo),
    }


class Reloader:
    """Wakes every open page when a site has been published, or when there is news."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.generation = time_ns()
        """Of the site that is served: another one after each build, and in each server."""
        self.news = News()
        self.early: Mapping[str, bytes] = {}
        """Pages that are there before the site is, by path."""
        self._concerned: list[tuple[int, Callable[[str], bool]]] = []
        self._open = Counter[str]()

    def announce(self, but: Container[str] = ()) -> None:
        """Tells all waiting pages to load again, `but` those that show already what they will; there is a new site."""
        with self._changed:
            self.early = {}
            self._next(lambda path: path not in but)

    def show(self, path: str, page: bytes) -> None:
        """Tells who looks at this page to load it again: it is there before the site is."""
        with self._changed:
            self.early = {**self.early, path: page}
            self._next(lambda one: one == path)

    def withdraw(self) -> None:
        """What came early was not followed by a site: who looks at it is told to load again what there was."""
        with self._changed:
            if gone := frozenset(self.early):
                self.early = {}
                self._next(gone.__contains__)

    def _next(self, concerns: Callable[[str], bool]) -> None:
        self.generation += 1
        self._concerned.append((self.generation, concerns))
        del self._concerned[:-KEPT]
        self._changed.notify_all()

    def is_other(self, path: str, seen: int) -> bool:
        """Whether a page that was read when `seen` was the generation is another one now. Empty path: any page."""
        since = [concerns for generation, concerns in self._concerned if generation > seen]
        known = bool(self._concerned) and self._concerned[0][0] <= seen + 1
        return seen != self.generation and (not path or not known or any(one(path) for one in since))

    @contextmanager
    def open(self, path: str) -> Iterator[None]:
        """A page is open as long as the block runs."""
        with self._changed:
            self._open[path] += 1
        try:
            yield
        finally:
            with self._changed:
                self._open[path] -= 1

    @property
    def looked_at(self) -> list[str]:
        """Paths of the pages that are open."""
        with self._changed:
            return [path for path, count in self._open.items() if path and count > 0]

    def tell(self, **news: Any) -> None:
        """Tells all waiting pages what is new of `News`."""
        with self._changed:
            self.news = replace(self.news, **news)
            self._changed.notify_all()

    def wait(self, seconds: float, seen: int | None = None, known: News | None = None) -> bool:
        """True when a build was announced within `seconds`, or since `seen` was the generation.

        With `known`, also when the news are others.
        """
        with self._changed:
            first = self.generation if seen is None else seen
            return self._changed.wait_for(
                lambda: self.generation != first or (known is not None and self.news != known),
                timeout=seconds,
            )
