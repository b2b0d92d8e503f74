"""An outline of one region: the world cut to a box, and simplified until its file is small."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from math import ceil, log10
from typing import Any, NamedTuple

from shapely import (
    MultiLineString,
    Point,
    Polygon,
    STRtree,
    coverage_simplify,
    line_merge,
    make_valid,
    unary_union,
)
from shapely import box as rectangle
from shapely.affinity import affine_transform, translate
from shapely.geometry.polygon import orient
from shapely.ops import polylabel

from glose.digest.atlas.box import Box
from glose.digest.atlas.world import PACKAGE, World
from glose.digest.edition.outline import WIDTH

SMALL = 12_000
"""Bytes of an outline's file at the most: it stands in every map page, gzipped to a third."""
FINEST, COARSER = 0.4, 1.12
"""Units of the side of a square as large as the corner that is cut off at first, and by how much more at each try."""
SPARE = 0.02
"""What is kept beyond each edge, as a part of the width, so that lines do not end in sight."""
ISLET = 2.0
"""Units squared of the smallest island that is drawn at first."""
SHORTEST = 4.0
"""Units of the shortest border."""
LEGIBLE = 700.0
"""Units squared of a country in sight that has its name written."""
LETTER, LINE = 11.0, 24.0
"""Units of a letter of a country's name, and of a line of it."""


class _Sight(NamedTuple):
    """What is in sight of a country, in units of the picture."""

    code: str
    name: str
    shape: Any
    label: tuple[float, float]


Outline = dict[str, Any]
"""The fields of `edition.outline.Outline`, as JSON."""


def draw(world: World, box: Box, credit: Mapping[str, str], limit: int = SMALL) -> Outline:
    """The outline of what lies in the box; its text takes `limit` bytes at the most.

    `ValueError` where there is no land.
    """
    seen = list(_in_sight(world, box))
    if not seen:
        raise ValueError("there is no land in that box")
    names: dict[str, tuple[float, float]] = {}
    for one, at in _written(seen, box):
        names.setdefault(one.code, at)
    digits = max(0, ceil(-log10(box.width / WIDTH)))
    how, tolerance = (
        "clipped to the box, simplified by Visvalingam and Whyatt's method with a tolerance of",
        FINEST,
    )
    shapes = coverage_simplify([one.shape for one in seen], tolerance)
    while True:
        land = unary_union(shapes)
        rings = (_degrees(ring, box, digits) for ring in _rings(land, ISLET * (tolerance / FINEST) ** 2))
        lines = (
            _degrees(line.coords, box, digits) for line in _borders(seen, shapes) if line.length > SHORTEST
        )
        within = f"{how} {tolerance * box.width / WIDTH:.3g} degrees"
        outline: Outline = {
            "source": f"{world.source} (public domain), by way of the PyPI package {PACKAGE}; {within}",
            "box": [*box],
            "countries": {code: _degrees([at], box, digits)[0] for code, at in names.items()},
            "credit": dict(credit),
            "land": [ring for ring in rings if len(ring) > 3],
            "borders": [line for line in lines if len(line) > 1],
        }
        if len(written(outline).encode()) <= limit:
            return outline
        tolerance *= COARSER
        shapes = coverage_simplify(shapes, tolerance)


def written(outline: Outline) -> str:
    """The outline as its file holds it: a field a line."""
    fields = (
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in outline.items()
    )
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _in_sight(world: World, box: Box) -> Iterator[_Sight]:
    room = box.width * SPARE
    frame = rectangle(box.west - room, box.south - room, box.east + room, box.north + room)
    scale = WIDTH / box.width
    up = scale / box.squeeze
    units = [scale, 0, 0, -up, -box.west * scale, box.north * up]
    for country in world.countries:
        parts, label = [], country.label
        for part in getattr(country.shape, "geoms", [country.shape]):
            for turn in (-360, 0, 360):
                west, south, east, north = part.bounds
                if (
                    west + turn <= frame.bounds[2]
                    and east + turn >= frame.bounds[0]
                    and south <= frame.bounds[3]
                ):
                    if north < frame.bounds[1]:
                        continue
                    cut = frame.intersection(make_valid(translate(part, turn) if turn else part))
                    if cut.area:
                        parts.append(cut)
        if parts:
            turned = label[0] + 360 if label[0] < box.west else label[0]
            at = (turned - box.west) * scale, (box.north - label[1]) * up
            yield _Sight(country.code, country.name, affine_transform(unary_union(parts), units), at)


def _borders(seen: list[_Sight], shapes: Any) -> Iterator[Any]:
    """The lines between two countries; none around what has no code and is too small to be seen."""
    large = [shape for one, shape in zip(seen, shapes, strict=True) if one.code or shape.area > LEGIBLE]
    tree = STRtree(large)
    for a, b in zip(*tree.query(large, predicate="intersects"), strict=True):
        if a < b:
            shared = large[a].boundary.intersection(large[b].boundary)
            lines = [part for part in getattr(shared, "geoms", [shared]) if part.geom_type == "LineString"]
            if lines:
                merged = line_merge(MultiLineString(lines))
                yield from getattr(merged, "geoms", [merged])


def _rings(land: Any, least: float) -> Iterator[Any]:
    """The closed lines of the land, outer ones one way round and lakes the other, down to those of the `least` area."""
    for part in getattr(land, "geoms", [land]):
        if part.geom_type == "Polygon" and part.area >= least:
            plain = orient(part)
            yield plain.exterior.coords
            yield from (hole.coords for hole in plain.interiors if Polygon(hole).area >= least)


def _written(seen: list[_Sight], box: Box) -> Iterator[tuple[_Sight, tuple[float, float]]]:
    """Which countries have their names written, the largest first, and where: none over another, none cut off."""
    high = box.height * WIDTH / box.width / box.squeeze
    frame = rectangle(0, 0, WIDTH, high)
    taken: list[Any] = []
    for one in sorted(seen, key=lambda one: (-one.shape.area, one.code)):
        shape = one.shape.intersection(frame)
        if not one.code or shape.area < LEGIBLE:
            continue
        parts = [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon"]
        widest = max(parts, key=lambda part: part.area)
        inner = polylabel(widest, tolerance=2.0)
        for at in (Point(one.label), inner, widest.representative_point()):
            half = len(one.name) * LETTER / 2
            label = rectangle(at.x - half, at.y - LINE / 2, at.x + half, at.y + LINE / 2)
            if (
                widest.contains(at)
                and frame.contains(label)
                and not any(label.intersects(box) for box in taken)
            ):
                taken.append(label)
                yield one, (at.x, at.y)
                break


def _degrees(line: Any, box: Box, digits: int) -> list[list[float]]:
    """The points of a line in degrees, as exact as the picture shows them; none twice in a row."""
    scale = box.width / WIDTH
    found: list[list[float]] = []
    for x, y in line:
        east, north = round(box.west + x * scale, digits), round(box.north - y * scale * box.squeeze, digits)
        at = [int(east) if east == int(east) else east, int(north) if north == int(north) else north]
        if not found or found[-1] != at:
            found.append(at)
    return found
