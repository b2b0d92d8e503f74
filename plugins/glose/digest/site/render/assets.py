"""The stylesheet and the script inside every page, and the content security policy that allows just them.

One request brings everything that is needed to read; the policy names the hashes, so nothing else can run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from markupsafe import Markup

from glose.digest.layers import Layers
from glose.digest.site.look.dressed import STYLE, dressed
from glose.digest.site.look.look import Look
from glose.digest.site.look.typefaces import SHEET

POLICY = (
    "default-src 'none'; style-src {style}; script-src {script}; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
FONTS = "; font-src 'self'"
"""What the policy allows beside where a house has typefaces of its own; their sheet is one of the site's styles."""

CARD = Path(__file__).parents[3] / "card"
"""The card's style and script: the same files for this theme and for any other (`glose.stock`)."""

TABLES = "static/tables.css"
"""What every page but an article without any needs: tables, and rows of code."""
OWN = "static/own.css"
"""A digest's style of its own, which follows the engine's on every page."""
SEARCH = "'self' 'wasm-unsafe-eval' "
"""What the search page's policy allows beside: Pagefind is a module of this site that runs WebAssembly."""


def squeeze_css(text: str) -> str:
    """A stylesheet without comments and line breaks; sizes of the rest are left to gzip."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    text = re.sub(r"\s*\n\s*", "", text)
    text = re.sub(r"\s*([{};,>~])\s*", r"\1", text)
    return re.sub(r":\s+", ":", text).replace(";}", "}")  # a space before a colon may be a selector's


def squeeze_js(text: str) -> str:
    """A script without whole-line comments and indentation; code is never rewritten."""
    return "\n".join(line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith("//"))


def digest(text: str) -> str:
    """The source expression of an inline style or script (CSP level 3, ``sha256-``)."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def read(file: Path) -> str:
    """A file of ours."""
    return file.read_text(encoding="utf-8")


def assets(theme: Layers, look: Look) -> dict[str, str]:
    """``page_css``, ``views_css``, ``written_css``, ``page_js``, and the policies, from a theme's files.

    ``csp``, ``page_csp`` for pages without the views' style, ``written_csp`` for those of them that hold what is
    written by hand alone, ``search_csp`` for the search page, ``sent_csp`` for servers that send one with every page;
    ``accent``, on light paper; ``fonts``, the sheet of the house's own typefaces, which stands at the site's root.
    """
    own = "".join(map(read, theme.all(OWN)))
    toned, accent = dressed(read(theme.file(STYLE)), look)
    css = squeeze_css(toned + read(CARD / "card.css") + own)
    tables = read(theme.file(TABLES))
    views = squeeze_css(tables + read(theme.file("static/views.css")))
    written = squeeze_css(tables + read(theme.file("static/written.css")))
    mine, both = f"{digest(css)} {digest(written)}", f"{digest(css)} {digest(views)} {digest(written)}"
    js = squeeze_js(read(CARD / "card.js"))
    sheet, policy = (" 'self'", POLICY + FONTS) if look.fonts else ("", POLICY)
    style = f"{digest(css)} {digest(views)}"
    return {
        "accent": accent,
        "fonts": SHEET if look.fonts else "",
        "page_css": Markup(css),  # noqa: S704  our own files
        "views_css": Markup(views),  # noqa: S704
        "written_css": Markup(written),  # noqa: S704
        "page_js": Markup(js),  # noqa: S704
        "page_csp": Markup(policy.format(style=digest(css) + sheet, script=digest(js))),  # noqa: S704  quotes, no more
        "written_csp": Markup(policy.format(style=mine + sheet, script=digest(js))),  # noqa: S704
        "csp": Markup(policy.format(style=style + sheet, script=digest(js))),  # noqa: S704
        "search_csp": Markup(policy.format(style=style + sheet, script=SEARCH + digest(js))),  # noqa: S704
        "sent_csp": Markup(policy.format(style=both + sheet, script=SEARCH + digest(js))),  # noqa: S704
    }
