"""The text of a mail without what its sender, its program and those who sent it on put around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from glose.digest.model.article import Block, Finding
from glose.digest.newsroom.correspondence import (
    CLOSING,
    DEVICE,
    FORWARDED,
    GREETING,
    HANDOVER,
    LEGAL,
    LINE,
    ORIGINAL,
    TEXT,
    WROTE,
)
from glose.digest.text.paragraphs import blocks as plain_blocks

MOST_FORWARDS = 6
"""How often one message may have been sent on."""
NOTE = 300
"""Letters of what a person writes above a text that is sent on."""
END = 14
"""Blocks at the end in which closing, signature and small print stand."""
PROSE = 160
"""Characters of a block that is no part of a signature."""
_QUOTE = re.compile(r"^(?:> ?)+", re.M)
_UNQUOTED = re.compile(r"^[^>\n]", re.M)
_KEYS = ("from", "to", "date", "subject")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail's text."""

    blocks: tuple[Block, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What was left out."""
    subject: str = ""
    """Of the message inside that was sent on."""
    date: str = ""
    """Likewise, as its header shows it."""
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class _Header:
    """The header of a message inside another one: its first line, the one behind its last, and what it says."""

    start: int
    end: int
    fields: dict[str, str]
    marked: bool
    """True below a line that says that this was sent on."""


def of_text(text: str) -> Letter:
    """The letter of a plain text part."""
    rows = text.replace("\r\n", "\n").split("\n")
    kept, letter = _inmost(rows)
    text = "\n".join(rows[place].rstrip() for place in kept)
    if not _UNQUOTED.search(text):  # the whole message that was sent on
        text = _QUOTE.sub("", text)
    return _without_frame(tuple(plain_blocks(text)), letter)


def of_blocks(blocks: Sequence[Block]) -> Letter:
    """The letter of an HTML part that the reader of pages has read."""
    kept, letter = _inmost([block.text for block in blocks])
    return _without_frame(tuple(blocks[place] for place in kept), letter)


def unframed(blocks: Sequence[Block]) -> Letter:
    """A text that was pasted with the letter around it; whatever does not open like a letter stays whole."""
    whole = tuple(blocks)
    if len(whole) < 3 or not (_hands_over(whole[0].text) or _greets(whole[0].text, whole[1].text)):
        return Letter(whole)
    return _without_frame(whole, Letter())


def _greets(text: str, below: str) -> bool:
    """True for a greeting that ends in a comma: a title does not."""
    return bool(GREETING.fullmatch(text)) and (text.endswith((",", "،")) or bool(HANDOVER.fullmatch(below)))


def _hands_over(text: str, *, greeted: bool = False) -> bool:
    return bool(HANDOVER.fullmatch(text)) and (greeted or bool(TEXT.search(text)))


def _inmost(texts: Sequence[str]) -> tuple[list[int], Letter]:
    """The places of the text that was meant: of the message that was sent on, or above those that were answered."""
    letter, start, end = Letter(), 0, len(texts)
    for _ in range(MOST_FORWARDS):
        header = _header(texts, start, end)
        if header is None:
            break
        above, below = _letters(texts[start : header.start]), _letters(texts[header.end : end])
        if above >= NOTE and not (header.marked and below > above):
            below_it = texts[header.start : end]
            letter = _left_out(letter, below_it, "an earlier message, quoted below", header.marked)
            end = header.start
            break
        letter = _left_out(letter, texts[start : header.start], "written above a text that was sent on")
        letter = _left_out(letter, texts[header.start : header.end], "the header of a message inside")
        fields = header.fields
        letter = replace(
            letter, forwarded=True, subject=fields.get("subject", ""), date=fields.get("date", "")
        )
        start = header.end
    kept = list(range(start, end))
    asked = {place for place in kept if len(texts[place]) < NOTE and WROTE.fullmatch(texts[place].strip())}
    quoted = asked | {place for place in kept if texts[place].lstrip().startswith(">")}
    rest = [place for place in kept if place not in quoted]
    if len(quoted) > len(asked) and _letters([texts[place] for place in rest]):
        letter = _left_out(
            letter, [texts[place] for place in sorted(quoted)], "quoted from an earlier message"
        )
        kept = rest
    signed = next((place for place in kept if texts[place].rstrip("\r ") == "--"), None)
    if signed is not None and _letters([texts[place] for place in kept if place < signed]):
        letter = _left_out(
            letter, [texts[place] for place in kept if place >= signed], "the sender's signature"
        )
        kept = [place for place in kept if place < signed]
    return kept, letter


def _header(texts: Sequence[str], start: int, end: int) -> _Header | None:
    """The first header of a message inside: three lines of different meaning, or two below a line that says so."""
    place = start
    while place < end:
        text = texts[place].strip("\r\t >\u00a0")
        marked = bool(FORWARDED.fullmatch(text))
        if marked or ORIGINAL.fullmatch(text) or (len(text) < 300 and LINE.fullmatch(text)):
            first = place + 1 if marked or not LINE.fullmatch(text) else place
            fields, behind = _fields(texts, first, end)
            known = [key for key in _KEYS if key in fields]
            if len(known) >= (3 if first == place else 2):
                return _Header(place, behind, fields, marked)
        place += 1
    return None


def _fields(texts: Sequence[str], start: int, end: int) -> tuple[dict[str, str], int]:
    """The header lines from a place on, by meaning, and the place behind them."""
    fields: dict[str, str] = {}
    place, behind = start, start
    while place < end and place < behind + 2:  # a blank line may stand above or between them
        text = texts[place].strip("\r >\u00a0")
        match = LINE.fullmatch(text) if len(text) < 300 else None
        if match:
            key = next(key for key in (*_KEYS, "other") if match[key])
            fields.setdefault(key, (match["value"] or "").strip(" *_"))
            behind = place + 1
        elif text and fields:
            break
        place += 1
    return fields, behind


def _letters(texts: Sequence[str]) -> int:
    return sum(sum(map(str.isalpha, text)) for text in texts if not GREETING.fullmatch(text.strip()))


def _left_out(letter: Letter, texts: Sequence[str], why: str, holds: bool = False) -> Letter:
    text = "\n".join(texts).strip()
    if not text:
        return letter
    sure = 0.3 if holds else 0.8
    why = f"{why}: which of the two texts is the article? Delete the other from the seed" if holds else why
    found = Finding("letter", text, why, sure, dropped=True, holds=holds)
    return replace(letter, findings=(*letter.findings, found))


def _without_frame(blocks: tuple[Block, ...], letter: Letter) -> Letter:
    """Without greeting, closing, signature and small print."""
    out = dict(_frame(blocks))
    for place in sorted(out):
        letter = _left_out(letter, [blocks[place].text], out[place])
    kept = tuple(block for place, block in enumerate(blocks) if place not in out)
    return replace(letter, blocks=kept)


def _frame(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    """The places of what is no part of the text, and why."""
    greeted = len(blocks) > 1 and bool(GREETING.fullmatch(blocks[0].text))
    if greeted:
        yield 0, "a greeting"
    if len(blocks) > 2 and _hands_over(blocks[greeted].text, greeted=greeted):
        yield int(greeted), "says what follows"
    first = max(1, len(blocks) - END)
    for place in range(first, len(blocks)):
        text = blocks[place].text
        if CLOSING.fullmatch(text) and not any(map(_is_prose, blocks[place:])):
            yield from ((rest, "the end of a letter and its signature") for rest in range(place, len(blocks)))
            return
        if DEVICE.fullmatch(text):
            yield place, "written by the sender's program"
        elif LEGAL.fullmatch(text):
            yield place, "small print of the sender's"


def _is_prose(block: Block) -> bool:
    return len(block.text) >= PROSE and not LEGAL.fullmatch(block.text)
