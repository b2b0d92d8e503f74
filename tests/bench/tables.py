"""A result as Markdown tables: the same on the terminal and in docs/performance.md."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.edits import EDITS
from tests.bench.results import COLD, Result, Row, Spread
from tests.bench.sample import SAMPLE

NAMES = {COLD: "a cold build", **{name: told for name, (told, _) in EDITS.items()}, **SAMPLE}

UNKNOWN = "Not measured."
"""Where nothing was asked for."""


def tables(result: Result) -> dict[str, str]:
    """Each table by the heading right below which the documentation has it."""
    made = {
        "## Cold builds": "\n".join(cold(result)),
        "## After an edit": "\n".join(edits(result)),
        "## The sample": "\n".join(sample(result)),
        "## Growth": "\n".join(growth(result)),
        "## Where": "\n".join(where(result)),
    }
    return {heading: table if table.count("\n") > 1 else UNKNOWN for heading, table in made.items()}


def told(spread: Spread | None, digits: int = 2) -> str:
    """A cell."""
    return spread.told(digits) if spread else "–"


def cold(result: Result) -> Iterator[str]:
    """Everybody, from nothing."""
    yield "| articles | tool | pages | wall, s | ÷ Pelican | CPU, s | ÷ Pelican | largest process, MB | all, MB |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for row in sorted(chosen(result, {COLD}), key=lambda row: row.articles):
        yield cells(
            f"{row.articles:,}",
            result.shown(row.tool),
            f"{row.pages:,}",
            told(row.wall),
            told(row.wall_ratio),
            told(row.cpu),
            told(row.cpu_ratio),
            told(row.largest, 0),
            told(row.total, 0),
            fault=row.fault,
        )


def edits(result: Result) -> Iterator[str]:
    """After an edit, ours; and the peers after one body."""
    yield "| articles | tool | done | wall, s | CPU, s | ÷ Pelican's cold CPU | largest process, MB |"
    yield "|---|---|---|---|---|---|---|"
    for row in sorted(chosen(result, set(EDITS)), key=lambda row: (row.articles, row.tool != "glose")):
        yield cells(
            f"{row.articles:,}",
            result.shown(row.tool),
            NAMES[row.doing],
            told(row.wall),
            told(row.cpu),
            told(row.cpu_ratio),
            told(row.largest, 0),
            fault=row.fault,
        )


def sample(result: Result) -> Iterator[str]:
    """The site that comes with the project."""
    yield "| done | pages | wall, s | CPU, s | largest process, MB |"
    yield "|---|---|---|---|---|"
    for row in chosen(result, set(SAMPLE)):
        pages = f"{row.pages:,}" if row.pages else ""
        shown = (NAMES[row.doing], pages, told(row.wall), told(row.cpu), told(row.largest, 0))
        yield cells(*shown, fault=row.fault)


def growth(result: Result) -> Iterator[str]:
    """How time grows with the archive."""
    yield "| tool | articles | wall | CPU |"
    yield "|---|---|---|---|"
    for one in result.growth():
        span = f"{one.fewer:,} → {one.more:,}"
        yield cells(result.shown(one.tool), span, f"× {told(one.wall)}", f"× {told(one.cpu)}")


def where(result: Result) -> Iterator[str]:
    """Machine and versions."""
    yield "| what | which |"
    yield "|---|---|"
    for key, value in result.machine.items():
        yield cells(key, str(value))
    yield cells("terms", f"{result.terms:,}")
    yield cells("rounds", str(1 + max((run.turn for run in result.runs), default=0)))
    loads = Spread.of(run.load for run in result.runs)
    yield cells("load when a build began", told(loads, 1))
    for tool in result.tools:
        yield cells(f"{tool['shown']} {tool['version']}".strip(), tool["differs"])
    for name in result.missing:
        yield cells(name, "not installed, not measured")


def chosen(result: Result, doing: set[str]) -> list[Row]:
    """The rows of some things done."""
    return [row for row in result.rows() if row.doing in doing]


def cells(*texts: str, fault: str = "") -> str:
    """One row; what is wrong with it stands in its last cell."""
    shown = (*texts[:-1], f"{texts[-1]} **{fault}**") if fault else texts
    return f"| {' | '.join(text.replace('|', '/') for text in shown)} |"
