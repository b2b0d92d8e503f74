"""Marks of what is not published, on the pages of `invoke serve --drafts`: a banner, a frame, and a list of all."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from glose.digest.markdown import parse
from glose.digest.model.errors import DigestError
from glose.drafts import FILE

LIST = "/.glose/drafts/"
"""Address of the list."""
WHY = {
    "draft": "Draft",
    "withheld": "Withheld",
    "embargoed": "Waits for its hour",
}
_BODY = re.compile(rb"<body\b[^>]*>")
_BANNER = """<link rel="stylesheet" href="/.glose/drafts.css">
<aside class="glose-draft" lang="en" dir="ltr" aria-label="Not published">
<p><strong>{status}: not published.</strong> Only this server shows this page; no build makes it.
<a href="{list}">All that waits</a></p>
<ul>{lines}</ul></aside>"""
_LIST = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Not published</title>
<meta name="robots" content="noindex"><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="stylesheet" href="/.glose/drafts.css"></head><body class="glose-drafts"><main>
<h1>Not published: {count}</h1><ul>{lines}</ul><p><a href="/">The site</a></p></main></body></html>"""


class Draft(NamedTuple):
    """What is not published."""

    url: str
    file: str
    """Below the folder of the content."""
    status: str
    title: str


class DraftMarks:
    """Of one site, as its last build left them."""

    def __init__(self, site: Path) -> None:
        self._file = site / FILE
        self._known: tuple[object, Mapping[str, Draft]] = None, {}

    @property
    def drafts(self) -> Mapping[str, Draft]:
        """By address."""
        try:
            found = self._file.stat()
            stamp = found.st_mtime_ns, found.st_ino, found.st_size
            if self._known[0] != stamp:
                drafts = [Draft(*row) for row in json.loads(self._file.read_bytes())]
                self._known = stamp, {one.url: one for one in drafts}
        except FileNotFoundError:
            self._known = None, {}
        return self._known[1]

    def marked(self, body: bytes, address: str, content: Path) -> bytes:
        """A page, with a banner and a title that nobody can mistake if it is of a draft."""
        if (draft := self.drafts.get(address)) is None:
            return body
        lines = "".join(
            f"<li>{escape(one)}</li>" for one in [f"{content.name}/{draft.file}", *_held(draft, content)]
        )
        banner = _BANNER.format(status=WHY.get(draft.status, draft.status), list=LIST, lines=lines).encode()
        body = _BODY.sub(lambda found: found[0] + banner, body, count=1)
        return body.replace(b"<title>", b"<title>[%s] " % draft.status.upper().encode(), 1)

    def listed(self, content: Path) -> bytes:
        """The page that lists them."""
        rows = sorted(self.drafts.values(), key=lambda one: (one.status, one.file))
        lines = "".join(
            f'<li><a href="/{escape(one.url)}"><bdi>{escape(one.title)}</bdi></a> '
            f"<strong>{escape(WHY.get(one.status, one.status))}</strong> "
            f"<code>{escape(content.name)}/{escape(one.file)}</code>"
            f"{''.join(f'<br>{escape(why)}' for why in _held(one, content))}</li>"
            for one in rows
        )
        return _LIST.format(count=len(rows), lines=lines).encode()


def _held(draft: Draft, content: Path) -> list[str]:
    """Why it waits, as its header says now."""
    try:
        fields: Mapping[str, Any] = parse((content / draft.file).read_text(encoding="utf-8"), draft.file)[0]
    except (DigestError, OSError, ValueError):
        return []  # the build says what is wrong with it
    until = fields.get("embargo_until") or (fields.get("date") if draft.status == "embargoed" else None)
    return [
        *(f"held: {one}" for one in fields.get("held") or ()),
        *([f"not before {until}"] if until else []),
    ]
