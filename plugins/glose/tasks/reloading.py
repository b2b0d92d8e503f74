"""What the open pages of `invoke serve` are told: that a new site is up, what is wrong, how the search index stands."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from time import time_ns
from typing import Any

from glose.digest.model.errors import Fault


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
        """As JSON has it."""
        return {"wrong": _plain(self.wrong), "aside": _plain(self.aside), "search": self.search}


def _plain(faults: Iterable[Fault]) -> list[dict[str, str]]:
    return [
        {
            "place": one.path if one.line is None else f"{one.path}:{one.line}",
            "what": one.what,
            "todo": one.todo,
        }
        for one in faults
    ]


class Reloader:
    """Wakes every open page when a site has been published, or when there is news."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.generation = time_ns()
        """Of the site that is served: another one after each build, and in each server."""
        self.news = News()

    def announce(self) -> None:
        """Tells all waiting pages to load again."""
        with self._changed:
            self.generation += 1
            self._changed.notify_all()

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
