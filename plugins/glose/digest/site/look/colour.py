"""Colours: how far two stand apart for readers, and the nearest one that stands far enough.

Contrast is WCAG's (2.2, "relative luminance"); tones are made lighter and darker in Oklch, in which a step of lightness
looks the same in every hue (Björn Ottosson, "A perceptual color space for image processing", 2020).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from math import atan2, cos, degrees, hypot, radians, sin
from typing import NamedTuple

AAA = 7.0
"""Contrast of text (WCAG 2.2, 1.4.6)."""
STEPS = 500
"""Of lightness between black and white: finer than the eighth of a colour's byte is seen."""
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.I)


class Oklch(NamedTuple):
    """A colour by lightness (0 to 1), chroma (0 for grey) and hue (degrees)."""

    lightness: float
    chroma: float
    hue: float


def is_colour(text: object) -> bool:
    """True for ``#8a1f11`` and ``#810``."""
    return isinstance(text, str) and bool(_HEX.fullmatch(text))


def whole(colour: str) -> str:
    """The colour in six digits.

    >>> whole("#81A")
    '#8811aa'
    """
    digits = colour[1:].lower()
    return f"#{digits if len(digits) == 6 else ''.join(one * 2 for one in digits)}"


def parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    digits = whole(colour)[1:]
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def contrast(one: str, other: str) -> float:
    """From 1 to 21.

    >>> round(contrast("#000", "#fff"), 2)
    21.0
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def least(colour: str, grounds: Iterable[str]) -> tuple[float, str]:
    """The least contrast with these grounds, and the ground that has it."""
    return min((contrast(colour, ground), ground) for ground in grounds)


def mixed(colour: str, ground: str, share: float) -> str:
    """So much of a colour laid over a ground, as ``color-mix(in srgb, …)`` with ``transparent`` does.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    both = zip(parts(colour), parts(ground), strict=True)
    return "#" + "".join(f"{round(own * share + below * (1 - share)):02x}" for own, below in both)


def fitting(colour: str, measure: Callable[[str], float], ratio: float = AAA) -> str:
    """The tone of the colour nearest in lightness that has this contrast, by what `measure` says of a tone.

    The colour itself where it has; black or white where no other tone does.

    >>> fitting("#3b82f6", lambda tone: contrast(tone, "#ffffff"))
    '#0352c2'
    """
    if measure(colour) >= ratio:
        return whole(colour)
    own = oklch(colour)
    steps = sorted(range(STEPS + 1), key=lambda step: abs(step / STEPS - own.lightness))
    tones = (in_gamut(own._replace(lightness=step / STEPS)) for step in steps)
    return next((tone for tone in tones if measure(tone) >= ratio), max(("#000000", "#ffffff"), key=measure))


def apart(one: str, other: str) -> float:
    """Degrees between the hues of two colours; 180 where either is grey, which no hue is near to."""
    first, second = oklch(one), oklch(other)
    if min(first.chroma, second.chroma) < GREY:
        return 180.0
    turn = abs(first.hue - second.hue) % 360
    return min(turn, 360 - turn)


GREY = 0.02
"""Chroma below which a colour has no hue that anybody sees."""


def oklch(colour: str) -> Oklch:
    """The colour by lightness, chroma and hue."""
    red, green, blue = (_linear(part) for part in parts(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    light = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(light, hypot(a, b), degrees(atan2(b, a)) % 360)


def in_gamut(wanted: Oklch) -> str:
    """The colour on a screen: with less chroma where no screen has so much at that lightness."""
    low, high = 0.0, wanted.chroma
    if found := _shown(wanted):
        return found
    best = _shown(wanted._replace(chroma=0.0)) or ("#ffffff" if wanted.lightness > 0.5 else "#000000")
    for _ in range(12):
        middle = (low + high) / 2
        if found := _shown(wanted._replace(chroma=middle)):
            low, best = middle, found
        else:
            high = middle
    return best


def _shown(wanted: Oklch) -> str:
    a, b = (
        wanted.chroma * cos(radians(wanted.hue)),
        wanted.chroma * sin(radians(wanted.hue)),
    )
    long = (wanted.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (wanted.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (wanted.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    found = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    if any(not -0.0005 <= one <= 1.0005 for one in found):
        return ""
    return "#" + "".join(f"{_byte(one):02x}" for one in found)


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _byte(light: float) -> int:
    light = min(1.0, max(0.0, light))
    share = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(share * 255)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
