"""The title: the one line above the text; where two could be it, the article waits for a person."""

from __future__ import annotations

import re
from dataclasses import replace

from glose.digest.model.article import Block, Finding
from glose.digest.model.draft import Draft
from glose.digest.newsroom.bylines import is_names
from glose.digest.newsroom.datelines import read as dateline
from glose.digest.newsroom.desk_lines import is_public_note, unmarked_title
from glose.digest.rules.desk_lines import text_begins
from glose.digest.rules.standfirst import fold

LONGEST = 200
"""Characters; the longest headline of 110 news pages has 175."""
LONGER = 1.4
"""A line so much longer than the title is no title."""
MOST_WORDS = 25
"""Words of a title: 175 characters have hardly more."""
FEW = 3
"""Words of an overline: ``Politique locale`` above or below the title."""

MOST_LINES = 3
"""Short lines between a title and a text without dateline: with as many, nobody knows what they are."""

_SENTENCE = re.compile(r"[^.]\.$")
_SUBTITLE = re.compile(
    r"(?:utl\.|untertitel|unterzeile|sous-titre|subtitle|standfirst|chap[ôo]|dek|sottotitolo|subt[íi]tulo|sommaire)\s*:",
    re.I,
)
_PICTURE = re.compile(
    r"(?:FILE|PHOTO|ARCHIVES?|L[ée]gende|Caption|Photo)\b\s*(?:PHOTO\b)?\s*[-–—:.]|©|\)\.?$"
)
"""Signs of a caption, which the rule for those looks at."""
_SEVERAL = re.compile(r"[.!?]['\"»”]?\s+[A-ZÀ-Ý«“\"]")


def title(draft: Draft) -> Draft:
    """Sets `title` from the lines above the text; takes out an overline, and a title that comes twice."""
    article, blocks = draft.article, draft.blocks
    if article.title:
        if blocks and fold(blocks[0].text) == fold(article.title) != "":
            again = Finding("title", blocks[0].text, "the title again", dropped=True)
            return draft.put(again, blocks=blocks[1:])
        return draft
    draft = _chosen(_joined(_turned(draft)))
    blocks = draft.blocks
    if not blocks or not (confidence := _like_title(draft)):
        return draft
    text, rest = blocks[0].text, blocks[1:]
    name, mark = unmarked_title(text)
    found = [Finding("title", name, "the first block", confidence)]
    if mark:
        found.append(Finding("desk-line", mark, "the desk's mark at the title", 0.9, dropped=True))
    revision = article.revision or (mark.strip(" ()[]-:") if any(map(str.isdigit, mark)) else "")
    draft = draft.put(*found, title=name, revision=revision, blocks=rest)
    return title(_below(draft))


def _turned(draft: Draft) -> Draft:
    """The draft with a line of place and date, which is above the title, below it."""
    blocks = draft.blocks
    anchor, line = text_begins(draft)
    if line is None or anchor or len(blocks) < 3 or line.end < len(blocks[0].text):
        return draft
    if (
        not _is_line(blocks[1])
        or len(blocks[2].text) < len(blocks[1].text)
        or _SENTENCE.search(blocks[1].text)
    ):
        return draft
    return draft.put(blocks=(blocks[1], blocks[0], *blocks[2:]))


def _joined(draft: Draft) -> Draft:
    """The draft with a title that was broken over two lines as one: the second goes on in small letters."""
    anchor, line = text_begins(draft)
    if line is None or anchor != 2 or not all(_is_line(block) for block in draft.blocks[:2]):
        return draft
    first, second = (block.text for block in draft.blocks[:2])
    if not second[0].islower() or not (first[-1].isalnum() or first[-1] == ","):
        return draft
    found = Finding("title", f"{first} {second}", "a title broken over two lines", 0.8)
    whole = replace(draft.blocks[0], text=f"{first} {second}", marks=())
    return draft.put(found, blocks=(whole, *draft.blocks[2:]))


def _candidates(draft: Draft) -> list[int]:
    """The lines above the text that could be the title, by place."""
    anchor, line = text_begins(draft)
    above = [n for n in range(anchor) if _is_line(draft.blocks[n])]
    return above if line is not None or (len(above) == anchor == 2) else above[:1]


def _is_line(block: Block) -> bool:
    text = block.text
    long = bool(_SEVERAL.search(text)) or len(text) > LONGEST or len(text.split()) > MOST_WORDS
    kind = block.kind in ("paragraph", "heading")
    return kind and not (long or _PICTURE.search(text) or is_public_note(text))


def _chosen(draft: Draft) -> Draft:
    """The draft without the overlines above its text: lines of a word or two beside one that is a title."""
    dated = text_begins(draft)[1] is not None
    places = [n for n in _candidates(draft) if dated or not _SENTENCE.search(draft.blocks[n].text)]
    if len(places) < 2:
        return draft
    words = {place: len(draft.blocks[place].text.split()) for place in places}
    most = max(words.values())
    over = [
        place
        for place in places
        if words[place] <= FEW and most >= words[place] + 2 and (dated or place < _longest(words))
    ]
    if not over or len(over) == len(places):
        return draft
    found = (_overline(draft.blocks[place].text, place > _longest(words)) for place in over)
    return draft.put(*found, blocks=tuple(b for n, b in enumerate(draft.blocks) if n not in over))


def _overline(text: str, below: bool) -> Finding:
    """What is left out; below the title, in a script without capitals, it may as well be the writer's name."""
    if below and is_names(text) and text.upper() == text.lower():
        message = f"“{text}” could be the writer: write `byline:` into the sidecar or set `status: published`"
        return Finding("overline", text, message, 0.4, dropped=True, holds=True)
    return Finding("overline", text, "a line above or below the title", 0.6, dropped=True)


def _longest(words: dict[int, int]) -> int:
    return max(words, key=lambda place: (words[place], -place))


def _below(draft: Draft) -> Draft:
    """What stands between the title and a dateline: one line is the standfirst, several are not understood."""
    anchor, line = text_begins(draft)
    lines = [n for n in range(anchor) if _is_line(draft.blocks[n])]
    if line is None and (len(lines) < MOST_LINES or not any(len(b.text) > LONGEST for b in draft.blocks)):
        return draft
    if not lines:
        return draft
    first, name = draft.blocks[lines[0]].text, draft.article.title
    if line is not None and len(lines) == 1 and not draft.article.standfirst:
        clear = (
            first.endswith((".", "!", "?", "»", "”"))
            or len(first) > LONGER * len(name)
            or bool(_SUBTITLE.match(first))
        )
        message = "a line between title and dateline"
        if not clear:
            message = f"“{name}” or “{first}” could be the title: correct `title:` or set `status: published`"
        found = Finding("standfirst", first, message, 0.8 if clear else 0.4, holds=not clear)
        return draft.put(
            found, standfirst=first, blocks=draft.blocks[: lines[0]] + draft.blocks[lines[0] + 1 :]
        )
    message = f"{len(lines) + 1} lines above the text could be its title: correct `title:` or set `status: published`"
    return draft.put(Finding("title", first, message, 0.3, holds=True))


def _like_title(draft: Draft) -> float:
    """How surely the first block is a title: 0 for a paragraph."""
    blocks = draft.blocks
    text = blocks[0].text
    if len(text) > LONGEST or blocks[0].kind in ("code", "table", "item", "quote") or is_public_note(text):
        return 0.0
    around = " ".join(block.text for block in blocks[:5])
    if dateline(text, draft.article.lang, draft.agencies, around):
        return 0.0
    if not _SENTENCE.search(text):
        return 0.95
    if len(blocks) > 1 and not _SEVERAL.search(text) and len(blocks[1].text) > len(text):
        return 0.6  # one sentence above a longer block: some titles have a full stop
    return 0.0
