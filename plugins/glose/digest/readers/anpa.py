"""ANPA 1312 wires: American copy for a typesetter, as AP and its clients sent it.

    SYN SYN SOH a0456                       service level and number of the story
    r i bc-Sampletown-Budget 03-12 0123     priority, category, keyword, day, words
    STX ^BC-EU--Sampletown-Budget,0123<     slug; ``^`` opens a line that is set apart, ``<`` or ``=`` closes it
        ^Sampletown sets its budget<
        ^By ANNE EXAMPLE=
           SAMPLETOWN (AP) _ The council   paragraphs are indented, ``_`` is a dash, ``''`` are quotation marks
    ETX AP-NY-03-12-16 1642EST<             who sent it from where, and when
    EOT

The control characters may be lost on the way; the header and the closing stamp are not. Source: ANPA 89-3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glose.digest.model.article import Block
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import SeedError
from glose.digest.newsroom.agencies import code
from glose.digest.newsroom.notices import notice
from glose.digest.readers.story import Story, drafts
from glose.digest.text.decode import decode

SYN, SOH, STX, ETX, EOT = "\x16\x01\x02\x03\x04"

_NUMBER = r"[a-z]{1,2}\d{3,4}"
_KEYWORD = r"[a-z][ \t]+[a-z]{1,2}[ \t]+(?P<keyword>\S.{0,80}?)[ \t]+\d\d-\d\d[ \t]+\d{2,5}"
_HEADER = re.compile(
    rf"[\x16\s]*\x01?\s*{_NUMBER}\S{{0,12}}[ \t]*(?:\r?\n)?[ \t]*{_KEYWORD}[ \t]*(?:\x02|\r?\n|$)", re.I
)
_STAMP = re.compile(
    r"\s*(?P<agency>[A-Z]{2,8})-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d(?:\d\d)?)"
    r"\s+(?P<hour>\d\d)(?P<minute>\d\d)\s?(?P<zone>[A-Z]{1,4})\W*"
)
_SLUG = re.compile(r"(?:[A-Z]{2}[-\u2013]{1,2})\S.*|\S+--\S+(?:[, ].*)?")
_BYLINE = re.compile(r"By\s+\S.*", re.I)
_HOUSE = re.compile(r"(?:(?:The\s+)?Associated\s+Press|AP)\b.{0,40}", re.I)


def sniff(source: Source) -> bool:
    """True for the header of such a wire with the closing stamp, or with the marks of a transmission."""
    head = source.data[:2000].decode("latin-1")
    if not _HEADER.match(head):
        return False
    return STX in head or bool(_stamp(source.data[-400:].decode("latin-1").split("\n")))


def read(source: Source) -> Iterator[Draft | SeedError]:
    """The one article of the wire. Raises `SeedError` when there is nothing between header and stamp."""
    text, findings = decode(source.data, keep=SYN + SOH + STX + ETX + EOT)
    header = _HEADER.match(text)
    body = text[header.end() :] if header else text
    lines = re.sub("[\x01-\x04\x16]", "\n", body).split("\n")
    stamp = _stamp(lines)
    if stamp is not None:
        lines = [line for line in lines if not _STAMP.fullmatch(line)]
    head, text = _parts(lines)
    yield from drafts(source, [_story(head, text, stamp, header)], findings)


def _stamp(lines: list[str]) -> re.Match[str] | None:
    """The closing stamp, which stands in one of the last lines."""
    return next((match for line in lines[::-1][:8] if (match := _STAMP.fullmatch(line))), None)


def _parts(lines: list[str]) -> tuple[list[str], str]:
    """The lines set apart above the text, and the text."""
    head: list[str] = []
    for place, line in enumerate(lines):
        text = line.strip()
        if not text:
            continue
        if not (text.startswith("^") or text.endswith(("<", "=", "^")) or _SLUG.fullmatch(text)):
            return head, "\n".join(lines[place:])
        head.append(text.strip("^<= \t"))
    return head, ""


def _story(head: list[str], text: str, stamp: re.Match[str] | None, header: re.Match[str] | None) -> Story:
    """What the header, the lines above the text and the stamp say."""
    notices = [line for line in head if (said := notice(line, "en")) and not said.rest]
    known = set(notices)
    lines = [line for line in head if line and line not in known]
    slugs = [line for line in lines if _SLUG.fullmatch(line)]
    bylines = [line for line in lines if _BYLINE.fullmatch(line)]
    known = {*slugs, *bylines}
    titles = [line for line in lines if line not in known and not _HOUSE.fullmatch(line)]
    sent = ""
    if stamp:
        year = stamp["year"] if len(stamp["year"]) == 4 else f"20{stamp['year']}"
        sent = f"{year}-{stamp['month']}-{stamp['day']} {stamp['hour']}:{stamp['minute']} {stamp['zone']}"
    return Story(
        title=titles[0] if titles else "",
        byline=bylines[0] if bylines else "",
        sources=(code(stamp["agency"]) or stamp["agency"],) if stamp else (),
        created=sent,
        lang="en",
        labels=tuple(slugs),
        notices=tuple(notices),
        left_out=tuple(titles[1:] + slugs + ([header["keyword"]] if header and not slugs else [])),
        blocks=tuple(_blocks(text)),
        absent="a wire without text",
    )


def _blocks(text: str) -> Iterator[Block]:
    """The paragraphs, which an indented or a blank line opens, with dashes and quotation marks as they are written."""
    text = re.sub(r"(?<![<^])[<^]++[ \t]*$", "", text, flags=re.M)  # from the first of many marks only
    text = text.replace("``", "\u201c").replace("''", "\u201d")
    text = re.sub(r"(?<=[\w)]) _ (?=\w|\u201c)", " \u2013 ", text)
    for paragraph in re.split(r"\n(?=[ \t]{2,}\S)|\n\s*\n", text):
        if words := " ".join(paragraph.split()):
            yield Block("paragraph", words)
