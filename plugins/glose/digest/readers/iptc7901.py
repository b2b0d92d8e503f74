"""IPTC 7901 wires: one message for a teleprinter, as ATS, dpa and Kyodo still send it.

    SOH bsf025 3 ec 121   etf 967      service and number, priority, category, words, agency and its number
    keyword lines
    STX title lines, the last of which ends in = or ^
       body, wrapped at 69 columns or fewer, paragraphs indented or set apart by blank lines
    ETX 091223 dec 18                  DDHHMM, month, year: when it was published
    EOT

The control characters may be lost on the way; the header line and the closing stamp are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from textwrap import dedent

from glose.digest.dates import parse_iptc7901
from glose.digest.model.article import Block, Finding
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import SeedError
from glose.digest.newsroom.agencies import code
from glose.digest.newsroom.bylines import read as byline
from glose.digest.newsroom.datelines import read as dateline
from glose.digest.readers.story import Story, drafts
from glose.digest.text.decode import decode

SOH, STX, ETX, EOT = "\x01\x02\x03\x04"
_END_OF_MESSAGE = "NNNN"

_HEADER = re.compile(
    r"(?P<service>[a-zA-Z]{1,5})(?P<number>\d{2,6})[ \t]+(?P<priority>\d)[ \t]+(?P<category>[a-zA-Z]{1,4})"
    r"[ \t]+(?P<words>\d{1,6})(?P<rest>[ \t]+\S.*|[ \t]*)"
)
_STAMP = re.compile(r"\s*(?:[A-Z]{2,8}\s+)?\d{6}\s+(?:[A-Z]{1,4}\s+)?[^\W\d_]{3,9}\.?\s+(?:\d{2}|\d{4})\s*")
_ZONE = 12
"""Lines below the start of the text in which the title ends."""
_COLUMNS = 69
"""IPTC 7901, 5.2: the longest line of text."""
_LABEL = re.compile(
    r"""\W*(?:(?:\d+(?:st|nd|rd|th|er|e)?|first|second|third|new)?\s*(?:lead|ld|net|update|add|take|wrap|writethru|wrapup)s?
      |urgent|flash|bulletin|alert|eilmeldung|eil|vorrang|achtung|refile[ds]?|repeat(?:ing)?
      |correct(?:ion|ed|s|ing)|rectificatif|corrige
      |korrektur|berichtigung|zusammenfassung|(?:mandatory\s+|bulletin\s+)?kill|annulation|embargo.*|sperrfrist.*|advisory|attention)
      (?:\s*[:/-]?\s*\d*)?\W*""",
    re.I | re.X,
)  # fmt: skip
"""What kind of message it is, on a line of its own above the title."""
_EMBARGO = re.compile(r"\W*(?:embargo|sperrfrist)\b(.*)", re.I | re.S)
_NOTEBOOK = re.compile(
    r"""\#{1,3}\s*(?:\w+\s+)?(?:notebook|notizblock)\W*$
      | the\s+following\s+information\s+is\b.*publication
      | die\s+folgenden\s+informationen\s+sind\b.*ver[öo]ffentlichung
      | les\s+informations\s+suivantes\b.*publi
      | \W*not\s+for\s+publication\W*$""",
    re.I | re.X,
)
_SAID = 1_000
"""Columns of a line that says so, at most: in an endless one it is not looked for from every place."""
_LOCAL = re.compile(r"(\d{6})\s+(?!GMT|UTC|Z\b)[A-Z]{3,4}\s+(?=[^\W\d_]{3})")
"""A stamp in the agency's own zone (MESZ): the day counts, the hour is nobody else's."""
_COLUMN = re.compile(r"\S {2,}(?=\S)")
_NEARLY_FULL = 0.7
"""A line with more of the width than this is not the last of its paragraph."""
_LEAD = re.compile(r"\b(?:lead|ld|update|writethru)\b", re.I)


def sniff(source: Source) -> bool:
    """True for SOH before STX, or a wire's header line with a title mark below it or a stamp at the end."""
    head = source.data[:4000].decode("latin-1").lstrip("\x7f\x00\r\n\t ")
    if head.startswith(SOH) and STX in head[:600]:
        return True
    first, *rows = (row.strip("\r " + SOH + STX) for row in head.lstrip("\r\n\t ").split("\n"))
    if not _HEADER.fullmatch(first):
        return False
    last = source.data[-200:].decode("latin-1").replace(ETX, "\n").split("\n")
    return any(row.endswith(("=", "^")) for row in rows) or any(map(_STAMP.fullmatch, last))


def read(source: Source) -> Iterator[Draft | SeedError]:
    """The one article of the wire. Raises `SeedError` when there is nothing between header and stamp."""
    text, findings = decode(source.data, keep=SOH + STX + ETX + EOT)
    lines = [line.replace(SOH, "").replace(EOT, "").rstrip() for line in text.strip("\0\n ").split("\n")]
    keywords, head, body, stamp = _parts([line for line in lines if line != _END_OF_MESSAGE])
    text, notes = _without_notebook(body)
    story = replace(
        _story(keywords, head, body, stamp), blocks=tuple(_blocks(text)), absent="a wire without text"
    )
    found = tuple(Finding("tail", note, "not for publication", 0.9, dropped=True) for note in notes)
    date = parse_iptc7901(_LOCAL.sub(r"\1 ", stamp))
    for draft in drafts(source, [story], findings + found):
        if isinstance(draft, Draft):
            yield draft.put(date=date, date_source="metadata" if date else "unresolved")


def _parts(lines: list[str]) -> tuple[list[str], list[str], list[str], str]:
    """Keyword lines, title lines, body lines and the closing stamp."""
    opening = next((n for n, line in enumerate(lines) if STX in line), None)
    closing = next((n for n, line in enumerate(lines) if ETX in line), None)
    stamp = lines[closing].rpartition(ETX)[2] if closing is not None else ""
    if closing is None:
        stamps = [n for n, line in enumerate(lines) if n >= len(lines) - 6 and _STAMP.fullmatch(line)]
        closing, stamp = (stamps[-1], lines[stamps[-1]]) if stamps else (len(lines), "")
    ends = lines[closing].partition(ETX)[0] if closing < len(lines) and ETX in lines[closing] else ""
    text = [line.replace(STX, "") for line in [*lines[opening or 0 : closing], ends]]
    keywords = lines[:opening] if opening else []
    full = [n for n, line in enumerate(text) if line.strip()]
    ending = [n for n in full[:_ZONE] if text[n].rstrip().endswith(("=", "^"))]
    if ending:
        return keywords, text[: ending[-1] + 1], text[ending[-1] + 1 :], stamp
    if (lead := next((n for n in full[:_ZONE] if dateline(text[n].strip())), 0)) and _is_loose(text):
        return keywords, text[:lead], text[lead:], stamp
    first = full[0] if full else 0
    blank = next((n for n in range(first, len(text)) if not text[n].strip()), len(text))
    return keywords, text[:blank], text[blank:], stamp


def _is_loose(lines: list[str]) -> bool:
    """True where blank lines stand between all others: a wire that went through an editor or a mail."""
    return not any(one.strip() and two.strip() for one, two in pairwise(lines))


def _story(keywords: list[str], head: list[str], body: list[str], stamp: str) -> Story:
    """What the header, the keyword lines and the title lines say."""
    found = (_HEADER.fullmatch(line.strip()) for line in (*keywords, *head))
    header = next(filter(None, found), None)
    above = [line.strip() for line in keywords if not _HEADER.fullmatch(line.strip())]
    width = max((len(line.strip()) for line in body), default=_COLUMNS)
    lines = _unwrapped(
        [line.strip() for line in head if line.strip() and not _HEADER.fullmatch(line.strip())], width
    )
    slugs = [line for line in lines if _is_slug(line)]
    labels = [line for line in lines if not _is_slug(line) and _LABEL.fullmatch(line)]
    known = {*slugs, *labels}
    bylines = [line for line in lines if line not in known and _is_byline(line)]
    known.update(bylines)
    titles = [line for line in lines if line not in known]
    held = [match[1].strip() for line in labels if (match := _EMBARGO.fullmatch(line))]
    number = f"{header['service']}{header['number']}" if header else ""
    return Story(
        item=f"{number} {stamp.strip()}".strip(),
        title=titles[-1] if titles else "",
        byline=bylines[0] if bylines else "",
        sources=(code(header["rest"].upper()),) if header else (),
        embargo=next(filter(None, held), "unknown") if held else "",
        revision=next(filter(_LEAD.search, labels), ""),
        notices=tuple(labels),
        tags=tuple(filter(None, (word.strip() for line in above + slugs for word in line.split("/")))),
        left_out=tuple(titles[:-1]),
    )


def _is_slug(line: str) -> bool:
    return line.endswith("/") or (line.startswith("/") and " " not in line)


def _is_byline(line: str) -> bool:
    found = byline(line)
    return found is not None and found.sure


def _unwrapped(lines: list[str], width: int) -> list[str]:
    """Title lines with those joined that a teleprinter broke: the next word had no room on the line."""
    whole: list[str] = []
    above = ""
    for line in lines:
        text = line.rstrip(" =^")
        if above and not _is_byline(text) and _continues(text, above, width):
            whole[-1] = f"{whole[-1]} {text}"
        else:
            whole.append(text)
        above = "" if line.endswith(("=", "^")) else line
    return [line for line in whole if line]


def _continues(line: str, above: str, width: int) -> bool:
    """True for a line that goes on with the one above: its first word had no room there, or is a small one."""
    return line[:1].islower() or len(above) + 1 + len(line.split(" ")[0]) > width


def _blocks(text: str) -> Iterator[Block]:
    """The paragraphs of wrapped copy. A blank or an indented line opens one; lines in columns are a table."""
    rows = text.expandtabs(8).split("\n")
    margin = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
    width = max((len(row.strip()) for row in rows), default=0)
    gathered: list[str] = []
    for row in (*rows, ""):
        line = row[margin:].rstrip()
        opens = not line or line.startswith("  ") or not gathered or _tabular(line) != _tabular(gathered[-1])
        if not opens and not _tabular(line):
            above = gathered[-1].strip()
            opens = not _continues(line, above, width) and len(above) < _NEARLY_FULL * width
        if opens and gathered:
            yield _block(gathered)
            gathered = []
        if line:
            gathered.append(line)


def _block(lines: list[str]) -> Block:
    if len(lines) > 1 and _tabular(lines[0]):
        return Block("code", dedent("\n".join(lines)))
    return Block("paragraph", " ".join(" ".join(lines).split()))


def _tabular(line: str) -> bool:
    """True for a line in columns: figures, and two gaps that no sentence has."""
    return len(_COLUMN.findall(line.strip())) > 1 and any(map(str.isdigit, line))


def _without_notebook(lines: list[str]) -> tuple[str, list[str]]:
    """The text, and the lines of the notebook below it, which agencies mark as not for publication."""
    cut = next(
        (n for n, line in enumerate(lines) if len(line) < _SAID and _NOTEBOOK.search(line)), len(lines)
    )
    while cut and cut < len(lines) and not any(map(str.isalnum, lines[cut - 1])):
        cut -= 1
    return "\n".join(lines[:cut]), [line.strip() for line in lines[cut:] if any(map(str.isalnum, line))]
