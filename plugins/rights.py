"""Shows of a text what its rights allow, everywhere at once: page, feed, search index and data see the same cut.

Runs after annotation, so that the lexicon explains the terms of the whole article. Settings: RIGHTS, a mapping from
a source's code to ``{policy, holder, note}``; EXCERPT_PARAGRAPHS, how many paragraphs an excerpt shows (default 2).
An article's own ``rights`` key wins over its source's.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pelican import contents, signals

DEFAULT = {"policy": "full", "holder": "", "note": ""}
PARAGRAPHS = 2
_PARAGRAPH_END = re.compile(r"</p>")
_TAG = re.compile(r"<[^>]*>")


def apply(content: Any) -> None:
    """Sets ``rights`` (complete) and ``shown`` (the policy in force) and cuts the text accordingly."""
    if type(content) is not contents.Article:
        return
    by_source = content.settings.get("RIGHTS", {}).get(getattr(content, "source", None), {})
    content.rights = {**DEFAULT, **by_source, **(getattr(content, "rights", None) or {})}
    content.shown = content.rights["policy"]
    if content.shown == "link":
        content._content = content.caption_html = ""
        content.image = {}  # a caption is the source's text too
    elif content.shown == "excerpt":
        content._content = excerpt(content._content, content.settings.get("EXCERPT_PARAGRAPHS", PARAGRAPHS))
    if content.shown != "full" and getattr(content, "dates_mentioned", ()):
        content.dates_mentioned = cited(content.dates_mentioned, content._content)


def cited(dates: Iterable[Mapping[str, Any]], body: str) -> list[Mapping[str, Any]]:
    """The dates whose words stand in the text that is shown: the others are quotations from the part that is not."""
    text = plain(html.unescape(_TAG.sub("", body)))
    return [one for one in dates if plain(one["text"]) in text]


def plain(text: str) -> str:
    """The words with single spaces: the text is set for display, the words of the header are not."""
    return " ".join(text.split())


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


def register() -> None:
    """Connects to the signal by which every article passes."""
    signals.content_object_init.connect(apply)
