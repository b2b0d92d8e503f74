"""Text as the matcher compares it: lower case, no accents, one space for whatever separates words.

The folded text has the length of the text, but for the characters of `ODD` (œ is two letters, a soft hyphen is
none); where those occur, `Folded.raw` leads back. Only keys are folded: the text itself is never touched.
Rules 1 to 4 of the project's matching study: NFKD, marks off, casefold; what is invisible is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

APOSTROPHES = "'’ʼ′‘`´＇"
HYPHENS = "-‐‑‒–—־－"
SPACE = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""White space inside a line; a line break is not in it."""
MARKS = r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
"""Combining marks that a reader may leave out: accents, Hebrew points, Arabic vowels."""
INVISIBLE = r"\u00ad\u034f\u061c\u0640\u200b-\u200f\u2060-\u2064\ufeff\ufe00-\ufe0f"
"""Soft hyphen, joiners, direction marks, tatweel, variation selectors."""
RINGS = "ʿʾʻˈ"
"""Letters of transliteration that stand for ʿayn and hamza and are mostly left out."""
ODD = re.compile(rf"[œŒæÆßẞĳĲ\ufb00-\ufdff\ufe70-\ufefc{RINGS}]|¬\s*|[{MARKS}{INVISIBLE}]+")
"""What folds to another number of characters than one. ``¬`` is how scanned print shows a word cut at a line's end."""
CUT = re.compile(rf"[{HYPHENS}]{SPACE}*\r?\n{SPACE}*(?=[a-zà-öø-ÿ])")
"""A hyphen at the end of a line before a small letter: perhaps a word cut in two."""
BREAK = "\x1e"
"""Stands in a text for the end of a paragraph, as a blank line does."""
OBJECT = "\x1f"
"""Stands in a text for something that is no text; no term reaches across it."""
JOIN = "\x1d"
"""Stands between texts that are folded in one go; it alone of all controls is kept."""
_LETTERS = str.maketrans("ىةیکıłøđðþƒμ", "يهيكiloddtfu")
"""Letters without a decomposition, or with more than one customary spelling (Arabic ya, ta marbuta, kaf)."""
_TYPOGRAPHY = re.compile("[\u2000-\u200a\u2010-\u2012\u202f\u205f]")


def _one(char: str) -> str:
    """The single character that `char` is compared as; a space for what is no letter, digit or mark."""
    kind = unicodedata.category(char)
    if char == JOIN:
        return char
    if (kind[0] not in "LM" and kind != "Nd") or char in "ªº":
        return " "
    if "가" <= char <= "힣":
        return char  # NFKD would take Hangul syllables apart
    bare = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    folded = bare.casefold().translate(_LETTERS)
    return folded if len(folded) == 1 else char


class _Table(dict[int, str]):
    """`_one` for every character met so far."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _one(chr(code))
        return folded


_TABLE = _Table()
# Western text takes a way some eight times faster: bytes in Windows-1252, one table, ASCII out.
_WESTERN = bytes(
    ord(folded) if (folded := _one(bytes([code]).decode("cp1252", "replace"))).isascii() else 0x20
    for code in range(256)
)
_WESTERN_ODD = bytes(
    code for code in range(256) if ODD.match(bytes([code]).decode("cp1252", "replace"))
)  # never 0xFFFD: it is not odd


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back from it."""

    text: str
    western: bool
    """True when the text has Western letters only."""
    at: tuple[int, ...] = ()
    """Offsets in `text` from which on another shift holds; empty when all offsets are the raw text's."""
    shift: tuple[int, ...] = ()
    """What to add to an offset from there on to have the raw one."""

    def raw(self, offset: int) -> int:
        """The raw offset of the character at `offset`."""
        place = bisect_right(self.at, offset)
        return offset + self.shift[place - 1] if place else offset

    def raw_end(self, offset: int) -> int:
        """The raw offset after the last character before `offset`."""
        return self.raw(offset - 1) + 1


def fold(text: str, odd: re.Pattern[str] = ODD) -> Folded:
    """`text` as it is compared."""
    try:
        data = text.encode("cp1252")
        plain = odd is ODD and len(data.translate(None, _WESTERN_ODD)) == len(data)
    except UnicodeEncodeError:
        plain = odd is ODD and not ODD.search(text)
    if plain:
        return Folded(*_fold_all(text))
    return _fold_odd(text, odd)


def _fold_all(text: str) -> tuple[str, bool]:
    """The folded text, character for character, and whether it is Western."""
    try:
        data = text.encode("cp1252")
    except UnicodeEncodeError:
        try:
            data = _TYPOGRAPHY.sub(" ", text).encode("cp1252")
        except UnicodeEncodeError:
            return text.translate(_TABLE), False
    return data.translate(_WESTERN).decode("ascii"), True


def _fold_odd(text: str, odd: re.Pattern[str]) -> Folded:
    """The folded text where some characters become several or none."""
    pieces: list[str] = []
    at: list[int] = []
    shift: list[int] = []
    done = length = 0
    for match in odd.finditer(text):
        start, end = match.span()
        pieces.append(text[done:start])
        length += start - done
        letters = spell(match[0])
        pieces.append(letters)
        for extra in range(1, len(letters)):
            # Every further letter of a ligature leads back to the ligature.
            at.append(length + extra)
            shift.append(start - length - extra)
        length += len(letters)
        done = end
        at.append(length)
        shift.append(done - length)
    pieces.append(text[done:])
    folded, western = _fold_all("".join(pieces))
    return Folded(folded, western, tuple(at), tuple(shift))


def spell(char: str) -> str:
    """The letters that an odd character stands for: ``oe`` for œ, none for a soft hyphen."""
    if char in RINGS or not char.isalpha():
        return ""
    return unicodedata.normalize("NFKD", char.casefold().replace("œ", "oe").replace("æ", "ae"))


def key(text: str) -> str:
    """The folded words of a name, with single spaces."""
    return " ".join(fold(text).text.split())


def is_raw_boundary(folded: Folded, offset: int) -> bool:
    """True when `offset` lies between two raw characters, not inside a ligature."""
    place = bisect_left(folded.at, offset)
    return (
        place == len(folded.at) or folded.at[place] != offset or folded.raw_end(offset) <= folded.raw(offset)
    )
