"""Where the names of places are written on a map, so that none covers another one or a dot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

LINE = 24.0
"""Units of a line of text at the size that a phone shows it; a desktop shows it smaller."""
LETTER = 13.5
"""Units of a letter of it, on the average."""
DOT = 4.5
"""Radius of a place's dot."""
BESIDE = 9.0
"""Units from the middle of a dot to its name."""
STEPS = (0.0, -0.6, 0.6, -1.2, 1.2, 2.0, -2.0)
"""Lines by which a name may move up or down from beside its dot, in the order in which this is tried."""

CELL = (160.0, 48.0)
"""Width and height of a cell of the `Grid`."""
CROWD = 200
"""Things around a dot of which a name takes notice: in a greater crowd it covers others wherever it stands."""


class Box(NamedTuple):
    """A rectangle of the picture, in its units."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: Box) -> float:
        """The area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(width, 0.0) * max(height, 0.0)

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


class Label(NamedTuple):
    """Where a name is written: its base line, and which of its ends stands at `x`."""

    x: float
    y: float
    anchor: Literal["start", "end"]

    def box(self, name: str) -> Box:
        """What the name covers."""
        width = len(name) * LETTER
        left = self.x if self.anchor == "start" else self.x - width
        return Box(left, self.y - LINE * 0.7, left + width, self.y + LINE * 0.2)


def around(x: float, y: float, width: float = 2 * DOT, height: float = 2 * DOT) -> Box:
    """The rectangle around a point."""
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def label(places: Sequence[tuple[str, float, float]], frame: Box, taken: Iterable[Box] = ()) -> list[Label]:
    """A label for each name at its point: beside the dot if there is room, else where it covers least.

    Names that come first choose first. `taken` is what is written on the map already. Takes time in proportion to the
    number of names: where more than `CROWD` things stand around a dot, only the nearest of them are looked at.
    """
    grid = Grid()
    for box in taken:
        grid.add(box)
    for _, x, y in places:
        grid.add(around(x, y))
    found = []
    for name, x, y in places:
        reach = around(x, y, 2 * (len(name) * LETTER + BESIDE), 2 * LINE * (max(STEPS) + 1))
        dot = around(x, y)
        near = [box for box in grid.near(reach, x, y) if box != dot]
        best, least = Label(x, y, "start"), float("inf")
        for at in candidates(x, y):
            if (cost := covered(at.box(name), frame, near, least)) < least:
                best, least = at, cost
            if not least:
                break
        grid.add(best.box(name))
        found.append(best)
    return found


class Grid:
    """Boxes by the cells of the picture in which they lie."""

    def __init__(self) -> None:
        self.number = 0
        self.cells: dict[tuple[int, int], list[tuple[int, Box]]] = defaultdict(list)

    def add(self, box: Box) -> None:
        """One more."""
        for cell in self.under(box):
            self.cells[cell].append((self.number, box))
        self.number += 1

    def near(self, reach: Box, x: float, y: float) -> list[Box]:
        """Those that share something with `reach`, in the order in which they came; not the farthest of a crowd."""
        cells = sorted(
            (cell for cell in self.under(reach) if cell in self.cells),
            key=lambda cell: abs(cell[0] + 0.5 - x / CELL[0]) + abs(cell[1] + 0.5 - y / CELL[1]),
        )
        left, top, right, bottom = reach
        found: dict[int, Box] = {}
        for cell in cells:
            for number, box in self.cells[cell]:
                if box[0] < right and left < box[2] and box[1] < bottom and top < box[3]:
                    found[number] = box
            if len(found) > CROWD:
                break
        return [found[number] for number in sorted(found)]

    @staticmethod
    def under(box: Box) -> Iterator[tuple[int, int]]:
        """The cells that a box touches."""
        width, height = CELL
        for across in range(int(box.left // width), int(box.right // width) + 1):
            for down in range(int(box.top // height), int(box.bottom // height) + 1):
                yield across, down


def candidates(x: float, y: float) -> Iterator[Label]:
    """Where a name may stand, the best place first."""
    for lines in STEPS:
        yield Label(x + BESIDE, y + DOT + lines * LINE, "start")
        yield Label(x - BESIDE, y + DOT + lines * LINE, "end")


def covered(box: Box, frame: Box, others: Iterable[Box], enough: float = float("inf")) -> float:
    """How much of other things a name would cover, with what would stand outside the frame.

    Is not counted to the end once it is `enough`.
    """
    outside, total = box.area - box.shared(frame), 0.0
    left, top, right, bottom = box
    for other in others:
        if other[0] < right and left < other[2] and other[1] < bottom and top < other[3]:
            total += box.shared(other)
            if outside + total >= enough:
                break
    return round(outside + total, 1)
