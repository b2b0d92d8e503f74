"""Summaries without marks: a listing has no lexicon and no notes to which they could point."""

from __future__ import annotations

from typing import Any

from pelican.utils import strip_toc_elements_from_html, truncate_html_paragraphs, truncate_html_words


def keep_plain(content: Any) -> None:
    """Cuts the summary that Pelican would cut from the text, as it would, before the text is marked."""
    if "summary" in content.metadata:
        return
    settings, cut = content.settings, content._content
    if (paragraphs := settings.get("SUMMARY_MAX_PARAGRAPHS")) is not None:
        cut = truncate_html_paragraphs(cut, paragraphs)
    if (words := settings["SUMMARY_MAX_LENGTH"]) is not None:
        cut = truncate_html_words(cut, words, settings["SUMMARY_END_SUFFIX"])
    content.metadata["summary"] = content._summary = strip_toc_elements_from_html(cut)
