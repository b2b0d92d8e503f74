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
_SENTENCE_END = re.compile(r"[.!?…][\s»”\"')\]]*\s")
_SENTENCES = re.compile(rf".*{_SENTENCE_END.pattern}", re.S)
"""All that are over."""


def lines_of(text: str) -> Iterator[tuple[str, Line]]:
    """Slug and line for the first mention of each term in annotated HTML, as far as it is shown."""
    seen: set[str] = set()
    for block in _BLOCK.split(text):
        pieces = _MENTION.split(block)  # what stands before a mention, its slug, its words, and so on
        slugs = pieces[1::3]
        if seen.issuperset(slugs):
            continue
        del pieces[1::3]
        pieces = list(map(bare, pieces))
        shown, start = "".join(pieces), 0
        for number, slug in enumerate(slugs):
            start += len(pieces[2 * number])
            words = pieces[2 * number + 1]
            end = start + len(words)
            if slug not in seen:
                seen.add(slug)
                yield slug, _line(shown[:start], words, shown[end:])
            start = end


def _line(before: str, words: str, after: str) -> Line:
    """The sentence around one mention, cut to `WIDTH` on either side at a word."""
    if over := _SENTENCES.match(before):
        before = before[over.end() :]
    if end := _SENTENCE_END.search(after):
        after = after[: end.end()].rstrip()
    if len(before) > WIDTH:
        before = "… " + before[-WIDTH:].partition(" ")[2]
    if len(after) > WIDTH:
        after = after[:WIDTH].rpartition(" ")[0] + " …"
    return Line(before, words, after)


def minutes(text: str) -> int:
    """How long reading a piece of HTML takes, at least one minute."""
    return max(1, round(len(_TAG.sub(" ", text).split()) / WORDS_A_MINUTE))


def bare(fragment: str) -> str:
    """The text of a piece of HTML, without the numbers of footnotes."""
    if "<" in fragment:
        fragment = _TAG.sub("", without_references(fragment))
    return html.unescape(fragment) if "&" in fragment else fragment
