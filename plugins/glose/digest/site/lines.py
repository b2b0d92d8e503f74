"""Every term of a text in the sentence that names it first (KWIC)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from glose.digest.site.footnotes import without_references
from glose.digest.site.values import Line

WIDTH = 90
"""Characters kept on each side of a mention when its sentence is longer."""
WORDS_A_MINUTE = 200
"""Silent reading of news prose, the lower end of the usual 200 to 250."""
_MENTION = re.compile(r'<a class="term"[^>]* aria-details="term-([^"]+)">(.*?)</a>', re.S)
_BLOCK = re.compile(r"</?(?:p|li|h[1-6]|blockquote|pre|td|th|dt|dd|div|section|figcaption)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_SENTENCE_END = re.compile(r"[.!?…]+[\s»”\"')\]]*\s")


def lines_of(text: str) -> Iterator[tuple[str, Line]]:
    """Slug and line for the first mention of each term in annotated HTML, as far as it is shown."""
    seen: set[str] = set()
    for block in _BLOCK.split(text):
        for match in _MENTION.finditer(block):
            if match[1] not in seen:
                seen.add(match[1])
                yield match[1], _line(block, match)


def _line(block: str, match: re.Match[str]) -> Line:
    """The sentence around one mention, cut to `WIDTH` on either side at a word."""
    before, after = bare(block[: match.start()]), bare(block[match.end() :])
    start = 0
    for full_stop in _SENTENCE_END.finditer(before):
        start = full_stop.end()
    before = before[start:]
    if end := _SENTENCE_END.search(after):
        after = after[: end.end()].rstrip()
    if len(before) > WIDTH:
        before = "… " + before[-WIDTH:].partition(" ")[2]
    if len(after) > WIDTH:
        after = after[:WIDTH].rpartition(" ")[0] + " …"
    return Line(before, bare(match[2]), after)


def minutes(text: str) -> int:
    """How long reading a piece of HTML takes, at least one minute."""
    return max(1, round(len(_TAG.sub(" ", text).split()) / WORDS_A_MINUTE))


def bare(fragment: str) -> str:
    """The text of a piece of HTML, without the numbers of footnotes."""
    if "<" in fragment:
        fragment = _TAG.sub("", without_references(fragment))
    return html.unescape(fragment) if "&" in fragment else fragment
