"""The theme's style with the colours and typefaces of the house in the place of its own."""

from __future__ import annotations

import re

from glose.digest.site.look.look import Look
from glose.digest.site.look.tones import chosen, toned, tones
from glose.digest.site.look.typefaces import stack

STYLE = "static/style.css"
"""Where a theme has its tones and faces."""
SIGN = ".brand img { display: block; inline-size: auto; block-size: 2.4rem; object-fit: contain }"


def dressed(css: str, look: Look) -> tuple[str, str]:
    """The style, and its accent on light paper."""
    own = tones(css)
    changed = chosen(own, look.wanted)
    faces = {name: stack(face, look.fonts, face_of(css, name)) for name, face in look.faces.items()}
    accent = changed.light.get("acc") or own.light.get("acc") or "#000000"
    return toned(css, changed, faces) + (SIGN if look.logo[0] else ""), accent


def face_of(css: str, name: str) -> str:
    """The faces that a style has under a name; what a browser has where it names none."""
    found = re.search(rf"--{name}:\s*([^;{{}}]*?)\s*;", css)
    return found[1] if found else "serif"
