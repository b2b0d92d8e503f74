"""Styles and scripts, which are most of a page and the same on all: each is a sign until the page is written.

So they are not joined, searched for addresses, encoded and handed from process to process with every page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

LONG = 1_000
"""Letters from which on a constant is laid in."""
_SIGN = re.compile(rb"\x04(\w+)\x04")


class Inlays:
    """What is laid into pages."""

    def __init__(self, constants: Mapping[str, Any]) -> None:
        """`constants`: what every page of a site may say, by name; the long ones that are markup are laid in."""
        long = {name: text for name, text in constants.items() if type(text) is Markup and len(text) >= LONG}
        self.signs = {name: f"\x04{name}\x04" for name in long}
        """By name, with letters that no text holds."""
        self._texts = {name.encode(): text.encode() for name, text in long.items()}

    def lay(self, page: bytes) -> bytes:
        """The page with the texts in the place of their signs."""
        if b"\x04" not in page:
            return page
        return _SIGN.sub(lambda found: self._texts.get(found[1], found[0]), page)
