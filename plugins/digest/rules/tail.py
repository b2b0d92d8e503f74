"""What an agency writes to editors below the text: notebooks, contacts, notes not for publication."""

from __future__ import annotations

import re

from plugins.digest.model.article import Finding
from plugins.digest.model.draft import Draft

_OPENS = re.compile(
    r"""(?:\#{1,3}\s*)?(?:
        notizblock | notebook | redaktionelle\s+hinweise | notes?\s+to\s+(?:the\s+)?editors?
        | editors?['’]?s?\s+notes? | (?:notes?|avis)\s+aux\s+(?:abonn[ée]s|r[ée]dactions?|r[ée]dacteurs)
        | nota\s+(?:a\s+los\s+editores|aos\s+editores|alle\s+redazioni)
        )\b\s*(?::.*|\(.*|$)
    | (?:.{0,60}\b)?(?:not\s+for\s+publication|ne\s+pas\s+publier
        |nicht\s+zur\s+ver[öo]ffentlichung\s+bestimmt)\b.{0,60}$
    """,
    re.I | re.X | re.S,
)  # fmt: skip
_FROM = 2
"""A tail is never the first blocks: an article about notebooks has that word in its title."""


def tail(draft: Draft) -> Draft:
    """Takes out everything from the first line that speaks to editors alone to the end."""
    for place, block in enumerate(draft.blocks):
        if place >= _FROM and _OPENS.match(block.text):
            return draft.put(
                *map(_dropped, (b.text for b in draft.blocks[place:])), blocks=draft.blocks[:place]
            )
    return draft


def _dropped(text: str) -> Finding:
    return Finding("tail", text, "a note to editors, not part of the article", confidence=0.8, dropped=True)
