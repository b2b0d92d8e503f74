"""A lead that stands above the text and comes again in it: the source's layout, not a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from unicodedata import normalize

from glose.digest.model.article import Finding
from glose.digest.model.draft import Draft

SIMILAR = 0.95
"""At least so like (0 to 1): two printings of one sentence differ in a word, two sentences in more."""

SHORTEST = 30
"""Characters of letters and digits; shorter texts repeat by chance."""
LONGEST = 5000
"""Likewise, of a text that is compared letter by letter; a longer one recurs only word for word."""

_LABELLED = re.compile(
    r"(?:Utl|Untertitel|Unterzeile|Vorspann|Dachzeile|Sous-titre|Chapô|Subtitle|Standfirst|Subtítulo|Bajada|Sottotitolo"
    r"|Subt[íi]tulo|Ondertitel)\s?\.?\s?:\s+(?P<lead>\S.{8,300}?)\s*=?",
    re.IGNORECASE,
)
"""What a desk says itself to be the line below the headline: ``Utl.: Land übernimmt die Kosten =`` (APA)."""
_LETTERS = re.compile(r"[^\W_]+")


def standfirst(draft: Draft) -> Draft:
    """Moves the first block to `standfirst` if it is labelled so, or recurs further down; that copy in the body stays.

    In plain text one that does not recur cannot be told from a first paragraph: it is left where it is.
    """
    if draft.article.standfirst or len(draft.blocks) < 2 or draft.blocks[0].kind != "paragraph":
        return draft
    lead = draft.blocks[0].text
    if labelled := _LABELLED.fullmatch(lead):
        found = Finding("standfirst", lead, "the desk calls it so")
        return draft.put(found, standfirst=labelled["lead"], blocks=draft.blocks[1:])
    key = fold(lead)
    near = (block.text for block in draft.blocks[1:] if len(block.text) >= 0.7 * len(key))
    if len(key) < SHORTEST or not any(recurs(key, fold(text)) for text in near):
        return draft
    found = Finding("standfirst", lead, "stands above the text and comes again in it")
    return draft.put(found, standfirst=lead, blocks=draft.blocks[1:])


def fold(text: str) -> str:
    """The letters and digits of `text` in lower case, without accents: a key to compare, never to store."""
    folded = text.casefold()
    return "".join(_LETTERS.findall(folded if folded.isascii() else normalize("NFD", folded)))


def recurs(key: str, other: str) -> bool:
    """True where the folded text is part of the other, or the two are the same but for a word."""
    if key in other:
        return True
    if len(key) > LONGEST or not 0.9 <= len(key) / max(len(other), 1) <= 1.1:
        return False
    size = max(1, len(key) // (int(2.1 * (1 - SIMILAR) * len(key)) + 2))
    if not any(key[at : at + size] in other for at in range(0, len(key), size)):
        return False  # so like, one of more pieces than there are differences is in both: cheap to ask
    shared = sum((Counter(key) & Counter(other)).values())
    if 2 * shared / (len(key) + len(other)) < SIMILAR:
        return False  # the same letters in any order: cheap to ask, and never less than the likeness
    return SequenceMatcher(None, key, other, autojunk=False).ratio() >= SIMILAR
