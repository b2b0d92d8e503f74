"""What is refused before any reader looks: what is no text, and what would exhaust a parser."""

from __future__ import annotations

import re

from glose.digest.model.draft import Reader, Source
from glose.digest.model.errors import Fault, SeedError
from glose.digest.model.limits import JSON_NESTING, SEED_BYTES
from glose.digest.readers import docx
from glose.digest.text.decode import wide

_BINARIES = (
    (b"%PDF-", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or office document (.doc)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_ARCHIVES = (
    ("word/document.xml", ""),
    ("xl/workbook.xml", "a spreadsheet (.xlsx)"),
    ("ppt/presentation.xml", "a presentation (.pptx)"),
    ("META-INF/container.xml", "an e-book (.epub)"),
    ("content.xml", "an OpenDocument text (.odt)"),
    ("Index/Document.iwa", "a Pages document"),
)
"""What a ZIP archive is, by a file in it; "" for the one that is read."""
_TODO = "save its text as .docx, .txt or .html and put that into seeds/"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x01\x02\x03\x04\x1a\x1b"))
"""Bytes that no text in an eight-bit charset has in numbers; a wire has SOH, STX, ETX and EOT."""
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z|\\\Z)|[\[{]|[\]}]', re.S)
"""A string, which may lack its end: looking for it from each of a million quotes would take hours; or a bracket."""


def check_bytes(source: Source) -> None:
    """Raises `SeedError` for an empty seed and for one that holds no text."""
    data = source.data
    if not data.strip(b"\0 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"):
        raise _refusal(source, "the seed is empty", "put the article's text into it or delete it")
    for magic, what in _BINARIES:
        if data.startswith(magic):
            raise _refusal(source, f"the seed is {what}, not a text", _TODO)
    if data.startswith(b"PK\x03\x04"):
        within = docx.names(data)
        what = "a ZIP archive" if within is not None else "a damaged office document or ZIP archive"
        what = next((kind for file, kind in _ARCHIVES if file in (within or ())), what)
        if what:
            raise _refusal(source, f"the seed is {what}, not a text", _TODO)
        return
    if wide(data):
        return
    head = data[:65536]
    if (len(head) - len(head.translate(None, _CONTROLS))) * 50 > len(head):
        raise _refusal(source, "the seed is binary, not a text", _TODO)


def check_size(source: Source, reader: Reader) -> None:
    """Raises `SeedError` for a seed above `SEED_BYTES`, or above the limit that its reader declares."""
    limit = getattr(reader, "MAX_BYTES", SEED_BYTES)
    if len(source.data) > limit:
        what = f"the seed has {len(source.data):,} bytes; at most {limit:,} are read"
        raise _refusal(source, what, "split it, one article a file")


def check_nesting(source: Source) -> None:
    """Raises `SeedError` for JSON nested deeper than `JSON_NESTING`; one linear scan.

    Markup is measured by its own readers, in the same way and likewise before a parser sees it.
    """
    if not source.data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith((b"{", b"[")):
        return
    text = source.data.decode("latin-1")
    depth = 0
    for bracket in _BRACKETS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(bracket[0], 0)
        if depth > JSON_NESTING:
            line = text.count("\n", 0, bracket.start()) + 1
            what, todo = (
                f"brackets are nested more than {JSON_NESTING} deep",
                "ask its sender for a sound file",
            )
            raise SeedError(Fault(source.name, line, what, todo))


def _refusal(source: Source, what: str, todo: str) -> SeedError:
    return SeedError(Fault(source.name, None, what, todo))
