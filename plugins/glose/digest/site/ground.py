"""What a map shows before any place is put on it, as plain values for templates."""

from __future__ import annotations

from typing import Any

from glose.digest.edition.outline import Outline
from glose.digest.glossary.term import text_in

SCALE = 100
"""Kilometres of the bar that tells distances."""


def ground(outline: Outline, lang: str) -> dict[str, Any]:
    """Shapes as SVG paths, names with the points where they are written, and the bar of the scale, in units."""

    def named(found: Any) -> tuple[tuple[str, str, float, float], ...]:
        return tuple((*text_in(name, lang), *outline.place(at)) for name, at in found)

    return {
        "height": outline.height,
        "land": outline.path(outline.land, closed=True),
        "borders": outline.path(outline.borders, closed=False),
        "divisions": outline.path(outline.divisions, closed=False),
        "countries": tuple((code, *outline.place(at)) for code, at in outline.countries),
        "seas": named(outline.seas),
        "capitals": named(outline.capitals),
        "scale": (SCALE, outline.across(SCALE)),
        "credit": dict(outline.credit),
    }
