"""The picture that stands for an article where its link is shared: title, day, three of its terms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from glose.digest.site.look.colour import parts
from glose.digest.site.site import Settings
from glose.digest.site.values import Article
from glose.digest.text.script import direction

if TYPE_CHECKING:
    from PIL import Image, ImageDraw
    from PIL.ImageFont import FreeTypeFont

NAME = "share.png"
"""Beside the page of the article."""
SIZE = 1200, 630
"""What Open Graph's readers show in full."""
MARGIN = 80
ACCENT = "#8a1f11"
"""Of the theme."""
PAPER, INK, MUTED = (252, 249, 242), (30, 26, 21), (84, 76, 65)
LEVELS = 16
"""Shades between the paper and each of the three colours: few enough for a small file, smooth to the eye."""
TERMS = 3
FONT = Path(__file__).parents[2] / "share" / "dejavu-subset.ttf"
SIZES = (68, 58, 50, 43)
"""Of the title, the first at which it stands in `LINES`."""
LINES = 4


def address(settings: Settings, article: Article) -> str:
    """Where the picture of an article is; empty for one without: not asked for, not published, or not writable."""
    if not settings.share_images or article.status != "published":
        return ""
    return f"{article.url}{NAME}" if writable(f"{article.title}{settings.name}") else ""


@lru_cache(8)
def font(size: int) -> FreeTypeFont:
    """Ours, of that height."""
    from PIL import ImageFont  # wanted by few builds

    return ImageFont.truetype(FONT, size)


@lru_cache(10_000)
def _has(letter: str) -> bool:
    missing = font(20).getmask("\uffff")
    found = font(20).getmask(letter)
    return letter.isspace() or (found.size, bytes(found)) != (missing.size, bytes(missing))


def writable(text: str) -> bool:
    """Whether the font has every letter, and the letters can be joined where their script joins them."""
    from PIL import features

    joins = any("\u0590" <= letter <= "\u08ff" for letter in text)
    return all(map(_has, set(text))) and (not joins or bool(features.check("raqm")))


def wrapped(text: str, size: int, width: int) -> list[str]:
    """The lines of a text; a word that is wider than a line stands alone on one."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font(size).getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def picture(
    site: str, title: str, lang: str, day: str, terms: tuple[str, ...], colour: str = ACCENT
) -> bytes:
    """A PNG; the same bytes for the same words and colour. `terms`: the first are named, as far as they find room."""
    from PIL import Image, ImageDraw

    width = SIZE[0] - 2 * MARGIN
    rtl = direction(lang) == "rtl"
    shades = [Image.new("L", SIZE, 0) for _ in range(3)]
    ink, muted, accent = (ImageDraw.Draw(shade) for shade in shades)

    def write(on: ImageDraw.ImageDraw, top: int, text: str, size: int) -> None:
        at = (SIZE[0] - MARGIN, top) if rtl else (MARGIN, top)
        on.text(at, text, font=font(size), fill=255, anchor="ra" if rtl else "la")

    accent.rectangle((0, 0, SIZE[0], 12), fill=255)
    write(accent, 60, site, 34)
    found = ((size, wrapped(title, size, width)) for size in SIZES)
    size, lines = next((one for one in found if len(one[1]) <= LINES), (SIZES[-1], []))
    lines = lines or wrapped(title, size, width)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], f"{lines[LINES - 1]} …"]
    for number, line in enumerate(lines):
        write(ink, 140 + round(number * size * 1.25), line, size)
    write(muted, 490, day, 30)
    named = [term for term in terms if writable(term)][:TERMS]
    while named and font(30).getlength(" · ".join(named)) > width:
        named.pop()
    write(muted, 540, " · ".join(named), 30)
    return _png(shades, parts(colour))


def _png(shades: Sequence[Image.Image], accent: tuple[int, int, int]) -> bytes:
    """One picture of the three colours, each in its shades."""
    from PIL import Image

    image = Image.new("P", SIZE, 0)
    palette = [*PAPER]
    for number, (shade, colour) in enumerate(zip(shades, (INK, MUTED, accent), strict=True)):
        first = number * (LEVELS - 1)
        for level in range(1, LEVELS):
            mixed = (
                round(paper + (own - paper) * level / (LEVELS - 1))
                for paper, own in zip(PAPER, colour, strict=True)
            )
            palette += mixed
        step = 256 // LEVELS
        table = [0 if value < step else first + value // step for value in range(256)]
        image.paste(shade.point(table), mask=shade.point([255 * (value >= step) for value in range(256)]))
    image.putpalette(palette)
    data = BytesIO()
    image.save(data, "PNG", compress_level=6)
    return data.getvalue()
