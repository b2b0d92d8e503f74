"""The lines between title and text: who wrote it, and when it was published."""

from __future__ import annotations

import re
from datetime import date

from plugins.digest.article import Block, Finding
from plugins.digest.dates import parse_date
from plugins.digest.seeds.agencies import NAME, code
from plugins.digest.seeds.draft import Draft

ZONE = 5
"""Blocks from the first one where these lines are looked for."""

_BYLINE = re.compile(
    r"""(?:(?:par|by|von|por|di|door|av|af|pelo|pela|text(?:e|o)?\s*:|propos\s+recueillis\s+par|un\s+article\s+de|written\s+by|reporting\s+by
            |بقلم|από)\s+(?-i:[^\W\d_a-zà-ÿ]).{1,90}
    | (?-i:[A-ZÀ-Ý][\w'’-]+(?:\s+[A-ZÀ-Ý][\w'’-]+){1,3}),?\s+(?:envoy[ée]e?|correspondante?|notre\s+correspondante?|correspondent)\b.{0,60}
    )""",
    re.I | re.X,
)  # fmt: skip
_SHARED = re.compile(
    rf"(?:(?:par|by|von|por|di)\s+)?(?:(?-i:[A-ZÀ-Ý])[\w'’.-]*(?:\s+[\w'’.-]+){{0,3}}\s+(?:avec|with|mit|con)\s+(?:l['’])?)?(?-i:{NAME})"
    rf"(?:\s*(?:,|/|et|and|und|&)\s*(?-i:{NAME}))*",
    re.I,
)
_DATE_LINE = re.compile(
    r"""(?:(?:publi[ée]e?|post[ée]e?|mise?\s+(?:en\s+ligne|[àa]\s+jour)|modifi[ée]e?|actualis[ée]e?|published|posted|(?:last\s+)?updated
        |ver[öo]ffentlicht|aktualisiert|erschienen|stand\s*:|publicad[oa]|actualizad[oa]|pubblicat[oa]|aggiornat[oa]|gepubliceerd|bijgewerkt
        |date\s*:)\b.{0,110}
    | (?:le\s+|on\s+)?(?:[^\W\d_]{3,12}\.?,?\s+)?(?:\d{1,2}(?:er|\.)?\s+[^\W\d_]{3,12}\.?\s+\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d
        |[^\W\d_]{3,12}\.?\s+\d{1,2},?\s+\d{4}).{0,25})""",
    re.I | re.X | re.S,
)  # fmt: skip
_UPDATED = re.compile(r"(?:mise?\s+[àa]\s+jour|modifi[ée]e?|actualis[ée]e?|(?:last\s+)?updated|aktualisiert|actualizad[oa]|aggiornat[oa]|bijgewerkt)\b.*", re.I | re.S)  # fmt: skip
_LEAD = re.compile(
    r"(?:par|by|von|por|di|door|av|af|pelo|pela|text(?:e|o)?\s*:|propos\s+recueillis\s+par|un\s+article\s+de|written\s+by|reporting\s+by|بقلم|από)\s+", re.I
)  # fmt: skip
_ROLE = re.compile(
    r"\s*(?:,?\s*\b(?:[àa]|in|en|aus|bei|from|avec|with|mit|con|pour|for|f[üu]r)\s.*|,\s*(?=[a-zà-ÿ]).*|\(.*|[|•·–—].*|\s-\s.*)$", re.S
)  # fmt: skip
_AND = re.compile(r"\s*(?:,|;|&|/|\s(?:et|and|und|y|e|en)\s)\s*")
_NAME = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w.'’-]*)(?:\s+(?:[^\W\d_][\w.'’-]*)){1,4}")


def byline(draft: Draft) -> Draft:
    """Sets `byline` as received, `authors` where it names persons, and `source` where it names an agency."""
    if draft.article.byline:
        return draft
    for place, block in enumerate(draft.blocks[:ZONE]):
        if place + 1 < len(draft.blocks) and _is_byline(block):
            source = draft.article.source or code(block.text)
            authors = draft.article.authors or names(block.text)
            return draft.put(
                Finding("byline", block.text, "begins like a byline", 0.9),
                byline=block.text,
                authors=authors,
                source=source,
                blocks=draft.blocks[:place] + draft.blocks[place + 1 :],
            )
    return draft


def names(text: str) -> tuple[str, ...]:
    """The persons that a byline names, in its order: no agency, place or role.

    >>> names("Par Anne Exemple et Paul Essai, à Ville-Exemple"), names("Par Agence France-Presse")
    (('Anne Exemple', 'Paul Essai'), ())
    """
    text = _ROLE.sub("", _LEAD.sub("", text, count=1))
    parts = (part.strip(" .") for part in _AND.split(text))
    return tuple(part for part in parts if _NAME.fullmatch(part) and not code(part))


def date_line(draft: Draft) -> Draft:
    """Sets `date` (and `modified`) from a line that is nothing but a date; also takes it out when a date is known."""
    for place, block in enumerate(draft.blocks[:ZONE]):
        if place + 1 < len(draft.blocks) and _is_date_line(block):
            rest = draft.blocks[:place] + draft.blocks[place + 1 :]
            return _dated(draft, block.text).put(blocks=rest)
    return draft


def _dated(draft: Draft, text: str) -> Draft:
    lang = draft.article.lang
    updated = _UPDATED.search(text)
    published = parse_date(text[: updated.start()] if updated else text, lang)
    modified = parse_date(updated[0], lang) if updated else None
    if published is None and modified is None:
        message = "a date line that cannot be read safely; write `date:` into the sidecar"
        return draft.put(Finding("date", text, message, confidence=0.3, dropped=True))
    draft = draft.put(Finding("date", text, "the date line", 0.95, dropped=True))
    if published is not None and draft.article.date is None:
        draft = draft.put(date=published, date_source="metadata")
    if modified is not None and draft.article.modified is None:
        draft = draft.put(modified=modified)
    return draft


def _is_byline(block: Block) -> bool:
    text = block.text
    if block.kind != "paragraph" or len(text) > 100 or len(text.split()) > 14:
        return False
    if text.endswith(".") and not text[-3:-1].strip().isupper():
        return False
    return bool(_BYLINE.fullmatch(text) or _SHARED.fullmatch(text))


def _is_date_line(block: Block) -> bool:
    text = block.text
    return len(text) <= 120 and any(map(str.isdigit, text)) and bool(_DATE_LINE.fullmatch(text))
