"""Lines of dashes and stars between the parts of a text."""

from __future__ import annotations

from glose.digest.model.article import Finding
from glose.digest.model.draft import Draft


def separators(draft: Draft) -> Draft:
    """Takes out the blocks without a letter or digit, unless nothing else is there."""
    lost = [block.text for block in draft.blocks if not _says_something(block.text)]
    if not lost or len(lost) == len(draft.blocks):
        return draft
    found = (Finding("separator", text, "a line without words", 0.9, dropped=True) for text in lost)
    return draft.put(*found, blocks=tuple(block for block in draft.blocks if _says_something(block.text)))


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, text))
