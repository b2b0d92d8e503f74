"""A map drawn from outlines: degrees to a picture's units, in the plainest projection that will do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import TYPE_CHECKING

from glose.digest.model.errors import DigestError, Fault

if TYPE_CHECKING:  # whether there is anything to do is asked without the glossary
    from glose.digest.glossary.term import Texts

WIDTH = 640.0
"""Units across. The picture is drawn at this size on a desktop and shrinks with the page."""

DEGREE = 111.32
"""Kilometres of a degree of longitude at the equator (WGS 84)."""

Point = Sequence[float]
"""Longitude and latitude, in degrees."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Coasts and borders of one region."""

    source: str
    """Where the shapes come from and how they were simplified."""
    box: tuple[float, float, float, float]
    """West, south, east and north edge, in degrees; the east edge is beyond 180 on a map across the date line."""
    land: tuple[tuple[Point, ...], ...]
    """Closed rings."""
    borders: tuple[tuple[Point, ...], ...]
    countries: tuple[tuple[str, Point], ...]
    """ISO 3166-1 code, and where its name is written."""
    credit: Texts
    """What a reader is to know of the shapes: whose they are and what they claim, by language."""
    divisions: tuple[tuple[Point, ...], ...] = ()
    """Lines inside a country: between governorates, states, provinces."""
    regions: tuple[tuple[str, Point], ...] = ()
    """ISO 3166-2 code of a division, and where its name is written where the glossary has an entry of that code."""
    seas: tuple[tuple[Texts, Point], ...] = ()
    """Names by language, and where they are written."""
    capitals: tuple[tuple[Texts, Point], ...] = ()
    """Names by language, and where they lie."""

    @property
    def height(self) -> float:
        """Units from top to bottom."""
        west, south, east, north = self.box
        return round((north - south) / ((east - west) * self._squeeze) * WIDTH, 1)

    @property
    def _squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, halfway up the map."""
        return cos(radians((self.box[1] + self.box[3]) / 2))

    def place(self, point: Point) -> tuple[float, float]:
        """Units from the left and from the top (equirectangular projection, true in the middle of the map)."""
        west, south, east, north = self.box
        across = (self._turned(point[0]) - west) / (east - west) * WIDTH
        return round(across, 1), round((north - point[1]) / (north - south) * self.height, 1)

    def holds(self, point: Point) -> bool:
        """True when the point lies on the map."""
        west, south, east, north = self.box
        return west <= self._turned(point[0]) <= east and south <= point[1] <= north

    def _turned(self, east: float) -> float:
        """Degrees of longitude, counted on beyond 180 where the map crosses the date line: Samoa is at 188."""
        return east + 360 if east + 360 <= self.box[2] else east

    def across(self, kilometres: float) -> float:
        """Units of a distance, as they are halfway up the map."""
        west, _, east, _ = self.box
        return round(kilometres / (DEGREE * self._squeeze * (east - west)) * WIDTH, 1)

    def path(self, lines: Sequence[Sequence[Point]], *, closed: bool) -> str:
        """The lines as one SVG path, in whole units and relative steps: half the bytes of absolute ones."""
        return "".join(self._steps(line) + ("z" if closed else "") for line in lines)

    def _steps(self, line: Sequence[Point]) -> str:
        points = [(round(x), round(y)) for x, y in map(self.place, line)]
        steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(points) if (a, b) != (x, y)]
        return f"M{points[0][0]} {points[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps)


def load_outline(path: Path) -> Outline | None:
    """Reads an outline file: JSON with the fields of `Outline`. None where there is none; `DigestError` for another."""
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        west, south, east, north = map(float, data["box"])
        outline = Outline(
            source=str(data["source"]),
            credit=dict(data["credit"]),
            box=(west, south, east, north),
            land=tuple(tuple(map(tuple, ring)) for ring in data["land"]),
            borders=tuple(tuple(map(tuple, line)) for line in data["borders"]),
            countries=tuple((code, tuple(at)) for code, at in data["countries"].items()),
            divisions=tuple(tuple(map(tuple, line)) for line in data.get("divisions", ())),
            regions=tuple((code, tuple(at)) for code, at in data.get("regions", {}).items()),
            seas=tuple((dict(one["name"]), tuple(one["at"])) for one in data.get("seas", ())),
            capitals=tuple((dict(one["name"]), tuple(one["at"])) for one in data.get("capitals", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        why = f"it has no {error}" if isinstance(error, KeyError) else getattr(error, "msg", error)
        raise broken(path, f"is no outline: {why}", line) from error
    if not (west < east and south < north and outline.credit):
        raise broken(path, "the box has no width or height, or the credit is empty")
    return outline


def broken(path: Path, what: str, line: int | None = None) -> DigestError:
    """The error that names the file."""
    todo = "`invoke map.outline` makes one that is right"
    return DigestError(Fault(f"{path.parents[1].name}/outlines/{path.name}", line, what, todo))
