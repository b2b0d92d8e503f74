"""What the digest's own style would load: it stands on every page, and the style of a page may load nothing."""

from __future__ import annotations

import re

from glose.digest.layers import Layers
from glose.digest.model.errors import Fault

OWN = "own.css"
"""The digest's own style, which stands on every page."""
_AWAY = re.compile(r"@import\b[^;\n]*|url\(\s*(?!['\"]?(?:data:|#))[^)\n]*\)?", re.I)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)


def away(theme: Layers) -> list[Fault]:
    """Its addresses: from a page, a relative one leads elsewhere, and no page asks other sites."""
    found: list[Fault] = []
    for file in theme.all(f"static/{OWN}"):
        css = file.read_text(encoding="utf-8", errors="replace")
        css = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), css)
        for match in _AWAY.finditer(css):
            line = css.count("\n", 0, match.start()) + 1
            what = f"{match[0]} loads a file, and the style of a page may load none"
            todo = "write a picture as data:, a typeface into FONTS, and rules into this file"
            found.append(Fault(theme.named(file), line, what, todo))
    return found
