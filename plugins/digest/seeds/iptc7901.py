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

from plugins.digest.article import Finding
from plugins.digest.dates import parse_iptc7901
from plugins.digest.seeds.agencies import code
from plugins.digest.seeds.decode import decode
from plugins.digest.seeds.draft import Draft, Source
from plugins.digest.seeds.raw import blocks
from plugins.digest.seeds.story import Story, drafts

SOH, STX, ETX, EOT = "\x01\x02\x03\x04"
_END_OF_MESSAGE = "NNNN"

_HEADER = re.compile(
    r"(?P<service>[a-zA-Z]{1,5})(?P<number>\d{2,6})[ \t]+(?P<priority>\d)[ \t]+(?P<category>[a-zA-Z]{1,4})"
    r"[ \t]+(?P<words>\d{1,6})(?P<rest>[ \t]+\S.*|[ \t]*)"
)
_STAMP = re.compile(r"\s*\d{6}\s+(?:[A-Z]{1,4}\s+)?[^\W\d_]{3,9}\.?\s+(?:\d{2}|\d{4})\s*")
_ZONE = 12
"""Lines below the start of the text in which the title ends."""
_COLUMNS = 69
"""IPTC 7901, 5.2: the longest line of text."""
_BYLINE = re.compile(
    r"""(?:By|Von|Par|Por|Di|Da|Door)\s+(?:[^\W\d_a-zà-ÿ]|dpa\b|our\b|correspondents?\b).*
      | .*,\s+(?:dpa|afp|ats|sda)\W*""",
    re.S | re.X,
)
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
_LEAD = re.compile(r"\b(?:lead|ld|update|writethru)\b", re.I)


def sniff(source: Source) -> bool:
    """True for a seed that begins with a wire's header line, or with SOH before STX."""
    head = source.data[:600].decode("latin-1").lstrip("\x7f\x00\r\n\t ")
    first = head.lstrip(SOH + "\r\n\t ").split("\n")[0].strip("\r " + STX)
    return (head.startswith(SOH) and STX in head) or _HEADER.fullmatch(first) is not None


def read(source: Source) -> Iterator[Draft]:
    """The one article of the wire. Raises `SeedError` when there is nothing between header and stamp."""
    text, findings = decode(source.data, keep=SOH + STX + ETX + EOT)
    lines = [line.replace(SOH, "").replace(EOT, "").rstrip() for line in text.strip("\0\n ").split("\n")]
    keywords, head, body, stamp = _parts([line for line in lines if line != _END_OF_MESSAGE])
    text, notes = _without_notebook(body)
    story = replace(_story(keywords, head, stamp), blocks=tuple(blocks(text)), absent="a wire without text")
    found = tuple(Finding("tail", note, "not for publication", 0.9, dropped=True) for note in notes)
    date = parse_iptc7901(stamp)
    for draft in drafts(source, [story], findings + found):
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
    first = full[0] if full else 0
    blank = next((n for n in range(first, len(text)) if not text[n].strip()), len(text))
    return keywords, text[:blank], text[blank:], stamp


def _story(keywords: list[str], head: list[str], stamp: str) -> Story:
    """What the header, the keyword lines and the title lines say."""
    found = (_HEADER.fullmatch(line.strip()) for line in (*keywords, *head))
    header = next(filter(None, found), None)
    above = [line.strip() for line in keywords if not _HEADER.fullmatch(line.strip())]
    lines = _unwrapped(
        [line.strip() for line in head if line.strip() and not _HEADER.fullmatch(line.strip())]
    )
    slugs = [line for line in lines if line.endswith("/") or (line.startswith("/") and " " not in line)]
    labels = [line for line in lines if line not in slugs and _LABEL.fullmatch(line)]
    bylines = [line for line in lines if line not in slugs + labels and _BYLINE.fullmatch(line)]
    titles = [line for line in lines if line not in slugs + labels + bylines]
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


def _unwrapped(lines: list[str]) -> list[str]:
    """Lines with those joined that a teleprinter broke: where the next word had no room on the line."""
    whole: list[str] = []
    room = -1
    for line in lines:
        ended = line.endswith(("=", "^"))
        text = line.rstrip(" =^")
        if room >= 0 and len(text.split(" ")[0]) > room and not _BYLINE.match(text):
            whole[-1] = f"{whole[-1]} {text}"
        else:
            whole.append(text)
        room = -1 if ended else _COLUMNS - len(line) - 1
    return [line for line in whole if line]


def _without_notebook(lines: list[str]) -> tuple[str, list[str]]:
    """The text, and the lines of the notebook below it, which agencies mark as not for publication."""
    cut = next((n for n, line in enumerate(lines) if _NOTEBOOK.search(line)), len(lines))
    while cut and cut < len(lines) and not any(map(str.isalnum, lines[cut - 1])):
        cut -= 1
    return "\n".join(lines[:cut]), [line.strip() for line in lines[cut:] if any(map(str.isalnum, line))]
