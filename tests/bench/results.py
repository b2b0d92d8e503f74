"""What was measured, in the order of measuring, and what follows from it: medians, spreads, ratios, growth."""

from __future__ import annotations

import itertools
import json
import statistics
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.bench.process import Spent

COLD, BASE = "cold", "pelican"
"""The build from nothing, and the peer that all are compared with."""
MEGA = 1e6


@dataclass(frozen=True, slots=True)
class Run:
    """One command that was measured."""

    articles: int
    tool: str
    doing: str
    """`cold`, the name of an edit, or one of the sample's."""
    turn: int
    """The round, from 0."""
    wall: float
    """Seconds."""
    cpu: float | None = None
    """Seconds of user and system time with those of all children."""
    largest: float | None = None
    """MB that the largest process had at most."""
    total: float | None = None
    """MB that all its processes had together at most; nothing where the system does not tell."""
    pages: int = 0
    """HTML files of the site."""
    files: int = 0
    """All files of the site."""
    load: float = 0
    """Processes that wanted a core when it began, as the system's average over a minute has it."""
    fault: str = ""
    """Why the figures are worth nothing; empty when the site is what it must be."""

    @classmethod
    def of(cls, spent: Spent, **more: Any) -> Run:
        """A run with what its command cost."""
        return cls(
            wall=round(spent.wall, 4),
            cpu=round(spent.cpu, 4),
            largest=round(spent.largest / MEGA, 1),
            total=round(spent.total / MEGA, 1) if spent.total else None,
            **more,
        )


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of several figures, and the outermost of them."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, figures: Iterable[float | None]) -> Spread | None:
        """Nothing when there is no figure."""
        known = [figure for figure in figures if figure is not None]
        return cls(statistics.median(known), min(known), max(known)) if known else None

    def told(self, digits: int = 2) -> str:
        """As tables have it: the median, and in brackets the spread where there is one."""
        middle = f"{self.median:.{digits}f}"
        return middle if self.low == self.high else f"{middle} ({self.low:.{digits}f}–{self.high:.{digits}f})"


@dataclass(frozen=True, slots=True)
class Row:
    """What all rounds together say of one tool doing one thing."""

    articles: int
    tool: str
    doing: str
    pages: int
    wall: Spread | None
    cpu: Spread | None
    largest: Spread | None
    total: Spread | None
    wall_ratio: Spread | None
    """To a cold build of `BASE` with as many articles in the same round."""
    cpu_ratio: Spread | None
    fault: str


@dataclass(frozen=True, slots=True)
class Growth:
    """How many times longer a cold build takes when there are more articles."""

    tool: str
    fewer: int
    more: int
    wall: Spread
    cpu: Spread | None


@dataclass(frozen=True, slots=True)
class Result:
    """One run of the benchmark."""

    machine: dict[str, Any]
    tools: list[dict[str, str]]
    """Each that was measured, with `name`, `shown`, `version`, `differs`; the project's own first."""
    missing: list[str]
    """Peers that were asked for and are not installed."""
    terms: int
    runs: list[Run]

    def added_to(self, before: Result) -> Result:
        """This one, with what an earlier one says of other numbers of articles.

        Figures of one number of articles are always of one run, since their ratios would mean nothing otherwise.
        """
        sizes = {run.articles for run in self.runs}
        tools = {tool["name"]: tool for tool in (*self.tools, *before.tools)}
        names = [tool["shown"] for tool in tools.values()]
        missing = [name for name in dict.fromkeys((*before.missing, *self.missing)) if name not in names]
        runs = [run for run in before.runs if run.articles not in sizes] + self.runs
        return Result(self.machine, list(tools.values()), missing, self.terms, runs)

    def rows(self) -> list[Row]:
        """What was measured, a row a tool and thing done, in the order of measuring."""
        keys = dict.fromkeys((run.articles, run.tool, run.doing) for run in self.runs)
        return [self._row(*key) for key in keys]

    def growth(self) -> list[Growth]:
        """From each number of articles to the next."""
        sizes = sorted({run.articles for run in self.runs if run.doing == COLD})
        found = []
        for fewer, more in itertools.pairwise(sizes):
            for tool in self.tools:
                name = tool["name"]
                wall = self._ratio((more, name, COLD), (fewer, name, COLD), lambda run: run.wall)
                cpu = self._ratio((more, name, COLD), (fewer, name, COLD), lambda run: run.cpu)
                if wall:
                    found.append(Growth(name, fewer, more, wall, cpu))
        return found

    def shown(self, tool: str) -> str:
        """What tables call a tool."""
        return next(one["shown"] for one in self.tools if one["name"] == tool)

    def _of(self, articles: int, tool: str, doing: str) -> Iterator[Run]:
        key = (articles, tool, doing)
        return (run for run in self.runs if (run.articles, run.tool, run.doing) == key)

    def _ratio(
        self, key: tuple[int, str, str], to: tuple[int, str, str], figure: Callable[[Run], float | None]
    ) -> Spread | None:
        """Round by round, since what else the machine does changes from one to the next."""
        base = {run.turn: figure(run) for run in self._of(*to) if not run.fault}
        both = [(figure(run), base.get(run.turn)) for run in self._of(*key) if not run.fault]
        return Spread.of(mine / theirs for mine, theirs in both if mine is not None and theirs)

    def _row(self, articles: int, tool: str, doing: str) -> Row:
        runs = list(self._of(articles, tool, doing))
        good = [run for run in runs if not run.fault]
        plain = (articles, BASE, COLD)
        return Row(
            articles,
            tool,
            doing,
            max(run.pages for run in runs),
            Spread.of(run.wall for run in good),
            Spread.of(run.cpu for run in good),
            Spread.of(run.largest for run in good),
            Spread.of(run.total for run in good),
            self._ratio((articles, tool, doing), plain, lambda run: run.wall),
            self._ratio((articles, tool, doing), plain, lambda run: run.cpu),
            next((run.fault for run in runs if run.fault), ""),
        )

    def write(self, file: Path) -> None:
        """As JSON: all runs, and for others to read what follows from them."""
        told = asdict(self) | {
            "summary": [asdict(row) for row in self.rows()],
            "growth": [asdict(one) for one in self.growth()],
        }
        file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> Result:
        """What `write` wrote."""
        told = json.loads(file.read_text(encoding="utf-8"))
        runs = [Run(**run) for run in told["runs"]]
        return cls(told["machine"], told["tools"], told["missing"], told["terms"], runs)
