"""The characters a text may hold. Everything else leaves here, once, and each removal is a finding.

Invisible characters are no typography in a news text: they turn the reading order round, break a word that a
glossary looks for, or smuggle a line into a header. Text that a person can see is never altered, with three
exceptions that change no reading: NFC, the ligatures U+FB00 to U+FB06, and one plain space for every kind of
space (the theme sets the non-breaking ones again).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from unicodedata import category, combining, is_normalized, normalize

from glose.digest.model.article import Finding

_REPLACED = {
    "\r\n": "\n",
    "\r": "\n",
    "\v": "\n",
    "\f": "\n\n",  # a new page is a new paragraph
    "\x85": "\n",  # NEL
    "\u2028": "\n",
    "\u2029": "\n\n",
    **dict.fromkeys("\xa0\u1680\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **{"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"},
    **{"\ufb05": "st", "\ufb06": "st"},
}
_KINDS = {
    "soft hyphen": "\xad",
    "text-direction control": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "zero-width character": "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065"
    "\u206a-\u206f\u3164\ufeff\uffa0",
    "variation selector": "\ufe00-\ufe0f\U000e0100-\U000e01ef",
    "tag character": "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff",
    "noncharacter": "\ufdd0-\ufdef\ufff0-\ufffc"
    + "".join(chr(n << 16 | 0xFFFE) for n in range(17))
    + "".join(chr(n << 16 | 0xFFFF) for n in range(17)),
    "lone surrogate": "\ud800-\udfff",
    "control character": "\x00-\x08\x0e-\x1f\x7f-\x9f",
}
_RANGE = re.compile(r"(.)(?:-(.))?", re.S)
_SUSPECT = re.compile("\r\n|[" + "".join(_REPLACED).replace("\r\n", "") + "".join(_KINDS.values()) + "]")
_ODD = (frozenset("".join(_REPLACED)) - {"\n"}).union(
    *(
        map(chr, range(ord(first), ord(last or first) + 1))
        for first, last in _RANGE.findall("".join(_KINDS.values()))
    )
)
"""The same characters: a set is asked three times as fast as the pattern."""
_KIND = {name: re.compile(f"[{chars}]") for name, chars in _KINDS.items()}
_JOINING = re.compile("[\u0600-\u109f\u1780-\u18af\ua840-\ua8ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
"""Scripts in which a joiner or non-joiner is spelling: Arabic to Myanmar, Khmer, Mongolian."""
VIRAMA = 9
"""Unicode's combining class of the sign that ends an Indic consonant; a joiner behind it may end the word."""

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no feed may hold (XML 1.0, 2.2) and no browser shows."""

_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_CP1252 = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}
"""What stands for C1 controls, which no text holds: browsers read them so too."""


def clean(text: str) -> str:
    """`text` with only the characters that a text may hold; idempotent. Line breaks and tabs stay.

    >>> clean("La tre\\u0302ve\\u00a0:\\u200b o\\ufb03cielle")
    'La trêve : officielle'
    """
    return _remembered(text) if len(text) <= LONGEST_REMEMBERED else scrub(text)[0]


LONGEST_REMEMBERED = 1000
"""Characters: each paragraph is cleaned when it is read, when it is a field and when it is written."""


@lru_cache(maxsize=512)
def _remembered(text: str) -> str:
    return scrub(text)[0]


def line(text: str) -> str:
    """`clean` text on one line, with single spaces and none at the ends: how every field is stored."""
    return " ".join(clean(text).split())


def scrub(text: str, keep: str = "") -> tuple[str, tuple[Finding, ...]]:
    """`clean` text, and a finding for each kind of character taken out or lost.

    `keep`: control characters that mean something to the reader at hand (SOH, STX, ETX of a wire).
    """
    if not text.isascii() and _C1.search(text):
        text = text.translate(_CP1252)
    removed: Counter[tuple[str, str]] = Counter()

    def allowed(match: re.Match[str]) -> str:
        char = match[0]
        if char in keep:
            return char
        if (new := _REPLACED.get(char)) is not None:
            return new
        kind = next(name for name, chars in _KIND.items() if chars.match(char))
        if kind in ("zero-width character", "variation selector") and _spells(text, match.start()):
            return char
        removed[kind, char] += 1
        return "\ufffd" if kind == "lone surrogate" else ""

    if not _ODD.isdisjoint(text):
        text = _SUSPECT.sub(allowed, text)
    if text.isascii():
        return text, _findings(removed)
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return text, (*_findings(removed), *_lost(text))


def _spells(text: str, at: int) -> bool:
    """True where a joiner or selector is part of the spelling: in Arabic and Indic words and in emoji."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in "\u200c\u200d" and _JOINING.match(before):
        return bool(_JOINING.match(after)) or combining(before) == VIRAMA
    if not before:
        return False
    if text[at] == "\u200d":
        return (category(before) in ("So", "Sk") or before == "\ufe0f") and category(after or " ") == "So"
    selects = bool(_KIND["variation selector"].match(text[at]))
    return selects and (category(before) in ("So", "Sm", "Lo") or before in "0123456789#*©®‼⁉")


def _findings(removed: Counter[tuple[str, str]]) -> tuple[Finding, ...]:
    """One finding for each character removed; its text names the code point, since nobody could see it."""
    if not removed:
        return ()
    return tuple(
        Finding("characters", f"U+{ord(char):04X}", f"{kind}, {count} taken out", dropped=True)
        for (kind, char), count in sorted(removed.items())
    )


def _lost(text: str) -> tuple[Finding, ...]:
    """A finding of low confidence when characters were lost, here or before the text came here."""
    count = text.count("\ufffd")
    if not count:
        return ()
    message = f"{count} characters were lost in a wrong decoding; get the text again from its source"
    return (Finding("encoding", "\ufffd", message, confidence=0.2),)
