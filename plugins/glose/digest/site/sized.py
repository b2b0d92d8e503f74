"""Pictures inside a text with their sizes, so that nothing moves when they are there."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Mapping

from glose.digest.site.look.signs import Size
from glose.digest.site.values import ROOT

_PICTURE = re.compile(
    rf'<img(?P<before>(?: (?!src=)[a-z]+="[^"]*")*) src="{re.escape(ROOT)}\{{(?P<file>[^}}"]+)\}}"(?P<rest>[^>]*)>'
)
_SAID = re.compile(r' (?:width|height)="')


def sized(html: str, sizes: Mapping[str, Size]) -> str:
    """The text with width and height on its pictures, but for those that say how large they are themselves.

    `sizes`: by file below the content, as links to it are written until a page is shown.
    """
    if not sizes or "<img" not in html:
        return html

    def say(found: re.Match[str]) -> str:
        size = sizes.get(entities.unescape(found["file"]))
        if size is None or _SAID.search(found["before"] + found["rest"]):
            return found[0]
        width, height = size
        return f'{found[0].removesuffix(">").removesuffix("/").rstrip()} width="{width}" height="{height}">'

    return _PICTURE.sub(say, html)
