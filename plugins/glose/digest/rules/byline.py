"""Who wrote it: ``Par Nom Prénom, à Ville``, ``By Name and Name``, ``Le Journal avec AFP``."""

from __future__ import annotations

from glose.digest.model.article import Block, Finding
from glose.digest.model.draft import Draft
from glose.digest.newsroom.agencies import code
from glose.digest.newsroom.bylines import Byline, is_address, is_names, is_post, read
from glose.digest.newsroom.captions import opens
from glose.digest.newsroom.places import is_country, is_known_city
from glose.digest.rules.desk_lines import text_begins

ZONE = 6
"""Blocks from the first one where a byline is looked for."""
BEHIND = 3
"""Lines below a byline that belong to it: post, agency, address."""
_CASED = ("fr", "es", "it", "pt", "nl", "")
"""Languages whose headlines have no capitals on every word: a line of capitals is a name."""


def byline(draft: Draft) -> Draft:
    """Sets `byline` as received, `authors` where it names persons, and `source` where it names an agency."""
    article, blocks = draft.article, draft.blocks
    if article.byline:
        return _again(draft)
    places = [n for n in range(min(ZONE, len(blocks) - 1)) if _is_byline(draft, n)]
    if places and places[0] == 0 and not article.title and not _first(draft, places):
        places = places[1:]
    if not places:
        return draft
    place = places[0]
    line = _read(draft, blocks[place])
    assert line is not None  # noqa: S101  `_is_byline` has said so
    behind, source = _behind(draft, place)
    end = place + 1 + len(behind)
    findings = [Finding("byline", line.text, "names who wrote it", 0.9 if line.sure else 0.7)]
    if line.address:
        findings.append(Finding("byline", line.address, "an address of the writer", 0.9, dropped=True))
    findings += [
        Finding("byline", text, "post, agency or address of the writer", 0.9, dropped=True) for text in behind
    ]
    return draft.put(
        *findings,
        byline=line.text,
        authors=article.authors or line.persons,
        source=article.source or line.source or source,
        blocks=blocks[:place] + blocks[end:],
    )


def _again(draft: Draft) -> Draft:
    """The draft without the byline that a reader has set, where it stands above the text, too."""
    for place, block in enumerate(draft.blocks[:ZONE]):
        if block.text == draft.article.byline and place + 1 < len(draft.blocks):
            found = Finding("byline", block.text, "the byline again", dropped=True)
            return draft.put(found, blocks=draft.blocks[:place] + draft.blocks[place + 1 :])
    return draft


def _read(draft: Draft, block: Block) -> Byline | None:
    """The byline that a block is; "Photo from the files (Agency)" is a caption."""
    if block.kind != "paragraph" or opens(block.text):
        return None
    return read(block.text, draft.agencies)


def _is_byline(draft: Draft, place: int) -> bool:
    """True for a line that is one by its words, or a name that can only be the writer's where it stands."""
    line = _read(draft, draft.blocks[place])
    if line is None:
        return False
    if line.sure:
        return True
    behind, _ = _behind(draft, place)
    if behind:
        return True
    titled = bool(draft.article.title) or place > 0
    last = text_begins(draft)[0] == place + 1
    if titled and last and not line.persons:
        return True  # "By Editor": one word behind the one that announces it
    cased = line.text.upper() != line.text.lower() and draft.article.lang[:2] in _CASED
    below = text_begins(draft)[1]
    name, comma, _ = line.text.partition(", ")
    if comma and is_names(name) and len(line.persons) == 1:
        return bool(titled and last and below and _is_from(line.text, below.text))
    known = is_known_city(line.text) or is_country(line.text)
    return titled and last and cased and len(line.text.split()) <= 4 and not known


def _is_from(text: str, place: str) -> bool:
    """True for ``Anne Exemple, Exempleville`` above a dateline of that town."""
    name, _, town = text.partition(", ")
    return bool(town) and is_names(name) and place.lower().startswith(town.lower())


def _behind(draft: Draft, place: int) -> tuple[list[str], str]:
    """The lines below a byline that say more of its bearer, and the code of the agency that they name."""
    found: list[str] = []
    source = ""
    for block in draft.blocks[place + 1 : place + 1 + BEHIND]:
        text = block.text
        agency = code(text, draft.agencies) if len(text) <= 40 else ""
        line = read(text, draft.agencies) if agency else None
        alone = line is not None and not line.persons
        if len(draft.blocks) <= place + 2 + len(found) or not (is_address(text) or is_post(text) or alone):
            break
        found.append(text)
        source = source or agency
    return found, source


def _first(draft: Draft, places: list[int]) -> bool:
    """True where the very first block is a byline all the same: a title may begin with "By" or "Von"."""
    line = _read(draft, draft.blocks[0])
    return len(places) == 1 and ":" not in draft.blocks[0].text and bool(line and line.sure)
