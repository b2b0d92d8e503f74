"""Where and when the dispatch was written, before its first sentence: ``Ville-Exemple, 21 jan 2019 (AFP) -``."""

from __future__ import annotations

import re

from glose.digest.dates import parse_dateline_date
from glose.digest.model.article import Finding
from glose.digest.model.draft import Draft
from glose.digest.newsroom.datelines import Dateline, read
from glose.digest.text.blocks import cut

ZONE = 8
"""Blocks from the first one where a dateline is looked for: an editor's note may stand above it."""
AROUND = 12
"""Blocks that are asked whether a name is a town's."""

SHORT = 60
"""Characters of a line above the text that no rule has understood."""
PROSE = 90
"""Characters of the text below it."""
_SENTENCE = re.compile(r"[.!?…:][\"'»”’)\]]*$")
_UNREAD = re.compile(
    r"\d{1,2}\s?[h:]\s?\d{2}(?!\w)|[^\W\d_a-zß-ÿ]{4,25}[-–—]\s|[^.\n]{3,40}(?:\.[^.\n]{0,12})?\.-\s"
)
"""A time, a town glued to a dash, a dateline that ends in ``.-``: what only a desk writes before a sentence."""


def dateline(draft: Draft) -> Draft:
    """Takes the dateline off the text; names the source, and the date if it has a year."""
    article = draft.article
    if article.dateline or not draft.blocks:
        return _asked(draft)
    found = _find(draft)
    if found is None:
        return _asked(draft)
    place, line = found
    block = draft.blocks[place]
    rest = cut(block, line.end)
    kept = (rest,) if rest.text else ()
    note = Finding("dateline", line.text, "place, date and agency before the text", line.confidence)
    draft = draft.put(
        note,
        dateline=line.text,
        source=article.source or line.source,
        blocks=draft.blocks[:place] + kept + draft.blocks[place + 1 :],
    )
    return _asked(_dated(draft, line.day))


def _asked(draft: Draft) -> Draft:
    """The draft with a doubt where its text begins with what may be a line of the desk that no rule has read."""
    blocks = draft.blocks
    if len(blocks) < 2 or blocks[0].kind != "paragraph" or not draft.article.title:
        return draft
    text = blocks[0].text
    below = next((b for b in blocks[1:ZONE] if b.kind != "paragraph" or len(b.text) > SHORT), None)
    prose = below is not None and below.kind == "paragraph" and len(below.text) > PROSE
    alone = prose and len(text) <= SHORT and not _SENTENCE.search(text)
    if not (alone or _UNREAD.match(text)):
        return draft
    shown = text if alone else text[:SHORT].rsplit(" ", 1)[0] + "…"
    message = f"the text begins with “{shown}”: take out what is none of it, or set `status: published`"
    return draft.put(Finding("dateline", shown, message, 0.4, holds=True))


def _find(draft: Draft) -> tuple[int, Dateline] | None:
    """The first dateline of the zone, with its block; a place alone is one in the first block only."""
    for place, block in enumerate(draft.blocks[:ZONE]):
        if block.kind != "paragraph":
            continue
        around = "" if place else " ".join([draft.article.title, *(b.text for b in draft.blocks[:AROUND])])
        line = read(block.text, draft.article.lang, draft.agencies, around)
        if line and (place == 0 or line.confidence > 0.9):
            return place, line
    return None


def _dated(draft: Draft, day: str) -> Draft:
    """The publication date from the dateline's words, where they name it whole."""
    if not day or draft.article.date is not None:
        return draft
    if published := parse_dateline_date(day, draft.article.lang):
        return draft.put(date=published, date_source="dateline")
    message = "the dateline's date has no year; write `date:` into the sidecar"
    return draft.put(Finding("date", day, message, confidence=0.3))
