"""Text as the matcher compares it: lower case, no accents, one space for whatever separates words.

The folded text has the length of the text, but for the characters of `ODD` (œ is two letters, a soft hyphen is
none); where those occur, `Folded.raw` leads back. Only keys are folded: the text itself is never touched.
Rules 1 to 4 of the project's matching study: NFKD, marks off, casefold; what is invisible is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

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
BREAK = "\x1e"
"""Stands in a text for the end of a paragraph, as a blank line does."""
OBJECT = "\x1f"
"""Stands in a text for something that is no text; no term reaches across it."""
JOIN = "\x1d"
"""Stands between texts that are folded in one go; it alone of all controls is kept."""

DIGITS = "²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
"""Raised and lowered digits: those of a formula are part of its name (CO₂), those after a word are notes."""
CUT_SIGN = r"¬\s*(?=[^\W\d_A-ZÀ-Þ])"
"""How scanned print shows a word cut in two; before a capital it is a hyphen."""
_INDIC = "".join(
    char
    for code in (*range(0x0900, 0x0E00), *range(0x1000, 0x10A0), *range(0x1B00, 0x1B80))
    if len(unicodedata.normalize("NFD", char := chr(code))) > 1
)
"""Letters and vowel signs of Indian scripts that may also be written as two."""
_LIGATURES = f"[{_INDIC}œŒæÆǢǣǼǽßẞĳĲ\ufb00-\ufdff\ufe70-\ufefc]"
_JAMO = "[\u1100-\u11ff]+|[\u3041-\u30ff][\u3099\u309a]"
"""Korean syllables and Japanese letters taken apart: their parts are no accents."""
_ODD = rf"{_LIGATURES}|{_JAMO}|{CUT_SIGN}|[{MARKS}{INVISIBLE}{RINGS}]+"
ODD = re.compile(_ODD)
"""What folds to another number of characters than one."""
# Spaces are lost where columns and lines are put together: "500Syrie", "Luxembourg2.586", "àLyon".
_NEW_WORD = r"(?=[A-ZÀ-ÖØ-Þ][\u0300-\u036f]*[a-zß-öø-ÿ])"
_GLUED = (
    rf"(?<=[0-9]){_NEW_WORD}|(?<=[a-zß-öø-ÿ]{{3}})(?=[0-9])|(?<=[A-Za-z]{{3}})(?=[⁰¹²³⁴-⁹])"
    rf"|(?:(?<=\bà)|(?<=\b(?:au|de|du|en|et|la|le|un))|(?<=\b(?:aux|des|les|par|sur))){_NEW_WORD}"
)
GLUED = re.compile(_GLUED)
_PAIR = re.compile(rb"[^\0]", re.DOTALL)
_CUT = (
    rf"[{HYPHENS}]{SPACE}*\r?\n{SPACE}*(?=[a-zß-öø-ÿ])"
    rf"|[{HYPHENS}¬](?<=[A-ZÀ-Þ]{{2}}.)(?:{SPACE}*\r?\n{SPACE}*|(?<=¬))(?=[A-ZÀ-Þ]{{2}})"
)
NOTE = re.compile("(?<=[A-Za-z]{3})[⁰⁴-⁹]")
"""A note's number right after a word, of those that Western text cannot hold."""
CUT = re.compile(_CUT)
"""A hyphen at the end of a line before a small letter, or among capitals: perhaps a word cut in two."""
_BROKEN = re.compile(rf"\n(?<=(?:[{HYPHENS}¬\r]|{SPACE})\n)")
"""An end of a line with what may be a cut before it; it begins with the rarest sign, to which a search jumps."""

_LETTERS = str.maketrans("ىةیکıłøđðþƒμ", "يهيكiloddtfu")
"""Letters without a decomposition, or with more than one customary spelling (Arabic ya, ta marbuta, kaf)."""
_TYPOGRAPHY = re.compile("[\u2000-\u200a\u2010-\u2012\u202f\u205f]")


def _one(char: str) -> str:
    """The single character that `char` is compared as; a space for what is no letter, digit or mark."""
    if char in DIGITS:
        return unicodedata.normalize("NFKD", char)
    kind = unicodedata.category(char)
    if char == JOIN:
        return char
    if (kind[0] not in "LM" and kind != "Nd") or char in "ªº" or char in APOSTROPHES:
        return " "
    if "가" <= char <= "힣" or "\u3041" <= char <= "\u30ff":
        return char  # NFKD would make other syllables of these
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
_CP1252 = [bytes([code]).decode("cp1252", "replace") for code in range(256)]
_WESTERN = bytes(ord(folded) if (folded := _one(char)).isascii() else 0x20 for char in _CP1252)
_WESTERN_ODD = bytes(code for code, char in enumerate(_CP1252) if char == "¬" or ODD.fullmatch(char))
_WESTERN_ODD_SIGN = re.compile(b"[" + re.escape(_WESTERN_ODD) + b"]")
_FOREIGN = re.compile(f"[^{re.escape(''.join(_CP1252)).replace(chr(0xFFFD), '')}]+")
MANY_FOREIGN = 100
"""Runs of other letters from which on a text is no Western one."""
# A small letter is 1 and a digit 2 to what follows; a capital asks for either, a digit for a small letter.
_BEFORE = bytes(
    1 if char.islower() else 2 if char in "0123456789" else 4 * char.isupper() for char in _CP1252
)
_AFTER = bytes(
    3 if char.isupper() else 1 if char in "0123456789" else 5 if char in DIGITS else 0 for char in _CP1252
)


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


def fold(text: str, *, join: bool = False) -> Folded:
    """`text` as it is compared; with `join`, words cut at the end of a line are put together."""
    western = _western(text)
    data = text.encode("cp1252", "replace") if western is None else western
    foreign = [found.span() for found in _FOREIGN.finditer(text)] if western is None else []
    spans = [(at, at, " ") for at in _glued(text, data)]
    spans += [(start, start, " ") for start, _ in foreign if NOTE.match(text, start)]
    if join:
        spans += [(*found.span(), "") for found in CUT.finditer(text)]
    if len(data.translate(None, _WESTERN_ODD)) < len(data):
        spans += [(*found.span(), spell(found[0])) for found in _odd(text, data)]
    for low, high in foreign:
        spans += [(*found.span(), spell(found[0])) for found in ODD.finditer(text, low, high)]
    if spans:
        return _put_together(text, sorted(spans))
    return Folded(_plain(text), western is not None)


def cuts(text: str) -> Iterator[re.Match[str]]:
    """Where words of the text may be cut in two; most texts have no such place, which one look tells."""
    return CUT.finditer(text) if "¬" in text or _BROKEN.search(text) else iter(())


def _plain(text: str) -> str:
    """`text` folded character for character."""
    western = _western(text)
    if western is not None:
        return western.translate(_WESTERN).decode("ascii")
    foreign = list(islice(_FOREIGN.finditer(text), MANY_FOREIGN))
    if len(foreign) == MANY_FOREIGN:
        return text.translate(_TABLE)
    folded = text.encode("cp1252", "replace").translate(_WESTERN).decode("ascii")
    pieces: list[str] = []
    done = 0
    for run in foreign:
        pieces += (folded[done : run.start()], run[0].translate(_TABLE))
        done = run.end()
    return "".join((*pieces, folded[done:]))


def _odd(text: str, data: bytes) -> Iterator[re.Match[str]]:
    """The odd characters of Western text, each with what belongs to it."""
    done = 0
    for place in _WESTERN_ODD_SIGN.finditer(data):
        if place.start() >= done and (found := ODD.match(text, place.start())):
            done = found.end()
            yield found


def _glued(text: str, data: bytes) -> Iterator[int]:
    """Where a space is lost: a capital or digit follows a small letter, or a capital a digit.

    All pairs of letters are compared in one step; only where one may be such a place, the text is looked at.
    """
    before = int.from_bytes(data[:-1].translate(_BEFORE), "little")
    pairs = before & int.from_bytes(data[1:].translate(_AFTER), "little")
    if pairs:
        for pair in _PAIR.finditer(pairs.to_bytes(len(data), "little")):
            if GLUED.match(text, pair.start() + 1):
                yield pair.start() + 1


def _western(text: str) -> bytes | None:
    """The text in Windows-1252, character for character; None where it holds other letters."""
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:
        try:
            return _TYPOGRAPHY.sub(" ", text).encode("cp1252")
        except UnicodeEncodeError:
            return None


def _put_together(text: str, spans: list[tuple[int, int, str]]) -> Folded:
    """The folded text where the spans become other letters, more or fewer."""
    pieces: list[str] = []
    at: list[int] = []
    shift: list[int] = []
    done = length = 0
    for start, end, letters in spans:
        if start < done:
            continue  # a mark that the sign before it has taken in
        pieces.append(text[done:start])
        length += start - done
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
    whole = "".join(pieces)
    return Folded(_plain(whole), _western(whole) is not None, tuple(at), tuple(shift))


def spell(char: str) -> str:
    """The letters that an odd character stands for: ``oe`` for œ, none for a soft hyphen."""
    if re.match(_JAMO, char):
        return unicodedata.normalize("NFC", char)
    if char[0] in _INDIC:
        return unicodedata.normalize("NFD", char)
    if not re.match(_LIGATURES, char):
        return ""
    letters = unicodedata.normalize("NFKD", char.casefold()).replace("œ", "oe").replace("æ", "ae")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as one string."""
    return frozenset(words.split())


def key(text: str) -> str:
    """The folded words of a name, with single spaces."""
    return " ".join(fold(text).text.split())
