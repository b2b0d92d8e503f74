"""What an agency writes to editors below the text: notebooks, contacts, notes not for publication."""

from __future__ import annotations

import re

from glose.digest.dates import parse_iptc7901
from glose.digest.model.article import Finding
from glose.digest.model.draft import Draft
from glose.digest.newsroom.signatures import stamped

_OPENS = re.compile(
    r"""(?:\#{1,3}\s*)?(?:[a-z]{2,8}[-\s])?(?:
        notizblock | notebook | redaktionelle\s+hinweise | notes?\s+to\s+(?:the\s+)?editors?
        | notes?\s+to\s+(?:subs?|subscribers|newsrooms?|desks?)
        | editors?\s+notes? | editors['’]\s+notes? | (?:notes?|avis)\s+aux\s+(?:abonn[ée]s|r[ée]dactions?|r[ée]dacteurs)
        | nota\s+(?:(?:a|para)\s+(?:los\s+)?editores|aos\s+editores|alle\s+redazioni)
        | (?:noot|nota|bericht|mededeling)\s+(?:voor|aan)\s+(?:de\s+)?(?:redacties?|redacteuren|pers)
        | ملاحظة\s+(?:إلى|لل)\s?(?:ال)?محررين
        )\b\s*(?:[:,].*|\(.*|$)
    | hinweis\s*:\s.{0,80}\b(?:fotos?|bild(?:er)?|grafik|video|redaktion(?:en)?|abruf\w*)\b.{0,60}$
    | (?:.{0,60}\b)?(?:not\s+for\s+publication|ne\s+pas\s+publier
        |nicht\s+zur\s+ver[öo]ffentlichung\s+bestimmt|niet\s+(?:voor|ter)\s+publicatie|no\s+publicar
        |non\s+per\s+la\s+pubblicazione|n[ãa]o\s+publicar|ليس\s+للنشر)\b.{0,60}$
    """,
    re.I | re.X | re.S,
)  # fmt: skip
MOST = 0.5
"""Share of the letters with which a tail is no tail that anybody may leave out unseen."""
_FROM = 2
"""A tail is never the first blocks: an article about notebooks has that word in its title."""


def tail(draft: Draft) -> Draft:
    """Takes out everything from the first line that speaks to editors alone to the end."""
    for place, block in enumerate(draft.blocks):
        if place >= _FROM and _OPENS.match(block.text):
            return _without(draft, place)
    return draft


def _without(draft: Draft, place: int) -> Draft:
    """The draft without the tail; a wire's stamp below it dates the text, where nothing else does."""
    kept, gone = draft.blocks[:place], draft.blocks[place:]
    stamps = (parse_iptc7901(text) for block in gone if (text := stamped(block.text)))
    moment = next(filter(None, stamps), None) if draft.article.date is None else None
    dated = {"date": moment, "date_source": "metadata"} if moment else {}
    share = sum(len(block.text) for block in gone) / max(1, sum(len(block.text) for block in draft.blocks))
    found = list(map(_dropped, (block.text for block in gone)))
    if share > MOST and len(gone) > 1:
        message = "notes to editors are most of the text: put back what is the article's, or set `status: published`"
        found[0] = Finding("tail", gone[0].text, message, confidence=0.3, dropped=True, holds=True)
    return draft.put(*found, blocks=kept, **dated)


def _dropped(text: str) -> Finding:
    return Finding("tail", text, "a note to editors, not part of the article", confidence=0.8, dropped=True)
