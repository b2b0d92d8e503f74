"""Where the names of places are written on a map, so that none covers another one or a dot."""

from __future__ import annotations

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

    Names that come first choose first. `taken` is what is written on the map already.
    """
    occupied = [*taken, *(around(x, y) for _, x, y in places)]
    found = []
    for name, x, y in places:
        reach = around(x, y, 2 * (len(name) * LETTER + BESIDE), 2 * LINE * (max(STEPS) + 1))
        near = [box for box in occupied if box.shared(reach) and box != around(x, y)]
        best = min(candidates(x, y), key=lambda at: covered(at.box(name), frame, near))
        occupied.append(best.box(name))
        found.append(best)
    return found


def candidates(x: float, y: float) -> Iterator[Label]:
    """Where a name may stand, the best place first."""
    for lines in STEPS:
        yield Label(x + BESIDE, y + DOT + lines * LINE, "start")
        yield Label(x - BESIDE, y + DOT + lines * LINE, "end")


def covered(box: Box, frame: Box, others: Iterable[Box]) -> float:
    """How much of other things a name would cover, with what would stand outside the frame."""
    return round(box.area - box.shared(frame) + sum(box.shared(other) for other in others), 1)
