"""A result as a picture: bars with their spread, as plain SVG that says in words what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from tests.bench.edits import EDITS
from tests.bench.results import COLD, Result, Spread
from tests.bench.tables import NAMES

WIDTH, LEFT, RIGHT, LINE = 760, 300, 640, 24
"""Pixels: the picture, where bars begin and where the longest of them ends, and the height of one."""
STYLE = """
text { font: 14px system-ui, sans-serif; fill: #1f2328 }
.paper { fill: #fff }
.head { font-weight: 600 }
.ours { fill: #0b57a4 }
.theirs { fill: #8c959f }
.spread, .unit { stroke: #1f2328; stroke-width: 1.5; fill: none }
.unit { stroke-dasharray: 3 3 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.paper { fill: #0d1117 }
.ours { fill: #58a6ff }
.theirs { fill: #6e7681 }
.spread, .unit { stroke: #e6edf3 }
}"""


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure."""

    label: str
    spread: Spread
    ours: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars that have one scale."""

    heading: str
    bars: tuple[Bar, ...]
    sign: str
    """What stands before or after a figure, with `#` for the figure."""
    unit: float = 0
    """At which a line is drawn, to compare with."""

    @property
    def height(self) -> int:
        return LINE * (len(self.bars) + 2)

    @property
    def words(self) -> str:
        """The panel, told."""
        told = (f"{bar.label} {self.sign.replace('#', bar.spread.told())}" for bar in self.bars)
        return f"{self.heading}: {', '.join(told)}."


def chart(result: Result) -> str:
    """The whole picture."""
    panels = [panel for panel in panels_of(result) if panel.bars]
    height = sum(panel.height for panel in panels) + LINE
    words = " ".join(panel.words for panel in panels)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-labelledby="title desc">',
        '<title id="title">What a build costs, beside other static site generators</title>',
        f'<desc id="desc">{escape(words)}</desc>',
        f"<style>{STYLE}\n</style>",
        f'<rect class="paper" width="{WIDTH}" height="{height}"/>',
    ]
    top = LINE
    for panel in panels:
        lines += draw(panel, top)
        top += panel.height
    return "\n".join([*lines, "</svg>", ""])


def panels_of(result: Result) -> Iterator[Panel]:
    """What is worth seeing: cold builds for each number of articles, edits for the most, growth."""
    rows = result.rows()
    sizes = sorted({row.articles for row in rows if row.doing == COLD})
    edited = max((row.articles for row in rows if row.doing in EDITS), default=0)
    for size in sizes:
        yield Panel(
            f"Cold build of {size:,} articles, wall time as a multiple of Pelican’s",
            tuple(
                Bar(result.shown(row.tool), row.wall_ratio, row.tool == result.tools[0]["name"])
                for row in rows
                if (row.articles, row.doing) == (size, COLD) and row.wall_ratio
            ),
            "× #",
            1,
        )
    ours = result.tools[0]
    yield Panel(
        f"{ours['shown']} after an edit, {edited:,} articles, CPU seconds" if edited else "",
        tuple(
            Bar(NAMES[row.doing], row.cpu, True)
            for row in rows
            if (row.articles, row.tool) == (edited, ours["name"]) and row.doing in EDITS and row.cpu
        ),
        "# s",
    )
    yield Panel(
        "Growth: how many times longer with more articles (wall, cold)",
        tuple(
            Bar(
                f"{result.shown(one.tool)}, {one.fewer:,} → {one.more:,}",
                one.wall,
                one.tool == ours["name"],
            )
            for one in result.growth()
        ),
        "× #",
    )


def draw(panel: Panel, top: int) -> Iterator[str]:
    """Heading, bars, their figures and spreads."""
    longest = max(bar.spread.high for bar in panel.bars) or 1

    def x(figure: float) -> str:
        return f"{LEFT + (RIGHT - LEFT) * figure / longest:.1f}"

    yield f'<text class="head" x="16" y="{top + 6}">{escape(panel.heading)}</text>'
    for number, bar in enumerate(panel.bars, 1):
        y = top + number * LINE
        middle, kind = y - 2, "ours" if bar.ours else "theirs"
        yield f'<text x="{LEFT - 10}" y="{y + 3}" text-anchor="end">{escape(bar.label)}</text>'
        width = float(x(bar.spread.median)) - LEFT
        yield f'<rect class="{kind}" x="{LEFT}" y="{y - 11}" width="{width:.1f}" height="18"/>'
        if bar.spread.low != bar.spread.high:
            low, high = x(bar.spread.low), x(bar.spread.high)
            yield f'<path class="spread" d="M{low} {middle}H{high}M{low} {middle - 4}v8M{high} {middle - 4}v8"/>'
        figure = panel.sign.replace("#", f"{bar.spread.median:.2f}")
        yield f'<text x="{RIGHT + 12}" y="{y + 3}">{escape(figure)}</text>'
    if panel.unit and panel.unit <= longest:
        bottom = top + len(panel.bars) * LINE + 10
        yield f'<path class="unit" d="M{x(panel.unit)} {top + 13}V{bottom}"/>'
