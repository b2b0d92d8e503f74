"""What a desk writes above a story for its clients: slug line, priority, lead, correction, routing, kind of release."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from glose.digest.dates import parse_dateline_date
from glose.digest.model.article import Block, Finding
from glose.digest.model.draft import Draft
from glose.digest.newsroom import datelines
from glose.digest.newsroom.agencies import Own
from glose.digest.newsroom.desk_lines import DeskLine
from glose.digest.newsroom.desk_lines import read as desk_line
from glose.digest.newsroom.status import corrections

ABOVE = 10
"""Blocks above the text in which such lines stand."""
PROSE = 90
"""Characters of a sentence that is the story, not a line above it."""

_SENTENCE = re.compile(r"[.!?…][\"'»”’)\]]*$")
_MESSAGES = {
    "priority": "how urgent it is",
    "lead": "which version it is",
    "advisory": "a line to the editors",
    "slug": "the desk's keywords",
    "routing": "the wire's routing",
    "release": "that it is a press release",
    "label": "what comes with it",
    "take": "a mark between the parts of a text",
    "separator": "a line without words",
}


def desk_lines(draft: Draft) -> Draft:
    """Takes them out: keywords become tags, the number of a lead the revision, a correction is recorded."""
    article, blocks = draft.article, draft.blocks
    anchor, _ = text_begins(draft)
    found = {place: said for place in range(anchor) if (said := _said(blocks[place]))}
    for place, said in tuple(found.items()):
        others = anchor - len(found)
        alone = others < 1 or (said.kind == "slug" and not _below(found, place, anchor))
        titled = said.titled and not article.title and others < 1
        if titled or (not said.sure and (article.title or alone)):
            del found[place]  # a short title may have a hyphen
    if not found or (len(found) == len(blocks) and not article.title):
        return draft
    findings = [
        Finding(
            "desk-line", blocks[place].text, _MESSAGES[said.kind], 0.9 if said.sure else 0.7, dropped=True
        )
        if not _is_doubtful(said, blocks[place].text)
        else Finding(
            "desk-line",
            blocks[place].text,
            f"“{blocks[place].text}” could be the title: correct `title:` or set `status: published`",
            0.4,
            dropped=True,
            holds=True,
        )
        for place, said in found.items()
    ]
    tags = tuple(dict.fromkeys(tag for said in found.values() for tag in said.tags))
    revision = next((said.revision for said in found.values() if said.revision), "")
    noted = [blocks[place].text for place, said in found.items() if said.kind == "advisory"]
    kept = tuple(block for place, block in enumerate(blocks) if place not in found)
    return draft.put(
        *findings,
        blocks=kept,
        tags=article.tags or tags,
        revision=article.revision or revision,
        corrections=article.corrections + corrections(noted, article.modified or article.date or _day(draft)),
    )


def text_begins(draft: Draft) -> tuple[int, datelines.Dateline | None]:
    """Where the text begins: at its dateline, which is returned too, else at its first paragraph."""
    return _begins(draft.blocks[: ABOVE + 2], draft.article.lang, draft.agencies)


@lru_cache(maxsize=16)
def _begins(blocks: tuple[Block, ...], lang: str, own: Own) -> tuple[int, datelines.Dateline | None]:
    """The same for the first blocks; remembered, since several rules ask for them."""
    first = len(blocks)
    for place, block in enumerate(blocks[: ABOVE + 1]):
        if block.kind != "paragraph":
            continue
        line = datelines.read(block.text, lang, own)
        if line is not None and line.confidence > 0.6:
            return place, line
        if first == len(blocks) and _is_prose(block) and desk_line(block.text) is None:
            first = place
    return min(first, ABOVE, max(len(blocks) - 1, 0)), None


def _is_prose(block: Block) -> bool:
    return len(block.text) > 200 or (len(block.text) >= PROSE and bool(_SENTENCE.search(block.text)))


def _said(block: Block) -> DeskLine | None:
    return desk_line(block.text) if block.kind == "paragraph" else None


def _is_doubtful(said: DeskLine, text: str) -> bool:
    """True for ``++ Ponte chiuso ++`` above another line: in capitals it is an alert, else it may be the title."""
    return said.kind == "priority" and not said.sure and text.upper() != text


def _below(found: dict[int, DeskLine], place: int, anchor: int) -> bool:
    """True where a line that may be the title stands below."""
    return any(other not in found for other in range(place + 1, anchor))


def _day(draft: Draft) -> date | None:
    _, line = text_begins(draft)
    return parse_dateline_date(line.day, draft.article.lang) if line else None
