"""Addresses in styles: what a stylesheet makes a browser fetch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin

from glose.digest.check.site.files import Files, origin, tidy
from glose.digest.check.site.page import briefly
from glose.digest.model.errors import Fault

_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.S)
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.S)
_ADDRESS = re.compile(
    r"""\b(?:url|src)\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)|image-set\(\s*(?:"([^"]*)"|'([^']*)')""",
    re.I,
)
_IMPORT = re.compile(r"""@import\s*(?:url\(\s*)?["']?([^"');\s]*)""", re.I)


@lru_cache(256)
def plain(css: str) -> str:
    """A style without comments, its escapes resolved: ``\\75rl(`` and ``@\\69mport`` mean what they mean."""
    if "/*" in css:
        css = _COMMENT.sub("", css)
    return _ESCAPE.sub(_sign, css) if "\\" in css else css


def _sign(found: re.Match[str]) -> str:
    if found[1]:
        code = int(found[1], 16)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if found[2] == "\n" else found[2]


@lru_cache(256)
def addresses_of(css: str) -> tuple[str, ...]:
    """What ``url()``, ``src()`` and ``image-set()`` name, but for pictures that the style holds itself.

    >>> addresses_of('a{b:u\\\\72l(x.png) url("data:image/png;base64,AA")}')
    ('x.png',)
    """
    found = (
        next((text for text in one.groups() if text is not None), "") for one in _ADDRESS.finditer(plain(css))
    )
    return tuple(text.strip() for text in found if not text.strip().lower().startswith(("data:image/", "#")))


@lru_cache(256)
def imports_of(css: str) -> tuple[str, ...]:
    """What ``@import`` names."""
    return tuple(_IMPORT.findall(plain(css)))


def style_faults(files: Files) -> Iterator[Fault]:
    """Stylesheets beside the pages fetch nothing from elsewhere, and nothing that is not there."""
    for name in sorted(one for one in files.names if one.endswith(".css")):
        css = files.read(name).decode("utf-8", "replace")
        for address in imports_of(css):
            todo = "write the rules into the theme's own style"
            yield Fault(name, None, f"third party: @import {briefly(address, 80)}", todo)
        for address in addresses_of(css):
            own = files.target(name, address)
            if own is None and origin(tidy(urljoin("https://site.invalid/", address))):
                yield Fault(
                    name, None, f"third party: {briefly(address, 80)} in a style", "copy it into the site"
                )
            elif own is not None and own.name not in files.names:
                yield Fault(
                    name, None, f"link: {briefly(address, 80)} leads to no page", "build what is missing"
                )
