"""A text is cut as its rights say, everywhere at once: page, feed, search index and data see the same cut."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.digest.build.house import House
from plugins.digest.build.records import Parsed
from plugins.digest.site.lines import bare
from plugins.digest.site.values import Mentioned, Picture

RIGHTS = {"policy": "full", "holder": "", "note": ""}
_PARAGRAPH_END = re.compile(r"</p>")


class Shown(NamedTuple):
    """What of an article or page its readers see."""

    policy: str
    """``full``, ``excerpt`` or ``link``."""
    holder: str
    note: str
    html: str
    picture: Picture | None
    mentioned: tuple[Mentioned, ...]
    """Dates whose words are in what is shown."""


def shown(parsed: Parsed, html: str, picture: Picture | None, house: House) -> Shown:
    """`html` and `picture`, marked, as far as the article's rights go; a page of the editors' own is shown whole."""
    rights = {**RIGHTS, **house.rights.get(parsed.source, {}), **parsed.rights}
    policy, mentioned = "full" if parsed.page else rights["policy"], parsed.mentioned
    if policy == "link":
        html, picture = "", None  # a caption is the source's text too
    elif policy == "excerpt":
        html = excerpt(html, house.paragraphs)
    if policy != "full":
        words = plain(bare(html))
        mentioned = tuple(one for one in mentioned if plain(one.text) in words)
    return Shown(policy, rights["holder"], rights["note"], html, picture, mentioned)


def excerpt(body: str, paragraphs: int) -> str:
    """The text up to the end of its n-th top-level paragraph; the whole text when it has no more than that.

    Blocks in which paragraphs nest (quotations, lists) are never cut open: the cut falls before them.
    """
    ends = [match.end() for match in _PARAGRAPH_END.finditer(body)]
    if len(ends) <= paragraphs:
        return body
    cut = body[: ends[paragraphs - 1]]
    for tag in ("blockquote", "ul", "ol", "table"):
        if cut.count(f"<{tag}") > cut.count(f"</{tag}>"):
            cut = cut[: cut.rindex(f"<{tag}")]
    return cut.rstrip()


def plain(text: str) -> str:
    """The words with single spaces."""
    return " ".join(text.split())
