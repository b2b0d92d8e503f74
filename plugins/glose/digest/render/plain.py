"""Texts that are paragraphs and nothing else, as most of a news agency's are: read in one look.

What `md.convert` and the sanitiser make of such a text is known beforehand: a ``<p>`` around each paragraph, and inside
it perhaps emphasis and links in their simplest form. Whatever may be more than that is left to them.
"""

from __future__ import annotations

import re

_WORDS = r"[^\s*\[\]](?:[^\n*\[\]]*[^\s*\[\]])?"
_INLINE = re.compile(
    rf"\*(?<!\*\*)(?:\*(?P<strong>{_WORDS})\*|(?P<em>{_WORDS}))\*(?!\*)"
    rf"|\[(?<!!\[)(?P<a>{_WORDS})\]\((?P<address>https?://[A-Za-z0-9./~:?=%,;@_+-]+)\)"
)
_SIGN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff" r"\\`*_\[\]<>&|#{}~^]")
"""Signs of other notations, and what the sanitiser takes away."""
_LINE = re.compile(r"\n(?:(?<=[^\S\n]\n)|(?=[^\n])(?![^\W\d]|\d+(?![\d.)])|[«»“”„\"'’‘(—–…]))")
"""Where a line ends that is broken by hand, or one begins that may begin another block."""
_PARTED = re.compile(r"\n\n+")


def plain(text: str) -> list[str] | None:
    """What stands in the paragraphs of a text, as sanitised; None where it may hold anything else than paragraphs."""
    said: list[str] = []
    html: list[str] = []
    done = 0
    for found in _INLINE.finditer(text) if "*" in text or "[" in text else ():
        before, tag, address = text[done : found.start()], found.lastgroup or "", found["address"]
        words, start = (found["a"], f'<a href="{address}">') if address else (found[tag], f"<{tag}>")
        said += before, "x", words  # behind a letter: it begins no block
        html += before, start, words, f"</{start[1:2] if address else tag}>"
        done = found.end()
    rest = text[done:]
    words = "".join((*said, rest))
    if _SIGN.search(words) or "://" in words or _LINE.search(f"\n{words}\n") or not words.strip():
        return None
    return _PARTED.split("".join((*html, rest)).strip("\n"))
