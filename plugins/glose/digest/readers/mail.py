"""Mail: RFC 822 messages (``.eml``), and messages pasted with the header that a mail program shows.

The text or HTML part goes through the readers of text and pages. Who sent it to whom is never published; the subject
may be the title; the date of a message that was not forwarded is the article's, unless its text names another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.utils import parsedate_to_datetime

from glose.digest.dates.timestamps import moment
from glose.digest.model.article import Article, Block, Finding
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError
from glose.digest.model.limits import PAGE_BYTES, SEED_LINES
from glose.digest.newsroom.correspondence import LINE, PREFIX
from glose.digest.newsroom.notices import notice
from glose.digest.readers.letter import Letter, of_blocks, of_text
from glose.digest.readers.page import reader as page
from glose.digest.rules.dateline import dateline
from glose.digest.rules.standfirst import fold
from glose.digest.text.clean import line
from glose.digest.text.decode import decode
from glose.digest.text.language import language

MAX_BYTES = PAGE_BYTES
STUB = 2
"""How often longer an HTML part must be for the plain text beside it to be a stub (“open this in a browser”)."""
FEWEST_LETTERS = 150
"""Of a text beside which an attachment may be the article."""

_MOST_ENCODED = 200
"""Encoded words of one header that are read: the library's time grows with their square."""
_SURE = re.compile(
    rb"(?:From [^\n]{3,200}\n)?(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?"
    rb"(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version):",
    re.I,
)
_ON_THE_WAY = re.compile(rb"^(?:To|Received|Delivered-To|Return-Path):", re.I | re.M)
_FROM = re.compile(rb"^From:[^\n]{0,300}(?:\n[ \t][^\n]*)?@", re.I | re.M)
_TEXT_FILE = re.compile(r"\.(?:docx?|odt|pdf|rtf|txt|html?|xml|eml)$|rfc822", re.I)
_SHOWN = 12
"""Lines in which the header of a pasted message stands."""
_KEYS = 3
"""Header lines of different meaning that are one."""


@dataclass(frozen=True, slots=True)
class _Message:
    """A message in its parts."""

    subject: str
    date: str
    lang: str
    plain: str
    html: str
    attached: tuple[str, ...]
    """Names of what came along."""
    findings: tuple[Finding, ...] = ()


def sniff(source: Source) -> bool:
    """True for a header that mail servers write, or for three lines of the one that mail programs show."""
    head = source.head.replace(b"\r\n", b"\n")
    if _SURE.match(head):
        header = head.partition(b"\n\n")[0]
        return bool(_FROM.search(header) or _ON_THE_WAY.search(header))
    return len(_shown(_head_text(source))[0]) >= _KEYS


def read(source: Source) -> Iterator[Draft | SeedError]:
    """The article of the message. Raises `SeedError` for one that holds no text."""
    sure = _SURE.match(source.head.replace(b"\r\n", b"\n"))
    message = _parsed(source) if sure else _pasted(source)
    if (lines := message.plain.count("\n")) > SEED_LINES:
        what = f"the message has {lines:,} lines, more than any article"
        raise SeedError(Fault(source.name, None, what, "save the article alone"))
    draft, letter = _text(message, source)
    text = " ".join(block.text for block in draft.blocks)
    if not any(map(str.isalpha, text)):
        todo = "put its text into it"
        if message.attached:
            todo = f"save what is attached as a seed of its own: {message.attached[0]}"
        raise SeedError(Fault(source.name, None, "the message holds no text", todo))
    draft = draft.put(*message.findings, *letter.findings, lang=draft.article.lang or message.lang)
    lang = draft.article.lang or language(text)[0]
    draft = _titled(draft, letter.subject or message.subject, lang)
    yield _attached(_dated(draft, letter, message, lang), message)


def _head_text(source: Source) -> str:
    head = source.head
    return head.decode("utf-16", "ignore") if b"\0" in head[:40] else head.decode("utf-8", "replace")


def _shown(text: str) -> tuple[dict[str, str], int]:
    """The fields of a header that a program shows, and the number of lines that they take; none without a sender."""
    fields: dict[str, str] = {}
    rows = text.lstrip("\ufeff\r\n ").split("\n")[: _SHOWN * 2]
    last, taken = "", 0
    for number, row in enumerate(rows[:_SHOWN]):
        match = LINE.fullmatch(row.strip())
        if match:
            last = next(key for key in ("from", "to", "date", "subject", "other") if match[key])
            fields.setdefault(last, (match["value"] or "").strip())
            taken = number + 1
        elif last and row.strip() and (row[:1] in " \t" or (last == "to" and ("@" in row or ";" in row))):
            taken = number + 1
        elif row.strip() or taken:
            break
    known = fields.keys() - {"other"}
    sent = "from" in known and ("@" in fields["from"] or len(known) >= _KEYS)
    return (fields, taken) if sent and len(known) >= _KEYS else ({}, 0)


def _pasted(source: Source) -> _Message:
    text, findings = decode(source.data)
    fields, taken = _shown(text)
    body = "\n".join(text.lstrip("\ufeff\r\n ").split("\n")[taken:])
    return _Message(_unencoded(fields.get("subject", "")), fields.get("date", ""), "", body, "", (), findings)


def _unencoded(text: str) -> str:
    """A header's text with its encoded words (RFC 2047) read."""
    try:
        return (
            line(str(make_header(decode_header(text))))
            if 0 < text.count("=?") <= _MOST_ENCODED
            else line(text)
        )
    except (LookupError, ValueError, MessageError):
        return line(text)


def _parsed(source: Source) -> _Message:
    data = source.data.lstrip(b"\xef\xbb\xbf \r\n\t")
    message = message_from_bytes(
        data, policy=policy.compat32
    )  # the newer header classes fail on what senders write
    plain, html = "", ""
    attached: list[str] = []
    findings: list[Finding] = []
    for part in message.walk():
        kind = part.get_content_type()
        if part.is_multipart() and kind != "message/rfc822":
            continue
        name = _unencoded(str(part.get_filename() or ""))
        payload = part.get_payload(decode=True) if not part.is_multipart() else b""
        body = (
            kind in ("text/plain", "text/html")
            and not name
            and part.get_content_disposition() != "attachment"
        )
        if not body or not isinstance(payload, bytes):
            attached += [name or f"a part of the type {kind}"] if kind != "message/rfc822" or name else []
            continue
        text, found = decode(payload, part.get_content_charset("") or "")
        findings += found
        if kind == "text/html":
            html = html or text
        elif str(part.get_param("format", "")).lower() == "flowed":
            plain += ("\n\n" if plain else "") + _unflowed(text)
        else:
            plain += ("\n\n" if plain else "") + text
    return _Message(
        subject=_unencoded(str(message.get("Subject", "") or "").replace("\n", " ")),
        date=line(str(message.get("Date", "") or "")),
        lang=str(message.get("Content-Language", "") or "").partition(",")[0].strip(),
        plain=plain,
        html=html,
        attached=tuple(dict.fromkeys(map(line, attached))),
        findings=tuple(findings),
    )


def _unflowed(text: str) -> str:
    """Text whose paragraphs are broken with a space at the line's end (RFC 3676) as one line a paragraph."""
    return re.sub(r"(?<!\n--) \n(?!\n| ?>)", " ", text)


def _text(message: _Message, source: Source) -> tuple[Draft, Letter]:
    """The blocks of the part that says most: the plain text, unless it is a stub beside the HTML."""
    if message.html:
        try:
            draft = page.draft(replace(source, data=message.html.encode(), meta={}))
        except SeedError:
            draft = Draft(Article(), ())
        words = sum(len(block.text) for block in draft.blocks)
        if words > STUB * len(message.plain) or not message.plain.strip():
            letter = of_blocks(draft.blocks)
            return replace(draft, blocks=letter.blocks), letter
    letter = of_text(message.plain)
    return Draft(Article(), letter.blocks), letter


def _titled(draft: Draft, subject: str, lang: str) -> Draft:
    """The subject as the title, unless the text has a headline of its own."""
    while (shorter := PREFIX.sub("", subject, count=1)) != subject:
        subject = shorter
    draft = draft.put(title="")
    said = notice(subject, lang) if subject else None
    if not subject or not draft.blocks:
        return draft
    first = draft.blocks[0].text
    own = (
        len(draft.blocks) > 1
        and len(first) <= 200
        and not first.endswith((".", ":", ",", "!"))
        and (_lead(draft.blocks[1], lang) or _shared(first, subject))
    )
    if not own:
        return draft.put(Finding("title", subject, "the message's subject", 0.7), title=subject)
    if said:
        return draft.put(blocks=(Block("paragraph", said.text), *draft.blocks))
    if fold(first) == fold(subject):
        return draft
    return draft.put(
        Finding("subject", subject, "the message's subject; the text has a headline", 0.7, dropped=True)
    )


def _lead(block: Block, lang: str) -> bool:
    return bool(dateline(Draft(Article(lang=lang), (block,))).article.dateline)


def _shared(first: str, subject: str) -> bool:
    """True where half of the subject's words are in the first line too."""
    words = set(fold(subject).split()) or {""}
    return 2 * len(words & set(fold(first).split())) >= len(words)


def _dated(draft: Draft, letter: Letter, message: _Message, lang: str) -> Draft:
    """The day of the message as the article's, unless its dateline names another or it was sent on with no day."""
    stamp = letter.date or ("" if letter.forwarded else message.date)
    sent, own = _moment(stamp, lang), _in_dateline(draft.blocks[:4], lang)
    draft = draft.put(date=None, date_source="unresolved")
    if sent is None:
        return draft
    if own is not None and _day(own) != _day(sent):
        told = "when the message was sent; the dateline names another day"
        return draft.put(Finding("date", stamp, told, 0.7, dropped=True))
    found = Finding("date", stamp, "when the message was sent", 0.6, dropped=True)
    return draft.put(found, date=sent, date_source="metadata")


def _in_dateline(blocks: tuple[Block, ...], lang: str) -> date | datetime | None:
    found = (dateline(Draft(Article(lang=lang), (block,))).article.date for block in blocks)
    return next(filter(None, found), None)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _moment(stamp: str, lang: str) -> date | datetime | None:
    try:
        sent = parsedate_to_datetime(stamp)
    except (ValueError, TypeError, IndexError, OverflowError):
        tongues = dict.fromkeys((lang, "en", "fr", "de", "es", "it", "pt", "nl", "ar"))
        return (
            next((found for tongue in tongues if (found := moment(stamp, tongue))), None) if stamp else None
        )
    return sent if sent.tzinfo else sent.date()


def _attached(draft: Draft, message: _Message) -> Draft:
    """A finding for each attachment; beside a text of a few words the article may be one of them."""
    for name in message.attached:
        draft = draft.put(
            Finding("attachment", name, "came with the message; it is not read", 0.7, dropped=True)
        )
    letters = sum(map(str.isalpha, "".join(block.text for block in draft.blocks)))
    texts = [name for name in message.attached if _TEXT_FILE.search(name)]
    if not texts or letters >= FEWEST_LETTERS:
        return draft
    why = f"the text may be in the attachment {texts[0]}: save it as a seed, or set `status: published`"
    return draft.put(Finding("attachment", texts[0], why, 0.3, holds=True))
