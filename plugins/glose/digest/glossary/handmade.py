"""Marks that an author makes in Markdown: ``[[words]]``, ``[[term|words]]``, and ``[[!words]]`` for no mark at all.

Markdown is read before anyone knows the article's glossary, so this extension only notes what the author wrote, as
``<span data-term="…">`` and ``<span class="no-term">``; `annotate` makes the links and reports what names no term.
As everywhere in Markdown, ``\\[[`` and code are left alone.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element  # built here, never parsed

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

PATTERN = r"\[\[(?P<no>!)?(?P<term>[^\[\]|]+)(?:\|(?P<words>(?:[^\[\]]|\[[^\[\]]*\])+))?\]\]"
PRIORITY = 175
"""After code (190) and backslash escapes (180), before links by reference (170)."""


class HandmadeMarks(Extension):  # type: ignore[misc]  # it has no types
    """Adds the three notations to Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the notation."""
        md.inlinePatterns.register(_Mark(PATTERN, md), "glossary-mark", PRIORITY)


class _Mark(InlineProcessor):  # type: ignore[misc]
    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # noqa: N802 (Python-Markdown's names)
        term = " ".join(m["term"].split())
        span = Element("span")
        if m["no"]:
            span.set("class", "no-term")
        else:
            span.set("data-term", term)
        span.text = m["words"] or m["term"]
        return span, m.start(0), m.end(0)
