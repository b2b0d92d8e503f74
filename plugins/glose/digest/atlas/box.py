"""Which part of the world a map shows: degrees as somebody writes them, or what some countries take up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import cos, radians
from typing import Any, NamedTuple

from glose.digest.atlas.world import World

HIGHEST = 85.0
"""Degrees from the equator: beyond it this projection draws nothing that anybody would know again."""
LEAST = 0.2
"""Degrees that a map is wide and high at the least: Natural Earth's coasts are no closer."""
APART = 4.0
"""Degrees by which a part of a country may lie from the rest and still be on its map: Bornholm, not Hawaii."""
MARGIN = 0.06
"""Room around countries, as a part of the larger side."""
FLATTEST, TALLEST = 0.45, 1.3
"""Height of a map of countries by its width, at the least and at the most."""


class Box(NamedTuple):
    """West, south, east and north edge in degrees; `east` is beyond 180 where the map crosses the date line."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        return self.east - self.west

    @property
    def height(self) -> float:
        return self.north - self.south

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, halfway up."""
        return cos(radians((self.south + self.north) / 2))


TURNED = 270
"""Degrees beyond which nobody means a map across the date line, but has named the east edge first."""


def box_of(text: str) -> Box:
    """Reads ``W,S,E,N``; `ValueError` says what is wrong with it.

    >>> box_of("5,45,17.5,56"), box_of("170,-50,-170,-30").east
    (Box(west=5.0, south=45.0, east=17.5, north=56.0), 190.0)
    """
    parts = text.replace(";", ",").split(",")
    try:
        west, south, east, north = (float(part) for part in parts)
    except ValueError:
        raise ValueError("write four numbers, like 5,45,17.5,56: west, south, east, north") from None
    if not (-180 <= west <= 180 and -180 <= east <= 360):
        raise ValueError("west and east lie between -180 and 180")
    if not (-HIGHEST <= south < north <= HIGHEST):
        raise ValueError(f"south lies below north, both between -{HIGHEST:g} and {HIGHEST:g}")
    box = Box(west, south, east if east > west else east + 360, north)
    if east <= west and box.width > TURNED:
        raise ValueError("west lies east of east, for a map across the date line: are the two turned about?")
    if min(box.width, box.height) < LEAST or box.width > 360:
        raise ValueError(f"a map is from {LEAST:g} to 360 degrees wide, and as high")
    return box


def around(world: World, codes: Collection[str]) -> tuple[Box, tuple[str, ...]]:
    """What holds the countries, and the names of those of which far parts are left out.

    `ValueError` names a code that is no country's.
    """
    small_first = sorted(world.countries, key=lambda country: country.shape.area)
    known = {country.code: country for country in small_first}  # an islet may have its country's code
    if unknown := [code for code in codes if not code or code not in known]:
        raise ValueError(f"{', '.join(unknown)}: no country of that code; write two letters, like DE,AT,CH")
    kept: list[Any] = []
    left: list[str] = []
    for code in codes:
        parts, whole = _together(known[code].shape, kept)
        kept += parts
        if not whole:
            left.append(known[code].name)
    bounds = [part.bounds for part in kept]
    return _roomy(
        Box(
            *(min(one[at] for one in bounds) for at in (0, 1)),
            *(max(one[at] for one in bounds) for at in (2, 3)),
        )
    ), tuple(left)


def _together(shape: Any, others: Sequence[Any]) -> tuple[list[Any], bool]:
    """The largest part of a shape with those near it, near the others where it crosses the date line; True if all."""
    from shapely.affinity import translate

    parts = sorted(getattr(shape, "geoms", [shape]), key=lambda part: -part.area)
    first = parts[0]
    if others:
        first = min((translate(first, turn) for turn in (-360, 0, 360)), key=others[0].distance)
    near, far = [first], parts[1:]
    found = True
    while found:
        found, rest = False, []
        for part in far:
            turned = (translate(part, turn) for turn in (0, -360, 360))
            beside = next((one for one in turned if _gap(one, near) <= APART), None)
            if beside is None:
                rest.append(part)
            else:
                near.append(beside)
                found = True
        far = rest
    return near, not far


def _gap(part: Any, near: Sequence[Any]) -> float:
    """Degrees between the boxes of a part and the nearest of others: cheaper than between coasts, and near enough."""
    west, south, east, north = part.bounds
    return min(  # type: ignore[no-any-return]
        max(w - east, west - e, s - north, south - n, 0.0) for w, s, e, n in (one.bounds for one in near)
    )


def _roomy(box: Box) -> Box:
    """The box with a margin, and neither too flat nor too tall for a page."""
    room = max(box.width * box.squeeze, box.height) * MARGIN
    across, up = room / box.squeeze, room
    high, wide = box.height + 2 * up, (box.width + 2 * across) * box.squeeze
    up += max(0.0, FLATTEST * wide - high) / 2
    across += max(0.0, high / TALLEST - wide) / 2 / box.squeeze
    return Box(
        round(box.west - across, 2),
        round(max(box.south - up, -HIGHEST), 2),
        round(min(box.east + across, box.west - across + 360), 2),
        round(min(box.north + up, HIGHEST), 2),
    )
