"""The texts of a foreign site: which there are, and their summaries without marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pelican.contents import Article, Page
from pelican.utils import strip_toc_elements_from_html, truncate_html_paragraphs, truncate_html_words

GROUPS = (
    *("articles", "pages", "translations"),
    *("hidden_articles", "hidden_pages", "hidden_translations"),
    *("drafts", "drafts_translations", "draft_pages", "draft_translations"),
)
"""Where Pelican's generators keep what they have read."""


def of(generator: Any) -> Iterator[Any]:
    """Every article and page that a generator has read, whatever its status; pages of ours are none of them."""
    for group in GROUPS:
        for content in getattr(generator, group, ()):
            if type(content) in (Article, Page):
                yield content


def keep_summary(content: Any) -> None:
    """Cuts the summary that Pelican would cut from the text, as it would, before the text is marked.

    A listing has no lexicon and no notes to which marks could point.
    """
    if "summary" in content.metadata:
        return
    settings, cut = content.settings, content._content
    if (paragraphs := settings.get("SUMMARY_MAX_PARAGRAPHS")) is not None:
        cut = truncate_html_paragraphs(cut, paragraphs)
    if (words := settings["SUMMARY_MAX_LENGTH"]) is not None:
        cut = truncate_html_words(cut, words, settings["SUMMARY_END_SUFFIX"])
    content.metadata["summary"] = content._summary = strip_toc_elements_from_html(cut)
