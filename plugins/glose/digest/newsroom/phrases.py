"""Phrases as people write them, one a line, and the pattern that each one stands for.

Words stand as they are, in any case, without accents. ``a|b`` is one of the two, ``_`` a space inside one of them,
``*`` the rest of a word, ``#`` a number, ``@`` a word with an at sign, ``x|y+`` one or more of them, ``[…]`` what may
be absent. A phrase is a whole text; how it may go on says its tail:

====== ==========================================================================================
``…``  any words: those before leave no doubt
``~…`` any words that do not end like a sentence
``^…`` a headline: after a colon, or a capital letter and no full stop at the end
``:…`` any words after a colon, a dash or an arrow; ``:~…`` words that do not end like a sentence
====== ==========================================================================================

Where much of the text is a link, ``~…`` and ``^…`` are any words: a sentence of reporting has no link around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_MARKS = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670]+")
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\[[^\]]*\]|\S+")
_OPENING = 3
"""Letters of the first word by which a phrase is found again."""

_GAP = r"\W{0,4}"
"""What may stand between two words of a phrase."""
_COLON = r"(?:[:>»|→›]|(?<=\s)[-–—](?=\s))"
_END = r"(?!.*(?<!\.)[.!?。؟]\W*\Z)"
_STOP = r"(?!.*(?<!\.)[.。]\W*\Z)"
_CAPITAL = r"(?<!\w)(?-i:[^\Wa-zßæøœłđıа-яёієґα-ω_])"
_TAILS = {
    "…": r".*",
    "~…": rf"({_END}.+)",
    "^…": rf"(\W*{_COLON}.*|\W*{_STOP}{_CAPITAL}.*)",
    ":…": rf"(\W*{_COLON}.*)",
    ":~…": rf"(\W*{_COLON}{_END}.*)",
}
_LOOSE = {**_TAILS, "~…": "(.+)", "^…": "(.+)", ":~…": _TAILS[":…"]}


class Phrase(NamedTuple):
    """One line of a file of phrases."""

    kind: str
    source: str

    def reads(self, text: str, *, loose: bool) -> tuple[bool, bool]:
        """Whether `text` (folded) is this phrase, and whether its fixed words alone leave no doubt of it."""
        match = _compiled(self.source, loose).fullmatch(text)
        return match is not None, match is not None and not any(match.groups())


def folded(text: str) -> str:
    """`text` as phrases are compared: no accents, plain apostrophes, single spaces; capitals stay.

    >>> folded("Réservé  à l’abonné")
    "Reserve a l'abonne"
    """
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFD", text)).replace("’", "'").replace("œ", "oe")
    return " ".join(text.split())


def opening(text: str) -> str:
    """The letters by which a phrase that a text may be is found: of its first word, ``#`` for a number."""
    first = _WORD.search(text)
    if first is None:
        return ""
    return "#" if first[0][0].isdecimal() else folded(first[0]).casefold()[:_OPENING]


def read(lines: str) -> Iterator[Phrase]:
    """The phrases of a file, each with the kind that the last line ``== kind`` names."""
    kind = ""
    for line in filter(None, map(str.strip, lines.splitlines())):
        if line.startswith("== "):
            kind = line[3:]
        else:
            yield Phrase(kind, folded(line))


def openings(phrase: Phrase) -> set[str]:
    """Every `opening` that a text of this phrase can have."""
    found: set[str] = set()
    for token in _TOKEN.findall(phrase.source):
        optional = token.startswith("[")
        words = token.strip("[]").split()[0].removesuffix("+").split("|")
        keys = {"#" if word.startswith("#") else opening(word.replace("_", " ")) for word in words} - {""}
        found |= keys
        if keys and not optional:
            break
    return found


@cache
def _compiled(source: str, loose: bool) -> re.Pattern[str]:
    """The pattern of a phrase; its groups are the tails that leave a doubt."""
    tails, tokens, form = _LOOSE if loose else _TAILS, _TOKEN.findall(source), ""
    for place, word in enumerate(tokens):
        if word == "…" and place < len(tokens) - 1:
            form += r".{0,160}?(?<!\w)"
        elif word.startswith("["):
            parts = (tails.get(part) or _words(part) for part in word[1:-1].split())
            form += f"(?:{''.join(parts)})?"
        else:
            form += tails.get(word) or _words(word)
    return re.compile(rf"[^\w@#]*{form}[^\w@#]*", re.I | re.S)


def _words(several: str) -> str:
    """One word of a phrase, or one of several, with what parts it from the next."""
    if several == ":":
        return r":?\s*"
    words = "|".join(map(_word, several.removesuffix("+").split("|")))
    return f"(?:(?:{words}){_GAP})+" if several.endswith("+") else f"(?:{words}){_GAP}"


def _word(word: str) -> str:
    text = re.escape(word).replace("_", r"\W{1,4}").replace(r"\*", r"\w*").replace("'", r"'\s?")
    text = text.replace(r"\#", r"\d[\d.,\s–-]*").replace("@", r"\S*@\S+")
    return text if word.endswith(("'", "#", "@")) else rf"{text}(?!\w)"
