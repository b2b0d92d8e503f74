"""When it was published, where a line says nothing else: ``Publié le 15 mars 2016 à 17h42``."""

from __future__ import annotations

import re

from plugins.digest.dates import parse_date
from plugins.digest.model.article import Block, Finding
from plugins.digest.model.draft import Draft

ZONE = 6
"""Blocks from the first one where a date line is looked for."""

LONGEST = 120
"""Characters of a date line."""

_UPDATED = (
    r"(?:mise?\s+[àa]\s+jour|modifi[ée]e?|actualis[ée]e?|(?:last\s+)?updated|aktualisiert"
    r"|actualizad[oa]|aggiornat[oa]|bijgewerkt)"
)
_LABEL = (
    r"(?:publi[ée]e?|post[ée]e?|mise?\s+en\s+ligne|published|posted|ver[öo]ffentlicht|erschienen|stand|publicad[oa]"
    rf"|pubblicat[oa]|gepubliceerd|date|{_UPDATED})"
)
_DATE_LINE = re.compile(
    rf"""{_LABEL}\b.{{0,110}}
    | (?:le\s+|on\s+)?(?:[^\W\d_]{{3,12}}\.?,?\s+)?
      (?:\d{{1,2}}(?:er|\.)?\s+[^\W\d_]{{3,12}}\.?\s+\d{{4}} | \d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}
        | \d{{4}}-\d\d-\d\d | [^\W\d_]{{3,12}}\.?\s+\d{{1,2}},?\s+\d{{4}}).{{0,25}}""",
    re.I | re.X | re.S,
)
_UPDATE = re.compile(rf"{_UPDATED}\b.*", re.I | re.S)


def date_line(draft: Draft) -> Draft:
    """Sets `date` and `modified` from a line that is nothing but a date; takes the line out in any case."""
    blocks = draft.blocks
    for place, block in enumerate(blocks[:ZONE]):
        if place + 1 < len(blocks) and _is_date_line(block):
            return _dated(draft, block.text).put(blocks=blocks[:place] + blocks[place + 1 :])
    return draft


def _dated(draft: Draft, text: str) -> Draft:
    article = draft.article
    update = _UPDATE.search(text)
    published = parse_date(text[: update.start()] if update else text, article.lang)
    modified = parse_date(update[0], article.lang) if update else None
    if published is None and modified is None:
        message = "a date line that cannot be read safely; write `date:` into the sidecar"
        return draft.put(Finding("date", text, message, confidence=0.3, dropped=True))
    draft = draft.put(Finding("date", text, "the date line", 0.95, dropped=True))
    if published is not None and article.date is None:
        draft = draft.put(date=published, date_source="metadata")
    return draft.put(modified=modified) if modified is not None and article.modified is None else draft


def _is_date_line(block: Block) -> bool:
    text = block.text
    digits = any(map(str.isdigit, text))
    return digits and len(text) <= LONGEST and not text.endswith("?") and bool(_DATE_LINE.fullmatch(text))
