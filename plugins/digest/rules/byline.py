"""Who wrote it: ``Par Nom Prénom, à Ville``, ``By Name and Name``, ``Le Journal avec AFP``."""

from __future__ import annotations

import re

from plugins.digest.model.article import Block, Finding
from plugins.digest.model.draft import Draft
from plugins.digest.newsroom.agencies import NAME, code

ZONE = 5
"""Blocks from the first one where a byline is looked for."""

LONGEST = 100
"""Characters of a byline."""

_LEAD = (
    r"(?:par|by|von|por|di|door|av|af|pelo|pela|propos\s+recueillis\s+par|un\s+article\s+de"
    r"|written\s+by|reporting\s+by|texte?\s*:|bericht\s*:|بقلم)\s+"
)
_CAPITAL = r"(?-i:[^\W\d_a-zß-ÿ])"
_BYLINE = re.compile(
    rf"""{_LEAD}{_CAPITAL}.{{1,90}}
    | {_CAPITAL}[\w'’-]+(?:\s+{_CAPITAL}[\w'’-]+){{1,3}},?\s+
      (?:notre\s+|our\s+)?(?:envoy[ée]e?|correspondante?|correspondent|korrespondent(?:in)?)\b.{{0,60}}
    | (?:{_LEAD})?(?:{_CAPITAL}[\w'’.-]*(?:\s+[\w'’.-]+){{0,3}}\s+(?:avec|with|mit|con)\s+(?:l['’])?)?
      (?-i:{NAME})(?:\s*(?:,|/|et|and|und|&)\s*(?-i:{NAME}))*""",
    re.I | re.X,
)
_LEADING = re.compile(_LEAD, re.I)
_ROLE = re.compile(
    r"\s*(?:,?\s*\b(?:[àa]|in|en|aus|bei|from|avec|with|mit|con|pour|for|f[üu]r)\s.*"
    r"|,\s*(?=[a-zà-ÿ]).*|\(.*|[|•·–—].*|\s-\s.*)$",
    re.S,
)
_AND = re.compile(r"\s*(?:,|;|&|/|\s(?:et|and|und|y|e|en)\s)\s*")
_OUTLET = re.compile(r"(?:Le|La|Les|The|Der|Die|Das|El|Los|Il)\s|L['’]|R[ée]daction\b")
"""How the name of a paper begins, and no person's."""

_PERSON = re.compile(r"[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4}")


def byline(draft: Draft) -> Draft:
    """Sets `byline` as received, `authors` where it names persons, and `source` where it names an agency."""
    article, blocks = draft.article, draft.blocks
    if article.byline:
        return draft
    places = [n for n, block in enumerate(blocks[:ZONE]) if n + 1 < len(blocks) and _is_byline(block)]
    if places and places[0] == 0 and not article.title and not _first(blocks, places):
        places = places[1:]
    if not places:
        return draft
    text = blocks[places[0]].text
    return draft.put(
        Finding("byline", text, "names who wrote it", 0.9),
        byline=text,
        authors=article.authors or names(text),
        source=article.source or code(text),
        blocks=blocks[: places[0]] + blocks[places[0] + 1 :],
    )


def names(text: str) -> tuple[str, ...]:
    """The persons that a byline names, in its order: no agency, place or role.

    >>> names("Par Anne Exemple et Paul Essai, à Ville-Exemple"), names("Par Agence France-Presse")
    (('Anne Exemple', 'Paul Essai'), ())
    """
    parts = (part.strip(" .") for part in _AND.split(_ROLE.sub("", _LEADING.sub("", text, count=1))))
    return tuple(
        part for part in parts if _PERSON.fullmatch(part) and not code(part) and not _OUTLET.match(part)
    )


def _is_byline(block: Block) -> bool:
    text = block.text
    sentence = text.endswith(".") and len(text.split()[-1]) > len("Jr.")
    return (
        block.kind == "paragraph"
        and len(text) <= LONGEST
        and not sentence
        and _BYLINE.fullmatch(text) is not None
    )


def _first(blocks: tuple[Block, ...], places: list[int]) -> bool:
    """True where the very first block is a byline all the same: a title may begin with "By" or "Von"."""
    text = blocks[0].text
    return len(places) == 1 and ":" not in text and bool(names(text) or code(text))
