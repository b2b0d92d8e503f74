"""Drafts for the rules' tests."""

from __future__ import annotations

from glose.digest.model.article import Article, Block
from glose.digest.model.draft import Draft

SENTENCE = "Une phrase assez longue pour être le premier paragraphe de ce texte d'essai."
QUOTE = "« Une phrase que la page répète plus bas, mot pour mot », a dit une habitante."


def draft(*texts: str, **known: object) -> Draft:
    """A French draft of these paragraphs, with the fields that a reader has set."""
    known = {"lang": "fr", **known}
    return Draft(Article(**known), tuple(Block("paragraph", text) for text in texts))  # type: ignore[arg-type]


def left(done: Draft) -> list[str]:
    """The texts that no rule has claimed."""
    return [block.text for block in done.blocks]
