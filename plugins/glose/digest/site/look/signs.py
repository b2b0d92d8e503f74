"""The signs of a house: how large a picture is, and the sign of a site that has none of its own, in its accent."""

from __future__ import annotations

import re
from io import BytesIO
from typing import NamedTuple

THEME_ICON = "theme/icon.png"
"""The theme's own sign."""
ACCENT_ICON = "theme/accent.png"
"""The same in the accent of a house that has another."""
SIDE = 512
"""Pixels of a sign: what JSON-LD's readers ask for, and more than any other shows."""
_SVG = re.compile(rb"<svg\b[^>]*>", re.S)
_ASIDE = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.S)
_LENGTH = re.compile(rb"""\s(width|height)\s*=\s*["']\s*(\d+(?:\.\d+)?)(?:px)?\s*["']""")
_BOX = re.compile(
    rb"""\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)\s*["']"""
)


class Size(NamedTuple):
    """In pixels, or in the units of a drawing."""

    width: int
    height: int


def size_of(data: bytes, name: str) -> Size | None:
    """How large a picture is by its first bytes; None for one that is no PNG, JPEG, WebP, GIF or SVG, or does not say.

    >>> size_of(b'<svg viewBox="0 0 120 40">', "logo.svg")
    Size(width=120, height=40)
    """
    if name.lower().endswith(".svg"):
        return _drawn(data)
    from PIL import Image, UnidentifiedImageError  # wanted by few builds

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF")) as image:
            return Size(*image.size)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _drawn(data: bytes) -> Size | None:
    found = _SVG.search(_ASIDE.sub(b"", data[:100_000]))
    if not found:
        return None
    lengths = {one[1]: float(one[2]) for one in _LENGTH.finditer(found[0])}
    if len(lengths) == 2:
        width, height = lengths[b"width"], lengths[b"height"]
    elif box := _BOX.search(found[0]):
        width, height = float(box[1]), float(box[2])
    else:
        return None
    return Size(round(width), round(height)) if min(width, height) >= 1 else None


def icon(red: int, green: int, blue: int) -> bytes:
    """The theme's ring in a colour, as PNG; the same bytes for the same colour."""
    from PIL import Image, ImageDraw

    large = SIDE * 4
    ring = Image.new("L", (large, large), 0)
    outer, inner = round(large * 0.075), round(large * 0.275)
    draw = ImageDraw.Draw(ring)
    draw.ellipse((outer, outer, large - outer, large - outer), fill=255)
    draw.ellipse((inner, inner, large - inner, large - inner), fill=0)
    shade = ring.resize((SIDE, SIDE), Image.Resampling.BOX).point([value // 16 for value in range(256)])
    image = Image.frombytes("P", shade.size, shade.tobytes())
    image.putpalette(
        [round(255 + (own - 255) * step / 15) for step in range(16) for own in (red, green, blue)]
    )
    data = BytesIO()
    image.save(data, "PNG", bits=4)
    return data.getvalue()
