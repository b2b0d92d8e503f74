"""Whether two texts are one dispatch, printed by two outlets.

Candidates are found by their `sketch` (bottom-k hashes of word shingles: Broder, "On the resemblance and
containment of documents", 1997), without comparing every pair; `same_dispatch` then compares the words
themselves. An update of a story repeats most of an older text and is not the same dispatch: it is longer, or
its figures differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import accumulate
from unicodedata import normalize
from zlib import crc32

SHINGLE = 4
"""Words that are hashed together; as extraction benchmarks do."""
SKETCH = 12
"""Hashes that a text is known by. Of two texts with one word in forty changed, about ten are shared."""
SHARED = 4
"""Hashes that two texts must share to be compared word by word."""
ALIKE = 0.95
"""Share of words in common, in order, that makes two texts one dispatch: one word in twenty may differ."""
SHORT = 30
"""Below so many words a text must be equal word for word: flashes resemble each other by their nature."""
DAYS = 3
"""An outlet prints a dispatch within days; the same words later are a form that is filled in every week."""

_WORD = re.compile(r"[^\W_]+")
_LINK = re.compile(r"\]\([^)\s]*\)")
_MARK = re.compile("[\u0300-\u036f]+")
_FIGURE = re.compile(r"\d+")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")

Printing = tuple[str, str]
"""One outlet's copy of a dispatch: its title, and its body as Markdown."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts compare."""

    same: bool
    """True when they are one dispatch."""
    near: bool
    """True when they would be, but for their figures."""
    differ: str
    """The first words in which they differ, ``avéré/révélé``; empty when they are equal."""


def words(body: str) -> list[str]:
    """The words of a Markdown body, folded: no case, no accents, no markup, no addresses of links."""
    text = _MARK.sub("", normalize("NFD", _LINK.sub("]", body).casefold()))
    return _WORD.findall(text)


def sketch(body: str) -> tuple[int, ...]:
    """The `SKETCH` smallest hashes of the body's shingles, sorted; fewer for a short text."""
    data = " ".join(words(body)).encode()
    if not data:
        return ()
    ends = [end - 1 for end in accumulate(len(word) + 1 for word in data.split(b" "))]
    starts = [0, *(end + 1 for end in ends)]
    hashes = {
        crc32(data[start:end]) for start, end in zip(starts, ends[SHINGLE - 1 :] or ends[-1:], strict=False)
    }
    return tuple(nsmallest(SKETCH, hashes))


def same_dispatch(one: Printing, other: Printing) -> Likeness:
    """Compares two printings word by word; of short ones the title belongs to what is compared."""
    (title, body), (other_title, other_body) = one, other
    a, b = words(body), words(other_body)
    total = len(a) + len(b)
    if min(len(a), len(b)) < SHORT:
        return Likeness(bool(a) and a == b and words(title) == words(other_title), False, "")
    if 2 * (Counter(a) & Counter(b)).total() < ALIKE * total:
        return Likeness(False, False, "")
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    edits = [edit[1:] for edit in matcher.get_opcodes() if edit[0] != "equal"]
    alike, figures = 2 * common >= ALIKE * total, _figures(a) == _figures(b)
    return Likeness(alike and figures, alike and not figures, _difference(a, b, edits))


def _figures(tokens: Sequence[str]) -> Counter[str]:
    """The numbers of a text; groups of three digits are joined, since outlets set 10 000 and 10.000 alike."""
    return Counter(_FIGURE.findall(_THOUSANDS.sub("", " ".join(tokens))))


def _difference(a: Sequence[str], b: Sequence[str], edits: Sequence[tuple[int, int, int, int]]) -> str:
    """The first place where two texts differ, at most five words of each."""
    if not edits:
        return ""
    a_start, a_end, b_start, b_end = edits[0]
    return f"{' '.join(a[a_start:a_end][:5]) or '…'}/{' '.join(b[b_start:b_end][:5]) or '…'}"
