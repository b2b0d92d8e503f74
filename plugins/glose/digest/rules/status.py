"""What a desk says of its story in lines of their own: until when it may not be published, that it is taken back, that
this is one part of several. What is not understood holds the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from glose.digest.model.article import KILL, SET, Article, Block, Finding
from glose.digest.model.draft import Draft
from glose.digest.newsroom.doubtful_notices import doubtful
from glose.digest.newsroom.notices import Notice, notice
from glose.digest.rules.standfirst import fold

ABOVE = 12
"""Blocks above the story in which its notices stand."""
BELOW = 5
"""Blocks at the end, likewise."""
SHORT = 60
"""Characters of a mark between two parts of a text, which may stand anywhere."""
_PROSE = 90
"""Characters of a sentence that is the story, not a line above it."""
_SENTENCE = re.compile(r"[.!?…][\"'»”’)\]]*$")
_STORY = 3
"""Paragraphs of a story that was sent along with the notice that takes it back."""


def status(draft: Draft) -> Draft:
    """Takes the notices out of the text and does what they say."""
    found = _notices(draft)
    if not found:
        return _titled(draft)
    blocks: list[Block] = []
    for place, block in enumerate(draft.blocks):
        said = found.get(place)
        if said is None:
            blocks.append(block)
        elif said.rest and not _again(said.rest, blocks, draft.article):
            blocks.append(block if said.rest == block.text else replace(block, text=said.rest, marks=()))
    told = list(found.values())
    draft = draft.put(blocks=tuple(blocks))
    draft = _embargoed(draft, [one for one in told if one.kind == "embargo"])
    draft = _parts(draft, found)
    draft = _taken_back(draft, [one for one in told if one.kind == "kill"])
    for one in told:
        if one.kind == "unusable":
            draft = draft.put(
                _held(
                    one, f"the line “{one.text}” stands above the text: ask its sender whether it may be used"
                )
            )
    return _titled(draft)


def _notices(draft: Draft) -> dict[int, Notice]:
    """The notices among the blocks, by place."""
    found: dict[int, Notice] = {}
    above, last = True, len(draft.blocks) - BELOW
    alone = not any(map(_is_prose, draft.blocks))
    for place, block in enumerate(draft.blocks):
        if place >= ABOVE and place < last and len(block.text) > SHORT:
            above = False
            continue
        said = notice(block.text, draft.article.lang) if block.kind not in SET else None
        if said is None and above and place < ABOVE and block.kind not in SET:
            said = doubtful(block.text, alone)
        if said and _counts(said, above and place < ABOVE, place, draft.blocks):
            found[place] = said
        elif len(block.text) >= _PROSE and _SENTENCE.search(block.text):
            above = False
    several = {"part", "goes on from"} & {said.kind for said in found.values()}
    return {place: said for place, said in found.items() if said.kind != "last" or several}


def _counts(said: Notice, above: bool, place: int, blocks: Sequence[Block]) -> bool:
    """True where a notice stands at a place where it means something."""
    if said.kind in ("embargo", "part", "goes on", "last"):
        return said.kind != "embargo" or above or said.until is not None or any(map(str.isdigit, said.text))
    return above


def _is_prose(block: Block) -> bool:
    return len(block.text) >= _PROSE and bool(_SENTENCE.search(block.text))


def _again(text: str, blocks: Sequence[Block], article: Article) -> bool:
    """True for the title of a further part, which is that of the first."""
    return fold(text) in {fold(article.title), *(fold(block.text) for block in blocks[:3])}


def _titled(draft: Draft) -> Draft:
    """The same for a title that an envelope gives, such as a mail's subject."""
    title = draft.article.title
    said = notice(title, draft.article.lang) if title else None
    if said is None or said.kind not in ("embargo", "kill", "part") or draft.article.status == "retracted":
        return draft
    draft = draft.put(title=said.rest or said.names or title)
    if said.kind == "embargo":
        return _embargoed(draft, [said])
    if said.kind == "part":
        return draft.put(Finding("status", said.text, "one part of a longer text", 0.9, dropped=True))
    return _taken_back(draft, [said])


def _embargoed(draft: Draft, told: Sequence[Notice]) -> Draft:
    """The moment of the embargo, where all of its notices name the same one; else the article is held."""
    if not told:
        return draft
    moments = {one.until for one in told if one.until} | {draft.article.embargo_until} - {None}
    unread = [one for one in told if one.until is None and not moments]
    if unread or len(moments) > 1:
        what = "names no moment that is certain" if unread else "names another moment than the rest"
        todo = "set `embargo_until:`, or `status: published` when it is over"
        message = f"an embargo (“{told[0].text}”) that {what}: {todo}"
        return draft.put(*(_held(one, message) for one in told))
    sure = all(one.zoned for one in told)
    message = (
        "may not be published before" if sure else "names no zone: held until that moment has come everywhere"
    )
    found = (Finding("embargo", one.text, message, 0.95 if sure else 0.6, dropped=True) for one in told)
    return draft.put(*found, embargo_until=next(iter(moments)))


def _parts(draft: Draft, found: dict[int, Notice]) -> Draft:
    """Holds an article of which a part is missing."""
    told = {
        place: said
        for place, said in found.items()
        if said.kind in ("part", "goes on", "goes on from", "last")
    }
    if not told:
        return draft
    parts = {said.part for said in told.values() if said.kind == "part"}
    total = max((total for _, total in parts), default=0)
    missing = sorted(set(range(1, total + 1)) - {nth for nth, _ in parts})
    end = max((place for place in range(len(draft.blocks) + len(found)) if place not in found), default=-1)
    open_end = not parts and any(said.kind == "goes on" and place > end - 1 for place, said in told.items())
    open_start = not parts and any(
        said.kind == "goes on from" and place < BELOW for place, said in told.items()
    )
    draft = draft.put(
        *(
            Finding("status", said.text, "a mark between the parts of a text", 0.9, dropped=True)
            for said in told.values()
        )
    )
    if not (missing or open_end or open_start):
        return draft
    which = (
        f"part {', '.join(map(str, missing))} of {total} is missing"
        if missing
        else "it is a part of a longer text"
    )
    message = f"{which}: put all parts into one seed, or set `status: published`"
    return draft.put(Finding("status", next(iter(told.values())).text, message, 0.3, holds=True))


def _taken_back(draft: Draft, told: Sequence[Notice]) -> Draft:
    """A kill takes back the article that it names; with a story below it, a person has to say what is meant."""
    if not told:
        return draft
    named = next((one.names for one in told if one.names), "")
    doubtful = not any(one.sure for one in told) or sum(map(_is_prose, draft.blocks)) >= _STORY
    what = f"takes back “{named}”" if named else "takes back a story that it does not name"
    message = f"{what}: set `status: retracted` in that article and delete this seed"
    if doubtful:
        return draft.put(*(_held(one, message) for one in told))
    findings = [Finding(KILL, one.text, message, 0.3, holds=True) for one in told]
    text = tuple(
        Block("paragraph", one.text) for one in told if one.rest != one.text
    )  # which stands there yet
    title = draft.article.title or named
    return draft.put(*findings, status="retracted", title=title, blocks=text + draft.blocks)


def _held(said: Notice, message: str) -> Finding:
    return Finding("status", said.text, message, 0.3, dropped=said.rest != said.text, holds=True)
