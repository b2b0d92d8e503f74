"""Bytes to text, by evidence only: never by a statistical guess, which takes French Latin-1 for cp775.

The order, measured on the first seed in eleven encodings: byte-order mark; UTF-16 without one, seen by NULs
on one side only; strict UTF-8, which no other text passes by chance; then what the file declares of itself,
since a real agency declares iso-8859-1 and sends UTF-8; then Windows-1252, then Latin-1, which takes any byte.
"""

from __future__ import annotations

import codecs
import re

import ftfy
from ftfy.badness import is_bad

from glose.digest.model.article import Finding
from glose.digest.text.clean import scrub

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MEANS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""As browsers read it: who declares Latin-1 writes Windows-1252."""
_NO_TEXT = ("utf-", "utf_", "idna", "punycode", "unicode", "raw-unicode")
"""Declared after strict UTF-8 failed, these are wrong; the others are Python's own escapes."""
_LATIN9 = re.compile(r"(?<=[a-zA-Z])½(?=[a-z])|(?<=\d)\s?¤|¤\s?(?=\d)")
"""œ and the euro sign of ISO-8859-15, read as if they were Latin-1."""
_ODD = re.compile(r"(?<=[a-z])[‚ƒ„…†‡ˆ‰Š‹Œ‘“”•–—™›](?=[a-z])")
"""Signs inside words: what cp850 or Mac Roman letters look like in Windows-1252."""
_CAPITAL = re.compile(
    rf"(?<![^\W_])Ã[{''.join(c for b in range(0x80, 0xA0) if (c := bytes([b]).decode('cp1252', 'ignore')))}](?=[a-z])"
)
"""A capital with an accent at the start of a word, some of which ftfy leaves: its second byte is a sign of ours."""
_MOJIBAKE = re.compile(r"[^\x00-\x7f]{2}|[ÃÂÄÅâ]\s")
"""A repair can only start from one of these: spares ftfy's far slower test on sound text."""
MOST_REPAIRED = 1_000_000
"""Characters of lines with such signs that are repaired; no article has as many, and each costs ftfy 2 µs."""
_CALL = 20
"""Characters that a line costs more than it has."""


def decode(data: bytes, declared: str = "", *, keep: str = "") -> tuple[str, tuple[Finding, ...]]:
    """The text of `data`, repaired, with only the characters that `clean` allows, and what was done for it.

    `declared`: the charset that the file names for itself, asked only when the bytes are not UTF-8.
    `keep`: control characters that the reader needs, as for `scrub`.
    """
    text, findings = characters(data, declared)
    text, repaired = repair(text)
    text, scrubbed = scrub(text, keep)
    return text, findings + repaired + scrubbed


def repair(text: str) -> tuple[str, tuple[Finding, ...]]:
    """`text` with mojibake undone (``trÃªve`` is trêve), line by line; quotes and ligatures stay as found."""
    if not _MOJIBAKE.search(text):
        return text, ()
    lines, findings, left, unread = [], [], MOST_REPAIRED, False
    for old in text.split("\n"):
        new = old
        if _MOJIBAKE.search(old):
            left -= len(old) + _CALL
            if left > 0:
                new = _CAPITAL.sub(_twice, ftfy.fix_encoding(old))
            else:
                unread = unread or is_bad(old)
        if new != old:
            findings.append(Finding("encoding", old, f"read as UTF-8 taken for another charset: {new}", 0.8))
        lines.append(new)
    if unread:
        message = f"only {MOST_REPAIRED:,} characters were searched for damage: look at the others"
        findings.append(Finding("encoding", "", message, 0.3))
    return "\n".join(lines), tuple(findings)


def _twice(match: re.Match[str]) -> str:
    return match[0].encode("cp1252").decode("utf-8")


def characters(data: bytes, declared: str) -> tuple[str, tuple[Finding, ...]]:
    """`data` as text by the ladder above, with a finding where the bytes left a choice."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace"), ()
    if charset := _utf16(data):
        return data.decode(charset, "replace"), (_found(charset, "it has no byte-order mark", 0.8),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if (charset := _known(declared)) and (text := _strict(data, charset)) is not None:
        return text, (_found(charset, "the file declares it and is not UTF-8", 0.9),)
    if (text := _strict(data, "cp1252")) is None:
        return data.decode("latin-1"), (_found("latin-1", "no other charset takes every byte", 0.3),)
    if _LATIN9.search(text) and (latin9 := _strict(data, "iso-8859-15")) is not None:
        return latin9, (_found("iso-8859-15", "½ or ¤ would stand where œ or € must be", 0.7),)
    if odd := _ODD.search(text):
        why = f"no other charset is evident, but {odd[0]} stands inside a word"
        return text, (_found("windows-1252", why, 0.3),)
    return text, (_found("windows-1252", "the bytes are not UTF-8", 0.8),)


def wide(data: bytes) -> bool:
    """True for UTF-16 and UTF-32, whose bytes look like a binary file's."""
    return any(data.startswith(mark) for mark, _ in _MARKS[1:]) or bool(_utf16(data))


def _utf16(data: bytes) -> str:
    """The UTF-16 that `data` is in without saying so: NULs on one side of the byte pairs only, and many."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 16 < len(head) or min(even, odd) * 8 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _known(declared: str) -> str:
    """Python's name of the charset that a file declares; empty when it is none or can hold no text."""
    try:
        name = codecs.lookup(declared.strip() or "none").name
    except (LookupError, ValueError):
        return ""
    return "" if name.startswith(_NO_TEXT) else _MEANS.get(name, name)


def _strict(data: bytes, charset: str) -> str | None:
    """`data` in `charset`, or None where a byte has no meaning in it."""
    try:
        return data.decode(charset)
    except (UnicodeError, LookupError):  # LookupError: a codec of bytes (hex, zlib)
        return None


def _found(charset: str, why: str, confidence: float) -> Finding:
    return Finding("encoding", charset, f"read as {charset}: {why}", confidence)
