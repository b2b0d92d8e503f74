"""Pages that a browser saved as one file (MHTML): a MIME message whose first HTML part is the page."""

from __future__ import annotations

import re
from email import message_from_bytes

_HEAD = re.compile(
    rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?Content-Type:\s*multipart/related\b", re.I
)


def is_mhtml(head: bytes) -> bool:
    """True for the first bytes of an MHTML file."""
    return bool(_HEAD.match(head))


def unpacked(data: bytes) -> tuple[bytes, str]:
    """The page's bytes and the charset that the message declares; empty when it holds no HTML."""
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            return (page if isinstance(page, bytes) else b""), part.get_content_charset("")
    return b"", ""
