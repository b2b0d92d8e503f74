"""The title: the first line, unless it is a paragraph."""

from __future__ import annotations

import re

from plugins.digest.model.article import Block, Finding
from plugins.digest.model.draft import Draft
from plugins.digest.rules.dateline import DATELINE
from plugins.digest.rules.standfirst import fold

LONGEST = 200
"""Characters; the longest headline of 110 news pages has 175."""

_SENTENCE = re.compile(r"[^.]\.$")
_SEVERAL = re.compile(r"[.!?]['\"»”]?\s+[A-ZÀ-Ý«“\"]")


def title(draft: Draft) -> Draft:
    """Sets `title` from the first block, unless that is a paragraph; takes out a title that comes twice."""
    article, blocks = draft.article, draft.blocks
    if article.title:
        if blocks and fold(blocks[0].text) == fold(article.title) != "":
            again = Finding("title", blocks[0].text, "the title again", dropped=True)
            return draft.put(again, blocks=blocks[1:])
        return draft
    if not blocks or not (confidence := _like_title(blocks)):
        return draft
    text, rest = blocks[0].text, blocks[1:]
    draft = draft.put(Finding("title", text, "the first block", confidence), title=text, blocks=rest)
    return title(draft)


def _like_title(blocks: tuple[Block, ...]) -> float:
    """How surely the first block is a title: 0 for a paragraph."""
    text = blocks[0].text
    if len(text) > LONGEST or blocks[0].kind in ("code", "item", "quote") or DATELINE.match(text):
        return 0.0
    if not _SENTENCE.search(text):
        return 0.95
    if len(blocks) > 1 and not _SEVERAL.search(text) and len(blocks[1].text) > len(text):
        return 0.6  # one sentence above a longer block: some titles have a full stop
    return 0.0
