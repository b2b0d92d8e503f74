"""`- Subhead -` between the paragraphs, as agencies set it, becomes a heading."""

from __future__ import annotations

import re
from dataclasses import replace

from glose.digest.model.article import Block
from glose.digest.model.draft import Draft
from glose.digest.text.blocks import cut

_SUBHEAD = re.compile(r"(?P<dash>[-–—]{1,2}|\*{1,3}|={2,3})\s*(?P<text>[^\s-].{0,98}?)\s*(?P=dash)")


def subheads(draft: Draft) -> Draft:
    """Turns each such block into a heading of level 2; takes the dashes off one that is marked up as such."""
    blocks = tuple(map(_subhead, draft.blocks))
    return draft if blocks == draft.blocks else draft.put(blocks=blocks)


def _subhead(block: Block) -> Block:
    if block.kind not in ("paragraph", "heading") or not (match := _SUBHEAD.fullmatch(block.text)):
        return block
    level = block.level if block.kind == "heading" else 2
    return replace(cut(block, match.start("text"), match.end("text")), kind="heading", level=level)
