"""Lines that may be a notice: words of an embargo or a kill that `notices` does not understand hold the article.

They are asked above a story only. A headline that has such words together is held for nothing: that is the price.
"""

from __future__ import annotations

import re

from glose.digest.newsroom import status_words as words
from glose.digest.newsroom.notices import (
    Notice,
    is_free,
    kill_mark,
    may_be_notice,
    names_moment,
    plain,
    title_named,
)

LONGEST = 250
"""Characters of such a line."""
HEADLINE = 100
"""Characters of a line that needs no title in quotation marks to speak of a story."""

_AIMED = re.compile(rf"(?<!\w)embarg\w*\W+(?:\w+\W+){{0,2}}?(?:{words.UNTIL})(?!\w)(?P<behind>.*)", re.S)
_LOOSE = re.compile(rf"(?<!\w)(?:sperrfrist|{words.EMBARGO['ar']})")
_SHOUTED = re.compile(r"\W*(?:(?:SOUS|UNDER|BAJO)\s+)?EMBARGO\b")
_OURS = re.compile(rf"(?<!\w)(?:{words.OURS})(?!\w)")
_TAKEN_BACK = re.compile(rf"(?<!\w)(?:{words.TAKEN_BACK})(?!\w)")
_REPLACES = re.compile(r"\W*annul\w*\s+et\s+remplac")


def doubtful(text: str, alone: bool) -> Notice | None:
    """A notice that may be one, to hold the article; the line stays. `alone`: no story stands below it."""
    if len(text) > LONGEST or not may_be_notice(text) or is_free(text):
        return None
    folded = plain(text)
    aimed = _AIMED.search(folded)
    if (aimed and names_moment(aimed["behind"])) or _LOOSE.search(folded):
        return Notice("embargo", text, rest=text)
    if _SHOUTED.match(text) and not text.isupper():
        return Notice("embargo", text, rest=text)
    named = title_named(text)
    both = _OURS.search(folded) and _TAKEN_BACK.search(folded) and (named or len(text) < HEADLINE)
    if both or _REPLACES.match(folded) or (alone and kill_mark(folded)):
        return Notice("kill", text, rest=text, names=named, sure=False)
    return None
