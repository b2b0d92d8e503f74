"""Typefaces: stacks of what readers' systems have, by the name of their kind, and a house's own files.

The stacks are those of "Modern Font Stacks" (Dan Klammer, CC0), where a kind has a face on every system. Files of one's
own are served by the site itself, and nothing that is read waits for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote

STACKS: Mapping[str, str] = {
    "system": 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    "transitional": 'Charter, "Bitstream Charter", "Sitka Text", Cambria, serif',
    "old-style": '"Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, serif',
    "humanist": 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif',
    "geometric": 'Avenir, Montserrat, Corbel, "URW Gothic", sans-serif',
    "classical": 'Optima, Candara, "Noto Sans", sans-serif',
    "grotesque": 'Inter, Roboto, "Helvetica Neue", "Arial Nova", "Nimbus Sans", Arial, sans-serif',
    "industrial": 'Bahnschrift, "DIN Alternate", "Franklin Gothic Medium", "Nimbus Sans Narrow", sans-serif',
    "slab": 'Rockwell, "Rockwell Nova", "Roboto Slab", "DejaVu Serif", "Sitka Small", serif',
    "antique": 'Superclarendon, "Bookman Old Style", "URW Bookman", "URW Bookman L", "Georgia Pro", Georgia, serif',
    "didone": 'Didot, "Bodoni MT", "Noto Serif Display", "URW Palladio L", P052, Sylfaen, serif',
    "rounded": 'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, "Arial Rounded MT Bold", Calibri, sans-serif',
    "monospace": 'ui-monospace, "Cascadia Code", "Source Code Pro", Menlo, Consolas, "DejaVu Sans Mono", monospace',
}  # fmt: skip
"""Kind of face to the faces of that kind, the first that a system has."""
DISPLAYS = ("swap", "fallback", "optional", "block", "auto")
"""Values of ``font-display`` (CSS Fonts 4, 11)."""
SHEET = "fonts.css"
"""The style that names a house's own files: at the site's root, so that it may name them from there."""
_STYLE = re.compile(
    r"(?P<weight>[1-9]\d{0,2}|1000)(?: (?P<heavier>[1-9]\d{0,2}|1000))?(?: (?P<italic>italic))?"
)
_NAME = re.compile(r"[^\W_][\w .-]{0,60}")


class Cut(NamedTuple):
    """One file of a face."""

    face: str
    file: str
    """Below the content's folder."""
    weight: str
    """``400``, or ``100 900`` for a file that has all between."""
    italic: bool


def is_name(name: object) -> bool:
    """True for a name that a style may have in quotation marks, and that is no stack's."""
    return isinstance(name, str) and bool(_NAME.fullmatch(name)) and name not in STACKS


def cut(face: str, file: str, style: object) -> Cut | None:
    """A file by its style in words; None where these are none.

    >>> cut("Exemple", "fonts/exemple.woff2", "400 italic")
    Cut(face='Exemple', file='fonts/exemple.woff2', weight='400', italic=True)
    """
    found = _STYLE.fullmatch(style) if isinstance(style, str) else None
    if not found:
        return None
    return Cut(
        face, file, " ".join(filter(None, found.group("weight", "heavier"))), found["italic"] is not None
    )


def cuts(fonts: Mapping[str, Mapping[str, str]]) -> Iterator[Cut]:
    """Every file of the house's own faces: by face, file and style."""
    return (
        one for face, files in fonts.items() for file, said in files.items() if (one := cut(face, file, said))
    )


def stack(name: str, own: Iterable[Cut], otherwise: str) -> str:
    """The faces of a name, as ``font-family`` has them: a stack, or an own face before the stack `otherwise`."""
    if name in STACKS:
        return STACKS[name]
    return f'"{name}", {otherwise}' if any(one.face == name for one in own) else otherwise


def sheet(own: Iterable[Cut], display: str) -> str:
    """``fonts.css``: where each file is. `display`: what readers see while it is on its way."""
    return "".join(
        f'@font-face{{font-family:"{one.face}";src:url({quote(one.file)}) format("woff2");font-weight:{one.weight};'
        f"font-style:{'italic' if one.italic else 'normal'};font-display:{display}}}\n"
        for one in own
    )
